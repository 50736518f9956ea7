#include "clinic/branching.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace asepsim::clinic {
namespace {

using scenario::BranchMode;
using scenario::BranchSettings;

Branching with(BranchSettings load_failure) {
  scenario::Estimation settings;
  settings.load_failure = load_failure;
  return Branching(settings);
}

Branching tilting(double probability, double defensive_share) {
  return with({BranchMode::tilt, probability, defensive_share});
}

// E[f(taken) x weight] over the uniform: the two arms with the probabilities they are drawn with.
struct Arms {
  double chance;  // of taking the branch
  Lineage taken, left;
};
Arms arms_of(const Branching& branching, double p) {
  Arms arms{branching.tilted(Branch::load_failure, p), {}, {}};
  EXPECT_TRUE(branching.decide(Branch::load_failure, p, 0, arms.taken));
  EXPECT_FALSE(branching.decide(Branch::load_failure, p, std::nextafter(1.0, 0.0), arms.left));
  return arms;
}

TEST(Branching, IntegratesEveryDecisionUnlessTold) {
  const Branching branching;
  for (const Branch branch : {Branch::source_status, Branch::wash_failure, Branch::load_failure,
                              Branch::product_contamination}) {
    EXPECT_EQ(branching.mode(branch), BranchMode::integrate);
  }
  Lineage lineage;
  EXPECT_TRUE(branching.decide(Branch::source_status, 0.03, 0.9, lineage));
  EXPECT_TRUE(branching.decide(Branch::wash_failure, 0.01, 0.9, lineage));
  EXPECT_DOUBLE_EQ(lineage.probability, 3e-4);
  EXPECT_EQ(lineage.likelihood_ratio, 1);
}

TEST(Branching, SamplesWithOneUniformAndLeavesTheLineageAlone) {
  const Branching branching = with({BranchMode::sample});
  Lineage lineage;
  EXPECT_TRUE(branching.decide(Branch::load_failure, 0.25, 0.2499, lineage));
  EXPECT_FALSE(branching.decide(Branch::load_failure, 0.25, 0.25, lineage));
  EXPECT_FALSE(branching.decide(Branch::load_failure, 0, 1e-17, lineage));
  EXPECT_EQ(lineage, Lineage{});
}

TEST(Branching, ForcesTheBranchAndKeepsItsProbability) {
  const Branching branching = with({BranchMode::force});
  Lineage lineage{0.5, 2};
  EXPECT_TRUE(branching.decide(Branch::load_failure, 0.01, 0.99, lineage));
  EXPECT_EQ(lineage, (Lineage{0.005, 2}));
}

// Of 8 parts a chance of 0.3 has 2.4: two or, for a uniform from 0.6 on, three.
TEST(Branching, SplitsIntoEqualParts) {
  const Branching branching = with({BranchMode::split});
  Lineage two{0.5, 2}, three;
  EXPECT_TRUE(branching.decide(Branch::load_failure, 0.3, 0.59, two));
  EXPECT_EQ(two, (Lineage{0.5 * 2 / 8, 2}));
  EXPECT_TRUE(branching.decide(Branch::load_failure, 0.3, 0.61, three));
  EXPECT_EQ(three, (Lineage{3.0 / 8, 1}));
  Lineage none;
  EXPECT_FALSE(branching.decide(Branch::load_failure, 0.01, 0.9, none)) << "0.08 of a part";
}

TEST(Branching, SplitsSoThatEachWayHasItsChanceOnAverage) {
  const double chances[] = {0.61, 0.29, 0.1};
  constexpr int grid = 10'000;
  double mean[3] = {};
  for (int i = 0; i < grid; ++i) {
    Parts parts(8, (i + 0.5) / grid);
    double all = 0;
    for (int way = 0; way < 3; ++way) {
      const double share = parts.share_of(chances[way]);
      EXPECT_NEAR(share, chances[way], 1.0 / 8);
      all += share;
      mean[way] += share / grid;
    }
    ASSERT_DOUBLE_EQ(all, 1);
  }
  for (int way = 0; way < 3; ++way) EXPECT_NEAR(mean[way], chances[way], 1.0 / grid);
}

// 0.1 x 0.01 + 0.9 x 0.3 = 0.271: taken weighs 0.01 / 0.271, left weighs 0.99 / 0.729.
TEST(Branching, TiltsByADefensiveMixtureWithTheRatioOfTheArmTaken) {
  const Arms arms = arms_of(tilting(0.3, 0.1), 0.01);
  EXPECT_DOUBLE_EQ(arms.chance, 0.271);
  EXPECT_DOUBLE_EQ(arms.taken.likelihood_ratio, 0.01 / 0.271);
  EXPECT_DOUBLE_EQ(arms.left.likelihood_ratio, 0.99 / 0.729);
  EXPECT_EQ(arms.taken.probability, 1);
}

TEST(Branching, HasAMeanLikelihoodRatioOfOneAndTheRightMeanOfTheBranch) {
  for (const double p : {1e-9, 1e-4, 0.01, 0.2}) {
    for (const double share : {0.01, 0.1, 0.5}) {
      const Arms arms = arms_of(tilting(0.3, share), p);
      const double taken = arms.chance * arms.taken.likelihood_ratio;
      const double left = (1 - arms.chance) * arms.left.likelihood_ratio;
      EXPECT_NEAR(taken, p, 1e-15 + 1e-12 * p);
      EXPECT_NEAR(taken + left, 1, 1e-12);
    }
  }
}

TEST(Branching, BoundsTheRatioByTheDefensiveShare) {
  const Arms arms = arms_of(tilting(0.999999, 0.1), 0.01);
  EXPECT_LE(arms.left.likelihood_ratio, 10);
  EXPECT_LE(arms.taken.likelihood_ratio, 1);
}

TEST(Branching, NeverMakesABranchRarerByTilting) {
  const Branching branching = tilting(0.3, 0.1);
  for (const double p : {0.3, 0.8, 1.0}) {
    EXPECT_EQ(branching.tilted(Branch::load_failure, p), p);
    Lineage lineage;
    EXPECT_TRUE(branching.decide(Branch::load_failure, p, p / 2, lineage));
    EXPECT_EQ(lineage, Lineage{});
  }
}

TEST(Branching, LeavesTheImpossibleImpossible) {
  Lineage lineage;
  EXPECT_FALSE(tilting(0.3, 0.1).decide(Branch::load_failure, 0, 1e-300, lineage));
  EXPECT_EQ(lineage, Lineage{});
}

TEST(Lineage, MultipliesTheFactorsOfItsOwnHistory) {
  scenario::Estimation settings;
  settings.load_failure = {BranchMode::tilt, 0.3, 0.1};
  const Branching branching(settings);
  Lineage mine, other;
  branching.decide(Branch::source_status, 0.03, 0.5, mine);
  branching.decide(Branch::load_failure, 0.01, 0.1, mine);
  EXPECT_DOUBLE_EQ(mine.probability, 0.03);
  EXPECT_DOUBLE_EQ(mine.likelihood_ratio, 0.01 / 0.271);
  EXPECT_EQ(other, Lineage{});
}

}  // namespace
}  // namespace asepsim::clinic
