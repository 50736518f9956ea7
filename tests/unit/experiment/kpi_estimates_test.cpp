// Estimates of key figures from the replications' values, and limits on them.
#include "experiment/kpi_estimates.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "experiment/dominance.hpp"
#include "experiment/limits.hpp"

namespace asepsim::experiment {
namespace {

using ::testing::DoubleEq;
using ::testing::ElementsAre;

constexpr double confidence = 0.95;

Kpi figure(Estimator estimator, double scale = 1) {
  Kpi kpi;
  kpi.id = "figure";
  kpi.estimator = estimator;
  kpi.scale = scale;
  return kpi;
}

// Methods, section 2: Y = (3,5,2,6,4), N = (30,42,25,50,40).
const std::vector<Observed> oracle{{3, 30}, {5, 42}, {2, 25}, {6, 50}, {4, 40}};

TEST(KpiEstimates, ARatioOfTotalsHasTheDeltaMethodsInterval) {
  const Estimate estimate = estimate_kpi(figure(Estimator::ratio_of_totals), oracle, confidence);
  EXPECT_NEAR(estimate.value, 0.10695187, 1e-8);
  EXPECT_NEAR(estimate.low, 0.088329432, 1e-8);
  EXPECT_NEAR(estimate.high, 0.12557431, 1e-8);
  EXPECT_EQ(estimate.n, 5);
}

TEST(KpiEstimates, IntervalsEndWhereTheFigureMustEnd) {
  Kpi rate = figure(Estimator::ratio_of_totals);
  const std::vector<Observed> rare{{0, 10}, {0, 10}, {1, 10}};
  EXPECT_LT(estimate_kpi(rate, rare, confidence).low, 0);
  rate.range = Range::not_negative;
  const Estimate cut = estimate_kpi(rate, rare, confidence);
  EXPECT_EQ(cut.low, 0);
  EXPECT_GT(cut.high, 0.1);
  EXPECT_GT(cut.half_width, cut.high / 2);  // precision is that of the whole interval
  EXPECT_EQ(cut.method, "ratio of totals, delta method, Student t, cut at the bounds");
  Kpi share = figure(Estimator::mean_of_replications);
  share.range = Range::share;
  const Estimate high = estimate_kpi(share, {{10, 10}, {10, 10}, {9, 10}}, confidence);
  EXPECT_EQ(high.high, 1);
  EXPECT_EQ(high.method, "mean of replications, Student t, cut at the bounds");
  EXPECT_EQ(estimate_kpi(share, {{4, 10}, {5, 10}, {6, 10}}, confidence).method,
            "mean of replications, Student t");
}

TEST(KpiEstimates, TheSameQuotientEverywhereIsExact) {
  Kpi cost = figure(Estimator::ratio_of_totals);
  cost.range = Range::not_negative;
  const KpiValue year{68985.0 * 364 / 365, 364.0 / 365};
  const Estimate estimate = estimate_kpi(cost, std::vector<Observed>(12, {year}), confidence);
  EXPECT_EQ(estimate.value, estimate.low);
  EXPECT_EQ(estimate.value, estimate.high);
  EXPECT_EQ(estimate.half_width, 0);
  EXPECT_EQ(estimate.method, "ratio of totals, delta method, Student t");
}

TEST(KpiEstimates, OnlyTheContributionMayBeNegative) {
  for (const Kpi& kpi : standard_kpis("USD")) {
    const bool free = kpi.range == Range::any;
    EXPECT_EQ(free, kpi.id.starts_with("contribution.")) << kpi.id;
    const bool chance = kpi.id.starts_with("cluster.");
    EXPECT_EQ(kpi.range == Range::share, kpi.unit == "share" || chance) << kpi.id;
  }
}

TEST(KpiEstimates, AReplicationWithoutAFiniteNumberIsLeftOut) {
  std::vector<ReplicationSummary> replications(4);
  const double numbers[] = {1, INFINITY, 3, NAN};
  for (std::size_t r = 0; r < 4; ++r) {
    replications[r].replication = r;
    replications[r].values = {{numbers[r], 1}};
  }
  const auto estimates =
      estimate_kpis({figure(Estimator::ratio_of_totals)}, replications, confidence);
  EXPECT_EQ(estimates[0].n, 2);
  EXPECT_EQ(estimates[0].value, 2);
  EXPECT_THAT(without_number(replications, 0), ElementsAre(1u, 3u));
}

TEST(Dominance, IsAReplicationWithMoreThanAFifthOfTheTotal) {
  Kpi rate = figure(Estimator::ratio_of_totals);
  rate.numerator = slot(Quantity::bloodborne);
  const auto with = [](std::vector<double> numbers) {
    std::vector<ReplicationSummary> replications;
    for (const double number : numbers) {
      replications.push_back(
          {.replication = replications.size(), .values = {{number, 1}}, .rows = {}});
    }
    return replications;
  };
  std::vector<double> numbers(75, 1.0);
  numbers.push_back(25);
  const auto found = dominated({rate}, with(numbers));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].replication, 75u);
  EXPECT_EQ(found[0].share, 0.25);
  EXPECT_TRUE(dominated({rate}, with({1, 1, 1})).empty());
  EXPECT_TRUE(dominated({rate}, with({0, 0, 0})).empty());
  rate.numerator = slot(Quantity::revenue);
  EXPECT_TRUE(dominated({rate}, with(numbers)).empty());
}

TEST(KpiEstimates, ARatioIsNotTheMeanOfTheQuotients) {
  const std::vector<Observed> values{{1, 1}, {0, 99}};
  EXPECT_EQ(estimate_kpi(figure(Estimator::ratio_of_totals), values, confidence).value, 0.01);
  EXPECT_EQ(estimate_kpi(figure(Estimator::mean_of_replications), values, confidence).value, 0.5);
}

TEST(KpiEstimates, LinearisedValuesHaveTheRatioAsTheirMean) {
  EXPECT_THAT(linearised({{1, 2}, {3, 2}}), ElementsAre(DoubleEq(0.5), DoubleEq(1.5)));
  double sum = 0;
  for (const double point : linearised(oracle)) sum += point;
  EXPECT_NEAR(sum / 5, 20.0 / 187, 1e-15);
}

TEST(KpiEstimates, AMeanLeavesOutReplicationsWithoutAValue) {
  const std::vector<Observed> values{{10, 1}, {0, 0}, {20, 1}};
  const Estimate estimate =
      estimate_kpi(figure(Estimator::mean_of_replications), values, confidence);
  EXPECT_EQ(estimate.value, 15);
  EXPECT_EQ(estimate.n, 2);
}

TEST(KpiEstimates, NothingOverNothingIsNoValueAndNeverNaN) {
  for (const auto estimator :
       {Estimator::ratio_of_totals, Estimator::mean_of_replications, Estimator::rare_events}) {
    const Estimate estimate = estimate_kpi(figure(estimator), {{0, 0}, {0, 0}}, confidence);
    EXPECT_EQ(estimate.n, 0);
    EXPECT_FALSE(estimate.known);
    EXPECT_EQ(estimate.value, 0);
  }
}

TEST(KpiEstimates, OneReplicationHasAValueButNoInterval) {
  const Estimate estimate = estimate_kpi(figure(Estimator::ratio_of_totals), {{3, 4}}, confidence);
  EXPECT_EQ(estimate.value, 0.75);
  EXPECT_EQ(estimate.n, 1);
  EXPECT_FALSE(estimate.known);
}

// Methods, section 2: Clopper-Pearson 0/1e6 and 5/1e5.
TEST(KpiEstimates, RareEventsHaveExactIntervalsOfTheirUnit) {
  const Kpi per_million = figure(Estimator::rare_events, 1e6);
  const Estimate none = estimate_kpi(per_million, {{0, 4e5}, {0, 6e5}}, confidence);
  EXPECT_EQ(none.value, 0);
  EXPECT_NEAR(none.high, 3.68887265, 1e-7);
  EXPECT_EQ(none.n, 1'000'000);
  const Estimate five = estimate_kpi(per_million, {{2e6, 4e4}, {3e6, 6e4}}, confidence);
  EXPECT_NEAR(five.value, 50, 1e-9);
  EXPECT_NEAR(five.low, 16.2350568, 1e-6);
  EXPECT_NEAR(five.high, 116.679430, 1e-5);
}

// Methods, section 2: Garwood, x = 5: (1.62348639, 11.66833208).
TEST(KpiEstimates, MoreEventsThanTrialsAreARate) {
  const Estimate estimate = estimate_kpi(figure(Estimator::rare_events, 10), {{50, 4}}, confidence);
  EXPECT_NEAR(estimate.value, 12.5, 1e-12);
  EXPECT_NEAR(estimate.low, 16.2348639 / 4, 1e-6);
  EXPECT_NEAR(estimate.high, 116.6833208 / 4, 1e-6);
}

Estimate interval(double low, double high) {
  return make_estimate((low + high) / 2, {low, high}, 10, "test");
}

LimitState checked(scenario::Limit limit, const Estimate& estimate) {
  limit.kpi = "figure";
  return check_limits({limit}, {figure(Estimator::ratio_of_totals)}, {estimate})[0].state;
}

TEST(Limits, AreMetBrokenOrUndecidedByTheWholeInterval) {
  scenario::Limit most;
  most.at_most = 10;
  EXPECT_EQ(checked(most, interval(8, 10)), LimitState::met);
  EXPECT_EQ(checked(most, interval(8, 10.1)), LimitState::undecided);
  EXPECT_EQ(checked(most, interval(10.1, 12)), LimitState::broken);
  scenario::Limit least;
  least.at_least = 10;
  EXPECT_EQ(checked(least, interval(10, 12)), LimitState::met);
  EXPECT_EQ(checked(least, interval(9.9, 12)), LimitState::undecided);
  EXPECT_EQ(checked(least, interval(8, 9.9)), LimitState::broken);
}

TEST(Limits, WithTwoSidesAreMetOnlyInBetween) {
  scenario::Limit both;
  both.at_least = 5;
  both.at_most = 10;
  EXPECT_EQ(checked(both, interval(5, 10)), LimitState::met);
  EXPECT_EQ(checked(both, interval(4, 6)), LimitState::undecided);
  EXPECT_EQ(checked(both, interval(1, 2)), LimitState::broken);
  EXPECT_EQ(checked(both, interval(11, 12)), LimitState::broken);
}

TEST(Limits, AreUndecidedWithoutAnInterval) {
  scenario::Limit most;
  most.at_most = 10;
  EXPECT_EQ(checked(most, without_interval(3, 1, "none")), LimitState::undecided);
}

TEST(Limits, OnFiguresThatDoNotExistAreNamed) {
  scenario::Limit known, unknown;
  known.kpi = "figure";
  unknown.kpi = "wiat.mean";
  EXPECT_THAT(unknown_limits({known, unknown}, {figure(Estimator::ratio_of_totals)}),
              ElementsAre(1));
}

}  // namespace
}  // namespace asepsim::experiment
