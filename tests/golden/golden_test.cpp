// Small clinics whose every event and every figure is on file.
//
// For each NAME.yaml of this folder, NAME.events.csv is the trace of replication 0 and
// NAME.figures.csv the estimates of all key figures. A difference is a change of behaviour: if it
// is meant, scripts/accept-golden writes the new files and the commit says which numbers moved and
// why. Figures are compared to nine digits, because the last ones belong to the machine's exp and
// log.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "experiment/study.hpp"
#include "report/kept_tables.hpp"
#include "scenario/read_scenario.hpp"

namespace asepsim {
namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(ASEPSIM_SOURCE_DIR) / "tests/golden";

std::vector<std::string> cases() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".yaml") names.push_back(entry.path().stem());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string without_carriage_returns(std::string text) {
  std::erase(text, '\r');
  return text;
}

std::string events_of(const experiment::PreparedScenario& prepared, const std::string& name) {
  const clinic::ReplicationRecord record = clinic::run_replication(*prepared.plan, {});
  report::KeptTables tables({.events = true}, report::CsvDialect::standard,
                            {{name, clinic::scenario_of(*prepared.plan), prepared.pools}});
  return without_carriage_returns(tables.rows_of(0, record).front().content);
}

std::string figures_of(const experiment::PreparedScenario& prepared) {
  experiment::StudySettings settings;
  settings.replications =
      static_cast<std::uint64_t>(clinic::scenario_of(*prepared.plan).run.replications);
  const auto result = experiment::run_study({prepared}, settings).scenarios.front();
  std::string text = "kpi,n,estimate,half_width\n";
  for (std::size_t k = 0; k < result.kpis.size(); ++k) {
    const experiment::Estimate& estimate = result.estimates[k];
    if (estimate.n == 0) continue;
    text += fmt::format("{},{},{:.9g},{:.9g}\n", result.kpis[k].id, estimate.n, estimate.value,
                        estimate.half_width < 1e-12 ? 0 : estimate.half_width);  // rounding
  }
  return text;
}

std::string content(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

// With ASEPSIM_ACCEPT_GOLDEN=1 what is now becomes what is expected.
void expect_golden(const std::string& file, const std::string& actual) {
  const char* accept = std::getenv("ASEPSIM_ACCEPT_GOLDEN");
  if (accept != nullptr && std::string(accept) == "1") {
    std::ofstream(folder / file, std::ios::binary) << actual;
  }
  EXPECT_EQ(content(folder / file), actual) << "see scripts/accept-golden";
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, EventsAndFiguresAreThoseOnFile) {
  const auto read = scenario::read_scenario((folder / (GetParam() + ".yaml")).string());
  ASSERT_TRUE(read.scenario.has_value()) << to_text(read.diagnostics);
  const experiment::PreparedScenario prepared = experiment::prepare(*read.scenario);
  expect_golden(GetParam() + ".events.csv", events_of(prepared, GetParam()));
  expect_golden(GetParam() + ".figures.csv", figures_of(prepared));
}

INSTANTIATE_TEST_SUITE_P(Clinics, Golden, testing::ValuesIn(cases()),
                         [](const auto& test) { return test.param; });

}  // namespace
}  // namespace asepsim
