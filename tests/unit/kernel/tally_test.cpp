// Statistics that merge.
#include "kernel/tally.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

#include "kernel/random_stream.hpp"

namespace asepsim::kernel {
namespace {

std::vector<double> sample(std::size_t n) {
  const RandomSource random(7, 1);
  std::vector<double> x;
  for (std::size_t i = 0; i < n; ++i)
    x.push_back(1e6 + 10 * random.normal(EntityKey{i}, Purpose{"sample"}));
  return x;
}

Tally tally_of(const std::vector<double>& x, std::size_t from, std::size_t to) {
  Tally tally;
  for (std::size_t i = from; i < to; ++i) tally.add(x[i]);
  return tally;
}

TEST(Tally, TellsTheMomentsOfASmallSample) {
  Tally tally;
  for (const double x : {2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0}) tally.add(x);
  EXPECT_EQ(tally.count(), 8);
  EXPECT_DOUBLE_EQ(tally.mean(), 5.0);
  EXPECT_DOUBLE_EQ(tally.variance(), 32.0 / 7.0);
  EXPECT_DOUBLE_EQ(tally.sum(), 40.0);
  EXPECT_EQ(tally.min(), 2.0);
  EXPECT_EQ(tally.max(), 9.0);
}

TEST(Tally, OfNothingAndOfOne) {
  Tally tally;
  EXPECT_EQ(tally.count(), 0);
  EXPECT_EQ(tally.variance(), 0.0);
  tally.add(-3.0);
  EXPECT_EQ(tally.mean(), -3.0);
  EXPECT_EQ(tally.variance(), 0.0);
  EXPECT_EQ(tally.min(), -3.0);
  EXPECT_EQ(tally.max(), -3.0);
}

TEST(Tally, MergedPartsEqualOnePass) {
  const std::vector<double> x = sample(1000);
  const Tally whole = tally_of(x, 0, 1000);
  for (const std::size_t cut : {0u, 1u, 17u, 500u, 999u, 1000u}) {
    Tally parts = tally_of(x, 0, cut);
    parts.merge(tally_of(x, cut, 1000));
    EXPECT_EQ(parts.count(), whole.count());
    EXPECT_NEAR(parts.mean(), whole.mean(), 1e-9);
    EXPECT_NEAR(parts.variance(), whole.variance(), 1e-9 * whole.variance());
    EXPECT_EQ(parts.min(), whole.min());
    EXPECT_EQ(parts.max(), whole.max());
  }
}

TEST(Tally, MergingInTheSameOrderGivesTheSameBits) {
  const std::vector<double> x = sample(640);
  auto merged = [&] {
    Tally all;
    for (std::size_t block = 0; block < 10; ++block)
      all.merge(tally_of(x, 64 * block, 64 * block + 64));
    return all;
  };
  const Tally first = merged();
  const Tally second = merged();
  EXPECT_EQ(std::memcmp(&first, &second, sizeof first), 0);
}

TEST(Tally, KeepsPrecisionFarFromZero) {
  Tally tally;
  for (const double x : {4.0, 7.0, 13.0, 16.0}) tally.add(1e9 + x);
  EXPECT_DOUBLE_EQ(tally.variance(), 30.0);
}

constexpr double minute = 60e6;

TEST(TimeWeighted, IntegratesALevelThatChanges) {
  TimeWeighted level;
  level.set(SimTime{} + minutes(2), 3);
  level.set(SimTime{} + minutes(5), 1);
  level.set(SimTime{} + minutes(5), 2);
  EXPECT_EQ(level.level(), 2);
  EXPECT_DOUBLE_EQ(level.integral(SimTime{} + minutes(9)), (9 + 8) * minute);
  EXPECT_DOUBLE_EQ(level.average(SimTime{} + minutes(9)), 17.0 / 7.0);
}

TEST(TimeWeighted, OfNothingIsZero) {
  const TimeWeighted level;
  EXPECT_EQ(level.integral(SimTime{} + minutes(9)), 0);
  EXPECT_EQ(level.average(SimTime{} + minutes(9)), 0);
}

TEST(TimeWeighted, MergesPeriodsOfObservation) {
  TimeWeighted first;
  first.set(SimTime{}, 4);
  TimeWeighted second;
  second.set(SimTime{} + minutes(100), 1);
  TimeWeighted both = first;
  both.merge(second, SimTime{} + minutes(130));
  EXPECT_DOUBLE_EQ(both.integral(SimTime{} + minutes(10)), (40 + 30) * minute);
  EXPECT_DOUBLE_EQ(both.average(SimTime{} + minutes(10)), 70.0 / 40.0);
  TimeWeighted collected;
  collected.merge(both, SimTime{} + minutes(10));
  EXPECT_DOUBLE_EQ(collected.average(SimTime{}), 70.0 / 40.0);
}

}  // namespace
}  // namespace asepsim::kernel
