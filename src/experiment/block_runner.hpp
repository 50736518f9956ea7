// Replications in fixed blocks over threads, the same bytes for any number of threads.
//
// The unit of work is a block of 8 replications of one scenario, whatever the number of threads.
// Blocks run anywhere in any order; their summaries are put together in block order, so that no sum
// depends on who was faster. A record is reduced to its summary as soon as it is done: memory is
// bounded by the threads, not by the run. A replication that throws, or whose processes are stuck,
// is a Failure with its message, and the rest goes on. A stop request is honoured between two
// replications; what is finished is kept.
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "experiment/counting.hpp"

namespace asepsim::experiment {

inline constexpr std::uint64_t block_size = 8;

/// A scenario whose replications are wanted.
struct Series {
  std::function<clinic::ReplicationRecord(std::uint64_t replication)> replicate;
  CountingPlan counting;
  std::uint64_t replications = 0;
};

/// A replication that came to no result.
struct Failure {
  std::uint64_t replication = 0;
  std::string message;
  bool operator==(const Failure&) const = default;
};

struct SeriesResult {
  std::vector<ReplicationSummary> summaries;  ///< finished ones, by replication
  std::vector<Failure> failures;              ///< by replication
};

/// How far a run has come.
struct Progress {
  std::uint64_t done = 0;  ///< replications, failed ones included
  std::uint64_t failed = 0;
  std::uint64_t total = 0;
  double seconds = 0;              ///< since the start, on the wall
  double relative_half_width = 0;  ///< widest of the headline means so far, 95 %; 0: not known yet
};

struct BlockSettings {
  int threads = 1;  ///< at least 1; 1 keeps everything on the calling thread
  std::stop_token stop = {};
  /// Called after every replication, by one thread at a time.
  std::function<void(const Progress&)> progress = {};
  /// Gets every finished record, ordered by series and replication, one at a time.
  std::function<void(std::size_t series, const clinic::ReplicationRecord&)> sink = {};
  /// Runs on the calling thread while the others start on the blocks.
  std::function<void()> meanwhile = {};
};

/// Runs all replications of all series. Without a sink the first blocks of all series come first,
/// so that an interrupted run still has the same replications of each. Exceptions of the sink and
/// of `meanwhile` reach the caller.
std::vector<SeriesResult> run_blocks(const std::vector<Series>& series,
                                     const BlockSettings& settings);

}  // namespace asepsim::experiment
