// Promises of the Poisson-binomial law (oracle of methods section 4) and of the stopping rule.
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <vector>

#include "experiment/poisson_binomial.hpp"
#include "experiment/stopping.hpp"

namespace asepsim::experiment {
namespace {

TEST(PoissonBinomial, HasTheDistributionOfTheOracle) {
  const std::vector<double> p{0.1, 0.2, 0.3, 0.4};
  const std::vector<double> expected{0.3024, 0.4404, 0.2144, 0.0404, 0.0024};
  const auto counts = poisson_binomial(p);
  ASSERT_EQ(counts.size(), expected.size());
  for (std::size_t k = 0; k < counts.size(); ++k) EXPECT_NEAR(counts[k], expected[k], 1e-15);
}

TEST(PoissonBinomial, AtLeastIsTheTailOfTheDistribution) {
  const std::vector<double> p{0.1, 0.2, 0.3, 0.4};
  const auto counts = poisson_binomial(p);
  for (std::size_t k = 0; k <= 5; ++k) {
    const double tail =
        k < counts.size()
            ? std::accumulate(counts.begin() + static_cast<std::ptrdiff_t>(k), counts.end(), 0.0)
            : 0.0;
    EXPECT_NEAR(at_least(static_cast<std::int64_t>(k), p), tail, 1e-15);
  }
}

TEST(PoissonBinomial, KeepsTheDigitsOfARareCluster) {
  // 1,000 exposures of 1e-9: P(>= 2) = C(1000,2) 1e-18 (1 - O(1e-6)).
  const std::vector<double> p(1000, 1e-9);
  EXPECT_NEAR(at_least(2, p) / 4.995e-13, 1.0, 1e-6);
}

TEST(PoissonBinomial, OfNoExposuresHasNoEvents) {
  EXPECT_EQ(poisson_binomial({}), std::vector<double>{1.0});
  EXPECT_EQ(at_least(0, {}), 1.0);
  EXPECT_EQ(at_least(1, {}), 0.0);
}

TEST(PoissonBinomial, CountsCertainAndImpossibleExposures) {
  const std::vector<double> p{1.0, 0.0, 1.0, 0.5};
  EXPECT_DOUBLE_EQ(at_least(2, p), 1.0);
  EXPECT_DOUBLE_EQ(at_least(3, p), 0.5);
  EXPECT_DOUBLE_EQ(at_least(4, p), 0.0);
}

Estimate estimate_of(double value, double half_width) {
  return make_estimate(value, {value - half_width, value + half_width}, 50, "Student t");
}

TEST(Precision, AllowsGammaOverOnePlusGamma) {
  EXPECT_DOUBLE_EQ(relative_limit(0.10), 1.0 / 11);
  EXPECT_TRUE(precise_enough(estimate_of(11, 0.999), {.relative = 0.10}));
  EXPECT_FALSE(precise_enough(estimate_of(11, 1.05), {.relative = 0.10}));
  EXPECT_TRUE(precise_enough(estimate_of(-11, 0.999), {.relative = 0.10}));
}

TEST(Precision, AcceptsAnAbsoluteHalfWidthNearZero) {
  const PrecisionTarget target{.relative = 0.10, .absolute = 0.5};
  EXPECT_TRUE(precise_enough(estimate_of(0.1, 0.4), target));
  EXPECT_FALSE(precise_enough(estimate_of(0.1, 0.6), target));
}

TEST(Precision, IsNotReachedByAnEventThatWasNeverSeen) {
  EXPECT_FALSE(precise_enough(student_interval(0.0, 0.0, 100, 0.95), {.relative = 0.10}));
  EXPECT_TRUE(precise_enough(student_interval(0.0, 0.0, 100, 0.95), {.absolute = 0.01}));
}

TEST(Precision, IsNotReachedWithoutAnInterval) {
  EXPECT_FALSE(precise_enough(without_interval(5, 1, "Student t"), {.absolute = 100}));
}

TEST(StoppingRule, WaitsForTheMinimum) {
  StoppingRule rule({.minimum = 30, .maximum = 1000, .look_ahead = 0});
  EXPECT_EQ(rule.at_boundary(10, true), StopDecision::go_on);
  EXPECT_EQ(rule.at_boundary(20, true), StopDecision::go_on);
  EXPECT_EQ(rule.at_boundary(30, true), StopDecision::precise);
}

TEST(StoppingRule, LooksAheadBeforeItTrustsASuccess) {
  StoppingRule rule({.minimum = 30, .maximum = 1000, .look_ahead = 15});
  EXPECT_EQ(rule.at_boundary(40, true), StopDecision::go_on);
  EXPECT_EQ(rule.at_boundary(50, true), StopDecision::go_on);
  EXPECT_EQ(rule.at_boundary(60, true), StopDecision::precise);  // 40 + 15 <= 60
  EXPECT_EQ(rule.precise_since(), 40);
}

TEST(StoppingRule, StartsAgainWhenPrecisionIsLost) {
  StoppingRule rule({.minimum = 30, .maximum = 1000, .look_ahead = 15});
  EXPECT_EQ(rule.at_boundary(40, true), StopDecision::go_on);
  EXPECT_EQ(rule.at_boundary(50, false), StopDecision::go_on);
  EXPECT_FALSE(rule.precise_since().has_value());
  EXPECT_EQ(rule.at_boundary(60, true), StopDecision::go_on);
  EXPECT_EQ(rule.at_boundary(80, true), StopDecision::precise);
}

TEST(StoppingRule, LooksFurtherAheadInALongStudy) {
  StoppingRule rule({.minimum = 30, .maximum = 10000, .look_ahead = 5});
  EXPECT_EQ(rule.at_boundary(2000, true), StopDecision::go_on);
  EXPECT_EQ(rule.at_boundary(2064, true), StopDecision::go_on);  // 5 % of 2,000 is 100
  EXPECT_EQ(rule.at_boundary(2128, true), StopDecision::precise);
}

TEST(StoppingRule, EndsAtTheMaximumAndSaysWhetherItWasEnough) {
  StoppingRule failed({.minimum = 30, .maximum = 100});
  EXPECT_EQ(failed.at_boundary(64, false), StopDecision::go_on);
  EXPECT_EQ(failed.at_boundary(128, false), StopDecision::exhausted);
  StoppingRule just({.minimum = 30, .maximum = 100});
  EXPECT_EQ(just.at_boundary(128, true), StopDecision::precise);
}

}  // namespace
}  // namespace asepsim::experiment
