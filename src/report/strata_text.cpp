// Harm with and without a common cause that replications were given, for the screen.
#include <fmt/format.h>

#include <string>

#include "report/number_text.hpp"
#include "report/screen_table.hpp"
#include "report/summary_text.hpp"

namespace asepsim::report {
namespace {

using experiment::ScenarioResult;
using experiment::StrataFigure;

constexpr double rare_below = 1e-3;  // a session; what is more frequent has other causes

std::string in_percent(double share) {
  return short_number(100 * share) + " %";
}

bool is_shown(const ScenarioResult& scenario, const StrataFigure& figure) {
  const experiment::Kpi& kpi = scenario.kpis[figure.kpi];
  const double risk = figure.estimate.value / kpi.scale;
  return kpi.headline && figure.estimate.n > 0 && figure.part && risk < rare_below;
}

std::string row(const ScenarioResult& scenario, const StrataFigure& figure) {
  const experiment::Kpi& kpi = scenario.kpis[figure.kpi];
  return fmt::format("  {:<29}{:>12}  {:<9}{:>12}{:>14}\n", label(kpi),
                     shown_value(kpi, figure.estimate),
                     figure.state.given == clinic::Given::drift ? "drift" : "no drift",
                     in_percent(figure.state.probability), in_percent(*figure.part));
}

}  // namespace

std::string strata_text(const ScenarioResult& scenario) {
  std::string rows;
  for (const StrataFigure& figure : scenario.strata) {
    if (is_shown(scenario, figure)) rows += row(scenario, figure);
  }
  if (rows.empty()) return {};
  return fmt::format("{:<31}{:>12}  {:<9}{:>12}{:>14}\n", "If a sterilizer begins to drift",
                     "estimate", "state", "in runs", "part of it") +
         rows;
}

}  // namespace asepsim::report
