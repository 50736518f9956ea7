#include "report/estimate_columns.hpp"
#include "report/layouts.hpp"
#include "report/tables.hpp"

namespace asepsim::report {
namespace {

using experiment::Finding;
using experiment::KpiComparison;

void add_difference(CsvTable& table, const KpiComparison& comparison) {
  const experiment::Estimate& difference = comparison.statistics.difference;
  table.number(comparison.base).number(comparison.alternative).whole(difference.n);
  add_precision(table.number(difference.value), difference);
  table.number(comparison.relative).number(comparison.share_better);
  table.number(comparison.statistics.p_value).number(comparison.p_holm);
  table.number(comparison.statistics.correlation);
  table.number(comparison.statistics.variance_reduction);
}

void add_nothing(CsvTable& table) {
  table.empty().empty().whole(std::int64_t{0});
  for (int field = 0; field < 10; ++field) table.empty();
}

void add_row(CsvTable& table, const StudyResult& result, std::size_t alternative,
             const KpiComparison& comparison) {
  const experiment::ScenarioResult& base = result.scenarios.front();
  const experiment::Kpi& kpi = base.kpis[comparison.base_kpi];
  table.text(result.scenarios[alternative].scenario.name).text(base.scenario.name);
  table.text(word(kpi.group)).text(kpi.id).text(kpi.name).text(kpi.unit);
  if (comparison.finding == Finding::no_value) {
    add_nothing(table);
  } else {
    add_difference(table, comparison);
  }
  table.number(result.confidence).text(comparison.statistics.difference.method);
  table.text(word(comparison.finding)).flag(kpi.headline).end_row();
}

}  // namespace

TableLayout comparison_layout() {
  return {"comparison.csv",
          {{"scenario", "text", "", "The alternative."},
           {"base", "text", "", "What it is compared with."},
           {"group", "text", "", "What the figure is about."},
           {"kpi", "text", "", "Id of the key figure."},
           {"name", "text", "", "The figure in words."},
           {"unit", "text", "", "Unit of the numbers of this row."},
           {"base_value", "number", "column unit", "Value of the base over the pairs."},
           {"value", "number", "column unit", "Value of the alternative over the pairs."},
           {"n", "integer", "", "Pairs of replications (replications if independent)."},
           {"difference", "number", "column unit", "Alternative - base."},
           {"ci_low", "number", "column unit", "Lower end of the interval of the difference."},
           {"ci_high", "number", "column unit", "Upper end of the interval of the difference."},
           {"half_width", "number", "column unit", "Half of the width of that interval."},
           {"relative_difference", "number", "share", "Difference / base value."},
           {"probability_better", "number", "share",
            "Share of replications in which the alternative is better; ties count half."},
           {"p_value", "number", "", "Two-sided, of no difference in means."},
           {"p_holm", "number", "",
            "The p-value adjusted by Holm, over the headline figures of all alternatives or over "
            "the other figures of all alternatives."},
           {"correlation", "number", "", "Between the paired replications."},
           {"variance_reduction", "number", "",
            "Factor by which common random numbers shrink the variance of the difference."},
           {"confidence", "number", "share", "Confidence of the interval, two-sided."},
           {"method", "text", "", "How the interval was made."},
           {"verdict", "text", "",
            "By the adjusted p-value: better, worse, lower, higher or not settled. identical: the "
            "difference is exactly 0 in every pair of replications. no value: one of the two has "
            "no value in any replication."},
           {"headline", "boolean", "", "Whether the figure is printed on the screen."}}};
}

std::vector<TextFile> comparison_csv(const StudyResult& result, CsvDialect dialect) {
  CsvTable table(comparison_layout(), dialect);
  for (std::size_t a = 0; a < result.comparisons.size(); ++a) {
    for (const KpiComparison& comparison : result.comparisons[a]) {
      add_row(table, result, a + 1, comparison);
    }
  }
  return table.take();
}

}  // namespace asepsim::report
