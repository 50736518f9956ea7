#include <fmt/format.h>

#include <string>

#include "report/number_text.hpp"
#include "report/screen_table.hpp"
#include "report/summary_text.hpp"

namespace asepsim::report {
namespace {

using experiment::RareEstimate;
using experiment::ScenarioResult;

constexpr double rare_below = 1e-3;  // a session; more frequent harm can simply be counted

std::string times(const std::optional<double>& factor) {
  return factor ? short_number(*factor) + " x" : "-";
}

// Refused figures have no value, and are shown for that.
bool is_shown(const ScenarioResult& scenario, const RareEstimate& rare) {
  const experiment::Kpi& kpi = scenario.kpis[rare.kpi];
  if (!kpi.headline) return false;
  if (refuses(rare.gates.gate)) return true;
  const double risk = scenario.estimates[rare.kpi].value / kpi.scale;
  return risk > 0 && risk < rare_below;
}

std::string row(const ScenarioResult& scenario, const RareEstimate& rare) {
  const std::string name = label(scenario.kpis[rare.kpi]);
  if (refuses(rare.gates.gate)) {
    return fmt::format("  {:<25}{:>12}  {}\n", name, word(rare.estimator), word(rare.gates.gate));
  }
  const auto& width = rare.relative_half_width;
  return fmt::format("  {:<25}{:>12}{:>11}{:>13}{:>16}\n", name, word(rare.estimator),
                     width ? short_number(100 * *width) + " %" : "-",
                     times(rare.variance_reduction),
                     rare.events_worth ? short_number(*rare.events_worth) : "-");
}

}  // namespace

std::string rare_text(const ScenarioResult& scenario) {
  std::string rows;
  for (const RareEstimate& rare : scenario.rare) {
    if (is_shown(scenario, rare)) rows += row(scenario, rare);
  }
  if (rows.empty()) return {};
  return fmt::format("{:<27}{:>12}{:>11}{:>13}{:>16}\n", "Rare harm, by the ledger", "estimator",
                     "rel. +-", "vs counting", "as many events") +
         rows;
}

}  // namespace asepsim::report
