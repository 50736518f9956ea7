#include "cli/study_set_up.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/comparable.hpp"
#include "cli/machine.hpp"
#include "cli/version.hpp"
#include "report/result_files.hpp"
#include "report/sha256.hpp"

namespace asepsim::cli {
namespace {

// The resolved scenarios say what was run, so the options go into them.
scenario::RunSettings run_settings(const StudyOptions& options, const scenario::RunSettings& own,
                                   const scenario::RunSettings& base) {
  scenario::RunSettings run = own;
  run.replications = static_cast<std::int64_t>(
      options.replications.value_or(static_cast<std::uint64_t>(base.replications)));
  run.seed = options.seed.value_or(base.seed);
  run.confidence = options.confidence.value_or(base.confidence);
  return run;
}

experiment::StudySettings study_settings(const StudyOptions& options,
                                         const scenario::RunSettings& run) {
  experiment::StudySettings settings;
  settings.replications = static_cast<std::uint64_t>(run.replications);
  settings.seed = run.seed;
  settings.confidence = run.confidence;
  settings.independent = options.independent;
  settings.engine = options.engine;
  settings.cross_checks = std::min(options.cross_checks, settings.replications);
  settings.threads = options.threads > 0 ? options.threads : hardware_threads();
  return settings;
}

std::vector<report::InputHash> hashes_of(const LoadedScenario& loaded) {
  std::vector<report::InputHash> hashes;
  for (const scenario::InputFile& input : loaded.inputs) {
    hashes.push_back(
        {loaded.scenario.name, input.path, input.content.size(), report::sha256(input.content)});
  }
  return hashes;
}

// Two runs with one hash have the same numbers in every file but the manifest.
std::string hash_of(const StudySetUp& set_up, const StudyOptions& options) {
  std::string all = version();
  for (const report::InputHash& input : set_up.inputs) all += "\n" + input.sha256;
  for (const auto& change : options.overrides) all += "\n" + change.path + "=" + change.value;
  all += fmt::format("\n{} {} {} {}", set_up.settings.replications, set_up.settings.seed,
                     set_up.settings.confidence, set_up.settings.independent);
  return report::sha256(all).substr(0, 8);
}

}  // namespace

StudySetUp set_up_study(const StudyOptions& options, const Loaded& loaded) {
  StudySetUp set_up;
  const scenario::RunSettings base = loaded.scenarios.front().scenario.run;
  set_up.settings = study_settings(options, run_settings(options, base, base));
  for (const LoadedScenario& one : loaded.scenarios) {
    scenario::Scenario scenario = one.scenario;
    scenario.run = run_settings(options, scenario.run, base);
    set_up.scenarios.push_back(experiment::prepare(scenario));
    set_up.names.push_back(scenario.name);
    for (report::InputHash& hash : hashes_of(one)) set_up.inputs.push_back(std::move(hash));
  }
  const bool compares = set_up.names.size() > 1;
  set_up.study = report::path_part((compares ? "compare_" : "") + set_up.names.front());
  set_up.hash = hash_of(set_up, options);
  set_up.warnings = unused_settings(options, loaded.scenarios);
  return set_up;
}

std::filesystem::path output_folder(const StudyOptions& options, const StudySetUp& set_up,
                                    std::chrono::system_clock::time_point now) {
  if (!options.output.empty()) return options.output;
  return std::filesystem::path("results") / set_up.study / (utc_stamp(now) + "_" + set_up.hash);
}

}  // namespace asepsim::cli
