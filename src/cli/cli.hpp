// The face of the cli room: the whole program as a function.
//
// The only place that catches exceptions and turns them into messages and exit codes: WriteError is
// the world's failure (7), anything else that arrives here is ours (1).
#pragma once

#include <string>
#include <vector>

#include "cli/console.hpp"

namespace asepsim::cli {

/// `arguments` without the name of the program. Returns the exit code.
int run_program(const std::vector<std::string>& arguments, const Console& console);

/// The console of this process.
Console process_console();

}  // namespace asepsim::cli
