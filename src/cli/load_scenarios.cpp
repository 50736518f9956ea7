#include "cli/load_scenarios.hpp"

#include <algorithm>

#include "experiment/limits.hpp"

namespace asepsim::cli {
namespace {

std::string did_you_mean(const std::string& word, const std::vector<std::string>& candidates) {
  const std::vector<std::string> nearest = scenario::nearest_names(word, candidates);
  const std::string where = "see the key figures with: asepsim explain kpis";
  return nearest.empty() ? where : "did you mean " + nearest.front() + "? " + where;
}

// The reader knows no key figures, so their names are checked here.
std::vector<Diagnostic> unknown_limits(const std::string& file, const LoadedScenario& loaded) {
  std::vector<Diagnostic> diagnostics;
  const auto& kpis = loaded.prepared.counting.kpis;
  for (const std::string& id : experiment::unknown_limits(loaded.scenario.limits, kpis)) {
    Diagnostic diagnostic;
    diagnostic.place.file = file;
    diagnostic.path = "limits";
    diagnostic.problem = "there is no key figure \"" + id + "\"";
    diagnostic.remedy = did_you_mean(id, experiment::kpi_ids(loaded.prepared.counting));
    diagnostics.push_back(std::move(diagnostic));
  }
  return diagnostics;
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
  LoadedScenario one{*read.scenario, experiment::prepare(*read.scenario), std::move(read.inputs)};
  for (Diagnostic& diagnostic : unknown_limits(file, one)) {
    loaded.diagnostics.push_back(std::move(diagnostic));
  }
  loaded.scenarios.push_back(std::move(one));
  return loaded;
}

Loaded load_scenarios(const std::vector<std::string>& files,
                      const std::vector<scenario::Override>& overrides) {
  Loaded all;
  for (const std::string& file : files) {
    Loaded one = load_scenario(file, overrides);
    std::move(one.diagnostics.begin(), one.diagnostics.end(), std::back_inserter(all.diagnostics));
    if (one.scenarios.empty()) continue;
    LoadedScenario& scenario = one.scenarios.front();
    scenario.scenario.name = free_name(all.scenarios, scenario.scenario.name);
    all.scenarios.push_back(std::move(scenario));
  }
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
