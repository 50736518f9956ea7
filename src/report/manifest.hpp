// manifest.json: everything needed to say what was run, by what, on what, and whether to trust it.
//
// The only file of a results folder that depends on the clock, the machine or the number of
// threads; all others are byte-identical whenever scenario, seed and version are.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "experiment/study.hpp"
#include "report/result_folder.hpp"

namespace asepsim::report {

/// A file that was read, with its hash.
struct InputHash {
  std::string scenario;  ///< the scenario it belongs to
  std::string path;
  std::uintmax_t bytes = 0;
  std::string sha256;
};

/// What only the program around the study knows.
struct RunContext {
  std::string study;
  std::vector<std::string> command;                           ///< as typed
  std::vector<std::pair<std::string, std::string>> versions;  ///< asepsim first
  std::vector<std::pair<std::string, std::string>> machine;
  std::vector<InputHash> inputs;
  std::string started_at, finished_at;  ///< UTC, 2027-01-04T09:30:00Z
  double seconds_running = 0;           ///< replications and cross-check
  double seconds_in_all = 0;            ///< from reading to writing
  int threads = 1;
};

/// complete, partial (replications failed) or interrupted.
std::string status_of(const experiment::StudyResult& result);

/// The whole file; `files` are the others of the folder.
TextFile manifest_json(const experiment::StudyResult& result, const RunContext& context,
                       const std::vector<std::string>& warnings,
                       const std::vector<ResultFolder::Written>& files);

}  // namespace asepsim::report
