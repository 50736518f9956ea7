// Promises of the charts that watch a clinic; oracles of methods section 7.
#include "science/surveillance.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <vector>

namespace asepsim::science {
namespace {

BernoulliCusum chart_of(double p0, double p1, std::int64_t threshold) {
  BernoulliCusum chart = bernoulli_cusum(p0, p1);
  chart.threshold = threshold;
  return chart;
}

TEST(BernoulliCusum, HasTheReferenceValueAndLatticeOfTheOracle) {
  const BernoulliCusum chart = bernoulli_cusum(0.01, 0.02);
  EXPECT_NEAR(chart.gamma, 0.0144353447, 5e-11);
  EXPECT_EQ(chart.lattice, 69);
}

TEST(BernoulliCusum, HasTheRunLengthsOfTheOracle) {
  const BernoulliCusum low = chart_of(0.01, 0.02, 200), high = chart_of(0.01, 0.02, 300);
  EXPECT_NEAR(average_run_length(0.01, low), 2098.221275, 1e-6);
  EXPECT_NEAR(average_run_length(0.02, low), 357.6628295, 1e-7);
  EXPECT_NEAR(average_run_length(0.05, low), 86.05539895, 1e-8);
  EXPECT_NEAR(average_run_length(0.01, high), 7344.435094, 1e-6);
  EXPECT_NEAR(average_run_length(0.02, high), 601.431464, 1e-6);
  EXPECT_NEAR(average_run_length(0.05, high), 125.3973288, 1e-7);
}

/// The run length by iterating x = 1 + Q x over the whole chain until it stands still.
double iterated_run_length(double p, const BernoulliCusum& chart) {
  const auto n = static_cast<std::size_t>(chart.threshold);
  const auto jump = static_cast<std::size_t>(chart.lattice - 1);
  std::vector<double> x(n, 0.0);
  for (int sweep = 0; sweep < 200000; ++sweep) {
    const double before = x[0];
    for (std::size_t i = 0; i < n; ++i) {
      const double on_event = i + jump < n ? x[i + jump] : 0.0;
      x[i] = 1 + (1 - p) * x[i > 0 ? i - 1 : 0] + p * on_event;
    }
    if (sweep > 100 && std::abs(x[0] - before) < 1e-13 * x[0]) break;
  }
  return x[0];
}

TEST(BernoulliCusum, AgreesWithIteratingTheWholeChain) {
  for (const std::int64_t lattice : {2, 3, 7, 20}) {
    for (const std::int64_t threshold : {1, 2, 5, 19, 20, 21, 45}) {
      const BernoulliCusum chart{0, lattice, threshold};
      const double p = 1.5 / static_cast<double>(lattice + 1);
      EXPECT_NEAR(average_run_length(p, chart) / iterated_run_length(p, chart), 1.0, 1e-8)
          << lattice << " " << threshold;
    }
  }
}

TEST(BernoulliCusum, SignalsAtTheFirstEventWhenTheThresholdIsOneJump) {
  const BernoulliCusum chart{0, 69, 68};
  EXPECT_NEAR(average_run_length(0.01, chart), 100, 1e-10);
}

TEST(BernoulliCusum, FindsTheShortestThresholdForARunLength) {
  BernoulliCusum chart = bernoulli_cusum(0.01, 0.02);
  for (const double wanted : {50.0, 100.0, 2098.0, 7344.0}) {
    chart.threshold = cusum_threshold(0.01, wanted, chart);
    EXPECT_GE(average_run_length(0.01, chart), wanted);
    --chart.threshold;
    EXPECT_LT(chart.threshold > 0 ? average_run_length(0.01, chart) : 0.0, wanted);
  }
}

TEST(BernoulliCusum, DetectsATenfoldInfectionRateInTensOfThousandsOfVisits) {
  // Methods 7: 1e-5 to 1e-4 with ARL0 = 3.9e6 takes 34,700 visits.
  BernoulliCusum chart = bernoulli_cusum(1e-5, 1e-4);
  chart.threshold = cusum_threshold(1e-5, 3.9e6, chart);
  EXPECT_NEAR(average_run_length(1e-4, chart), 34700, 0.03 * 34700);
}

TEST(BernoulliCusum, DetectsPoorCyclesInHundreds) {
  // Methods 7: 0.01 to 0.03, ARL0 = 3749 cycles: 207 cycles, at 0.10 41 cycles.
  const std::int64_t threshold = cusum_threshold(0.01, 3700, bernoulli_cusum(0.01, 0.03));
  const BernoulliCusum chart = chart_of(0.01, 0.03, threshold);
  EXPECT_NEAR(average_run_length(0.01, chart), 3749, 0.02 * 3749);
  EXPECT_NEAR(average_run_length(0.03, chart), 207, 0.01 * 207);
  EXPECT_NEAR(average_run_length(0.10, chart), 41, 0.01 * 41);
}

TEST(BernoulliCusum, RunsLongerWithAHigherThresholdAndShorterWithMoreEvents) {
  double before = 0;
  for (std::int64_t h = 1; h < 400; h += 7) {
    const BernoulliCusum chart = chart_of(0.01, 0.02, h);
    EXPECT_GE(average_run_length(0.01, chart), before);
    EXPECT_LT(average_run_length(0.02, chart), average_run_length(0.01, chart));
    before = average_run_length(0.01, chart);
  }
}

TEST(BernoulliCusum, StepsUpOnEventsDownOtherwiseAndNeverBelowZero) {
  const BernoulliCusum chart{0, 69, 100};
  EXPECT_EQ(cusum_step(0, false, chart), 0);
  EXPECT_EQ(cusum_step(0, true, chart), 68);
  EXPECT_EQ(cusum_step(68, false, chart), 67);
  EXPECT_FALSE(cusum_signals(99, chart));
  EXPECT_TRUE(cusum_signals(cusum_step(40, true, chart), chart));
}

TEST(LikelihoodStep, IsTheLogLikelihoodRatioOfF14) {
  EXPECT_DOUBLE_EQ(likelihood_step(true, 0.01, 0.03), std::log(3.0));
  EXPECT_NEAR(likelihood_step(false, 0.01, 0.03), std::log(0.97 / 0.99), 1e-15);
  // The Bernoulli CUSUM is the same walk in other units: step ratio = m - 1 to within rounding.
  EXPECT_NEAR(-likelihood_step(true, 0.01, 0.02) / likelihood_step(false, 0.01, 0.02),
              1 / bernoulli_cusum(0.01, 0.02).gamma - 1, 1e-9);
}

TEST(NormalCusum, HasTheRunLengthsOfTheOracle) {
  EXPECT_NEAR(normal_cusum_run_length(0, 0.5, 4), 335.3675776, 1e-6);
  EXPECT_NEAR(normal_cusum_run_length(1, 0.5, 4), 8.38320213, 1e-7);
}

TEST(GChart, HasTheLimitAndRunLengthOfTheOracle) {
  EXPECT_NEAR(g_chart_lower_limit(0.001, 0.005), 5.01, 0.001);
  EXPECT_DOUBLE_EQ(g_chart_run_length(0.001, 0.005), 2e5);
}

TEST(GChart, LimitsCutTheStatedProbabilityFromEachSide) {
  const double low = g_chart_lower_limit(0.02, 0.05), high = g_chart_upper_limit(0.02, 0.05);
  EXPECT_NEAR(1 - std::pow(0.98, low), 0.05, 1e-12);
  EXPECT_NEAR(std::pow(0.98, high), 0.05, 1e-12);
  EXPECT_LT(low, high);
}

TEST(Funnel, HasTheLimitsOfTheOracle) {
  const auto [low95, high95] = funnel_limits(0.02, 500, 0.95);
  const auto [low998, high998] = funnel_limits(0.02, 500, 0.998);
  EXPECT_DOUBLE_EQ(low95, 0.008);
  EXPECT_DOUBLE_EQ(high95, 0.034);
  EXPECT_DOUBLE_EQ(low998, 0.004);
  EXPECT_DOUBLE_EQ(high998, 0.042);
}

TEST(Funnel, CoversAtLeastItsProbabilityForEverySize) {
  for (const std::int64_t n : {1, 3, 10, 50, 400}) {
    const auto [low, high] = funnel_limits(0.05, n, 0.95);
    const double visits = static_cast<double>(n);
    double inside = 0;
    for (std::int64_t x = 0; x <= n; ++x) {
      const double events = static_cast<double>(x);
      if (events / visits < low - 1e-12 || events / visits > high + 1e-12) continue;
      inside += std::exp(std::lgamma(visits + 1) - std::lgamma(events + 1) -
                         std::lgamma(visits - events + 1) + events * std::log(0.05) +
                         (visits - events) * std::log(0.95));
    }
    EXPECT_GE(inside, 0.95 - 1e-12) << n;
  }
}

TEST(Inspections, TakeTheDelaysOfTheOracle) {
  EXPECT_DOUBLE_EQ(periodic_inspection_delay(30, 0.8), 22.5);
  EXPECT_DOUBLE_EQ(random_inspection_delay(1.0 / 30, 0.8), 37.5);
  EXPECT_DOUBLE_EQ(periodic_inspection_delay(30, 1.0), 15);
}

}  // namespace
}  // namespace asepsim::science
