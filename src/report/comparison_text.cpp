#include <fmt/format.h>

#include <string>

#include "report/number_text.hpp"
#include "report/screen_table.hpp"
#include "report/summary_text.hpp"

namespace asepsim::report {
namespace {

using experiment::Finding;
using experiment::Kpi;
using experiment::KpiComparison;
using experiment::StudyResult;

std::string interval(const KpiComparison& comparison, double scale) {
  const auto& d = comparison.statistics.difference;
  return fmt::format("{} to {}", signed_precise(d.low * scale, d.half_width * scale),
                     signed_precise(d.high * scale, d.half_width * scale));
}

std::string coloured(std::string word, Finding finding, bool colour) {
  if (!colour) return word;
  if (finding == Finding::better) return "\x1b[32m" + word + "\x1b[0m";
  if (finding == Finding::worse) return "\x1b[31m" + word + "\x1b[0m";
  return word;
}

std::string settled(const KpiComparison& comparison, double scale, bool colour) {
  const auto& d = comparison.statistics.difference;
  const std::string numbers =
      fmt::format("{} ({})", signed_precise(d.value * scale, d.half_width * scale),
                  interval(comparison, scale));
  return fmt::format("{:<35} {}", numbers,
                     coloured(word(comparison.finding), comparison.finding, colour));
}

std::string difference(const KpiComparison& comparison, double scale, bool colour) {
  switch (comparison.finding) {
    case Finding::no_value:
      return "one of the two has no value";
    case Finding::identical:
      return "the same in every replication";
    case Finding::not_settled:
      if (!comparison.statistics.difference.known) return "not settled: too few replications";
      return "not settled: could be from " + interval(comparison, scale);
    default:
      return settled(comparison, scale, colour);
  }
}

std::string row(const StudyResult& result, std::size_t alternative, const KpiComparison& comparison,
                bool colour) {
  const auto& base = result.scenarios.front();
  const auto& other = result.scenarios[alternative];
  const Kpi& kpi = base.kpis[comparison.base_kpi];
  return fmt::format("  {:<29}{:>10}{:>12}  {}\n", label(kpi),
                     shown_value(kpi, base.estimates[comparison.base_kpi]),
                     shown_value(kpi, other.estimates[comparison.alternative_kpi]),
                     difference(comparison, shown_scale(kpi), colour));
}

bool says_nothing(const StudyResult& result, std::size_t alternative,
                  const KpiComparison& comparison) {
  return result.scenarios.front().estimates[comparison.base_kpi].n == 0 &&
         result.scenarios[alternative].estimates[comparison.alternative_kpi].n == 0;
}

std::string group_rows(const StudyResult& result, std::size_t alternative, const ScreenGroup& group,
                       bool colour) {
  std::string rows;
  for (const KpiComparison& comparison : result.comparisons[alternative - 1]) {
    const Kpi& kpi = result.scenarios.front().kpis[comparison.base_kpi];
    if (!belongs_to(group, kpi) || says_nothing(result, alternative, comparison)) continue;
    rows += row(result, alternative, comparison, colour);
  }
  return rows.empty() ? "" : std::string(group.title) + "\n" + rows;
}

std::string one_comparison(const StudyResult& result, std::size_t alternative, bool colour) {
  std::string text = wrapped(result.scenarios[alternative].scenario.name + " compared with " +
                             result.scenarios.front().scenario.name);
  text += fmt::format("{:31}{:>10}{:>12}  difference ({} interval)\n", "", "base", "alternative",
                      percent(result.confidence));
  for (const ScreenGroup& group : screen_groups()) {
    text += group_rows(result, alternative, group, colour);
  }
  return text;
}

}  // namespace

std::string comparison_text(const StudyResult& result, const ScreenOptions& options) {
  std::string text;
  for (std::size_t a = 1; a < result.scenarios.size(); ++a) {
    text += one_comparison(result, a, options.colour) + "\n";
  }
  return text + footnote_text(result, options);
}

}  // namespace asepsim::report
