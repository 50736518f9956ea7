#include "experiment/forcing.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace asepsim::experiment {
namespace {

TEST(Forcing, BringsTheEventBeforeTheHorizonWithItsProbability) {
  const ForcedEvent event = force_before(0.1, 2, 7, 0.5);
  EXPECT_DOUBLE_EQ(event.probability, 1 - std::exp(-0.5));
  // Half of the forced events come before the time at which the law has reached half of that.
  EXPECT_NEAR(1 - std::exp(-0.1 * (event.time - 2)), event.probability / 2, 1e-15);
}

TEST(Forcing, StaysWithinTheHorizon) {
  EXPECT_NEAR(force_before(1e-9, 0, 1, 1 - 1e-16).time, 1, 1e-9);
  EXPECT_GE(force_before(3, 5, 6, 1e-17).time, 5);
  EXPECT_LE(force_before(50, 5, 6, 1 - 1e-16).time, 6);
}

TEST(Forcing, KeepsTheDigitsOfTinyProbabilities) {
  EXPECT_NEAR(force_before(1e-12, 0, 1, 0.3).probability, 1e-12, 1e-24);
}

TEST(Forcing, HasNoEventWithoutRateOrTime) {
  EXPECT_EQ(force_before(0, 0, 1, 0.5).probability, 0);
  EXPECT_EQ(force_before(0.1, 7, 7, 0.5).probability, 0);
  EXPECT_EQ(force_before(0.1, 8, 7, 0.5).probability, 0);
}

// Midpoint rule over the uniform: the ratios of all outcomes have mean 1, and those of the events
// that come have the probability of an event as their mean.
TEST(TiltedClock, HasMeanRatioOneAndTheRightProbability) {
  constexpr int n = 1'000'000;
  double all = 0, came = 0;
  for (int i = 0; i < n; ++i) {
    const TiltedEvent event = tilt_before(0.05, 30, 0, 1, (i + 0.5) / n);
    all += event.likelihood_ratio / n;
    if (event.came) came += event.likelihood_ratio / n;
  }
  EXPECT_NEAR(all, 1, 1e-5);
  EXPECT_NEAR(came, 1 - std::exp(-0.05), 1e-5);
}

TEST(TiltedClock, WithoutTiltIsThePlainClock) {
  const TiltedEvent event = tilt_before(2, 1, 3, 10, 0.5);
  EXPECT_DOUBLE_EQ(event.time, 3 + std::log(2) / 2);
  EXPECT_EQ(event.likelihood_ratio, 1);
  EXPECT_FALSE(tilt_before(0, 30, 0, 1, 0.99).came);
}

Estimate known(double value, double half_width) {
  return make_estimate(value, {value - half_width, value + half_width}, 100, "test");
}

// 1e-3 first transmissions to +-3 % and one in 100 of them spreading to +-4 %: 1e-5 to +-5 %.
TEST(OutbreakProbability, MultipliesItsPhases) {
  const Estimate outbreak = outbreak_probability(known(1e-3, 3e-5), known(0.01, 4e-4));
  EXPECT_NEAR(outbreak.value, 1e-5, 1e-10);
  EXPECT_NEAR(outbreak.low, 1e-5 * std::exp(-0.05), 1e-10);
  EXPECT_NEAR(outbreak.high, 1e-5 * std::exp(0.05), 1e-10);
}

TEST(OutbreakProbability, SaturatesWhenTransmissionsAreMany) {
  EXPECT_DOUBLE_EQ(outbreak_probability(known(20, 1), known(0.1, 0.01)).value, 1 - std::exp(-2));
}

TEST(OutbreakProbability, HasNoIntervalWithoutThoseOfItsPhases) {
  const Estimate bare = without_interval(0.01, 1, "test");
  EXPECT_FALSE(outbreak_probability(known(1e-3, 3e-5), bare).known);
  EXPECT_FALSE(outbreak_probability(known(1e-3, 3e-5), known(0, 0)).known);
}

}  // namespace
}  // namespace asepsim::experiment
