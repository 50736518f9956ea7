#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>

#include "clinic/run_replication.hpp"
#include "report/number_text.hpp"
#include "report/summary_text.hpp"
#include "scenario/parameters_in_use.hpp"

namespace asepsim::report {
namespace {

using experiment::Importance;
using experiment::ScenarioResult;

constexpr double least_shown = 0.01;  // part of the risk
constexpr std::size_t most_rows = 5;  // of one harm; the rest stands in importance.csv
const char* const shown_harms[] = {"bloodborne", "bacterial_infection"};

std::string name_of(const Importance& row) {
  std::string name = row.route ? std::string("by ") + word(*row.route)
                               : "failed: " + experiment::barrier_word(*row.barrier);
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

std::string line(const Importance& row) {
  const std::string part = fmt::format("{} %", short_number(100 * row.fussell_vesely.value));
  if (row.route) return fmt::format("    {:<27}{:>11}\n", name_of(row), part);
  return fmt::format("    {:<27}{:>11}{:>10}{:>16}{:>12}\n", name_of(row), part,
                     short_number(100 * row.chance) + " %", short_number(row.if_doubled) + " x",
                     short_number(row.achievement.value) + " x");
}

// A number to which the risk through these routes is in proportion, or grows by less.
struct Proportion {
  std::string_view harm;
  std::span<const clinic::HarmRoute> routes;
  std::string_view path;
  bool saturates = false;
};
constexpr clinic::HarmRoute by_contact[] = {clinic::HarmRoute::hands, clinic::HarmRoute::surface,
                                            clinic::HarmRoute::device};
constexpr clinic::HarmRoute by_needles[] = {clinic::HarmRoute::instrument};
constexpr Proportion proportions[] = {
    {"bloodborne", by_contact, "hygiene.blood_on_skin"},
    {"bloodborne", by_needles, "bloodborne.effective_punctures", true},
};
constexpr double least_rested_on = 0.5;  // part of the risk

double part_of(const ScenarioResult& scenario, const Proportion& p) {
  double part = 0;
  for (const Importance& row : scenario.importance) {
    if (!row.route || experiment::harm_groups()[row.harm].name != p.harm) continue;
    const bool is_one = std::find(p.routes.begin(), p.routes.end(), *row.route) != p.routes.end();
    if (is_one) part += row.fussell_vesely.value;
  }
  return part;
}

// The assumption that most of a risk is in proportion to, and what its range makes of the risk.
std::string rests_on(const ScenarioResult& scenario, const std::string& harm) {
  for (const Proportion& p : proportions) {
    const double part = part_of(scenario, p);
    if (p.harm != harm || part < least_rested_on) continue;
    for (const scenario::ParameterInUse& used : scenario::parameters_in_use(scenario.scenario)) {
      if (used.path != p.path || !used.uncertain() || !used.low || !used.high) continue;
      const auto times = [&](double other) { return 1 - part + part * other / *used.value; };
      return fmt::format("    rests on {}, assumed {:.4g} ({:.4g} to {:.4g}):{}{} x to {}{} x\n",
                         used.path, *used.value, *used.low, *used.high,
                         p.saturates ? "\n      at least " : " ", short_number(times(*used.low)),
                         p.saturates ? "at most " : "", short_number(times(*used.high)));
    }
  }
  return {};
}

std::string rows_of(const ScenarioResult& scenario, const std::string& harm) {
  std::vector<const Importance*> rows;
  for (const Importance& row : scenario.importance) {
    const bool asked = experiment::harm_groups()[row.harm].name == harm;
    const experiment::Estimate& part = row.fussell_vesely;
    const bool sure = !part.known || part.low > 0;  // otherwise it may be chance
    if (asked && sure && part.value >= least_shown) rows.push_back(&row);
  }
  std::stable_sort(rows.begin(), rows.end(), [](const Importance* a, const Importance* b) {
    if (a->route.has_value() != b->route.has_value()) return a->route.has_value();
    return a->fussell_vesely.value > b->fussell_vesely.value;
  });
  std::string text;
  for (std::size_t i = 0; i < std::min(rows.size(), most_rows); ++i) text += line(*rows[i]);
  if (text.empty()) return text;
  std::string title = harm;
  std::replace(title.begin(), title.end(), '_', ' ');
  return "  " + title + "\n" + text + rests_on(scenario, harm);
}

}  // namespace

std::string importance_text(const ScenarioResult& scenario) {
  std::string rows;
  for (const char* const harm : shown_harms) rows += rows_of(scenario, harm);
  if (rows.empty()) return {};
  return fmt::format("{:>68}\n{:<31}{:>11}{:>10}{:>16}{:>12}\n", "if failing",
                     "Where the risk comes from", "part of it", "fails in", "twice as often",
                     "if it fails") +
         rows;
}

}  // namespace asepsim::report
