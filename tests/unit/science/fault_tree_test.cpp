#include "science/fault_tree.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

namespace asepsim::science {
namespace {

// (0 and 1 and 2) or (3 and 4).
FaultTree two_ways() {
  return {{0.03, 0.01, 0.3, 0.2, 0.005}, {{0, 1, 2}, {3, 4}}};
}

TEST(FaultTree, HasItsExactTopProbability) {
  EXPECT_NEAR(top_probability(two_ways()), 0.00108991, 1e-15);
}

TEST(FaultTree, RanksItsEventsByEveryMeasure) {
  const Importance second = importance_of(two_ways(), 1);
  EXPECT_NEAR(second.birnbaum, 0.008991, 1e-15);
  EXPECT_NEAR(second.fussell_vesely, 0.08249305, 5e-9);
  EXPECT_NEAR(second.achievement, 9.166812, 5e-7);
  EXPECT_NEAR(second.reduction, 0.00108991 / 0.001, 1e-12);
}

// Two of three: the sets overlap, 3 p^2 - 2 p^3.
TEST(FaultTree, CountsOverlappingSetsOnce) {
  const FaultTree voting{{0.1, 0.1, 0.1}, {{0, 1}, {0, 2}, {1, 2}}};
  EXPECT_NEAR(top_probability(voting), 0.028, 1e-15);
}

// All 2^8 states added up, against the recursion.
TEST(FaultTree, AgreesWithTheSumOverAllStates) {
  const FaultTree tree{{0.5, 0.1, 0.9, 0.3, 0.25, 0.7, 0.05, 0.6},
                       {{0, 1}, {1, 2, 3}, {3, 4}, {2, 5, 6}, {0, 6, 7}, {4, 7}}};
  double sum = 0;
  for (unsigned state = 0; state < 256; ++state) {
    double chance = 1;
    for (std::size_t e = 0; e < 8; ++e) {
      chance *= (state >> e & 1U) != 0 ? tree.probabilities[e] : 1 - tree.probabilities[e];
    }
    bool top = false;
    for (const auto& set : tree.cut_sets) {
      bool all = true;
      for (const std::size_t e : set) all &= (state >> e & 1U) != 0;
      top |= all;
    }
    if (top) sum += chance;
  }
  EXPECT_NEAR(top_probability(tree), sum, 1e-14);
}

TEST(FaultTree, IgnoresSetsThatContainAnother) {
  EXPECT_NEAR(top_probability({{0.2, 0.5}, {{0}, {0, 1}}}), 0.2, 1e-15);
}

TEST(FaultTree, KnowsTheImpossibleAndTheCertain) {
  EXPECT_EQ(top_probability({{0.5}, {}}), 0);
  EXPECT_EQ(top_probability({{0.5}, {{}}}), 1);
  EXPECT_EQ(top_probability({{0, 1}, {{0, 1}}}), 0);
  const Importance harmless = importance_of({{0.5}, {}}, 0);
  EXPECT_EQ(harmless.birnbaum, 0);
  EXPECT_EQ(harmless.achievement, 1);
  EXPECT_EQ(harmless.reduction, 1);
}

TEST(FaultTree, SaysThatNothingIsLeftWithoutTheOnlyWay) {
  const Importance only = importance_of({{0.1}, {{0}}}, 0);
  EXPECT_EQ(only.fussell_vesely, 1);
  EXPECT_EQ(only.reduction, std::numeric_limits<double>::infinity());
}

TEST(FaultTree, RefusesWhatIsNoTree) {
  EXPECT_THROW(top_probability({{0.1}, {{1}}}), std::invalid_argument);
  EXPECT_THROW(top_probability({{1.1}, {{0}}}), std::invalid_argument);
  EXPECT_THROW(top_probability({{std::nan("")}, {{0}}}), std::invalid_argument);
  EXPECT_THROW(top_probability({std::vector<double>(65, 0.1), {{0}}}), std::invalid_argument);
}

}  // namespace
}  // namespace asepsim::science
