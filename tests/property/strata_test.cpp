// Promise of strata: they change the precision of a figure and nothing else.
#include <gtest/gtest.h>

#include "experiment/study.hpp"
#include "property/shipped.hpp"

namespace asepsim {
namespace {

// The chance of a drift in a run is 0.3, so that plain sampling sees enough of it.
experiment::ScenarioResult rollers(const std::string& mode) {
  const auto scenario =
      testing::shipped("silent_sterilizer_fault", {{"hygiene", "null"},
                                                   {"sterilization.drift.onset", "0.0003"},
                                                   {"estimation.drift.mode", mode}});
  experiment::StudySettings settings;
  settings.replications = 96;
  settings.threads = 2;
  settings.cross_checks = 0;
  return experiment::run_study({experiment::prepare(scenario)}, settings).scenarios.front();
}

const experiment::Estimate& bloodborne(const experiment::ScenarioResult& result) {
  for (std::size_t k = 0; k < result.kpis.size(); ++k) {
    if (result.kpis[k].id == "bloodborne.per_million") return result.estimates[k];
  }
  throw std::invalid_argument("no such figure");
}

double error_of(const experiment::Estimate& estimate) {
  return estimate.half_width / 1.99;
}

// Independent draws of the drift; a right estimator differs by more than 4 standard errors once in
// 10,000 times. The drift must make a difference, or the test could not fail.
TEST(Strata, AgreeWithPlainSampling) {
  const auto plain = rollers("sample"), strata = rollers("stratify");
  const experiment::Estimate a = bloodborne(plain), b = bloodborne(strata);
  EXPECT_NEAR(a.value, b.value, 4 * std::hypot(error_of(a), error_of(b)));
  ASSERT_TRUE(plain.strata.empty());
  bool found = false;
  for (const experiment::StrataFigure& figure : strata.strata) {
    if (strata.kpis[figure.kpi].id != "bloodborne.per_million") continue;
    if (figure.state.given != clinic::Given::drift) continue;
    found = true;
    EXPECT_GT(*figure.part, 1.2 * figure.state.probability);
  }
  EXPECT_TRUE(found);
}

}  // namespace
}  // namespace asepsim
