// Where the risk comes from and what each barrier is worth (importance.csv).
#include "clinic/run_replication.hpp"
#include "report/estimate_columns.hpp"
#include "report/layouts.hpp"
#include "report/tables.hpp"

namespace asepsim::report {
namespace {

using experiment::Importance;
using experiment::ScenarioResult;

void add_barrier(CsvTable& table, const Importance& row) {
  table.number(row.chance);
  add_estimate(table, row.achievement);
  table.number(row.birnbaum).number(row.if_doubled);
}

void add_row(CsvTable& table, const ScenarioResult& scenario, const Importance& row) {
  table.text(scenario.scenario.name).text(experiment::harm_groups()[row.harm].name);
  table.text(row.route ? "route" : "barrier");
  table.text(row.route ? word(*row.route) : experiment::barrier_word(*row.barrier));
  table.number(row.risk);
  add_estimate(table, row.fussell_vesely);
  table.number(row.reduction);
  if (row.barrier) {
    add_barrier(table, row);
  } else {
    for (int i = 0; i < 6; ++i) table.empty();
  }
  table.end_row();
}

}  // namespace

TableLayout importance_layout() {
  return {
      "importance.csv",
      {scenario_column,
       {"harm", "text", "", "A hazard, or bloodborne: hepatitis B, C and HIV together."},
       {"kind", "text", "", "route: how it reaches the patient; barrier: a step that can fail."},
       {"name", "text", "", "Of the route or barrier."},
       {"risk", "number", "1/session",
        "Probability of the harm in a session (a treatment that was finished, with needles or "
        "light), by "
        "the ledger."},
       {"fussell_vesely", "number", "share",
        "Part of the risk that goes without the route, or if the barrier always holds."},
       {"fv_low", "number", "share", "Lower end of its interval."},
       {"fv_high", "number", "share", "Upper end of its interval."},
       {"risk_reduction_worth", "number", "",
        "The risk by what is left of it then; empty if nothing is."},
       {"chance", "number", "share",
        "Visits with needles for which the barrier fails; barriers only."},
       {"risk_achievement_worth", "number", "",
        "Risk of a session before which the barrier fails, by the risk as it is; barriers only."},
       {"raw_low", "number", "", "Lower end of its interval."},
       {"raw_high", "number", "", "Upper end of its interval."},
       {"birnbaum", "number", "1/session",
        "Risk of a session before which the barrier fails less of one before which it holds."},
       {"if_doubled", "number", "",
        "Risk if the barrier fails twice as often, by the risk as it is; at most "
        "risk_achievement_worth, as nothing is worse than to fail always; barriers only."}}};
}

std::vector<TextFile> importance_csv(const StudyResult& result, CsvDialect dialect) {
  CsvTable table(importance_layout(), dialect);
  for (const ScenarioResult& scenario : result.scenarios) {
    for (const Importance& row : scenario.importance) add_row(table, scenario, row);
  }
  return table.take();
}

}  // namespace asepsim::report
