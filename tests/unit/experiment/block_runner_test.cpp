// Blocks of replications over threads: order, failures, interrupts.
#include "experiment/block_runner.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <thread>

#include "experiment/attempt.hpp"
#include "hand_made.hpp"

namespace asepsim::experiment {
namespace {

using testing::day;
using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using testing::empty_record;
using testing::two_step_clinic;
using testing::visit;

// One visit whose wait is the number of the replication in minutes.
clinic::ReplicationRecord counting_record(std::uint64_t replication) {
  clinic::ReplicationRecord record = empty_record();
  record.replication = replication;
  record.visits = {visit(day(1), minutes(static_cast<std::int64_t>(replication)), minutes(30))};
  return record;
}

Series series(std::uint64_t replications,
              std::function<clinic::ReplicationRecord(std::uint64_t)> replicate = counting_record) {
  return {std::move(replicate), counting_plan(two_step_clinic(), testing::pools), replications};
}

std::vector<std::uint64_t> replications_of(const SeriesResult& result) {
  std::vector<std::uint64_t> all;
  for (const auto& summary : result.summaries) all.push_back(summary.replication);
  return all;
}

std::vector<std::uint64_t> first_numbers(std::uint64_t n) {
  std::vector<std::uint64_t> all(n);
  for (std::uint64_t i = 0; i < n; ++i) all[i] = i;
  return all;
}

TEST(BlockRunner, GivesTheSameSummariesOnAnyNumberOfThreads) {
  const std::vector<Series> both{series(37), series(20)};
  const auto one = run_blocks(both, {.threads = 1});
  for (const int threads : {2, 7}) {
    const auto many = run_blocks(both, {.threads = threads});
    ASSERT_EQ(many.size(), 2u);
    EXPECT_EQ(many[0].summaries, one[0].summaries) << threads;
    EXPECT_EQ(many[1].summaries, one[1].summaries) << threads;
  }
  EXPECT_THAT(replications_of(one[0]), ElementsAreArray(first_numbers(37)));
  EXPECT_EQ(testing::value_of(both[0].counting, one[0].summaries[30].values, "wait.mean"),
            (KpiValue{30, 1}));
}

TEST(BlockRunner, KeepsEverythingOnTheCallingThreadIfThereIsOne) {
  const auto here = std::this_thread::get_id();
  std::atomic<int> elsewhere = 0;
  const auto watch = [&](std::uint64_t r) {
    if (std::this_thread::get_id() != here) ++elsewhere;
    return counting_record(r);
  };
  run_blocks({series(20, watch)}, {.threads = 1});
  EXPECT_EQ(elsewhere, 0);
}

TEST(BlockRunner, AFailedReplicationDoesNotTakeTheOthersWithIt) {
  const auto fail_at_9 = [](std::uint64_t r) {
    if (r == 9) throw std::runtime_error("a chair fell over");
    return counting_record(r);
  };
  const auto result = run_blocks({series(12, fail_at_9)}, {.threads = 2})[0];
  EXPECT_THAT(result.failures, ElementsAre(Failure{9, "a chair fell over"}));
  EXPECT_THAT(replications_of(result), ElementsAre(0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11));
}

TEST(BlockRunner, AReplicationWithStuckProcessesHasFailed) {
  const auto stuck = [](std::uint64_t r) {
    auto record = counting_record(r);
    record.stuck = {"visit of P3 waits for laser", "load 2 waits for nurse"};
    return record;
  };
  const auto result = run_blocks({series(1, stuck)}, {})[0];
  EXPECT_THAT(result.failures,
              ElementsAre(Failure{0,
                                  "stuck for ever: visit of P3 waits for laser; load 2 waits "
                                  "for nurse"}));
  EXPECT_TRUE(result.summaries.empty());
}

TEST(BlockRunner, StopsBetweenReplicationsAndKeepsWhatIsFinished) {
  std::stop_source stop;
  const auto stop_at_10 = [&](std::uint64_t r) {
    if (r == 10) stop.request_stop();
    return counting_record(r);
  };
  const auto result =
      run_blocks({series(100, stop_at_10)}, {.threads = 1, .stop = stop.get_token()})[0];
  EXPECT_THAT(replications_of(result), ElementsAreArray(first_numbers(11)));
}

TEST(BlockRunner, RunsTheFirstBlocksOfAllSeriesFirst) {
  std::vector<std::string> order;
  const auto noting = [&](const char* name) {
    return [&order, name](std::uint64_t r) {
      if (r % block_size == 0) order.push_back(name + std::to_string(r));
      return counting_record(r);
    };
  };
  run_blocks({series(16, noting("a")), series(16, noting("b"))}, {.threads = 1});
  EXPECT_THAT(order, ElementsAre("a0", "b0", "a8", "b8"));
}

TEST(BlockRunner, TheSinkGetsRecordsInOrder) {
  std::vector<std::pair<std::size_t, std::uint64_t>> seen;
  BlockSettings settings{.threads = 3};
  settings.sink = [&](std::size_t s, const clinic::ReplicationRecord& record) {
    seen.emplace_back(s, record.replication);
  };
  run_blocks({series(20), series(9)}, settings);
  std::vector<std::pair<std::size_t, std::uint64_t>> expected;
  for (std::uint64_t r = 0; r < 20; ++r) expected.emplace_back(0, r);
  for (std::uint64_t r = 0; r < 9; ++r) expected.emplace_back(1, r);
  EXPECT_EQ(seen, expected);
}

TEST(BlockRunner, AnErrorOfTheSinkReachesTheCaller) {
  BlockSettings settings{.threads = 2};
  settings.sink = [](std::size_t, const clinic::ReplicationRecord&) {
    throw std::runtime_error("disk full");
  };
  EXPECT_THROW(run_blocks({series(20)}, settings), std::runtime_error);
}

TEST(BlockRunner, MeanwhileRunsOnTheCallingThreadAndItsErrorsReachTheCaller) {
  std::thread::id where;
  BlockSettings settings{.threads = 2};
  settings.meanwhile = [&] { where = std::this_thread::get_id(); };
  run_blocks({series(20)}, settings);
  EXPECT_EQ(where, std::this_thread::get_id());
  settings.meanwhile = [] { throw std::runtime_error("no"); };
  EXPECT_THROW(run_blocks({series(20)}, settings), std::runtime_error);
}

TEST(BlockRunner, ReportsProgressAfterEveryReplication) {
  std::vector<Progress> seen;
  BlockSettings settings{.threads = 2};
  settings.progress = [&](const Progress& p) { seen.push_back(p); };
  const auto fail_at_3 = [](std::uint64_t r) {
    if (r == 3) throw std::runtime_error("no");
    return counting_record(r);
  };
  run_blocks({series(10, fail_at_3)}, settings);
  ASSERT_EQ(seen.size(), 10u);
  for (std::size_t i = 0; i < seen.size(); ++i) EXPECT_EQ(seen[i].done, i + 1);
  EXPECT_EQ(seen.back().total, 10u);
  EXPECT_EQ(seen.back().failed, 1u);
  EXPECT_EQ(seen.front().relative_half_width, 0);
  EXPECT_GT(seen.back().relative_half_width, 0);
}

Attempt finished(std::uint64_t replication) {
  return attempt([&] { return counting_record(replication); });
}

Attempt failed(const char* why) {
  return attempt([&]() -> clinic::ReplicationRecord { throw std::runtime_error(why); });
}

TEST(Attempt, TwoAgreeIfAllFactsDoOrTheyFailAlike) {
  EXPECT_EQ(difference_between(finished(3), finished(3)), "");
  EXPECT_NE(difference_between(finished(3), finished(4)), "");
  EXPECT_EQ(difference_between(failed("no chair"), failed("no chair")), "");
  EXPECT_EQ(difference_between(failed("no chair"), failed("no nurse")),
            "the first failed (no chair), the second failed (no nurse)");
  EXPECT_EQ(difference_between(finished(3), failed("no nurse")),
            "the first finished, the second failed (no nurse)");
}

}  // namespace
}  // namespace asepsim::experiment
