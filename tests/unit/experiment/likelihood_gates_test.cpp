#include "experiment/likelihood_gates.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace asepsim::experiment {
namespace {

// `n` blocks with the same ratios.
std::vector<RatioSum> blocks_of(std::size_t n, const std::vector<double>& ratios) {
  RatioSum block;
  for (const double ratio : ratios) block.add(ratio);
  return std::vector<RatioSum>(n, block);
}

TEST(LikelihoodGates, AreNotNeededWhereNothingWasTilted) {
  const GateReport report = judge_ratios(blocks_of(3, {1, 1, 1}));
  EXPECT_EQ(report.gate, Gate::not_needed);
  EXPECT_EQ(report.mean_ratio, 1);
  EXPECT_EQ(judge_ratios({}).gate, Gate::not_needed);
  EXPECT_FALSE(refuses(report.gate));
}

// Ratios 0.5 and 1.5 in equal numbers: mean 1, effective share 1 / (0.25 + 2.25) x 2 = 0.8.
TEST(LikelihoodGates, PassHealthyRatios) {
  const GateReport report = judge_ratios(blocks_of(50, {0.5, 1.5}));
  EXPECT_EQ(report.gate, Gate::passed);
  EXPECT_DOUBLE_EQ(report.mean_ratio, 1);
  EXPECT_DOUBLE_EQ(report.effective_share, 0.8);
  EXPECT_DOUBLE_EQ(report.largest_share, 0.015);
}

// All ratios 0.9 without any spread cannot come from a tilt that is right.
TEST(LikelihoodGates, RefuseAMeanThatIsNotOne) {
  const GateReport report = judge_ratios(blocks_of(50, {0.9, 0.9}));
  EXPECT_EQ(report.gate, Gate::mean_ratio);
  EXPECT_TRUE(refuses(report.gate));
  EXPECT_EQ(word(report.gate), "refused: mean likelihood ratio is not 1");
}

// Block means 0.6 and 1.2 in turn, two blocks each: mean 0.9, deviations 0.3, so the standard error
// is 0.3 sqrt(4 / 3) / sqrt(4) = 0.1732 and 0.1 off is within four of them.
TEST(LikelihoodGates, MeasureTheMeanByItsErrorOverBlocks) {
  std::vector<RatioSum> blocks = blocks_of(2, {0.6, 0.6});
  for (const RatioSum& block : blocks_of(2, {1.2, 1.2})) blocks.push_back(block);
  const GateReport report = judge_ratios(blocks);
  EXPECT_DOUBLE_EQ(report.mean_ratio, 0.9);
  EXPECT_NEAR(report.standard_error, 0.3 * std::sqrt(4.0 / 3.0) / 2, 1e-12);
  EXPECT_NE(report.gate, Gate::mean_ratio);
}

// One ratio of 100 and 99 of 0 have mean 1 and an effective size of 1 in 100.
TEST(LikelihoodGates, RefuseASampleOfWhichLittleCounts) {
  std::vector<double> ratios(100, 0.0);
  ratios[0] = 100;
  const GateReport report = judge_ratios(blocks_of(40, ratios));
  EXPECT_EQ(report.gate, Gate::effective_size);
  EXPECT_DOUBLE_EQ(report.effective_share, 0.01);
}

// 1000 ratios of 0.9 and one of 101: mean about 1, effective share 0.091, but 10 % in one ratio.
TEST(LikelihoodGates, RefuseWhatOneRatioDecides) {
  std::vector<RatioSum> blocks(1000);
  for (RatioSum& block : blocks) block.add(0.9);
  blocks.emplace_back().add(101);
  const GateReport report = judge_ratios(blocks);
  EXPECT_GT(report.effective_share, least_effective_share);
  EXPECT_EQ(report.gate, Gate::largest_weight);
  EXPECT_NEAR(report.largest_share, 101.0 / 1001, 1e-12);
}

TEST(LikelihoodGates, AskNoMeanOfThoseThatCameToHarm) {
  EXPECT_EQ(judge_ratios(blocks_of(50, {0.9, 0.9}), Population::harmful).gate, Gate::passed);
}

TEST(LikelihoodGates, DoNotDependOnTheOrderOfBlocks) {
  std::vector<RatioSum> blocks = blocks_of(3, {0.25, 1.25});
  blocks.emplace_back().add(2);
  const GateReport forwards = judge_ratios(blocks);
  const GateReport backwards = judge_ratios(std::vector<RatioSum>(blocks.rbegin(), blocks.rend()));
  EXPECT_EQ(forwards.gate, backwards.gate);
  EXPECT_DOUBLE_EQ(forwards.standard_error, backwards.standard_error);
}

}  // namespace
}  // namespace asepsim::experiment
