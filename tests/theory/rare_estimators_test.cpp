// One chain, seven estimators: crude, two conditional ones, tilted, forced, split by configuration
// and by levels find the same exact risk, each as precisely as theory says; and a global likelihood
// ratio is refused.
//
// Checks are of the equivalence kind (equivalence.hpp): 99 % interval inside exact +- margin, the
// margin at least 6.5 standard errors, so that a right estimator with fresh seeds fails once in
// 10,000 times.
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <vector>

#include "equivalence.hpp"
#include "experiment/cluster_chance.hpp"
#include "experiment/poisson_binomial.hpp"
#include "experiment/splitting.hpp"
#include "experiment/stratified.hpp"
#include "needle_chain.hpp"

namespace asepsim::theory {
namespace {

using experiment::Gate;
using experiment::GateReport;
using experiment::RatioSum;
using scenario::BranchMode;
using scenario::BranchSettings;

constexpr BranchSettings sampled{BranchMode::sample}, integrated{BranchMode::integrate},
    forced{BranchMode::force}, in_parts{BranchMode::split};

BranchSettings tilted_to(double probability, double defensive_share) {
  return {BranchMode::tilt, probability, defensive_share};
}

struct Modes {
  BranchSettings source, failure, contact, infection;
};

Branching configured(const Modes& modes) {
  scenario::Estimation settings;
  settings.source_status = modes.source;
  settings.load_failure = modes.failure;
  settings.wash_failure = modes.contact;
  settings.product_contamination = modes.infection;
  return Branching(settings);
}

// E[x] and E[x^2] of the infection probability x = 1 - e^(-r D), by the midpoint rule.
struct Moments {
  double first = 0, second = 0;
};
Moments of_the_dose_response() {
  constexpr int points = 1000;
  Moments moments;
  for (int i = 0; i < points; ++i) {
    const double z = -8 + 16 * (i + 0.5) / points;
    const double density = std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi) * 16 / points;
    for (int j = 0; j < points; ++j) {
      const double dose = std::pow(10.0, 4 + z - 0.5 - 2.5 * (j + 0.5) / points);
      const double x = -std::expm1(-1e-3 * dose);
      moments.first += density * x / points;
      moments.second += density * x * x / points;
    }
  }
  return moments;
}

// A visit counts with `factor` x when its drawn branches happen, which they do with `drawn`: the
// variance of counting, nearly the risk itself, by that of this estimator.
double theory_of(double drawn, double factor) {
  static const Moments x = of_the_dose_response();
  const double mean = exact_risk_of_a_visit;
  return mean / (drawn * factor * factor * x.second - mean * mean);
}

struct Days {
  kernel::Tally estimates;
  std::vector<RatioSum> ratios;  // in blocks of 100 days
  [[nodiscard]] GateReport judged() const { return experiment::judge_ratios(ratios); }
  // Of infections counted one by one the variance is the expectation (rare, so nearly Poisson).
  [[nodiscard]] double variance_reduction() const {
    return exact_risk_of_a_day / estimates.variance();
  }
};

template <class OneDay>
Days days_of(OneDay one_day, const Branching& branching, int n, std::uint64_t seed) {
  Days days;
  Uniforms draw(seed);
  for (int i = 0; i < n; ++i) {
    if (i % 100 == 0) days.ratios.emplace_back();
    const Day day = one_day(branching, draw);
    days.estimates.add(day.estimate);
    days.ratios.back().add(day.ratios);
  }
  return days;
}

Days local_days(const Branching& branching, int n, std::uint64_t seed) {
  return days_of(day_with_local_ratios<Uniforms>, branching, n, seed);
}

Days global_days(const Branching& branching, int n, std::uint64_t seed) {
  return days_of(day_with_a_global_ratio<Uniforms>, branching, n, seed);
}

TEST(RareEstimators, RestOnTheExactRisk) {
  const double upstream = 0.03 * 0.6 * 0.01 * 0.3 * 0.95;
  EXPECT_NEAR(of_the_dose_response().first, 0.353798, 5e-7);
  EXPECT_NEAR(upstream * of_the_dose_response().first, exact_risk_of_a_visit, 5e-12);
}

TEST(RareEstimators, CrudeCountingFindsTheChain) {
  const Branching crude = configured({sampled, sampled, sampled, sampled});
  const Days days = local_days(crude, 3'200'000, 1);
  expect_equivalent("crude", days.estimates, exact_risk_of_a_day, 0.2);
  EXPECT_NEAR(days.variance_reduction(), 1, 0.15);
  EXPECT_EQ(days.judged().gate, Gate::not_needed);
}

TEST(RareEstimators, ConditioningOnTheDoseGainsLittle) {
  const Branching dose = configured({sampled, sampled, sampled, integrated});
  const Days days = local_days(dose, 3'200'000, 2);
  expect_equivalent("dose integrated", days.estimates, exact_risk_of_a_day, 0.2);
  EXPECT_NEAR(theory_of(0.03 * 0.6 * 0.01 * 0.3 * 0.95, 1), 1.32, 0.01);
  EXPECT_NEAR(days.variance_reduction(), 1.32, 0.2);
}

TEST(RareEstimators, ConditioningOnTheUpstreamBranchesGainsMost) {
  const Branching reprocessing = configured({sampled, integrated, integrated, integrated});
  const Days some = local_days(reprocessing, 400'000, 3);
  expect_equivalent("failure integrated", some.estimates, exact_risk_of_a_day, 0.03);
  const double some_gain = theory_of(0.03 * 0.6, 0.01 * 0.3 * 0.95);
  EXPECT_NEAR(some_gain, 466, 0.02 * 466);
  EXPECT_NEAR(some.variance_reduction(), some_gain, 0.05 * some_gain);
  const Branching all = configured({integrated, integrated, integrated, integrated});
  const Days most = local_days(all, 100'000, 4);
  expect_equivalent("source integrated too", most.estimates, exact_risk_of_a_day, 0.01);
  const double most_gain = theory_of(1, 0.03 * 0.6 * 0.01 * 0.3 * 0.95);
  EXPECT_NEAR(most_gain, 4.78e4, 0.01 * 4.78e4);
  EXPECT_NEAR(most.variance_reduction(), most_gain, 0.02 * most_gain);
}

TEST(RareEstimators, TiltingWithLocalRatiosFindsTheChainAndPassesTheGates) {
  const BranchSettings tilt = tilted_to(0.3, 0.1);
  const Days drawn = local_days(configured({tilt, tilt, sampled, sampled}), 1'000'000, 5);
  expect_equivalent("tilted", drawn.estimates, exact_risk_of_a_day, 0.03);
  EXPECT_EQ(drawn.judged().gate, Gate::passed);
  const Days helped = local_days(configured({tilt, tilt, integrated, integrated}), 400'000, 6);
  expect_equivalent("tilted, then integrated", helped.estimates, exact_risk_of_a_day, 0.02);
  EXPECT_EQ(helped.judged().gate, Gate::passed);
  EXPECT_GT(helped.variance_reduction(), 4 * drawn.variance_reduction());
}

TEST(RareEstimators, TiltingGainsWhatTheoryPromises) {
  const BranchSettings tilt = tilted_to(0.3, 1e-9);
  const double drawn = 0.3 * 0.6 * 0.3, ratio = (0.03 / 0.3) * (0.01 / 0.3);
  const Days helped = local_days(configured({tilt, tilt, integrated, integrated}), 400'000, 8);
  const double gain = theory_of(drawn, ratio * 0.3 * 0.95);
  EXPECT_NEAR(helped.variance_reduction(), gain, 0.05 * gain);
  // With the soiling integrated too, and with everything downstream drawn (x^2 is then x).
  EXPECT_NEAR(theory_of(0.3 * 0.3, ratio * 0.6 * 0.3 * 0.95), 2402, 0.01 * 2402);
  const Days alone = local_days(configured({tilt, tilt, sampled, sampled}), 1'000'000, 7);
  EXPECT_NEAR(alone.variance_reduction(), 301, 0.1 * 301);
}

TEST(RareEstimators, ForcingTheFailureFindsTheChain) {
  const Days days = local_days(configured({forced, forced, sampled, sampled}), 200'000, 9);
  expect_equivalent("forced", days.estimates, exact_risk_of_a_day, 0.02);
  EXPECT_EQ(days.judged().gate, Gate::not_needed);
}

TEST(RareEstimators, SplittingByConfigurationFindsTheChain) {
  const Branching branching = configured({in_parts, in_parts, in_parts, in_parts});
  const Days days = local_days(branching, 400'000, 14);
  expect_equivalent("in parts", days.estimates, exact_risk_of_a_day, 0.03);
  EXPECT_GT(days.variance_reduction(), 20) << "counting is 1";
  EXPECT_EQ(days.judged().gate, Gate::not_needed);
}

TEST(RareEstimators, SplittingFindsTheChainWithoutKnowingIt) {
  const Branching crude = configured({sampled, sampled, sampled, sampled});
  kernel::Tally estimates;
  for (std::uint64_t replication = 0; replication < 200; ++replication) {
    const kernel::RandomSource randomness(10, replication);
    estimates.add(
        experiment::split(ChainState{&crude}, chain_levels, 10'000, randomness).probability);
  }
  expect_equivalent("split", estimates, exact_risk_of_a_visit, 0.06);
}

// On one day in a thousand the sterilizer is down and nothing is removed: every risk is 100 times
// as large. Visits are independent given the day, so clusters have the closed form.
constexpr double down = 1e-3;
double exact_cluster() {
  const std::vector<double> good(30, exact_risk_of_a_visit), bad(30, 100 * exact_risk_of_a_visit);
  return experiment::at_least_given_causes(
      2, std::vector<experiment::Cause>{{1 - down, good}, {down, bad}});
}

// Chance of two infections or more on a day of the stratum, its source and dose simulated.
experiment::Stratum cluster_days(double weight, double failure_factor, int n, std::uint64_t seed) {
  const Branching integrating = configured({integrated, integrated, integrated, integrated});
  kernel::Tally chances;
  Uniforms draw(seed);
  for (int i = 0; i < n; ++i) {
    Day day = day_with_local_ratios(integrating, draw);
    for (double& p : day.probabilities) p *= failure_factor;
    chances.add(experiment::at_least(2, day.probabilities));
  }
  return {weight, n, chances.mean(), chances.variance()};
}

// Clusters come from the rare bad days; the strata meet as many of them as are wanted. 99 %
// interval inside exact +- 3 %.
TEST(RareEstimators, StrataFindTheClustersOfACommonCause) {
  const std::vector<experiment::Stratum> strata{cluster_days(1 - down, 1, 20'000, 13),
                                                cluster_days(down, 100, 20'000, 14)};
  const experiment::Estimate estimate = experiment::stratified(strata, 0.99);
  EXPECT_LT(std::abs(estimate.value - exact_cluster()) + estimate.half_width,
            0.03 * exact_cluster());
  EXPECT_GT(0.03 * exact_cluster(), 2.5 * estimate.half_width);
  EXPECT_GT(down * strata[1].mean, 0.85 * estimate.value);
}

// Each day's ratio is a product over 70 tilted decisions. Nearly all of its mean sits in days that
// no run ever meets: the estimate is some 60 times too small and its interval does not notice.
// Under every one of 20 seeds.
TEST(RareEstimators, AGlobalRatioIsRefusedWhereItsIntervalIsSilent) {
  const BranchSettings tilt = tilted_to(0.3, 1e-9);
  const Branching strongly = configured({tilt, tilt, sampled, sampled});
  constexpr int n = 50'000;
  for (std::uint64_t seed = 101; seed <= 120; ++seed) {
    const Days days = global_days(strongly, n, seed);
    const double naive_upper_end =
        days.estimates.mean() + 1.96 * std::sqrt(days.estimates.variance() / n);
    EXPECT_LT(naive_upper_end, 0.5 * exact_risk_of_a_day);
    const GateReport report = days.judged();
    EXPECT_TRUE(experiment::refuses(report.gate)) << "seed " << seed;
    EXPECT_LT(report.mean_ratio, 0.5);
    EXPECT_LT(report.effective_share, experiment::least_effective_share);
  }
}

// The same trap with a milder tilt is legitimate, if of little use: mean 0.999, size 0.35.
TEST(RareEstimators, AMildGlobalRatioPasses) {
  const Days days = global_days(
      configured({tilted_to(0.06, 1e-9), tilted_to(0.03, 1e-9), sampled, sampled}), 300'000, 12);
  const GateReport report = days.judged();
  EXPECT_EQ(report.gate, Gate::passed);
  EXPECT_NEAR(report.effective_share, 0.35, 0.05);
}

}  // namespace
}  // namespace asepsim::theory
