#include "cli/cli.hpp"

int main(int count, char** arguments) {
  return asepsim::cli::run_program({arguments + 1, arguments + count},
                                   asepsim::cli::process_console());
}
