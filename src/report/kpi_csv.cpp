#include "clinic/run_replication.hpp"
#include "report/layouts.hpp"
#include "report/tables.hpp"

namespace asepsim::report {
namespace {

void add_replication(CsvTable& table, const experiment::ScenarioResult& scenario,
                     const experiment::ReplicationSummary& summary, double weight) {
  for (std::size_t k = 0; k < scenario.kpis.size(); ++k) {
    const experiment::Kpi& kpi = scenario.kpis[k];
    const experiment::KpiValue& value = summary.values[k];
    table.text(scenario.scenario.name).whole(summary.replication);
    table.text(word(kpi.group)).text(kpi.id);
    if (value.exists()) {
      table.number(value.value());
    } else {
      table.empty();
    }
    table.text(kpi.unit).number(value.denominator);
    table.text(word(summary.state.given)).number(weight).end_row();
  }
}

}  // namespace

TableLayout kpi_layout() {
  return {"kpi.csv",
          {scenario_column,
           replication_column,
           {"group", "text", "", "What the figure is about."},
           {"kpi", "text", "", "Id of the key figure."},
           {"value", "number", "column unit",
            "Value in this replication; empty if n is 0, or if it came to no finite number (then "
            "warnings.csv names the figure and the replication)."},
           {"unit", "text", "", "Unit of the value."},
           {"n", "number", "",
            "What the value is taken over: visits, sessions, loads, days ...; 1 for a value of the "
            "replication as a whole."},
           {"given", "text", "", "State of a common cause that the replication was given, if any."},
           {"weight", "number", "",
            "Of the replication in every estimate; 1 unless replications are given states."}}};
}

std::vector<TextFile> kpi_csv(const StudyResult& result, CsvDialect dialect) {
  CsvTable table(kpi_layout(), dialect);
  for (const experiment::ScenarioResult& scenario : result.scenarios) {
    const std::vector<double> weights = weights_of(states_of(scenario.replications));
    for (std::size_t r = 0; r < weights.size(); ++r) {
      add_replication(table, scenario, scenario.replications[r], weights[r]);
    }
  }
  return table.take();
}

}  // namespace asepsim::report
