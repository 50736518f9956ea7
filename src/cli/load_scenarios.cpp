#include "cli/load_scenarios.hpp"

#include <algorithm>

#include "cli/comparable.hpp"
#include "cli/limit_names.hpp"
#include "cli/weak_programme.hpp"

namespace asepsim::cli {
namespace {

void append(std::vector<Diagnostic>& to, std::vector<Diagnostic> more) {
  std::move(more.begin(), more.end(), std::back_inserter(to));
}

bool is_taken(const std::vector<LoadedScenario>& scenarios, const std::string& name) {
  return std::any_of(scenarios.begin(), scenarios.end(),
                     [&](const LoadedScenario& s) { return s.scenario.name == name; });
}

std::string free_name(const std::vector<LoadedScenario>& scenarios, const std::string& name) {
  std::string candidate = name;
  for (int n = 2; is_taken(scenarios, candidate); ++n) candidate = name + "_" + std::to_string(n);
  return candidate;
}

}  // namespace

Loaded load_scenario(const std::string& file, const std::vector<scenario::Override>& overrides) {
  scenario::ReadResult read = scenario::read_scenario(file, overrides);
  Loaded loaded;
  loaded.diagnostics = std::move(read.diagnostics);
  if (!read.scenario) return loaded;
  LoadedScenario one{file, *read.scenario, experiment::prepare(*read.scenario),
                     std::move(read.inputs)};
  append(loaded.diagnostics, unknown_limits(one.scenario, read.limits, one.prepared.counting));
  append(loaded.diagnostics, weak_programme(one.scenario, read.programme));
  loaded.scenarios.push_back(std::move(one));
  return loaded;
}

Loaded load_scenarios(const std::vector<std::string>& files,
                      const std::vector<scenario::Override>& overrides) {
  Loaded all;
  for (const std::string& file : files) {
    Loaded one = load_scenario(file, overrides);
    append(all.diagnostics, std::move(one.diagnostics));
    if (one.scenarios.empty()) continue;
    LoadedScenario& scenario = one.scenarios.front();
    scenario.scenario.name = free_name(all.scenarios, scenario.scenario.name);
    all.scenarios.push_back(std::move(scenario));
  }
  append(all.diagnostics, currency_errors(all.scenarios));
  return all;
}

ExitStatus status_of(const std::vector<Diagnostic>& diagnostics) {
  const bool invalid = std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& d) {
    return d.severity == Severity::error && !d.unreadable;
  });
  if (invalid) return ExitStatus::invalid_scenario;
  return has_errors(diagnostics) ? ExitStatus::file_error : ExitStatus::done;
}

}  // namespace asepsim::cli
