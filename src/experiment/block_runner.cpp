#include "experiment/block_runner.hpp"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>
#include <oneapi/tbb/task_group.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <mutex>

#include "experiment/attempt.hpp"
#include "experiment/hand_over.hpp"
#include "experiment/precision_watch.hpp"

namespace asepsim::experiment {
namespace {

using clinic::ReplicationRecord;

/// Replications [first, last) of one series, and what became of them.
struct Block {
  std::size_t series = 0;
  std::uint64_t first = 0, last = 0;
  SeriesResult result{};
  std::vector<ReplicationRecord> records{};  ///< for the sink only
};

std::vector<Block> blocks_of(const std::vector<Series>& series, bool series_first) {
  std::vector<Block> blocks;
  for (std::size_t s = 0; s < series.size(); ++s) {
    for (std::uint64_t r = 0; r < series[s].replications; r += block_size) {
      blocks.push_back({s, r, std::min(r + block_size, series[s].replications)});
    }
  }
  if (!series_first) {
    std::stable_sort(blocks.begin(), blocks.end(),
                     [](const Block& a, const Block& b) { return a.first < b.first; });
  }
  return blocks;
}

/// Counts finished replications and tells the caller, one thread at a time.
class ProgressReporter {
 public:
  ProgressReporter(const std::vector<Series>& series, const BlockSettings& settings)
      : watch_(plans_of(series)), report_(settings.progress) {
    for (const Series& s : series) progress_.total += s.replications;
  }

  void finished(std::size_t series, const ReplicationSummary* summary) {
    if (!report_) return;
    const std::lock_guard lock(mutex_);
    ++progress_.done;
    if (summary == nullptr) {
      ++progress_.failed;
    } else {
      watch_.add(series, summary->values);
    }
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start_;
    progress_.seconds = elapsed.count();
    progress_.relative_half_width = watch_.worst();
    report_(progress_);
  }

 private:
  static std::vector<const CountingPlan*> plans_of(const std::vector<Series>& series) {
    std::vector<const CountingPlan*> plans;
    plans.reserve(series.size());
    for (const Series& s : series) plans.push_back(&s.counting);
    return plans;
  }

  std::mutex mutex_;
  Progress progress_;
  PrecisionWatch watch_;
  const std::function<void(const Progress&)>& report_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

class BlockRunner {
 public:
  BlockRunner(const std::vector<Series>& series, const BlockSettings& settings)
      : series_(series),
        settings_(settings),
        reporter_(series, settings),
        blocks_(blocks_of(series, static_cast<bool>(settings.sink))) {}

  void run() {
    const auto threads = static_cast<std::size_t>(settings_.threads);
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    tbb::task_arena arena(settings_.threads);
    tbb::task_group group;
    {
      const WithBaton holding(baton_);
      arena.execute([&] { group.run(work<&BlockRunner::run_pipeline>()); });
    }
    const std::exception_ptr failed = run_meanwhile();
    arena.execute([&] { group.wait(); });
    const WithBaton holding(baton_);
    if (failed) std::rethrow_exception(failed);
  }

  std::vector<SeriesResult> results() {
    std::vector<SeriesResult> all(series_.size());
    for (Block& block : blocks_) {
      SeriesResult& to = all[block.series];
      std::move(block.result.summaries.begin(), block.result.summaries.end(),
                std::back_inserter(to.summaries));
      std::move(block.result.failures.begin(), block.result.failures.end(),
                std::back_inserter(to.failures));
    }
    return all;
  }

 private:
  // The blocks must be waited for before an exception may leave: they use this object.
  std::exception_ptr run_meanwhile() {
    if (!settings_.meanwhile) return nullptr;
    try {
      settings_.meanwhile();
    } catch (...) {
      return std::current_exception();
    }
    return nullptr;
  }

  template <auto Member>
  Work<Member, BlockRunner> work() {
    return {this, &baton_};
  }

  void run_pipeline() {
    tbb::parallel_pipeline(
        static_cast<std::size_t>(settings_.threads) * 2,
        tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order,
                                            work<&BlockRunner::next_block>()) &
            tbb::make_filter<std::size_t, std::size_t>(tbb::filter_mode::parallel,
                                                       work<&BlockRunner::run_block>()) &
            tbb::make_filter<std::size_t, void>(tbb::filter_mode::serial_in_order,
                                                work<&BlockRunner::deliver_block>()));
  }

  std::size_t next_block(tbb::flow_control& flow) {
    if (next_ == blocks_.size() || settings_.stop.stop_requested()) flow.stop();
    return next_++;
  }

  std::size_t run_block(std::size_t number) {
    Block& block = blocks_[number];
    for (std::uint64_t r = block.first; r < block.last; ++r) {
      if (settings_.stop.stop_requested()) break;
      run_one(block, r);
    }
    return number;
  }

  void run_one(Block& block, std::uint64_t replication) {
    const Series& series = series_[block.series];
    Attempt tried = attempt([&] { return series.replicate(replication); });
    if (tried.record) {
      keep(block, std::move(*tried.record));
    } else {
      fail(block, replication, std::move(tried.error));
    }
  }

  void keep(Block& block, ReplicationRecord record) {
    auto& summaries = block.result.summaries;
    summaries.push_back(summarise(series_[block.series].counting, record));
    if (settings_.sink) block.records.push_back(std::move(record));
    reporter_.finished(block.series, &summaries.back());
  }

  void fail(Block& block, std::uint64_t replication, std::string message) {
    block.result.failures.push_back({replication, std::move(message)});
    reporter_.finished(block.series, nullptr);
  }

  void deliver_block(std::size_t number) {
    Block& block = blocks_[number];
    for (const ReplicationRecord& record : block.records) settings_.sink(block.series, record);
    block.records = {};
  }

  const std::vector<Series>& series_;
  const BlockSettings& settings_;
  ProgressReporter reporter_;
  std::vector<Block> blocks_;
  std::size_t next_ = 0;
  Baton baton_;
};

}  // namespace

std::vector<SeriesResult> run_blocks(const std::vector<Series>& series,
                                     const BlockSettings& settings) {
  BlockRunner runner(series, settings);
  runner.run();
  return runner.results();
}

}  // namespace asepsim::experiment
