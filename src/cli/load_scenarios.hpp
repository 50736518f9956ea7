// Scenario files into scenarios ready to run, or into everything that is wrong with them.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "cli/exit_status.hpp"
#include "experiment/study.hpp"
#include "scenario/read_scenario.hpp"

namespace asepsim::cli {

struct LoadedScenario {
  std::string file;  ///< as the user named it
  scenario::Scenario scenario;
  experiment::PreparedScenario prepared;
  std::vector<scenario::InputFile> inputs;
};

struct Loaded {
  std::vector<LoadedScenario> scenarios;  ///< one a file; only complete if there are no errors
  std::vector<Diagnostic> diagnostics;    ///< of all files
};

/// Reads all files, whatever is wrong with any. A scenario whose name another has already gets
/// "_2", "_3" ... appended, so that rows of tables can be told apart. Scenarios that cannot be
/// compared with the first are errors too.
Loaded load_scenarios(const std::vector<std::string>& files,
                      const std::vector<scenario::Override>& overrides);

/// Reads one file; its diagnostics include limits on figures that do not exist.
Loaded load_scenario(const std::string& file, const std::vector<scenario::Override>& overrides);

/// invalid_scenario, or file_error if the only errors are files that could not be read.
ExitStatus status_of(const std::vector<Diagnostic>& diagnostics);

}  // namespace asepsim::cli
