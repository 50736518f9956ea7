#include "science/forcing.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace asepsim::science {
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

// 1 in 4 each: the first success among three is the first with 16/37, the second with 12/37.
TEST(ForcedTrial, IsGeometricGivenASuccess) {
  EXPECT_DOUBLE_EQ(force_within(0.25, 3, 0.5).probability, 37.0 / 64);
  EXPECT_EQ(force_within(0.25, 3, 16.0 / 37 - 1e-9).number, 1u);
  EXPECT_EQ(force_within(0.25, 3, 16.0 / 37 + 1e-9).number, 2u);
  EXPECT_EQ(force_within(0.25, 3, 28.0 / 37 - 1e-9).number, 2u);
  EXPECT_EQ(force_within(0.25, 3, 28.0 / 37 + 1e-9).number, 3u);
}

TEST(ForcedTrial, StaysWithinItsTrials) {
  EXPECT_EQ(force_within(1e-12, 5, 1 - 1e-16).number, 5u);
  EXPECT_EQ(force_within(1e-12, 5, 1e-17).number, 1u);
  EXPECT_EQ(force_within(1 - 1e-12, 5, 1 - 1e-9).number, 1u);
}

}  // namespace
}  // namespace asepsim::science
