#include "experiment/splitting.hpp"

#include <gtest/gtest.h>

namespace asepsim::experiment {
namespace {

const kernel::RandomSource source(1, 0);

// Reaches every level below `end`.
struct Ladder {
  std::size_t end;
  bool reach(std::size_t level, TrialUniforms&) { return level < end; }
};

TEST(Splitting, IsCertainOfWhatAlwaysHappens) {
  const SplittingResult result = split(Ladder{9}, 3, 10, source);
  EXPECT_EQ(result.probability, 1);
  EXPECT_EQ(result.reached, (std::vector<std::uint64_t>{10, 10, 10}));
}

TEST(Splitting, StopsAtTheLevelThatNobodyReaches) {
  const SplittingResult result = split(Ladder{2}, 5, 10, source);
  EXPECT_EQ(result.probability, 0);
  EXPECT_EQ(result.reached, (std::vector<std::uint64_t>{10, 0}));
}

// Half of the trials get on at each level, whatever state they start from.
struct Coin {
  bool reach(std::size_t, TrialUniforms& draw) { return draw() < 0.5; }
};

TEST(Splitting, MultipliesTheSharesThatArrive) {
  const SplittingResult result = split(Coin{}, 3, 100, source);
  ASSERT_EQ(result.reached.size(), 3);
  double product = 1;
  for (const std::uint64_t n : result.reached) {
    EXPECT_GT(n, 20);
    EXPECT_LT(n, 80);
    product *= static_cast<double>(n) / 100;
  }
  EXPECT_DOUBLE_EQ(result.probability, product);
}

TEST(Splitting, RepeatsItselfAndDiffersByReplication) {
  EXPECT_EQ(split(Coin{}, 5, 100, source).reached, split(Coin{}, 5, 100, source).reached);
  EXPECT_NE(split(Coin{}, 5, 100, source).reached,
            split(Coin{}, 5, 100, kernel::RandomSource(1, 1)).reached);
}

// States remember their past: a walk that loses its copies' history would reach what it cannot.
struct Walk {
  int height = 0;
  bool reach(std::size_t level, TrialUniforms& draw) {
    height += draw() < 0.3 ? 1 : 0;
    return height == static_cast<int>(level);
  }
};

TEST(Splitting, StartsEachTrialFromACopyOfAStateThatArrived) {
  const SplittingResult result = split(Walk{}, 4, 2000, source);
  ASSERT_EQ(result.reached.size(), 4);
  for (const std::uint64_t n : result.reached) EXPECT_NEAR(static_cast<double>(n), 600, 103);
}

}  // namespace
}  // namespace asepsim::experiment
