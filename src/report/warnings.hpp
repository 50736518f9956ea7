// What a reader should know before using the results.
#pragma once

#include <string>
#include <vector>

#include "experiment/study.hpp"

namespace asepsim::report {

/// One sentence each, in a fixed order: interruption, failures, few replications, scenarios that
/// run over different times, pairing that did harm, missing cross-check, long tables.
std::vector<std::string> warnings_of(const experiment::StudyResult& result);

}  // namespace asepsim::report
