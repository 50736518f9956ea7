// From options to a study ready to run: scenarios with their final settings, where results go.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/load_scenarios.hpp"
#include "cli/options.hpp"
#include "report/manifest.hpp"

namespace asepsim::cli {

struct StudySetUp {
  std::vector<experiment::PreparedScenario> scenarios;
  std::vector<std::string> names;
  experiment::StudySettings settings;
  std::vector<report::InputHash> inputs;
  std::string study;                  ///< name of the folder of its runs
  std::string hash;                   ///< of inputs and settings, 8 digits
  std::vector<std::string> warnings;  ///< settings of alternatives that are not used
};

/// `loaded` must be without errors. Alternatives take replications, seed and confidence of the
/// base.
StudySetUp set_up_study(const StudyOptions& options, const Loaded& loaded);

/// --output, or results/<study>/<UTC stamp>_<hash>.
std::filesystem::path output_folder(const StudyOptions& options, const StudySetUp& set_up,
                                    std::chrono::system_clock::time_point now);

}  // namespace asepsim::cli
