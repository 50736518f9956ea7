// What the program's exit code says. "Fails" and "not known yet" are different answers.
#pragma once

namespace asepsim::cli {

enum class ExitStatus : int {
  done = 0,            ///< and all declared limits are met
  internal_error = 1,  ///< a defect of the program
  wrong_command_line = 2,
  invalid_scenario = 3,     ///< nothing was run
  limit_broken = 4,         ///< ran, a declared limit is broken
  undecided = 5,            ///< ran, a declared limit is neither met nor broken yet
  replications_failed = 6,  ///< some failed, partial results are marked
  file_error = 7,           ///< a file could not be read or written
  cross_check_failed = 8,   ///< the two engines disagree: do not use the results
  interrupted = 130         ///< finished replications are kept
};

constexpr int code(ExitStatus status) {
  return static_cast<int>(status);
}

}  // namespace asepsim::cli
