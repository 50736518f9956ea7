#include "experiment/outbreak.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace asepsim::experiment {
namespace {

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
