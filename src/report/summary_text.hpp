// What `run` and `compare` print: for people, at most 80 columns wide.
//
// A comparison tells differences first: base, alternative, a verdict in words and the interval of
// the difference. An undecided difference is "not settled", never "no difference": the interval
// says how large it could be. The footnote says how many replications and comparisons stand behind
// the words, what the cross-check found and where the files are.
#pragma once

#include <string>
#include <vector>

#include "experiment/study.hpp"

namespace asepsim::report {

struct ScreenOptions {
  bool colour = false;      ///< verdicts in green and red
  std::string folder = {};  ///< where the results are; empty: nowhere
  std::vector<std::string> warnings = {};
};

/// One scenario: estimates with intervals, how rare harm was estimated, limits, footnote.
std::string run_text(const experiment::StudyResult& result, const ScreenOptions& options);

/// Every alternative against the base, limits, footnote.
std::string comparison_text(const experiment::StudyResult& result, const ScreenOptions& options);

/// How well the rare headline figures of a scenario are estimated; empty if there are none.
std::string rare_text(const experiment::ScenarioResult& scenario);

/// The headline figures of the ledger in each state that replications were given; empty if none
/// was.
std::string strata_text(const experiment::ScenarioResult& scenario);

/// Which routes and barriers make up the risk of bloodborne viruses and of infection; empty if
/// there is none.
std::string importance_text(const experiment::ScenarioResult& scenario);

/// Limits, failures, cross-check, warnings and the folder; the last lines of both.
std::string footnote_text(const experiment::StudyResult& result, const ScreenOptions& options);

}  // namespace asepsim::report
