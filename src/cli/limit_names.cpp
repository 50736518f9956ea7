#include "cli/limit_names.hpp"

#include <fmt/format.h>

#include "experiment/limits.hpp"
#include "scenario/read_scenario.hpp"

namespace asepsim::cli {
namespace {

std::string did_you_mean(const std::string& word, const std::vector<std::string>& candidates) {
  const std::vector<std::string> nearest = scenario::nearest_names(word, candidates);
  const std::string where = "see the key figures with: asepsim explain kpis";
  return nearest.empty() ? where : "did you mean " + nearest.front() + "? " + where;
}

}  // namespace

std::vector<Diagnostic> unknown_limits(const scenario::Scenario& scenario,
                                       const std::vector<SourcePlace>& places,
                                       const experiment::CountingPlan& counting) {
  std::vector<Diagnostic> diagnostics;
  for (const std::size_t i : experiment::unknown_limits(scenario.limits, counting.kpis)) {
    const std::string& id = scenario.limits[i].kpi;
    Diagnostic diagnostic;
    diagnostic.place = places[i];
    diagnostic.path = fmt::format("limits[{}].kpi", i + 1);
    diagnostic.problem = "there is no key figure \"" + id + "\"";
    diagnostic.remedy = did_you_mean(id, experiment::kpi_ids(counting));
    diagnostics.push_back(std::move(diagnostic));
  }
  return diagnostics;
}

}  // namespace asepsim::cli
