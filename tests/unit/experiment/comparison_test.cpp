// Promises of comparing systems; oracles of methods section 3.
#include "experiment/comparison.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "unit/experiment/lcg.hpp"

namespace asepsim::experiment {
namespace {

const std::vector<double> five{10, 12, 9, 11, 13}, six{14, 15, 11, 16, 15, 17};

TEST(Welch, HasTheTestOfTheOracle) {
  const Comparison c = welch(six, five, 0.95);  // five minus six
  EXPECT_NEAR(c.difference.value / c.standard_error, -3.3318039, 5e-8);
  EXPECT_NEAR(c.degrees_of_freedom, 8.9637482, 5e-8);
  EXPECT_NEAR(c.p_value, 0.0088231958, 5e-11);
  EXPECT_NEAR(c.difference.low, -6.1577174, 5e-8);
  EXPECT_NEAR(c.difference.high, -1.1756159, 5e-8);
  EXPECT_EQ(c.verdict, Verdict::lower);
  EXPECT_FALSE(c.correlation.has_value());
}

TEST(PairedDifference, HasTheTestOfTheOracle) {
  const std::vector<double> first_five(six.begin(), six.begin() + 5);
  const Comparison c = paired_difference(first_five, five, 0.95);
  EXPECT_NEAR(c.difference.value / c.standard_error, -5.4879547, 5e-8);
  EXPECT_NEAR(c.p_value, 0.005370442, 5e-10);
  EXPECT_NEAR(c.difference.low, -4.8189318, 5e-8);
  EXPECT_NEAR(c.difference.high, -1.5810682, 5e-8);
  EXPECT_EQ(c.difference.method, "paired Student t");
  EXPECT_EQ(c.verdict, Verdict::lower);
  EXPECT_EQ(c.share_larger, 0.0);
  EXPECT_EQ(c.share_smaller, 1.0);
}

TEST(PairedDifference, ReportsWhatCommonRandomNumbersSaved) {
  // Variances 2.5 and 3.7, covariance 2.25, so the differences have 2.5 + 3.7 - 4.5 = 1.7.
  const std::vector<double> base{10, 12, 9, 11, 13}, alternative{14, 15, 11, 16, 15};
  const Comparison c = paired_difference(base, alternative, 0.95);
  ASSERT_TRUE(c.correlation && c.variance_reduction);
  EXPECT_NEAR(*c.correlation, 2.25 / std::sqrt(2.5 * 3.7), 1e-12);
  EXPECT_NEAR(*c.variance_reduction, 6.2 / 1.7, 1e-12);
}

TEST(PairedDifference, ReversesWithTheRolesOfTheSystems) {
  const std::vector<double> base{10, 12, 9, 11, 13}, alternative{10, 15, 8, 16, 15};
  const Comparison there = paired_difference(base, alternative, 0.95);
  const Comparison back = paired_difference(alternative, base, 0.95);
  EXPECT_NEAR(there.difference.low, -back.difference.high, 1e-12);
  EXPECT_NEAR(there.p_value, back.p_value, 1e-12);
  EXPECT_EQ(there.share_larger, back.share_smaller);
  EXPECT_DOUBLE_EQ(there.share_larger, 0.6);
  EXPECT_DOUBLE_EQ(there.share_smaller, 0.2);  // one replication is equal
}

TEST(PairedDifference, IsUndecidedAndNotEqualWhenTheIntervalHoldsZero) {
  const std::vector<double> base{1, 5, 3, 8}, alternative{2, 3, 5, 7};
  const Comparison c = paired_difference(base, alternative, 0.95);
  EXPECT_EQ(c.verdict, Verdict::undecided);
  EXPECT_GT(c.p_value, 0.05);
  EXPECT_GT(c.difference.half_width, 0.0);
}

TEST(PairedDifference, IsUndecidedWhenNothingChangedAnywhere) {
  const Comparison c = paired_difference(five, five, 0.95);
  EXPECT_EQ(c.verdict, Verdict::undecided);
  EXPECT_EQ(c.p_value, 1.0);
  ASSERT_TRUE(c.correlation.has_value());
  EXPECT_NEAR(*c.correlation, 1.0, 1e-12);
  EXPECT_FALSE(c.variance_reduction.has_value());
}

TEST(PairedDifference, IsCertainWhenEveryReplicationShiftsAlike) {
  std::vector<double> shifted = five;
  for (double& v : shifted) v += 2;
  const Comparison c = paired_difference(five, shifted, 0.95);
  EXPECT_EQ(c.verdict, Verdict::higher);
  EXPECT_EQ(c.p_value, 0.0);
}

TEST(PairedDifference, WithOneReplicationKnowsNothingButTheDifference) {
  const std::vector<double> base{3}, alternative{5};
  const Comparison c = paired_difference(base, alternative, 0.95);
  EXPECT_EQ(c.difference.value, 2);
  EXPECT_FALSE(c.difference.known);
  EXPECT_EQ(c.p_value, 1.0);
  EXPECT_EQ(c.verdict, Verdict::undecided);
  EXPECT_FALSE(c.correlation || c.variance_reduction);
  EXPECT_EQ(paired_difference({}, {}, 0.95).share_larger, 0.0);
}

TEST(PairedDifference, WithAConstantSideHasNoCorrelation) {
  const std::vector<double> constant{4, 4, 4}, varying{1, 2, 3};
  const Comparison c = paired_difference(constant, varying, 0.95);
  EXPECT_FALSE(c.correlation.has_value());
  ASSERT_TRUE(c.variance_reduction.has_value());
  EXPECT_NEAR(*c.variance_reduction, 1.0, 1e-12);
}

TEST(PairedDifference, CallsNoDifferenceADifferenceOnceInTwentyTimes) {
  // 20,000 pairs of equal systems, correlation 0.8, n = 8; standard error of the rate 0.0015, its
  // 99.9 % interval (+-0.0051) must lie within 0.01 of 0.05: a fresh seed fails once in 600 times.
  Lcg draw(99);
  int called = 0;
  constexpr int studies = 20000;
  std::vector<double> base(8), alternative(8);
  for (int i = 0; i < studies; ++i) {
    for (std::size_t r = 0; r < base.size(); ++r) {
      const double shared = 2 * draw.normal();
      base[r] = shared + draw.normal();
      alternative[r] = shared + draw.normal();
    }
    called += paired_difference(base, alternative, 0.95).verdict != Verdict::undecided;
  }
  EXPECT_NEAR(static_cast<double>(called) / studies, 0.05, 0.01 - 0.0051);
}

TEST(Welch, WithTooFewReplicationsKnowsNothingButTheDifference) {
  const std::vector<double> one{3};
  const Comparison c = welch(one, five, 0.95);
  EXPECT_DOUBLE_EQ(c.difference.value, 8);
  EXPECT_FALSE(c.difference.known);
  EXPECT_EQ(c.verdict, Verdict::undecided);
}

TEST(Welch, OfTwoConstantSystemsHasNoWidth) {
  const std::vector<double> low{1, 1, 1}, high{2, 2};
  const Comparison c = welch(low, high, 0.95);
  EXPECT_TRUE(c.difference.known);
  EXPECT_EQ(c.difference.half_width, 0.0);
  EXPECT_EQ(c.verdict, Verdict::higher);
  EXPECT_EQ(welch(low, low, 0.95).verdict, Verdict::undecided);
}

TEST(Holm, HasTheAdjustmentOfTheOracleInAnyOrder) {
  const std::vector<double> p{0.001, 0.012, 0.02, 0.04}, shuffled{0.02, 0.001, 0.04, 0.012};
  const std::vector<double> expected{0.004, 0.036, 0.04, 0.04},
      expected_shuffled{0.04, 0.004, 0.04, 0.036};
  const auto adjusted = holm(p), adjusted_shuffled = holm(shuffled);
  for (std::size_t i = 0; i < p.size(); ++i) {
    EXPECT_NEAR(adjusted[i], expected[i], 1e-15);
    EXPECT_NEAR(adjusted_shuffled[i], expected_shuffled[i], 1e-15);
  }
}

TEST(Holm, NeverPassesOneAndLeavesASingleTestAlone) {
  const std::vector<double> large{0.6, 0.7}, single{0.03};
  EXPECT_EQ(holm(large), (std::vector<double>{1.0, 1.0}));
  EXPECT_EQ(holm(single), single);
  EXPECT_TRUE(holm({}).empty());
}

TEST(Holm, CanTurnAVerdictIntoUndecided) {
  const Comparison c = welch(six, five, 0.95);  // p = 0.0088
  EXPECT_EQ(verdict_of(c, c.p_value, 0.05), Verdict::lower);
  EXPECT_EQ(verdict_of(c, c.p_value * 6, 0.05), Verdict::undecided);
}

TEST(McNemar, IsTheExactBinomialTest) {
  EXPECT_EQ(mcnemar_p_value(0, 0), 1.0);
  EXPECT_EQ(mcnemar_p_value(3, 3), 1.0);
  EXPECT_DOUBLE_EQ(mcnemar_p_value(0, 6), 2.0 / 64);
  EXPECT_DOUBLE_EQ(mcnemar_p_value(9, 1), mcnemar_p_value(1, 9));
  EXPECT_NEAR(mcnemar_p_value(1, 9), 2 * (1 + 10) / 1024.0, 1e-15);
}

TEST(NonInferiority, HasTheBoundAndVerdictOfTheOracle) {
  const MarginTest test = non_inferiority(-0.5, 4.0, 20, 1.0, 0.05);
  EXPECT_NEAR(test.difference.high, 0.2732917, 5e-8);
  EXPECT_EQ(test.verdict, MarginVerdict::shown);
}

TEST(NonInferiority, IsRefutedByAHarmBeyondTheMarginAndUndecidedBetween) {
  EXPECT_EQ(non_inferiority(3.0, 4.0, 20, 1.0, 0.05).verdict, MarginVerdict::refuted);
  EXPECT_EQ(non_inferiority(1.0, 4.0, 20, 1.0, 0.05).verdict, MarginVerdict::undecided);
  EXPECT_EQ(non_inferiority(-5.0, 4.0, 1, 1.0, 0.05).verdict, MarginVerdict::undecided);
}

TEST(Equivalence, HasTheIntervalAndVerdictOfTheOracle) {
  const MarginTest test = equivalence(-0.5, 4.0, 20, 1.0, 0.05);
  EXPECT_NEAR(test.difference.low, -1.2732917, 5e-8);
  EXPECT_NEAR(test.difference.high, 0.2732917, 5e-8);
  EXPECT_EQ(test.verdict, MarginVerdict::undecided);  // not equivalent
}

TEST(Equivalence, IsShownOnlyInsideTheMarginOnBothSides) {
  EXPECT_EQ(equivalence(-0.1, 4.0, 2000, 1.0, 0.05).verdict, MarginVerdict::shown);
  EXPECT_EQ(equivalence(-5.0, 4.0, 20, 1.0, 0.05).verdict, MarginVerdict::refuted);
  EXPECT_EQ(equivalence(5.0, 4.0, 20, 1.0, 0.05).verdict, MarginVerdict::refuted);
  EXPECT_EQ(equivalence(0.0, 0.0, 1, 1.0, 0.05).verdict, MarginVerdict::undecided);
}

}  // namespace
}  // namespace asepsim::experiment
