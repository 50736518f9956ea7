// Declared limits (limits.csv) and warnings (warnings.csv).
#include "report/layouts.hpp"
#include "report/tables.hpp"

namespace asepsim::report {
namespace {

void add_limit(CsvTable& table, const experiment::ScenarioResult& scenario,
               const experiment::CheckedLimit& checked) {
  const experiment::Kpi& kpi = scenario.kpis[checked.kpi];
  const experiment::Estimate& estimate = scenario.estimates[checked.kpi];
  table.text(scenario.scenario.name).text(kpi.id);
  table.number(checked.limit.at_least).number(checked.limit.at_most);
  if (estimate.known) {
    table.number(estimate.value).number(estimate.low).number(estimate.high);
  } else {
    table.empty().empty().empty();
  }
  table.text(kpi.unit).text(word(checked.state)).end_row();
}

}  // namespace

TableLayout limits_layout() {
  return {"limits.csv",
          {scenario_column,
           {"kpi", "text", "", "Id of the limited key figure."},
           {"at_least", "number", "column unit", "Lower limit; empty if there is none."},
           {"at_most", "number", "column unit", "Upper limit; empty if there is none."},
           {"estimate", "number", "column unit", "Estimate of the figure."},
           {"ci_low", "number", "column unit", "Lower end of its interval."},
           {"ci_high", "number", "column unit", "Upper end of its interval."},
           {"unit", "text", "", "Unit of the numbers of this row."},
           {"state", "text", "",
            "met or broken if the whole interval lies on that side, otherwise undecided."}}};
}

TableLayout warnings_layout() {
  return {"warnings.csv", {{"warning", "text", "", "Something to know before using the results."}}};
}

std::vector<TextFile> limits_csv(const StudyResult& result, CsvDialect dialect) {
  CsvTable table(limits_layout(), dialect);
  for (const experiment::ScenarioResult& scenario : result.scenarios) {
    for (const experiment::CheckedLimit& limit : scenario.limits) {
      add_limit(table, scenario, limit);
    }
  }
  return table.take();
}

std::vector<TextFile> warnings_csv(const std::vector<std::string>& warnings, CsvDialect dialect) {
  CsvTable table(warnings_layout(), dialect);
  for (const std::string& warning : warnings) table.text(warning).end_row();
  return table.take();
}

}  // namespace asepsim::report
