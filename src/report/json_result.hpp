// The summary and the comparisons as one JSON text, for `--json`.
//
// The same numbers as summary.csv and comparison.csv; a number that does not exist is null.
#pragma once

#include <string>

#include "experiment/study.hpp"

namespace asepsim::report {

/// One object, pretty printed, ending in a newline. `folder` is where the files are.
std::string json_result(const experiment::StudyResult& result, const std::string& folder);

}  // namespace asepsim::report
