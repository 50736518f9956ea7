// From what a study found to the exit code.
#pragma once

#include "cli/exit_status.hpp"
#include "experiment/study.hpp"

namespace asepsim::cli {

/// The gravest finding decides: interrupted, then engines that disagree, failed replications,
/// broken limits, undecided limits.
ExitStatus exit_status_of(const experiment::StudyResult& result);

/// The graver of two, in the same order; below all of them: done.
ExitStatus graver(ExitStatus a, ExitStatus b);

}  // namespace asepsim::cli
