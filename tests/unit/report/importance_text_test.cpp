// Where the risk comes from, and the assumption that most of it rests on, in words.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "report/summary_text.hpp"
#include "scenario/read_scenario.hpp"

namespace asepsim::report {
namespace {

using clinic::HarmRoute;

scenario::Scenario scenario_with(const std::string& hygiene) {
  const auto read = scenario::read_scenario_text(R"(schema: asepsim/1
calendar: {opening: always}
arrivals: {ann: {kind: walk_in, pathway: visit, interarrival: 1 h}}
pathways: {visit: [{step: talk, duration: 5 min}]}
hygiene: )" + hygiene,
                                                 "test");
  if (!read.scenario) throw std::invalid_argument(to_text(read.diagnostics));
  return *read.scenario;
}

experiment::Importance share(HarmRoute route, double part) {
  experiment::Importance row;
  row.harm = 0;  // bloodborne
  row.route = route;
  row.fussell_vesely.value = part;
  row.fussell_vesely.known = false;
  return row;
}

experiment::ScenarioResult result_of(const std::string& hygiene,
                                     std::vector<experiment::Importance> rows) {
  experiment::ScenarioResult result;
  result.scenario = scenario_with(hygiene);
  result.importance = std::move(rows);
  return result;
}

const std::string heading = R"(                                                          if failing
Where the risk comes from       part of it  fails in  twice as often if it fails
  bloodborne
)";

// Three quarters in proportion to the blood on skin: at a tenth of it 0.25 + 0.075, at ten times
// 0.25 + 7.5.
TEST(ImportanceText, NamesTheAssumptionThatMostOfTheRiskIsInProportionTo) {
  const auto result =
      result_of("{}", {share(HarmRoute::surface, 0.5), share(HarmRoute::hands, 0.25),
                       share(HarmRoute::instrument, 0.25)});
  EXPECT_EQ(importance_text(result), heading + R"(    by surface                      50.0 %
    by hands                        25.0 %
    by instrument                   25.0 %
    rests on hygiene.blood_on_skin, assumed 10 (1 to 100): 0.325 x to 7.75 x
)");
}

// With ten times the punctures a risk can be ten times as large at the most.
TEST(ImportanceText, SaysAtMostWhereARiskSaturates) {
  const auto result = result_of("{}\nbloodborne: {}", {share(HarmRoute::instrument, 1)});
  EXPECT_EQ(importance_text(result), heading + R"(    by instrument                    100 %
    rests on bloodborne.effective_punctures, assumed 100 (10 to 1000):
      at least 0.100 x to at most 10.0 x
)");
}

TEST(ImportanceText, IsSilentOfANumberThatIsKnown) {
  const auto result =
      result_of("{blood_on_skin: {value: 10, range: [5, 20], source: our own swabs}}",
                {share(HarmRoute::surface, 1)});
  EXPECT_EQ(importance_text(result), heading + "    by surface                       100 %\n");
}

TEST(ImportanceText, IsSilentOfANumberThatLittleOfTheRiskRestsOn) {
  const auto result =
      result_of("{}", {share(HarmRoute::surface, 0.25), share(HarmRoute::instrument, 0.25)});
  EXPECT_EQ(importance_text(result), heading + R"(    by surface                      25.0 %
    by instrument                   25.0 %
)");
}

}  // namespace
}  // namespace asepsim::report
