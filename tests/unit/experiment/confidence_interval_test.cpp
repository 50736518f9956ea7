// Promises of the intervals for means, proportions and rates; oracles of methods section 2.
#include "experiment/confidence_interval.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "experiment/reference_law.hpp"
#include "unit/experiment/lcg.hpp"

namespace asepsim::experiment {
namespace {

void expect_interval(const Estimate& e, double low, double high, double relative) {
  EXPECT_TRUE(e.known);
  EXPECT_NEAR(e.low, low, std::abs(low) * relative);
  EXPECT_NEAR(e.high, high, std::abs(high) * relative);
  EXPECT_DOUBLE_EQ(e.half_width, (e.high - e.low) / 2);
}

void expect_unknown_but_clean(const Estimate& e) {
  EXPECT_FALSE(e.known);
  EXPECT_TRUE(std::isfinite(e.value));
  EXPECT_EQ(e.low, e.value);
  EXPECT_EQ(e.high, e.value);
  EXPECT_EQ(e.half_width, 0.0);
  EXPECT_NE(e.method, "none");
}

TEST(StudentInterval, HasTheQuantilesOfTheOracle) {
  EXPECT_NEAR(student_quantile(0.975, 9), 2.262157, 5e-7);
  EXPECT_NEAR(student_quantile(0.975, 29), 2.045230, 5e-7);
}

TEST(StudentInterval, IsMeanPlusMinusTimesStandardError) {
  const std::vector<double> values{4, 6, 5, 9, 1, 7, 3, 8, 2, 5};  // mean 5, variance 60/9
  const Estimate e = student_interval(values, 0.95);
  const double half = 2.262157162798204 * std::sqrt(60.0 / 9 / 10);
  EXPECT_DOUBLE_EQ(e.value, 5);
  EXPECT_EQ(e.n, 10);
  EXPECT_EQ(e.method, "Student t");
  expect_interval(e, 5 - half, 5 + half, 1e-12);
}

TEST(StudentInterval, IsUnknownWithFewerThanTwoReplications) {
  expect_unknown_but_clean(student_interval(std::vector<double>{}, 0.95));
  const std::vector<double> one{3.5};
  expect_unknown_but_clean(student_interval(one, 0.95));
  EXPECT_EQ(student_interval(one, 0.95).value, 3.5);
  expect_unknown_but_clean(student_interval(3.5, 0.0, 1, 0.95));
}

TEST(StudentInterval, HasNoWidthWhenAllReplicationsAreEqual) {
  const std::vector<double> same{2, 2, 2, 2};
  const Estimate e = student_interval(same, 0.95);
  expect_interval(e, 2, 2, 0);
  EXPECT_EQ(e.half_width, 0.0);
}

TEST(StudentInterval, NeverLetsANotANumberOut) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  expect_unknown_but_clean(student_interval(nan, 1.0, 10, 0.95));
  expect_unknown_but_clean(student_interval(1.0, nan, 10, 0.95));
  expect_unknown_but_clean(
      student_interval(1.0, std::numeric_limits<double>::infinity(), 10, 0.95));
}

/// Share of 20,000 samples of ten whose 95 % interval holds the true mean 3.
double student_coverage(std::uint64_t seed) {
  Lcg draw(seed);
  int covered = 0;
  constexpr int samples = 20000;
  std::vector<double> values(10);
  for (int i = 0; i < samples; ++i) {
    for (double& v : values) v = 3 + 2 * draw.normal();
    const Estimate e = student_interval(values, 0.95);
    covered += e.low <= 3 && 3 <= e.high;
  }
  return static_cast<double>(covered) / samples;
}

TEST(StudentInterval, CoversTheMeanAsOftenAsItSays) {
  // Standard error of the coverage 0.00154. Its 99.9 % interval (+-0.0051) must lie within 0.01 of
  // 0.95; a correct method with a fresh seed would fail once in 600 times.
  EXPECT_NEAR(student_coverage(20250301), 0.95, 0.01 - 0.0051);
}

TEST(Proportions, HaveTheIntervalsOfTheOracle) {
  expect_interval(clopper_pearson(5, 100000, 0.95), 1.62350568e-5, 1.16679430e-4, 5e-9);
  expect_interval(wilson(5, 100000, 0.95), 2.13571945e-5, 1.17052077e-4, 5e-9);
  expect_interval(jeffreys(5, 100000, 0.95), 1.90789885e-5, 1.09596706e-4, 5e-9);
  expect_interval(clopper_pearson(10, 1000, 0.95), 0.00480551069, 0.0183132431, 5e-9);
}

TEST(Proportions, BoundZeroEventsFromAbove) {
  expect_interval(clopper_pearson(0, 1000000, 0.95), 0, 3.68887265e-6, 5e-9);
  expect_interval(clopper_pearson_upper(0, 1000000, 0.95), 0, 2.99572779e-6, 5e-9);
  EXPECT_EQ(clopper_pearson(0, 1000000, 0.95).value, 0.0);
  EXPECT_EQ(wilson(0, 50, 0.95).low, 0.0);
  EXPECT_GT(wilson(0, 50, 0.95).high, 0.0);
  EXPECT_EQ(jeffreys(0, 50, 0.95).low, 0.0);
}

TEST(Proportions, MirrorWhenEventsAndMissesChangePlaces) {
  for (const auto method : {wilson, clopper_pearson, jeffreys}) {
    for (const std::int64_t x : {0, 1, 7, 20}) {
      const Estimate events = method(x, 20, 0.9), misses = method(20 - x, 20, 0.9);
      EXPECT_NEAR(events.low, 1 - misses.high, 1e-12);
      EXPECT_NEAR(events.high, 1 - misses.low, 1e-12);
      EXPECT_LE(events.low, events.value);
      EXPECT_GE(events.high, events.value);
    }
  }
}

TEST(Proportions, AreUnknownWithoutTrials) {
  for (const auto method :
       {wilson, clopper_pearson, clopper_pearson_upper, jeffreys, anytime_proportion}) {
    expect_unknown_but_clean(method(0, 0, 0.95));
  }
}

TEST(Proportions, NameTheirMethodAndTrials) {
  EXPECT_EQ(wilson(1, 10, 0.95).method, "Wilson");
  EXPECT_EQ(clopper_pearson(1, 10, 0.95).method, "Clopper-Pearson");
  EXPECT_EQ(clopper_pearson_upper(1, 10, 0.95).method, "Clopper-Pearson, one-sided upper");
  EXPECT_EQ(jeffreys(1, 10, 0.95).n, 10);
}

/// Exact coverage of a method: the binomial probability of the counts whose interval holds p.
template <class Method>
double exact_coverage(Method method, std::int64_t n, double p) {
  double covered = 0;
  for (std::int64_t x = 0; x <= 60; ++x) {
    const Estimate e = method(x, n, 0.95);
    if (e.low <= p && p <= e.high) covered += binomial_cdf(x, n, p) - binomial_cdf(x - 1, n, p);
  }
  return covered;
}

TEST(Proportions, HaveTheExactCoverageOfTheOracle) {
  EXPECT_NEAR(exact_coverage(wilson, 100000, 1e-6), 0.905, 5e-4);
  EXPECT_NEAR(exact_coverage(jeffreys, 100000, 1e-6), 0.905, 5e-4);
  EXPECT_NEAR(exact_coverage(clopper_pearson, 100000, 1e-6), 0.995, 5e-4);
  EXPECT_NEAR(exact_coverage(wilson, 100000, 1e-5), 0.920, 5e-4);
  EXPECT_NEAR(exact_coverage(clopper_pearson, 100000, 1e-5), 0.981, 5e-4);
  EXPECT_NEAR(exact_coverage(wilson, 100000, 1e-4), 0.963, 5e-4);
  EXPECT_NEAR(exact_coverage(clopper_pearson, 100000, 1e-4), 0.975, 5e-4);
}

TEST(Garwood, HasTheIntervalOfTheOracleAndScalesWithExposure) {
  expect_interval(garwood(5, 1, 0.95), 1.62348639, 11.66833208, 5e-9);
  expect_interval(garwood(5, 1000, 0.95), 1.62348639e-3, 11.66833208e-3, 5e-9);
  EXPECT_DOUBLE_EQ(garwood(5, 1000, 0.95).value, 0.005);
}

TEST(Garwood, BoundsZeroEventsAndIsUnknownWithoutExposure) {
  expect_interval(garwood(0, 2, 0.95), 0, -std::log(0.025) / 2, 1e-12);
  expect_unknown_but_clean(garwood(0, 0, 0.95));
}

const std::vector<double> stratum_weights{1e-6, 2e-6, 5e-6};

TEST(FayFeuer, HasTheIntervalOfTheOracle) {
  const std::vector<std::int64_t> counts{3, 1, 0};
  const Estimate e = fay_feuer(stratum_weights, counts, 0.95);
  EXPECT_DOUBLE_EQ(e.value, 5e-6);
  EXPECT_EQ(e.n, 4);
  expect_interval(e, 1.230416872e-6, 2.375149798e-5, 5e-10);
}

TEST(FayFeuer, BoundsZeroEventsByTheLargestWeight) {
  const std::vector<std::int64_t> none{0, 0, 0};
  expect_interval(fay_feuer(stratum_weights, none, 0.95), 0, 1.844439727e-5, 5e-10);
}

TEST(FayFeuer, IsGarwoodWhenTheWeightsAreEqual) {
  const std::vector<double> equal{0.25, 0.25, 0.25};
  const std::vector<std::int64_t> counts{4, 0, 3};
  const Estimate exact = garwood(7, 4, 0.95);
  expect_interval(fay_feuer(equal, counts, 0.95), exact.low, exact.high, 1e-12);
}

TEST(FayFeuer, IsUnknownWithoutAnyWeight) {
  expect_unknown_but_clean(fay_feuer({}, {}, 0.95));
}

TEST(AnytimeProportion, HasTheIntervalsOfTheOracle) {
  expect_interval(anytime_proportion(5, 100000, 0.95), 1.4738e-6, 2.60117e-4, 5e-5);
  expect_interval(anytime_proportion(50, 1000, 0.95), 0.0282351, 0.0801709, 5e-6);
}

TEST(AnytimeProportion, IsWiderThanALookAtOneTime) {
  const Estimate anytime = anytime_proportion(50, 1000, 0.95);
  const Estimate once = clopper_pearson(50, 1000, 0.95);
  EXPECT_LT(anytime.low, once.low);
  EXPECT_GT(anytime.high, once.high);
  EXPECT_EQ(anytime_proportion(0, 1000, 0.95).low, 0.0);
  EXPECT_GT(anytime_proportion(0, 1000, 0.95).high, clopper_pearson(0, 1000, 0.95).high);
  EXPECT_EQ(anytime_proportion(1000, 1000, 0.95).high, 1.0);
}

}  // namespace
}  // namespace asepsim::experiment
