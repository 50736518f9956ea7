// Promises of ratio and quantile intervals; oracles of methods section 2.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "experiment/confidence_interval.hpp"
#include "experiment/reference_law.hpp"
#include "unit/experiment/lcg.hpp"

namespace asepsim::experiment {
namespace {

const std::vector<double> infections{3, 5, 2, 6, 4}, visits{30, 42, 25, 50, 40};

TEST(RatioInterval, HasTheDeltaMethodOfTheOracle) {
  const Estimate e = ratio_interval(infections, visits, 0.95);
  EXPECT_NEAR(e.value, 0.10695187, 5e-9);
  EXPECT_NEAR(e.half_width / student_quantile(0.975, 4), 0.0067072961, 5e-11);
  EXPECT_NEAR(e.low, 0.088329432, 5e-10);
  EXPECT_NEAR(e.high, 0.12557431, 5e-9);
  EXPECT_EQ(e.n, 5);
  EXPECT_EQ(e.method, "ratio, delta method");
}

TEST(RatioInterval, HasTheJackknifeOfTheOracle) {
  const Estimate e = jackknife_ratio(infections, visits, 0.95);
  EXPECT_NEAR(e.value, 0.10766099, 5e-9);
  EXPECT_NEAR(e.half_width / student_quantile(0.975, 4), 0.0067786621, 5e-11);
}

TEST(RatioInterval, IsTheRatioOfMeansAndNotTheMeanOfRatios) {
  const std::vector<double> y{1, 30}, x{1, 100};
  EXPECT_DOUBLE_EQ(ratio_interval(y, x, 0.95).value, 31.0 / 101);
}

TEST(RatioInterval, HasNoWidthWhenTheRatioIsTheSameInEveryReplication) {
  const std::vector<double> y{2, 4, 6}, x{10, 20, 30};
  const Estimate e = ratio_interval(y, x, 0.95);
  EXPECT_TRUE(e.known);
  EXPECT_NEAR(e.half_width, 0, 1e-8);  // the root of a rounding error
  EXPECT_NEAR(jackknife_ratio(y, x, 0.95).half_width, 0, 1e-9);
}

TEST(RatioInterval, IsUnknownWithoutDenominatorOrWithOneReplication) {
  const std::vector<double> one{3}, ten{10}, zeros{0, 0};
  for (const auto method : {+[](const std::vector<double>&y, const std::vector<double>&x) {
                              return ratio_interval(y, x, 0.95);
                            },
                            +[](const std::vector<double>&y, const std::vector<double>&x) {
                              return jackknife_ratio(y, x, 0.95);
                            }}) {
    EXPECT_FALSE(method(one, ten).known);
    EXPECT_DOUBLE_EQ(method(one, ten).value, 0.3);
    EXPECT_FALSE(method(zeros, zeros).known);
    EXPECT_EQ(method(zeros, zeros).value, 0.0);
    EXPECT_FALSE(method({}, {}).known);
  }
}

TEST(RatioInterval, IsUnknownWhenLeavingOneOutLeavesNoDenominator) {
  const std::vector<double> y{1, 0}, x{10, 0};
  const Estimate e = jackknife_ratio(y, x, 0.95);
  EXPECT_FALSE(e.known);
  EXPECT_TRUE(std::isfinite(e.value));
}

TEST(RatioInterval, CoversTheRatioNearlyAsOftenAsItSays) {
  // 20,000 studies of 30 replications: visits 40 +- 6, infections 0.1 a visit + noise; truth 0.1.
  // Standard error of the coverage 0.0016; its 99.9 % interval (+-0.0053) must lie within 0.015 of
  // 0.95 (the delta method is asymptotic). A fresh seed would fail less than once in 1,000 times.
  Lcg draw(7);
  int covered = 0;
  constexpr int studies = 20000;
  std::vector<double> y(30), x(30);
  for (int i = 0; i < studies; ++i) {
    for (std::size_t r = 0; r < x.size(); ++r) {
      x[r] = 40 + 6 * draw.normal();
      y[r] = 0.1 * x[r] + 1.5 * draw.normal();
    }
    const Estimate e = ratio_interval(y, x, 0.95);
    covered += e.low <= 0.1 && 0.1 <= e.high;
  }
  EXPECT_NEAR(static_cast<double>(covered) / studies, 0.95, 0.015 - 0.0053);
}

TEST(PairedRatio, IsSymmetricOnTheLogScale) {
  const std::vector<double> base{10, 12, 9, 11, 13}, alternative{14, 15, 11, 16, 15};
  const Estimate up = paired_ratio(base, alternative, 0.95);
  const Estimate down = paired_ratio(alternative, base, 0.95);
  EXPECT_NEAR(up.value, 71.0 / 55, 1e-12);
  EXPECT_NEAR(up.value * down.value, 1, 1e-12);
  EXPECT_NEAR(up.low * down.high, 1, 1e-12);
  EXPECT_NEAR(up.high * down.low, 1, 1e-12);
}

TEST(PairedRatio, UsesThePairing) {
  // ln ratio variance by hand: means 11 and 14.2, variances 2.5 and 3.7, covariance 2.25, n = 5.
  const std::vector<double> base{10, 12, 9, 11, 13}, alternative{14, 15, 11, 16, 15};
  const double variance = (3.7 / (14.2 * 14.2) + 2.5 / 121 - 2 * 2.25 / (14.2 * 11)) / 5;
  const double factor = std::exp(student_quantile(0.975, 4) * std::sqrt(variance));
  EXPECT_NEAR(paired_ratio(base, alternative, 0.95).high, 14.2 / 11 * factor, 1e-12);
}

TEST(PairedRatio, IsUnknownWithoutEventsOnEitherSide) {
  const std::vector<double> none{0, 0, 0}, some{1, 2, 3}, one{2};
  EXPECT_FALSE(paired_ratio(none, some, 0.95).known);
  EXPECT_FALSE(paired_ratio(some, none, 0.95).known);
  EXPECT_EQ(paired_ratio(some, none, 0.95).value, 0.0);
  EXPECT_FALSE(paired_ratio(one, one, 0.95).known);
}

TEST(OrderStatistics, HaveTheRanksOfTheOracle) {
  const auto median = order_statistic_ranks(100, 0.5, 0.95);
  ASSERT_TRUE(median.has_value());
  EXPECT_EQ(median->low, 40);
  EXPECT_EQ(median->high, 61);
  const auto tail = order_statistic_ranks(200, 0.95, 0.95);
  ASSERT_TRUE(tail.has_value());
  EXPECT_EQ(tail->low, 184);
  EXPECT_EQ(tail->high, 197);
  EXPECT_NEAR(tail->achieved, 0.96715, 5e-6);
}

TEST(OrderStatistics, ReachTheConfidenceOrDoNotExist) {
  for (std::int64_t n = 1; n < 120; ++n) {
    for (const double q : {0.05, 0.5, 0.9}) {
      const auto ranks = order_statistic_ranks(n, q, 0.9);
      if (!ranks) continue;
      EXPECT_GE(ranks->achieved, 0.9);
      EXPECT_GE(ranks->low, 1);
      EXPECT_LE(ranks->high, n);
    }
  }
  EXPECT_FALSE(order_statistic_ranks(5, 0.5, 0.95).has_value());  // 1 - 2/32 < 0.95
  EXPECT_TRUE(order_statistic_ranks(6, 0.5, 0.95).has_value());   // 1 - 2/64 >= 0.95
}

TEST(OrderStatistics, UseATailThatIsMetExactly) {
  const auto ranks = order_statistic_ranks(5, 0.5, 0.9375);  // 1 - 2/32
  ASSERT_TRUE(ranks.has_value());
  EXPECT_EQ(ranks->low, 1);
  EXPECT_EQ(ranks->high, 5);
  EXPECT_NEAR(ranks->achieved, 0.9375, 1e-14);
}

TEST(QuantileInterval, ReadsTheOrderStatisticsWhateverTheOrder) {
  std::vector<double> values(100);
  for (std::size_t i = 0; i < values.size(); ++i)
    values[(i * 37) % 100] = static_cast<double>(i + 1);
  const Estimate e = quantile_interval(values, 0.5, 0.95);
  EXPECT_DOUBLE_EQ(e.value, 50.5);
  EXPECT_EQ(e.low, 40);
  EXPECT_EQ(e.high, 61);
  EXPECT_EQ(e.method, "order statistics");
}

TEST(QuantileInterval, IsUnknownWhenTooFewValuesCarryIt) {
  const Estimate e = quantile_interval({1, 2, 3}, 0.9, 0.95);
  EXPECT_FALSE(e.known);
  EXPECT_DOUBLE_EQ(e.value, 2.8);
  EXPECT_FALSE(quantile_interval({}, 0.5, 0.95).known);
  EXPECT_EQ(quantile_interval({4}, 0.9, 0.95).value, 4);
}

TEST(WilksSampleSize, HasTheValuesOfTheOracle) {
  EXPECT_EQ(wilks_sample_size(0.95, 0.95), 59);
  EXPECT_EQ(wilks_sample_size(0.95, 0.95, 2), 93);
  EXPECT_EQ(wilks_sample_size(0.99, 0.95), 299);
}

}  // namespace
}  // namespace asepsim::experiment
