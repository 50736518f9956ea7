#include <algorithm>
#include <filesystem>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/study_status.hpp"
#include "report/result_files.hpp"

namespace asepsim::cli {
namespace {

// One --output for several scenarios holds a folder for each, named by the scenario.
std::string folder_for(const StudyOptions& options, const LoadedScenario& scenario, bool several) {
  if (options.output.empty() || !several) return options.output;
  const std::filesystem::path all = options.output;
  return (all / report::path_part(scenario.scenario.name)).string();
}

std::vector<std::string> names_of(const std::vector<Loaded>& all) {
  std::vector<std::string> names;
  names.reserve(all.size());
  for (const Loaded& loaded : all) names.push_back(loaded.scenarios.front().scenario.name);
  return names;
}

// Folders of one name would be in each other's way.
void tell_apart(std::vector<Loaded>& all) {
  for (std::size_t i = 1; i < all.size(); ++i) {
    const std::vector<std::string> names = names_of(all);
    const auto before = names.begin() + static_cast<std::ptrdiff_t>(i);
    std::string name = names[i];
    for (int n = 2; std::find(names.begin(), before, name) != before; ++n) {
      name = names[i] + "_" + std::to_string(n);
    }
    all[i].scenarios.front().scenario.name = name;
  }
}

ExitStatus run_each(const StudyOptions& options, const std::vector<Loaded>& all,
                    const Console& console) {
  ExitStatus status = ExitStatus::done;
  for (const Loaded& loaded : all) {
    StudyOptions one = options;
    const LoadedScenario& scenario = loaded.scenarios.front();
    one.files = {scenario.file};
    one.output = folder_for(options, scenario, all.size() > 1);
    if (!options.quiet && !options.json && &loaded != &all.front()) console.out << "\n";
    const ExitStatus of_this = study_of(one, loaded, console);
    status = graver(status, of_this);
    if (of_this == ExitStatus::interrupted) break;
  }
  return status;
}

ExitStatus plan_each(const StudyOptions& options, const Console& console) {
  ExitStatus status = ExitStatus::done;
  for (const std::string& file : options.files) {
    StudyOptions one = options;
    one.files = {file};
    status = graver(status, dry_run_command(one, console));
  }
  return status;
}

}  // namespace

ExitStatus run_command(const StudyOptions& options, const Console& console) {
  if (options.dry_run) return plan_each(options, console);
  std::vector<Loaded> all;
  std::vector<Diagnostic> diagnostics;
  for (const std::string& file : options.files) {
    all.push_back(load_scenario(file, options.overrides));
    const std::vector<Diagnostic>& more = all.back().diagnostics;
    diagnostics.insert(diagnostics.end(), more.begin(), more.end());
  }
  if (!options.quiet || has_errors(diagnostics)) {
    console.err << to_text(diagnostics) << std::flush;
  }
  if (has_errors(diagnostics)) return status_of(diagnostics);
  tell_apart(all);
  return run_each(options, all, console);
}

}  // namespace asepsim::cli
