#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "clinic/run_replication.hpp"
#include "report/number_text.hpp"
#include "report/summary_text.hpp"

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
  return "  " + title + "\n" + text;
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
