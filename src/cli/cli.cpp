#include "cli/cli.hpp"

#include <unistd.h>

#include <exception>
#include <iostream>

#include "cli/command_line.hpp"
#include "report/result_folder.hpp"

namespace asepsim::cli {

namespace {

ExitStatus caught(const std::vector<std::string>& arguments, const Console& console) {
  try {
    return run_command_line(arguments, console);
  } catch (const report::WriteError& error) {
    console.err << "asepsim: error: " << error.what() << std::endl;
    return ExitStatus::file_error;
  } catch (const std::exception& error) {
    console.err << "asepsim: internal error: " << error.what()
                << "\n  Please report this with the command and the scenario." << std::endl;
    return ExitStatus::internal_error;
  }
}

}  // namespace

Console process_console() {
  return {std::cout, std::cerr, isatty(STDOUT_FILENO) == 1, isatty(STDERR_FILENO) == 1};
}

int run_program(const std::vector<std::string>& arguments, const Console& console) {
  const ExitStatus status = caught(arguments, console);
  console.out.flush();
  const bool told = status == ExitStatus::file_error || status == ExitStatus::internal_error;
  if (console.out || told) return code(status);
  console.err << "asepsim: error: standard output cannot be written" << std::endl;
  return code(ExitStatus::file_error);
}

}  // namespace asepsim::cli
