#include "cli/study_status.hpp"

#include <algorithm>
#include <array>

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

ExitStatus graver(ExitStatus a, ExitStatus b) {
  constexpr std::array gravest_first = {
      ExitStatus::internal_error,      ExitStatus::interrupted,      ExitStatus::file_error,
      ExitStatus::wrong_command_line,  ExitStatus::invalid_scenario, ExitStatus::cross_check_failed,
      ExitStatus::replications_failed, ExitStatus::limit_broken,     ExitStatus::undecided};
  const auto either = [&](ExitStatus status) { return status == a || status == b; };
  const auto found = std::find_if(gravest_first.begin(), gravest_first.end(), either);
  return found == gravest_first.end() ? ExitStatus::done : *found;
}

}  // namespace asepsim::cli
