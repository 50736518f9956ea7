// The hidden histories of a head: they go on through forks, learn from what is seen, and stay few.
#include "clinic/germs.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace asepsim::clinic {
namespace {

using scenario::BranchMode;

constexpr auto aureus = static_cast<std::size_t>(Organism::s_aureus);

History dirty(double chance = 1) {
  History h;
  h.chance = chance;
  Trace trace;
  trace.germs = 1000;
  trace.infectious = {0.003, 0.01, 0.004};
  h.traces = {trace};
  return h;
}

LogReductions all(double log10) {
  LogReductions reductions;
  reductions.fill(log10);
  return reductions;
}

double chance_of_all(const std::vector<History>& histories) {
  double sum = 0;
  for (const History& h : histories) sum += h.chance;
  return sum;
}

// What is expected of the germs, each history with its weight.
double expected_germs(const std::vector<History>& histories) {
  double sum = 0;
  for (const History& h : histories) {
    for (const Trace& trace : h.traces) sum += h.chance * trace.ratio * trace.germs;
  }
  return sum;
}

Fork wash(double failure) {
  return {Branch::wash_failure, failure, {1, all(2), 0}, {{1, all(0), 1}}};
}

TEST(Histories, KeepHerpesAsLongAsAParticleMayBeLeft) {
  History h = dirty();
  h.traces[0].germs = 0;
  h.traces[0].infectious = {};
  h.traces[0].herpes = 3;
  LogReductions twelve{};
  twelve[static_cast<std::size_t>(Organism::hsv)] = 12;
  reduce(h, twelve);
  ASSERT_FALSE(h.is_clean());
  EXPECT_DOUBLE_EQ(h.traces[0].herpes, 3e-12);
  EXPECT_DOUBLE_EQ(h.traces[0].herpes_left(SimTime{} + hours(12), 6), 3e-12 / 4);
  reduce(h, all(1));
  EXPECT_TRUE(h.is_clean());
}

TEST(Histories, GoOnThroughBothArmsOfAFork) {
  std::vector<History> histories{dirty()};
  RatioSum ended;
  follow(histories, wash(0.1), {}, Branching{}, ended);
  ASSERT_EQ(histories.size(), 2u);
  EXPECT_DOUBLE_EQ(histories[0].chance, 0.9);
  EXPECT_DOUBLE_EQ(histories[0].germs_left({}, 48), 10);
  EXPECT_DOUBLE_EQ(histories[0].traces.at(0).log_reduction[1], 2);
  EXPECT_DOUBLE_EQ(histories[1].chance, 0.1);
  EXPECT_DOUBLE_EQ(histories[1].germs_left({}, 48), 1000);
  EXPECT_EQ(histories[1].cause, 1);
}

TEST(Histories, ThatLeftNothingBecomeOne) {
  std::vector<History> histories{dirty(0.5), dirty(0.3), History{0.2, 0, {}}};
  split(histories, {{1, all(20), 0}});
  ASSERT_EQ(histories.size(), 1u);
  EXPECT_TRUE(histories[0].is_clean());
  EXPECT_DOUBLE_EQ(histories[0].chance, 1);
}

TEST(Histories, RememberBloodUntilEveryVirusIsGone) {
  History h = dirty();
  LogReductions some = all(20);
  some[organism_of_virus(0)] = 14.9;
  reduce(h, some);
  EXPECT_EQ(h.traces.size(), 1u);
  EXPECT_NEAR(h.germs_left({}, 48), 0, 1e-16);
  reduce(h, all(0.2));
  EXPECT_TRUE(h.is_clean());
}

// A failed wash is sent back with 30 %, a good one with 2 %; this one was not sent back.
constexpr double not_sent_back[] = {0.98, 0.7};
constexpr double either_way = 0.1 * 0.7 + 0.9 * 0.98;
constexpr SimTime an_hour_later = SimTime{} + hours(1);

TEST(Histories, LearnFromWhatIsSeenByBayesRule) {
  std::vector<History> histories{dirty(0.9), dirty(0.1)};
  histories[1].cause = 1;
  observe(histories, BranchMode::integrate, not_sent_back, either_way, an_hour_later);
  EXPECT_NEAR(histories[1].chance, 0.1 * 0.7 / either_way, 1e-15);
  EXPECT_NEAR(chance_of_all(histories), 1, 1e-15);
}

TEST(Histories, ThatWereTiltedLearnInTheirRatios) {
  std::vector<History> histories{dirty()};
  histories[0].cause = 1;
  observe(histories, BranchMode::tilt, not_sent_back, either_way, an_hour_later);
  EXPECT_EQ(histories[0].chance, 1);
  EXPECT_NEAR(histories[0].traces.at(0).ratio, 0.7 / either_way, 1e-15);
}

// The blood of the next patient, and what a wet pack took up as the door opened.
TEST(Histories, LearnOnlyForWhatWasThereWhenTheyWereTreated) {
  std::vector<History> histories{dirty()};
  histories[0].cause = 1;
  for (const Duration later : {Duration{}, hours(2)}) {
    histories[0].traces.push_back(Trace{});
    histories[0].traces.back().at = an_hour_later + later;
  }
  observe(histories, BranchMode::tilt, not_sent_back, either_way, an_hour_later);
  EXPECT_NEAR(histories[0].traces.at(0).ratio, 0.7 / either_way, 1e-15);
  EXPECT_EQ(histories[0].traces.at(1).ratio, 1);
  EXPECT_EQ(histories[0].traces.at(2).ratio, 1);
}

TEST(Histories, AreNotChangedByWhatTheStoryOrNobodyCouldSee) {
  std::vector<History> histories{dirty(0.9), dirty(0.1)};
  observe(histories, BranchMode::integrate, not_sent_back, 0, an_hour_later);
  observe(histories, BranchMode::sample, not_sent_back, either_way, an_hour_later);
  EXPECT_DOUBLE_EQ(histories[0].chance, 0.9);
}

// Three causes, after two of which nothing is left.
std::vector<History> after_three_causes(bool told_apart) {
  std::vector<History> histories{dirty()};
  Fork fork{Branch::load_failure, 0.3, {1, all(20), 0}, {{0.6, all(20), 1}, {0.4, all(1), 2}}};
  fork.told_apart = told_apart;
  RatioSum ended;
  follow(histories, fork, {}, Branching{}, ended);
  return histories;
}

TEST(Histories, ThatAreCleanForgetTheirCauseUnlessItIsAskedForLater) {
  const std::vector<History> joined = after_three_causes(false);
  ASSERT_EQ(joined.size(), 2u);
  EXPECT_TRUE(joined[0].is_clean());
  EXPECT_DOUBLE_EQ(joined[0].chance, 0.7 + 0.3 * 0.6);
  EXPECT_EQ(joined[1].cause, 2);
  const std::vector<History> apart = after_three_causes(true);
  ASSERT_EQ(apart.size(), 3u);
  EXPECT_DOUBLE_EQ(apart[0].chance, 0.7);
  EXPECT_EQ(apart[1].cause, 1);
  EXPECT_DOUBLE_EQ(apart[1].chance, 0.3 * 0.6);
}

// Two ways to fail, of which one kills all: drawn with 3/4 of what is left of the uniform.
TEST(Histories, GoOneWayWhenTilted) {
  const Branching tilted({.wash_failure = {BranchMode::tilt, 0.8, 0}});
  Fork fork{Branch::wash_failure, 0.1, {1, all(2), 0}, {{0.75, all(20), 1}, {0.25, all(0), 2}}};
  RatioSum ended;
  fork.u = 0.59;  // of 0.8: below three quarters
  std::vector<History> killed{dirty()};
  follow(killed, fork, {}, tilted, ended);
  EXPECT_TRUE(killed.at(0).is_clean());
  EXPECT_EQ(killed[0].cause, 1);
  EXPECT_EQ(ended.n, 1);
  EXPECT_DOUBLE_EQ(ended.sum, 0.125);
  fork.u = 0.61;
  std::vector<History> left{dirty()};
  follow(left, fork, {}, tilted, ended);
  ASSERT_EQ(left.size(), 1u);
  EXPECT_EQ(left[0].cause, 2);
  EXPECT_DOUBLE_EQ(left[0].traces.at(0).ratio, 0.125);
  EXPECT_EQ(ended.n, 1) << "still there";
}

// A lineage that ends in one of two ways and lives on in the other ends by its share.
TEST(Histories, EndByTheirShares) {
  std::vector<History> histories{dirty(0.5)};
  histories[0].traces[0].ratio = 3;
  RatioSum ended;
  split(histories, {{0.25, all(20), 0}, {0.75, all(0), 1}}, &ended);
  EXPECT_DOUBLE_EQ(ended.n, 0.125);
  EXPECT_DOUBLE_EQ(ended.sum, 0.375);
  end_all(histories, ended);
  EXPECT_DOUBLE_EQ(ended.n, 0.5);
}

TEST(Histories, StayFewAndExpectTheSame) {
  std::vector<History> many;
  for (int i = 0; i < 20; ++i) {
    many.push_back(dirty(std::pow(0.5, i + 1)));
    many.back().traces[0].germs = 1 + i * i;
  }
  RatioSum ended;
  double mean = 0;
  constexpr int grid = 200'000;
  for (int i = 0; i < grid; ++i) {
    std::vector<History> few = many;
    Fork fork{Branch::wash_failure, 0, {1, all(0), 0}, {}};
    fork.lot = (i + 0.5) / grid;
    follow(few, fork, {}, Branching{}, ended);
    ASSERT_EQ(few.size(), most_soiled);
    ASSERT_NEAR(chance_of_all(few), chance_of_all(many), 1e-12);
    mean += expected_germs(few) / grid;
  }
  // The midpoint rule over a function of steps: they add up to 362 germs at a chance of 1/8, each
  // misplaced by no more than half a cell: 1.2e-4.
  EXPECT_NEAR(mean, expected_germs(many), 2e-4);
}

// The heads of a load share the uniform that may tilt them, and keep their histories by lots of
// their own: whatever the former, the latter expect the same.
TEST(Histories, AreKeptByTheLotOfTheirHead) {
  std::vector<History> many;
  for (int i = 0; i < 8; ++i) {
    many.push_back(dirty(std::pow(0.5, i + 1)));
    many.back().traces[0].germs = 1 + i * i;
  }
  RatioSum ended;
  for (const double u : {0.01, 0.6}) {
    Fork fork = wash(0.1);
    fork.u = u;
    double mean = 0;
    constexpr int grid = 100'000;
    for (int i = 0; i < grid; ++i) {
      std::vector<History> few = many;
      fork.lot = (i + 0.5) / grid;
      follow(few, fork, {}, Branching{}, ended);
      ASSERT_LE(few.size(), most_soiled);
      mean += expected_germs(few) / grid;
    }
    // The midpoint rule over a function of steps, as above.
    EXPECT_NEAR(mean, expected_germs(many) * 0.109, 1e-4) << u;
  }
}

// A failed wash leaves soil, in which the cycle takes off a third: 2 log10 in place of 6.
TEST(Histories, InSoilWithstandHeatLonger) {
  std::vector<History> histories{dirty(0.5), dirty(0.5)};
  histories[1].soiled = true;
  RatioSum ended;
  const Fork cycle{Branch::load_failure, 0, {1, all(6), 0, Kill(all(2))}, {}};
  follow(histories, cycle, {}, Branching{}, ended);
  ASSERT_EQ(histories.size(), 2u);
  EXPECT_NEAR(histories[0].traces.at(0).germs, 1e-3, 1e-12);
  EXPECT_NEAR(histories[1].traces.at(0).germs, 10, 1e-9);
  EXPECT_TRUE(histories[1].soiled);
}

// Of eight parts 0.7 x 8 + 0.45 = 6.05: six go the ordinary way, and of 2.4 that fail 7.49 - 6.05
// go the first way, one, and one the other.
TEST(Histories, GoInEqualParts) {
  Fork fork{Branch::wash_failure, 0.3, {1, all(2), 0}, {{0.6, all(1), 1}, {0.4, all(0), 2}}};
  fork.u = 0.45;
  scenario::Estimation settings;
  settings.wash_failure.mode = BranchMode::split;
  std::vector<History> histories{dirty()};
  RatioSum ended;
  follow(histories, fork, {}, Branching(settings), ended);
  ASSERT_EQ(histories.size(), 3u);
  EXPECT_DOUBLE_EQ(histories[0].chance, 6.0 / 8);
  EXPECT_DOUBLE_EQ(histories[1].chance, 1.0 / 8);
  EXPECT_DOUBLE_EQ(histories[2].chance, 1.0 / 8);
}

// The mean over the uniform that decides, on a fine grid, of the germs left by two washes.
double mean_germs(const scenario::Estimation& settings) {
  const Branching branching(settings);
  constexpr int grid = 500;
  double mean = 0;
  for (int i = 0; i < grid; ++i) {
    for (int j = 0; j < grid; ++j) {
      std::vector<History> histories{dirty()};
      RatioSum ended;
      for (const int k : {i, j}) {
        Fork fork = wash(0.1);
        fork.u = (k + 0.5) / grid;
        fork.lot = 0.3;  // two washes leave no more than four histories
        const Arm truth = fork.u < 0.1 ? fork.ways.front() : fork.success;
        follow(histories, fork, truth, branching, ended);
      }
      mean += expected_germs(histories) / grid / grid;
    }
  }
  return mean;
}

TEST(Histories, ExpectTheSameGermsInEveryMode) {
  // Each wash leaves 0.1 + 0.9 / 100 of the germs.
  const double exact = 1000 * 0.109 * 0.109;
  for (const BranchMode mode : {BranchMode::sample, BranchMode::integrate}) {
    scenario::Estimation settings;
    settings.wash_failure.mode = mode;
    EXPECT_NEAR(mean_germs(settings), exact, 1e-9 * exact);
  }
  scenario::Estimation tilted;
  tilted.wash_failure = {BranchMode::tilt, 0.5, 0.1};
  EXPECT_NEAR(mean_germs(tilted), exact, 0.01 * exact) << "0.46 lies between two points";
  scenario::Estimation in_parts;
  in_parts.wash_failure.mode = BranchMode::split;
  EXPECT_NEAR(mean_germs(in_parts), exact, 1e-9 * exact);
  scenario::Estimation forced;
  forced.wash_failure.mode = BranchMode::force;
  EXPECT_NEAR(mean_germs(forced), 1000 * 0.1 * 0.1, 1e-9) << "only what came through failures";
}

TEST(Histories, GiveTheRatioOfATiltedBranchOnlyToWhatWasThere) {
  scenario::Estimation tilted;
  tilted.wash_failure = {BranchMode::tilt, 0.5, 0.1};
  const Branching branching(tilted);
  std::vector<History> histories{dirty()};
  RatioSum ended;
  Fork fork = wash(0.1);
  fork.u = 0.2;  // 0.1 x 0.1 + 0.9 x 0.5 = 0.46: taken
  follow(histories, fork, {}, branching, ended);
  EXPECT_NEAR(histories.at(0).traces.at(0).ratio, 0.1 / 0.46, 1e-15);
  histories[0].traces.push_back(Trace{});
  EXPECT_DOUBLE_EQ(histories[0].traces.back().ratio, 1);
  EXPECT_EQ(ended.n, 0u);
  fork.success.kill = all(20);
  fork.u = 0.9;
  follow(histories, fork, {}, branching, ended);
  EXPECT_EQ(ended.n, 2u) << "both end here";
  const double other = 0.9 / 0.54;
  EXPECT_NEAR(ended.sum, 0.1 / 0.46 * other + other, 1e-12);
}

}  // namespace
}  // namespace asepsim::clinic
