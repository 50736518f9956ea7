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

// Of the difference; its middle is what the two values show already.
std::string interval(const KpiComparison& comparison, double scale) {
  const auto& d = comparison.statistics.difference;
  return fmt::format("{} to {}", signed_precise(d.low * scale, d.half_width * scale),
                     signed_precise(d.high * scale, d.half_width * scale));
}

// Padded before it is coloured: the codes have no width.
std::string verdict(Finding finding, bool colour) {
  std::string padded = fmt::format("{:<11}", word(finding));
  if (!colour) return padded;
  if (finding == Finding::better) return "\x1b[32m" + padded + "\x1b[0m";
  if (finding == Finding::worse) return "\x1b[31m" + padded + "\x1b[0m";
  return padded;
}

std::string difference(const KpiComparison& comparison, double scale, bool refused) {
  if (refused) return "refused";
  if (comparison.finding == Finding::no_value) return "on one side";
  if (comparison.finding == Finding::identical) return "in every replication";
  if (!comparison.statistics.difference.known) return "too few replications";
  return interval(comparison, scale);
}

std::string row(const StudyResult& result, std::size_t alternative, const KpiComparison& comparison,
                bool colour) {
  const auto& base = result.scenarios.front();
  const auto& other = result.scenarios[alternative];
  const Kpi& kpi = base.kpis[comparison.base_kpi];
  const auto& one = base.estimates[comparison.base_kpi];
  const auto& another = other.estimates[comparison.alternative_kpi];
  return fmt::format(
      "  {:<27}{:>9}{:>9} {} {}\n", label(kpi), shown_value(kpi, one), shown_value(kpi, another),
      verdict(comparison.finding, colour),
      difference(comparison, shown_scale(kpi), is_refused(one) || is_refused(another)));
}

bool says_nothing(const StudyResult& result, std::size_t alternative,
                  const KpiComparison& comparison) {
  const auto& base = result.scenarios.front().estimates[comparison.base_kpi];
  const auto& other = result.scenarios[alternative].estimates[comparison.alternative_kpi];
  return base.n == 0 && other.n == 0 && !is_refused(base) && !is_refused(other);
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
  text += fmt::format("{:29}{:>9}{:>9} {:<11} difference ({})\n", "", "base", "altern.", "verdict",
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
