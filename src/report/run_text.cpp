#include <fmt/format.h>

#include <string>

#include "report/number_text.hpp"
#include "report/screen_table.hpp"
#include "report/summary_text.hpp"

namespace asepsim::report {
namespace {

using experiment::Estimate;
using experiment::Kpi;
using experiment::ScenarioResult;

std::string interval(const Estimate& estimate, double scale) {
  if (is_refused(estimate)) return std::string(estimate.method);
  if (!estimate.known) return "no interval: too few replications";
  const double half_width = estimate.half_width * scale;
  return fmt::format("{} to {}", precise(estimate.low * scale, half_width),
                     precise(estimate.high * scale, half_width));
}

std::string group_rows(const ScenarioResult& scenario, const ScreenGroup& group) {
  std::string rows;
  for (std::size_t k = 0; k < scenario.kpis.size(); ++k) {
    const Kpi& kpi = scenario.kpis[k];
    const Estimate& estimate = scenario.estimates[k];
    if (!belongs_to(group, kpi) || (estimate.n == 0 && !is_refused(estimate))) continue;
    rows += fmt::format("  {:<29}{:>12}  {}\n", label(kpi), shown_value(kpi, estimate),
                        interval(estimate, shown_scale(kpi)));
  }
  return rows.empty() ? "" : std::string(group.title) + "\n" + rows;
}

}  // namespace

std::string run_text(const experiment::StudyResult& result, const ScreenOptions& options) {
  const ScenarioResult& scenario = result.scenarios.front();
  std::string text = wrapped(scenario.scenario.name);
  text += fmt::format("{:31}{:>12}  {} interval\n", "", "estimate", percent(result.confidence));
  for (const ScreenGroup& group : screen_groups()) text += group_rows(scenario, group);
  text += rare_text(scenario);
  text += strata_text(scenario);
  text += importance_text(scenario);
  return text + "\n" + footnote_text(result, options);
}

}  // namespace asepsim::report
