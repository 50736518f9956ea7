#include "report/estimate_columns.hpp"
#include "report/layouts.hpp"
#include "report/tables.hpp"

namespace asepsim::report {
namespace {

using experiment::Estimate;

// Without a value every number is empty; without an interval only the interval is.
void add_figure(CsvTable& table, const Estimate& estimate) {
  table.whole(estimate.n);
  estimate.n > 0 ? table.number(estimate.value) : table.empty();
  add_precision(table, estimate);
}

}  // namespace

TableLayout summary_layout() {
  return {
      "summary.csv",
      {scenario_column,
       {"group", "text", "", "What the figure is about."},
       {"kpi", "text", "", "Id of the key figure; asepsim explain tells its definition."},
       {"name", "text", "", "The figure in words."},
       {"unit", "text", "", "Unit of the numbers of this row."},
       {"n", "integer", "",
        "Replications the estimate rests on; trials for rare events. Replications without a "
        "finite value are left out."},
       {"estimate", "number", "column unit", "Estimate; empty if n is 0."},
       {"ci_low", "number", "column unit", "Lower end of the interval."},
       {"ci_high", "number", "column unit", "Upper end of the interval."},
       {"half_width", "number", "column unit",
        "Half of the width of the interval before it was cut at the bounds."},
       {"confidence", "number", "share", "Confidence of the interval, two-sided."},
       {"method", "text", "",
        "How estimate and interval were made; 'cut at the bounds': the interval went below 0, or "
        "beyond 1 for a share, where the figure cannot be."},
       {"direction", "text", "", "Whether lower or higher is better."}}};
}

std::vector<TextFile> summary_csv(const StudyResult& result, CsvDialect dialect) {
  CsvTable table(summary_layout(), dialect);
  for (const experiment::ScenarioResult& scenario : result.scenarios) {
    for (std::size_t k = 0; k < scenario.kpis.size(); ++k) {
      const experiment::Kpi& kpi = scenario.kpis[k];
      table.text(scenario.scenario.name).text(word(kpi.group)).text(kpi.id).text(kpi.name);
      table.text(kpi.unit);
      add_figure(table, scenario.estimates[k]);
      table.number(result.confidence).text(scenario.estimates[k].method);
      table.text(word(kpi.direction)).end_row();
    }
  }
  return table.take();
}

}  // namespace asepsim::report
