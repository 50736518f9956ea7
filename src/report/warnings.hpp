// What a reader should know before using the results.
#pragma once

#include <string>
#include <vector>

#include "experiment/study.hpp"
#include "report/result_folder.hpp"

namespace asepsim::report {

/// One sentence each, in a fixed order: interruption, failures, figures that are no numbers, few
/// replications, scenarios that run over different times, estimates that were refused, rates that
/// rest on few replications, results that make no sense (plausibility.hpp), pairing that did harm,
/// missing cross-check.
std::vector<std::string> warnings_of(const experiment::StudyResult& result);

/// One sentence for each table that goes on in further files.
std::vector<std::string> split_warnings(const std::vector<ResultFolder::Written>& files);

}  // namespace asepsim::report
