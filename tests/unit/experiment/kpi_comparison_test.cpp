// Alternatives against the base, figure by figure.
#include "experiment/kpi_comparison.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace asepsim::experiment {
namespace {

constexpr double confidence = 0.95;

Kpi figure(const std::string& id, Estimator estimator = Estimator::mean_of_replications,
           Direction direction = Direction::lower_is_better) {
  Kpi kpi;
  kpi.id = id;
  kpi.estimator = estimator;
  kpi.direction = direction;
  kpi.headline = true;
  return kpi;
}

std::vector<ReplicationSummary> replications(const std::vector<KpiValue>& values,
                                             std::uint64_t first = 0) {
  std::vector<ReplicationSummary> all;
  for (const KpiValue& value : values) {
    all.push_back({.replication = first++, .values = {value}, .rows = {}});
  }
  return all;
}

std::vector<KpiValue> values(const std::vector<double>& numbers) {
  std::vector<KpiValue> all;
  for (const double number : numbers) all.push_back({number, 1});
  return all;
}

KpiComparison compared(const Kpi& kpi, const std::vector<ReplicationSummary>& base,
                       const std::vector<ReplicationSummary>& alternative, bool paired = true) {
  const std::vector<Kpi> kpis{kpi};
  std::vector<std::vector<KpiComparison>> all{
      compare_kpis({kpis, base}, {kpis, alternative}, paired, confidence)};
  judge(all, kpis, confidence);
  return all[0][0];
}

// Methods, section 3: paired first five of Welch's example.
TEST(KpiComparison, IsPairedByReplication) {
  const auto result = compared(figure("a"), replications(values({10, 12, 9, 11, 13})),
                               replications(values({14, 15, 11, 16, 15})));
  const Estimate& difference = result.statistics.difference;
  EXPECT_NEAR(difference.value, 3.2, 1e-12);
  EXPECT_NEAR(difference.low, 1.5810682, 1e-7);
  EXPECT_NEAR(difference.high, 4.8189318, 1e-7);
  EXPECT_NEAR(result.statistics.p_value, 0.005370442, 1e-9);
  EXPECT_NEAR(*result.relative, 3.2 / 11, 1e-12);
  EXPECT_EQ(result.share_better, 0);
  EXPECT_EQ(result.finding, Finding::worse);
}

// All heads are re-used on both sides; the sessions differ, the share does not.
TEST(KpiComparison, ADifferenceOfZeroInEveryPairIsIdentical) {
  const auto base = replications({{3, 3}, {7, 7}, {10, 10}});
  const auto other = replications({{4, 4}, {9, 9}, {3, 3}});
  const auto result = compared(figure("a", Estimator::ratio_of_totals), base, other);
  EXPECT_EQ(result.finding, Finding::identical);
  EXPECT_EQ(result.statistics.difference.value, 0);
  const auto thirds = replications({{1, 3}, {7, 21}, {10, 30}});
  const auto more_thirds = replications({{3, 9}, {9, 27}, {11, 33}});
  EXPECT_EQ(compared(figure("a", Estimator::ratio_of_totals), thirds, more_thirds).finding,
            Finding::identical);
  EXPECT_EQ(compared(figure("a", Estimator::ratio_of_totals), base, thirds).finding,
            Finding::better);
}

TEST(KpiComparison, LeavesOutPairsWithoutANumber) {
  const auto base = replications(values({10, INFINITY, 9, 11, 13}));
  const auto other = replications(values({14, 15, 11, NAN, 15}));
  const auto result = compared(figure("a"), base, other);
  EXPECT_EQ(result.statistics.difference.n, 3);
  EXPECT_NEAR(result.statistics.difference.value, 8.0 / 3, 1e-12);
}

TEST(KpiComparison, IsWelchsWithoutCommonRandomNumbers) {
  const auto result = compared(figure("a"), replications(values({10, 12, 9, 11, 13})),
                               replications(values({14, 15, 11, 16, 15, 17})), false);
  EXPECT_NEAR(result.statistics.p_value, 0.0088231958, 1e-9);
  EXPECT_FALSE(result.share_better.has_value());
  EXPECT_FALSE(result.statistics.correlation.has_value());
}

TEST(KpiComparison, UsesTheReplicationsThatFinishedOnBothSides) {
  auto base = replications(values({1, 2, 3, 4}));
  base.erase(base.begin() + 1);                                    // replications 0, 2, 3
  const auto alternative = replications(values({30, 40, 50}), 2);  // 2, 3, 4
  const auto result = compared(figure("a"), base, alternative);
  EXPECT_EQ(result.statistics.difference.n, 2);
  EXPECT_EQ(result.base, 3.5);
  EXPECT_EQ(result.alternative, 35);
}

TEST(KpiComparison, OfRatiosTakesTotalsNotQuotients) {
  const auto result = compared(figure("a", Estimator::ratio_of_totals),
                               replications({{1, 1}, {1, 3}}), replications({{2, 1}, {4, 3}}));
  EXPECT_NEAR(result.base, 0.5, 1e-15);
  EXPECT_NEAR(result.alternative, 1.5, 1e-15);
  EXPECT_NEAR(result.statistics.difference.value, 1, 1e-15);
}

TEST(KpiComparison, TiesCountHalfForBeingBetter) {
  const auto result =
      compared(figure("a"), replications(values({5, 5, 5, 5})), replications(values({5, 4, 4, 6})));
  EXPECT_EQ(result.share_better, 0.625);
}

TEST(KpiComparison, HigherMayBeBetter) {
  const auto kpi = figure("a", Estimator::mean_of_replications, Direction::higher_is_better);
  const auto result =
      compared(kpi, replications(values({1, 1.1, 0.9, 1})), replications(values({2, 2, 2, 2.1})));
  EXPECT_EQ(result.finding, Finding::better);
  EXPECT_EQ(result.share_better, 1);
}

TEST(KpiComparison, WithoutAGoodDirectionIsLowerOrHigher) {
  const auto kpi = figure("a", Estimator::mean_of_replications, Direction::neither);
  const auto result =
      compared(kpi, replications(values({1, 1.1, 0.9, 1})), replications(values({2, 2, 2, 2.1})));
  EXPECT_EQ(result.finding, Finding::higher);
  EXPECT_FALSE(result.share_better.has_value());
}

TEST(KpiComparison, WhatIsEqualInEveryPairIsIdenticalAndNotSettledIsNot) {
  const auto same = replications(values({1, 2, 3}));
  EXPECT_EQ(compared(figure("a"), same, same).finding, Finding::identical);
  EXPECT_EQ(compared(figure("a"), same, replications(values({1.1, 1.9, 3.05}))).finding,
            Finding::not_settled);
}

TEST(KpiComparison, NothingOfDifferentTotalsIsIdentical) {
  const Kpi ratio = figure("a", Estimator::ratio_of_totals);
  const auto base = replications({{0, 90}, {0, 80}});
  EXPECT_EQ(compared(ratio, base, replications({{0, 100}, {0, 110}})).finding, Finding::identical);
  EXPECT_EQ(compared(ratio, base, replications({{0, 100}, {1, 110}})).finding,
            Finding::not_settled);
}

TEST(KpiComparison, HasNoValueIfOneSideHasNone) {
  const auto result = compared(figure("a", Estimator::ratio_of_totals),
                               replications({{1, 2}, {1, 2}}), replications({{0, 0}, {0, 0}}));
  EXPECT_EQ(result.finding, Finding::no_value);
  EXPECT_EQ(result.statistics.difference.n, 0);
}

TEST(KpiComparison, LeavesOutFiguresThatOnlyOneSideHas) {
  const std::vector<Kpi> base{figure("a"), figure("b")}, alternative{figure("c"), figure("b")};
  std::vector<ReplicationSummary> two{{.values = {{1, 1}, {2, 1}}, .rows = {}},
                                      {.replication = 1, .values = {{1, 1}, {3, 1}}, .rows = {}}};
  const auto all = compare_kpis({base, two}, {alternative, two}, true, confidence);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].base_kpi, 1u);
  EXPECT_EQ(all[0].alternative_kpi, 1u);
}

std::vector<KpiComparison> with_p_values(const std::vector<double>& p_values) {
  std::vector<KpiComparison> all;
  for (std::size_t i = 0; i < p_values.size(); ++i) {
    KpiComparison comparison;
    comparison.base_kpi = i;
    comparison.statistics.p_value = p_values[i];
    comparison.statistics.difference = make_estimate(1, {0.5, 1.5}, 9, "test");
    comparison.finding = Finding::not_settled;
    all.push_back(comparison);
  }
  return all;
}

// Methods, section 3: Holm (.001,.012,.02,.04) -> (.004,.036,.04,.04).
TEST(Judging, AdjustsOverAllAlternativesTogether) {
  const std::vector<Kpi> kpis{figure("a"), figure("b")};
  std::vector<std::vector<KpiComparison>> all{with_p_values({0.001, 0.02}),
                                              with_p_values({0.04, 0.012})};
  judge(all, kpis, 0.99);
  EXPECT_NEAR(all[0][0].p_holm, 0.004, 1e-12);
  EXPECT_NEAR(all[0][1].p_holm, 0.04, 1e-12);
  EXPECT_NEAR(all[1][0].p_holm, 0.04, 1e-12);
  EXPECT_NEAR(all[1][1].p_holm, 0.036, 1e-12);
  EXPECT_EQ(all[0][0].finding, Finding::worse);
  EXPECT_EQ(all[1][1].finding, Finding::not_settled);
}

TEST(Judging, KeepsHeadlineFiguresApartFromTheRest) {
  std::vector<Kpi> kpis{figure("a"), figure("b"), figure("c")};
  kpis[1].headline = kpis[2].headline = false;
  std::vector<std::vector<KpiComparison>> all{with_p_values({0.03, 0.03, 0.03})};
  judge(all, kpis, confidence);
  EXPECT_NEAR(all[0][0].p_holm, 0.03, 1e-12);
  EXPECT_NEAR(all[0][1].p_holm, 0.06, 1e-12);
  EXPECT_EQ(all[0][0].finding, Finding::worse);
  EXPECT_EQ(all[0][1].finding, Finding::not_settled);
}

}  // namespace
}  // namespace asepsim::experiment
