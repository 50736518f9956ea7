// Where the risk comes from and what each barrier is worth (importance.csv).
#include "clinic/run_replication.hpp"
#include "report/layouts.hpp"
#include "report/tables.hpp"

namespace asepsim::report {
namespace {

using experiment::Importance;
using experiment::ScenarioResult;

void add_measures(CsvTable& table, const Importance& row) {
  const experiment::Estimate& part = row.fussell_vesely;
  table.number(row.share).number(part.value);
  if (part.known) {
    table.number(part.low).number(part.high);
  } else {
    table.empty().empty();
  }
  row.reduction ? table.number(*row.reduction) : table.empty();
  if (row.barrier) {
    table.number(row.achievement).number(row.birnbaum).number(row.if_doubled);
  } else {
    table.empty().empty().empty();
  }
  table.end_row();
}

void add_row(CsvTable& table, const ScenarioResult& scenario, const Importance& row) {
  table.text(scenario.scenario.name).text(experiment::harm_groups()[row.harm].name);
  table.text(row.route ? "route" : "barrier");
  table.text(row.route ? word(*row.route) : word(*row.barrier)).number(row.risk);
  row.barrier ? table.number(row.chance) : table.empty();
  add_measures(table, row);
}

}  // namespace

TableLayout importance_layout() {
  return {
      "importance.csv",
      {scenario_column,
       {"harm", "text", "", "A hazard, or bloodborne: hepatitis B, C and HIV together."},
       {"kind", "text", "", "route: how it reaches the patient; barrier: a step that can fail."},
       {"name", "text", "", "Of the route or barrier."},
       {"risk", "number", "1/session", "Probability of the harm in a session, by the ledger."},
       {"chance", "number", "share",
        "Sessions for which the barrier had failed; empty for routes."},
       {"share", "number", "share",
        "Part of the risk that comes by the route, or is met in sessions for which the barrier "
        "had failed."},
       {"fussell_vesely", "number", "share",
        "Part of the risk that goes without the route, or if the barrier never fails."},
       {"fv_low", "number", "share", "Lower end of its interval."},
       {"fv_high", "number", "share", "Upper end of its interval."},
       {"risk_reduction_worth", "number", "",
        "Risk by the risk that is left then; empty if none is."},
       {"risk_achievement_worth", "number", "",
        "Risk if the barrier always fails (is removed), by the risk as it is."},
       {"birnbaum", "number", "1/session",
        "Risk if the barrier always fails less risk if it never does."},
       {"if_doubled", "number", "",
        "Risk if the barrier fails twice as often, by the risk as it is."}}};
}

std::vector<TextFile> importance_csv(const StudyResult& result, CsvDialect dialect) {
  CsvTable table(importance_layout(), dialect);
  for (const ScenarioResult& scenario : result.scenarios) {
    for (const Importance& row : scenario.importance) add_row(table, scenario, row);
  }
  return table.take();
}

}  // namespace asepsim::report
