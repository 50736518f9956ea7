// What people and files say of rare harm: estimator, precision, gain, and refusals.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "experiment/rare_estimate.hpp"
#include "report/json_result.hpp"
#include "report/summary_text.hpp"
#include "report/tables.hpp"
#include "report/warnings.hpp"
#include "small_study.hpp"

namespace asepsim::report {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using testing::lines;

// One figure of the ledger with its crude count beside it, estimated by hand.
experiment::ScenarioResult bloodborne(const std::string& name) {
  experiment::ScenarioResult scenario;
  scenario.scenario.name = name;
  for (const char* id : {"bloodborne.per_million", "bloodborne.per_million.crude"}) {
    auto kpi = testing::kpi(id, "Bloodborne per million", "1/1e6 sessions",
                            experiment::KpiGroup::safety, experiment::Direction::lower_is_better);
    kpi.scale = 1e6;
    scenario.kpis.push_back(kpi);
  }
  scenario.kpis[1].headline = false;
  scenario.estimates = {experiment::make_estimate(2, {1.5, 2.5}, 40, "by hand"),
                        experiment::make_estimate(0, {0, 30}, 40, "by hand")};
  experiment::RareEstimate rare;
  rare.kpi = 0;
  rare.crude = 1;
  rare.relative_half_width = 0.25;
  rare.variance_reduction = 1250;
  rare.events_worth = 64;
  scenario.rare = {rare};
  return scenario;
}

experiment::ScenarioResult refused(const std::string& name) {
  experiment::ScenarioResult scenario = bloodborne(name);
  experiment::RareEstimate& rare = scenario.rare.front();
  rare.estimator = experiment::RareEstimator::tilted;
  rare.gates = {experiment::Gate::mean_ratio, 0.0625, 0.002, 0.03125, 0.5};
  experiment::refuse(scenario.rare, scenario.estimates);
  return scenario;
}

// Worth 64 events, with a decision before it that is drawn.
experiment::ScenarioResult drawn(const std::string& name) {
  experiment::ScenarioResult scenario = bloodborne(name);
  scenario.rare.front().drawn = true;
  return scenario;
}

experiment::StudyResult study(std::vector<experiment::ScenarioResult> scenarios) {
  experiment::StudyResult result;
  result.scenarios = std::move(scenarios);
  result.replications_wanted = 40;
  result.cross_checks = {{0, 0, ""}};
  return result;
}

const char* const header =
    "scenario,kpi,unit,estimator,estimate,ci_low,ci_high,relative_half_width,crude,crude_low,"
    "crude_high,variance_reduction,event_equivalent_n,mean_likelihood_ratio,ess_share,"
    "largest_weight_share,gate";

TEST(RareEventsCsv, PutsTheGainBesideTheCount) {
  EXPECT_EQ(rare_events_csv(study({bloodborne("base")}), CsvDialect::standard).front().content,
            lines({header,
                   "base,bloodborne.per_million,1/1e6 sessions,conditional,2,1.5,2.5,0.25,0,0,30,"
                   "1250,64,,,,not needed"}));
}

TEST(RareEventsCsv, GivesNoNumberThatWasRefusedButTheReason) {
  EXPECT_EQ(rare_events_csv(study({refused("base")}), CsvDialect::standard).front().content,
            lines({header,
                   "base,bloodborne.per_million,1/1e6 sessions,tilted,,,,,0,0,30,,,0.0625,0.03125,"
                   "0.5,refused: mean likelihood ratio is not 1"}));
}

// Zero by drawing is no zero: the table shows why there is no number.
TEST(RareText, ShowsThatNoEventWasDrawn) {
  auto scenario = bloodborne("base");
  scenario.rare.front().gates.gate = experiment::Gate::nothing_drawn;
  experiment::refuse(scenario.rare, scenario.estimates);
  EXPECT_THAT(rare_text(scenario), HasSubstr("  Bloodborne per million    conditional  refused: no "
                                             "event was drawn\n"));
  EXPECT_THAT(rare_events_csv(study({scenario}), CsvDialect::standard).front().content,
              HasSubstr("conditional,,,,,0,0,30,,,,,,refused: no event was drawn"));
  EXPECT_THAT(warnings_of(study({scenario})),
              Contains("bloodborne.per_million of base is refused: no event was drawn. A decision "
                       "before it is drawn, and nothing came of it in any replication; integrate, "
                       "or run more replications"));
}

TEST(RareText, SaysWhatRareFiguresAreWorth) {
  EXPECT_EQ(rare_text(bloodborne("base")),
            "Rare harm, by the ledger      estimator    rel. +-  vs counting  as many events\n"
            "  Bloodborne per million    conditional     25.0 %      1,250 x            64.0\n");
}

TEST(RareText, KeepsSilentAboutHarmThatCanBeCounted) {
  auto scenario = bloodborne("base");
  scenario.estimates[0].value = 1000;  // one session in a thousand
  EXPECT_EQ(rare_text(scenario), "");
}

TEST(RunText, ShowsARefusalInPlaceOfTheNumber) {
  const std::string text = run_text(study({refused("base")}), {});
  EXPECT_THAT(text, HasSubstr("  Bloodborne per million            refused  refused: mean "
                              "likelihood ratio is not 1\n"));
  EXPECT_THAT(text, HasSubstr("  Bloodborne per million         tilted  refused: mean likelihood "
                              "ratio is not 1\n"));
}

TEST(SummaryCsv, HasNoValueForARefusedFigure) {
  EXPECT_THAT(summary_csv(study({refused("base")}), CsvDialect::standard).front().content,
              HasSubstr("1/1e6 sessions,0,,,,,0.95,refused: mean likelihood ratio is not 1,"));
}

TEST(ComparisonText, ComparesNothingWithARefusedFigure) {
  auto result = study({bloodborne("base"), refused("tilted")});
  result.comparisons = {{experiment::KpiComparison{}}};
  EXPECT_THAT(comparison_text(result, {}),
              HasSubstr("  Bloodborne per million          2.00  refused no value    refused\n"));
}

TEST(Warnings, TellWhatWasRefusedAndWhatToDo) {
  EXPECT_THAT(warnings_of(study({refused("base")})),
              Contains("bloodborne.per_million of base is refused: mean likelihood ratio is not 1. "
                       "Likelihood ratios have the mean 0.0625 +- 0.002, an effective size of "
                       "3.1 % and 50 % in the largest; tilt less, or integrate"));
}

TEST(Warnings, TellOfDrawnDecisionsBehindAFewEvents) {
  const std::string warning =
      "bloodborne.per_million of base has decisions before it that are drawn, and is worth 64 "
      "counted events: rarer and graver ones may never have been drawn, then it is too small and "
      "its interval too short; integrate, or run more replications";
  EXPECT_THAT(warnings_of(study({drawn("base")})), Contains(warning));
  EXPECT_THAT(warnings_of(study({bloodborne("base")})), ::testing::Not(Contains(warning)));
  auto many = drawn("base");
  many.rare.front().events_worth = 100;
  EXPECT_THAT(warnings_of(study({many})), ::testing::Not(Contains(HasSubstr("are drawn"))));
}

TEST(JsonResult, TellsHowRareHarmWasEstimated) {
  EXPECT_THAT(json_result(study({bloodborne("base")}), ""),
              HasSubstr("\"variance_reduction\": 1250.0"));
}

}  // namespace
}  // namespace asepsim::report
