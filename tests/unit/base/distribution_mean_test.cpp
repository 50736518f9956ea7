// Means against values known from elsewhere.
#include <gtest/gtest.h>

#include <cmath>

#include "base/distribution.hpp"

namespace asepsim {
namespace {

TEST(DistributionMean, IsThatOfTheClosedForm) {
  EXPECT_DOUBLE_EQ(mean_of(Distribution::lognormal_mean_sd(20, 10)), 20.0);
  EXPECT_DOUBLE_EQ(mean_of(Distribution::beta_mean_sd(3, 0.5, 1, 6)), 3.0);
  EXPECT_DOUBLE_EQ(mean_of({Family::empirical, 0, 0, 0, 0, {1, 2, 2.5, 7}, {}}),
                   (1.5 + 2.25 + 4.75) / 3);
  EXPECT_DOUBLE_EQ(mean_of({Family::empirical, 0, 0, 0, 0, {3}, {}}), 3.0);
  EXPECT_DOUBLE_EQ(mean_of({Family::discrete, 0, 0, 0, 0, {10, 20, 40}, {0.25, 0.75, 1}}), 22.5);
  EXPECT_NEAR(mean_of({Family::logistic, 2, 1.5, 1}), 2.0, 1e-12) << "shape 1 is symmetric";
  EXPECT_NEAR(mean_of(Distribution::normal(0, 1, 0)), std::sqrt(2 / M_PI), 1e-12);
  EXPECT_NEAR(mean_of(Distribution::normal(0, 1, -2, 2)), 0.0, 1e-12);
  EXPECT_NEAR(mean_of(Distribution::normal(0, 1, 10)), 10.098093233962512, 1e-9);
}

}  // namespace
}  // namespace asepsim
