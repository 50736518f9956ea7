#include "experiment/stratified.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <vector>

namespace asepsim::experiment {
namespace {

// 0.9 x 2 + 0.1 x 30 = 4.8; variance 0.81 x 4 / 100 + 0.01 x 100 / 25 = 0.0324 + 0.04 = 0.0724;
// degrees of freedom 0.0724^2 / (0.0324^2 / 99 + 0.04^2 / 24) = 67.8, where t is 1.9956.
TEST(Strata, WeighMeansAndVariances) {
  const std::vector<Stratum> strata{{0.9, 100, 2, 4}, {0.1, 25, 30, 100}};
  const Estimate estimate = stratified(strata, 0.95);
  EXPECT_DOUBLE_EQ(estimate.value, 4.8);
  EXPECT_NEAR(estimate.half_width, 1.9956 * std::sqrt(0.0724), 2e-4);
  EXPECT_EQ(estimate.n, 125);
}

TEST(Strata, OfOneAreStudentsInterval) {
  const std::vector<Stratum> one{{1, 10, 5, 9}};
  const Estimate stratum = stratified(one, 0.95), plain = student_interval(5, 9, 10, 0.95);
  EXPECT_NEAR(stratum.half_width, plain.half_width, 1e-9);
}

TEST(Strata, HaveNoIntervalWhereOneWasNotSimulated) {
  EXPECT_FALSE(stratified(std::vector<Stratum>{{0.9, 100, 2, 4}, {0.1, 1, 30, 0}}, 0.95).known);
  EXPECT_FALSE(stratified({}, 0.95).known);
  EXPECT_TRUE(stratified(std::vector<Stratum>{{1, 100, 2, 4}, {0, 0, 0, 0}}, 0.95).known);
}

// Weight x deviation: 0.9 x 2 = 1.8 against 0.1 x 18 = 1.8.
TEST(NeymanAllocation, FollowsWeightTimesDeviation) {
  const std::vector<Stratum> strata{{0.9, 10, 0, 4}, {0.1, 10, 0, 324}};
  EXPECT_EQ(neyman_allocation(strata, 1000), (std::vector<std::int64_t>{500, 500}));
}

TEST(NeymanAllocation, SharesOutAllAndLeavesNoStratumWithoutAnInterval) {
  const std::vector<Stratum> thirds{{0.3, 5, 0, 1}, {0.3, 5, 0, 1}, {0.3, 5, 0, 1}};
  const auto even = neyman_allocation(thirds, 100);
  EXPECT_EQ(std::accumulate(even.begin(), even.end(), std::int64_t{0}), 100);
  const std::vector<Stratum> calm{{0.5, 5, 0, 0}, {0.5, 5, 0, 1}};
  EXPECT_EQ(neyman_allocation(calm, 50), (std::vector<std::int64_t>{2, 50}));
}

}  // namespace
}  // namespace asepsim::experiment
