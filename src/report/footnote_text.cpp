#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "report/number_text.hpp"
#include "report/screen_table.hpp"
#include "report/summary_text.hpp"
#include "scenario/parameters_in_use.hpp"

namespace asepsim::report {
namespace {

using experiment::CheckedLimit;
using experiment::engine_name;
using experiment::ScenarioResult;
using experiment::StudyResult;

std::string bound_text(const scenario::Limit& limit) {
  if (limit.at_least && limit.at_most) {
    return fmt::format("between {:g} and {:g}", *limit.at_least, *limit.at_most);
  }
  if (limit.at_least) return fmt::format("at least {:g}", *limit.at_least);
  return fmt::format("at most {:g}", limit.at_most.value_or(0));
}

std::string limit_line(const ScenarioResult& scenario, const CheckedLimit& checked) {
  const auto& estimate = scenario.estimates[checked.kpi];
  const std::string value =
      estimate.known ? fmt::format("{} ({} to {})", precise(estimate.value, estimate.half_width),
                                   precise(estimate.low, estimate.half_width),
                                   precise(estimate.high, estimate.half_width))
                     : "no estimate";
  return wrapped(fmt::format("Limit {}: {}, {} {} {}: {}.", word(checked.state),
                             scenario.scenario.name, checked.limit.kpi, bound_text(checked.limit),
                             scenario.kpis[checked.kpi].unit, value));
}

std::string limits(const StudyResult& result) {
  std::string text;
  for (const ScenarioResult& scenario : result.scenarios) {
    for (const CheckedLimit& limit : scenario.limits) text += limit_line(scenario, limit);
  }
  return text;
}

std::size_t figures_compared(const StudyResult& result) {
  std::size_t n = 0;
  for (const auto& comparisons : result.comparisons) {
    n += static_cast<std::size_t>(
        std::count_if(comparisons.begin(), comparisons.end(), [&](const auto& comparison) {
          return result.scenarios.front().kpis[comparison.base_kpi].headline &&
                 comparison.statistics.difference.known;
        }));
  }
  return n;
}

std::size_t fewest_replications(const StudyResult& result) {
  std::size_t fewest = result.scenarios.front().replications.size();
  for (const auto& scenario : result.scenarios) {
    fewest = std::min(fewest, scenario.replications.size());
  }
  return fewest;
}

std::string how(const StudyResult& result) {
  const std::size_t n = fewest_replications(result);
  const std::string replications = fmt::format("{} replication{}", n, n == 1 ? "" : "s");
  if (result.comparisons.empty()) {
    return wrapped(fmt::format("{}, seed {}, {} intervals.", replications, result.seed,
                               percent(result.confidence)));
  }
  return wrapped(fmt::format(
      "{} of each scenario {}, seed {}. Differences are alternative - base. Verdicts allow for the "
      "{} figures compared at once (Holm), so a difference may be unsettled although its own {} "
      "interval excludes 0.",
      replications,
      result.independent ? "on independent random numbers" : "in pairs on common random numbers",
      result.seed, figures_compared(result), percent(result.confidence)));
}

std::string cross_check(const StudyResult& result) {
  const std::string engines = fmt::format("{} and {}", engine_name(result.engine),
                                          engine_name(experiment::other_engine(result.engine)));
  if (result.cross_checks.empty()) return "Not cross-checked on a second engine.\n";
  std::string text;
  for (const auto& check : result.cross_checks) {
    if (check.difference.empty()) continue;
    text += wrapped(fmt::format("CROSS-CHECK FAILED: replication {} of {} differs on {}: {}",
                                check.replication, result.scenarios[check.scenario].scenario.name,
                                engines, check.difference));
  }
  if (!text.empty()) return text;
  const std::size_t n = result.cross_checks.size();
  return wrapped(fmt::format("Cross-check: {} replication{} run on {}, every fact identical.", n,
                             n == 1 ? "" : "s", engines));
}

std::string of_one(const scenario::ParameterCount& n) {
  const std::string more =
      n.unconfirmed > 0 ? fmt::format(", {} more unconfirmed", n.unconfirmed) : "";
  return fmt::format("{} of {} parameters are assumptions{}; see assumptions.csv.", n.assumed,
                     n.all, more);
}

// What the figures rest on, in one sentence.
std::string assumptions(const StudyResult& result) {
  std::vector<scenario::ParameterCount> counts;
  for (const ScenarioResult& scenario : result.scenarios)
    counts.push_back(scenario::count(scenario::parameters_in_use(scenario.scenario)));
  if (counts.size() == 1) return wrapped(of_one(counts.front()));
  std::string text = "Assumptions:";
  for (std::size_t s = 0; s < counts.size(); ++s) {
    text += fmt::format("{} {} of {}{} in {}", s == 0 ? "" : ",", counts[s].assumed, counts[s].all,
                        s == 0 ? " parameters" : "", result.scenarios[s].scenario.name);
  }
  return wrapped(text + "; see assumptions.csv.");
}

}  // namespace

std::string footnote_text(const StudyResult& result, const ScreenOptions& options) {
  std::string text = limits(result) + how(result) + cross_check(result) + assumptions(result);
  for (const std::string& warning : options.warnings) text += wrapped("Warning: " + warning);
  if (!options.folder.empty()) text += "Results: " + options.folder + "\n";
  return text;
}

}  // namespace asepsim::report
