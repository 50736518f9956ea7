// Harm in each state of a common cause that replications were given (strata.csv).
#include "clinic/run_replication.hpp"
#include "report/estimate_columns.hpp"
#include "report/layouts.hpp"
#include "report/tables.hpp"

namespace asepsim::report {
namespace {

using experiment::ScenarioResult;
using experiment::StrataFigure;

void add_row(CsvTable& table, const ScenarioResult& scenario, const StrataFigure& figure) {
  const experiment::Kpi& kpi = scenario.kpis[figure.kpi];
  table.text(scenario.scenario.name).text(word(figure.state.given));
  table.number(figure.state.probability).whole(figure.replications);
  table.text(kpi.id).text(kpi.unit);
  add_estimate(table, figure.estimate);
  table.number(figure.part).whole(figure.best).end_row();
}

}  // namespace

TableLayout strata_layout() {
  return {"strata.csv",
          {scenario_column,
           {"given", "text", "", "drift: a sterilizer begins to drift; no_drift: none does."},
           {"probability", "number", "share", "Of this state in one run."},
           {"replications", "integer", "", "That were given it."},
           {"kpi", "text", "", "Id of a key figure of the risk ledger."},
           {"unit", "text", "", "Unit of value and interval."},
           {"value", "number", "column unit", "Estimate of the figure in this state."},
           {"ci_low", "number", "column unit", "Lower end of its interval."},
           {"ci_high", "number", "column unit", "Upper end of its interval."},
           {"part", "number", "share", "Of the whole figure that comes from this state."},
           {"best_replications", "integer", "",
            "Replications in this state, of as many in all, that would make the figure most "
            "precise (Neyman)."}}};
}

std::vector<TextFile> strata_csv(const StudyResult& result, CsvDialect dialect) {
  CsvTable table(strata_layout(), dialect);
  for (const ScenarioResult& scenario : result.scenarios) {
    for (const StrataFigure& figure : scenario.strata) add_row(table, scenario, figure);
  }
  return table.take();
}

}  // namespace asepsim::report
