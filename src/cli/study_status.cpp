#include "cli/study_status.hpp"

namespace asepsim::cli {

ExitStatus exit_status_of(const experiment::StudyResult& result) {
  using experiment::LimitState;
  if (result.interrupted) return ExitStatus::interrupted;
  if (has_differences(result)) return ExitStatus::cross_check_failed;
  if (has_failures(result)) return ExitStatus::replications_failed;
  if (has_limit(result, LimitState::broken)) return ExitStatus::limit_broken;
  if (has_limit(result, LimitState::undecided)) return ExitStatus::undecided;
  return ExitStatus::done;
}

}  // namespace asepsim::cli
