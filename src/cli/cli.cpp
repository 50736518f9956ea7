#include "cli/cli.hpp"

#include <unistd.h>

#include <exception>
#include <iostream>

#include "cli/command_line.hpp"
#include "report/result_folder.hpp"

namespace asepsim::cli {

Console process_console() {
  return {std::cout, std::cerr, isatty(STDOUT_FILENO) == 1, isatty(STDERR_FILENO) == 1};
}

int run_program(const std::vector<std::string>& arguments, const Console& console) {
  try {
    return code(run_command_line(arguments, console));
  } catch (const report::WriteError& error) {
    console.err << "asepsim: error: " << error.what() << std::endl;
    return code(ExitStatus::file_error);
  } catch (const std::exception& error) {
    console.err << "asepsim: internal error: " << error.what()
                << "\n  Please report this with the command and the scenario." << std::endl;
    return code(ExitStatus::internal_error);
  }
}

}  // namespace asepsim::cli
