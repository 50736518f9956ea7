// Replications that are given a common cause: who, with what weight, and what comes of it.
#include "experiment/strata.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "experiment/kpi_comparison.hpp"
#include "experiment/strata_figures.hpp"

namespace asepsim::experiment {
namespace {

using clinic::Given;
using ::testing::DoubleEq;
using ::testing::ElementsAre;

constexpr double confidence = 0.95;
constexpr GivenState drift{Given::drift, 0.1}, none{Given::no_drift, 0.9};

TEST(Strata, SpreadTheCauseEvenlyOverTheReplications) {
  const StrataPlan third{0.01, 1.0 / 3};
  std::vector<bool> given;
  for (std::uint64_t r = 0; r < 7; ++r) given.push_back(third.given_to(r) == Given::drift);
  EXPECT_THAT(given, ElementsAre(false, false, true, false, false, true, false));
  EXPECT_EQ((StrataPlan{0, 0.5}.given_to(1)), Given::nothing);
}

// One of four has the cause of probability 0.1: it weighs 0.4, the others 1.2.
TEST(Strata, WeighTheirReplicationsByTheProbabilityOfTheState) {
  const std::vector<GivenState> states{none, drift, none, none};
  EXPECT_THAT(weights_of(states),
              ElementsAre(DoubleEq(1.2), DoubleEq(0.4), DoubleEq(1.2), DoubleEq(1.2)));
  EXPECT_THAT(weights_of(std::vector<GivenState>(3)), ElementsAre(1, 1, 1));
}

TEST(Strata, AreCompleteOnlyWithBothStates) {
  EXPECT_TRUE(are_complete(std::vector<GivenState>{none, drift}));
  EXPECT_FALSE(are_complete(std::vector<GivenState>{none, none}));
  EXPECT_FALSE(are_complete(std::vector<GivenState>{drift}));
  EXPECT_TRUE(are_complete(std::vector<GivenState>(2)));
}

Kpi figure(Estimator estimator) {
  Kpi kpi;
  kpi.id = "bloodborne.per_million";
  kpi.estimator = estimator;
  kpi.direction = Direction::lower_is_better;
  kpi.headline = true;
  kpi.numerator = slot(Quantity::bloodborne);  // a figure of the ledger
  return kpi;
}

// Means 2 and 40, variances 2 and 200 of two each: 0.9 x 2 + 0.1 x 40 with the error
// sqrt(0.81 x 2 / 2 + 0.01 x 200 / 2) = 1.3453624; degrees of freedom 3.2761 / (0.6561 + 1).
const std::vector<Observed> four{
    {{1, 1}, none}, {{30, 1}, drift}, {{3, 1}, none}, {{50, 1}, drift}};

TEST(Strata, AreWeighedAndVaryOnlyWithin) {
  for (const Estimator estimator : {Estimator::ratio_of_totals, Estimator::mean_of_replications}) {
    const Estimate estimate = estimate_kpi(figure(estimator), four, confidence);
    EXPECT_DOUBLE_EQ(estimate.value, 5.8);
    EXPECT_TRUE(estimate.method.ends_with("Student t within strata")) << estimate.method;
    const StratifiedMean mean = mean_within_strata(linearised(four), states_of(four));
    EXPECT_NEAR(mean.standard_error, std::sqrt(1.81), 1e-12);
    EXPECT_NEAR(mean.degrees, 3.2761 / 1.6561, 1e-9);
    EXPECT_NEAR(estimate.half_width / std::sqrt(1.81), 4.348408, 1e-6)
        << "t with 1.9782 degrees, its density integrated";
  }
}

// Sessions differ by state: (0.9 x 2 + 0.1 x 40) / (0.9 x 10 + 0.1 x 20).
TEST(Strata, WeighBothPartsOfARatio) {
  const std::vector<Observed> values{
      {{1, 10}, none}, {{30, 20}, drift}, {{3, 10}, none}, {{50, 20}, drift}};
  const Estimate estimate = estimate_kpi(figure(Estimator::ratio_of_totals), values, confidence);
  EXPECT_DOUBLE_EQ(estimate.value, 5.8 / 11);
}

// 0.9 x 0 / 20 + 0.1 x 5 / 20 events a session, with the gamma interval of five such events.
TEST(Strata, WeighCountedEvents) {
  const std::vector<Observed> values{
      {{0, 10}, none}, {{2, 10}, drift}, {{0, 10}, none}, {{3, 10}, drift}};
  const Estimate estimate = estimate_kpi(figure(Estimator::rare_events), values, confidence);
  EXPECT_DOUBLE_EQ(estimate.value, 0.025);
  EXPECT_EQ(estimate.method, "Fay-Feuer");
  EXPECT_NEAR(estimate.low, 0.005 * 1.62348639, 1e-9) << "five Poisson events (Garwood)";
  EXPECT_GT(estimate.high, 0.005 * 11.66833208) << "one of the weightier events more";
}

TEST(Strata, WithoutOneStateNothingIsKnown) {
  const std::vector<Observed> values{{{1, 1}, none}, {{3, 1}, none}};
  for (const Estimator estimator :
       {Estimator::ratio_of_totals, Estimator::mean_of_replications, Estimator::rare_events}) {
    EXPECT_EQ(estimate_kpi(figure(estimator), values, confidence).n, 0);
  }
}

std::vector<ReplicationSummary> summaries(const std::vector<Observed>& values) {
  std::vector<ReplicationSummary> all;
  for (const Observed& value : values) {
    all.push_back({.replication = all.size(), .state = value.state, .values = {value}, .rows = {}});
  }
  return all;
}

KpiComparison compared(const std::vector<Observed>& alternative, bool paired) {
  const std::vector<Kpi> kpis{figure(Estimator::mean_of_replications)};
  const auto base = summaries(four), other = summaries(alternative);
  return compare_kpis({kpis, base}, {kpis, other}, paired, confidence).front();
}

// Differences 1 and 3 without, 10 and 30 with the cause: 0.9 x 2 + 0.1 x 20, variances 2 and 200.
TEST(Strata, ArePairedWithinStates) {
  const KpiComparison result =
      compared({{{2, 1}, none}, {{40, 1}, drift}, {{6, 1}, none}, {{80, 1}, drift}}, true);
  EXPECT_DOUBLE_EQ(result.statistics.difference.value, 3.8);
  EXPECT_NEAR(result.statistics.standard_error, std::sqrt(1.81), 1e-12);
  EXPECT_NEAR(result.statistics.degrees_of_freedom, 3.2761 / 1.6561, 1e-9);
  EXPECT_EQ(*result.share_better, 0);
}

// The alternative has no such cause: 6 with variance 2 of four, against 5.8 with error^2 1.81.
TEST(Strata, MayBeOfOneSideOnly) {
  const KpiComparison result = compared({{{5, 1}}, {{5, 1}}, {{7, 1}}, {{7, 1}}}, false);
  EXPECT_NEAR(result.statistics.difference.value, 0.2, 1e-12);
  EXPECT_NEAR(result.statistics.standard_error, std::sqrt(1.81 + 4.0 / 3 / 4), 1e-12);
}

// The cause makes 4 of 5.8 of the figure; spreads 0.9 x 1.414 and 0.1 x 14.14: equal but for the
// probabilities, so 47 of 100 (1.2728 to 1.4142).
TEST(Strata, TellWhatTheCauseDoesAndHowToShareOutTheReplications) {
  const auto figures =
      strata_figures({figure(Estimator::ratio_of_totals)}, summaries(four), confidence);
  ASSERT_EQ(figures.size(), 2u);
  EXPECT_EQ(figures[0].state, none);
  EXPECT_EQ(figures[1].state, drift);
  EXPECT_DOUBLE_EQ(figures[0].estimate.value, 2);
  EXPECT_DOUBLE_EQ(figures[1].estimate.value, 40);
  EXPECT_NEAR(*figures[1].part, 4 / 5.8, 1e-12);
  EXPECT_EQ(figures[0].best + figures[1].best, 4);
  EXPECT_TRUE(strata_figures({figure(Estimator::ratio_of_totals)}, summaries({{{1, 1}}, {{2, 1}}}),
                             confidence)
                  .empty());
}

}  // namespace
}  // namespace asepsim::experiment
