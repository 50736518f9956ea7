// The command line: which command, which options, and what is wrong with them.
#pragma once

#include <string>
#include <vector>

#include "cli/console.hpp"
#include "cli/exit_status.hpp"

namespace asepsim::cli {

/// Parses and runs. A wrong command line is explained on stderr (wrong_command_line); help and
/// version go to stdout.
ExitStatus run_command_line(const std::vector<std::string>& arguments, const Console& console);

}  // namespace asepsim::cli
