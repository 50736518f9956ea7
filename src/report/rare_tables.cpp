// How well rare harm is estimated (rare_events.csv).
#include "report/estimate_columns.hpp"
#include "report/layouts.hpp"
#include "report/tables.hpp"

namespace asepsim::report {
namespace {

using experiment::Estimate;
using experiment::GateReport;
using experiment::RareEstimate;
using experiment::ScenarioResult;

void add_gates(CsvTable& table, const GateReport& gates) {
  const bool without =
      gates.gate == experiment::Gate::not_needed || gates.gate == experiment::Gate::nothing_drawn;
  if (without) {
    table.empty().empty().empty();
  } else {
    table.number(gates.mean_ratio).number(gates.effective_share).number(gates.largest_share);
  }
  table.text(word(gates.gate));
}

void add_rare(CsvTable& table, const ScenarioResult& scenario, const RareEstimate& rare) {
  const bool refused = refuses(rare.gates.gate);
  table.text(scenario.scenario.name).text(scenario.kpis[rare.kpi].id);
  table.text(scenario.kpis[rare.kpi].unit).text(word(rare.estimator));
  add_estimate(table, scenario.estimates[rare.kpi]);
  table.number(refused ? std::nullopt : rare.relative_half_width);
  add_estimate(table, rare.crude ? scenario.estimates[*rare.crude] : Estimate{});
  table.number(refused ? std::nullopt : rare.variance_reduction);
  table.number(refused ? std::nullopt : rare.events_worth);
  add_gates(table, rare.gates);
  table.end_row();
}

}  // namespace

TableLayout rare_events_layout() {
  return {
      "rare_events.csv",
      {scenario_column,
       {"kpi", "text", "", "Id of a key figure of the risk ledger."},
       {"unit", "text", "", "Unit of estimates and intervals of this row."},
       {"estimator", "text", "",
        "conditional: rare branches integrated out; tilted: some drawn more often, with likelihood "
        "ratios; forced: some taken for certain; split: some gone through in equal parts; mixed: "
        "several of these."},
       {"estimate", "number", "column unit", "Estimate; empty if it was refused."},
       {"ci_low", "number", "column unit", "Lower end of the interval."},
       {"ci_high", "number", "column unit", "Upper end of the interval."},
       {"relative_half_width", "number", "share", "Half-width by estimate."},
       {"crude", "number", "column unit", "The same by counting what happened in the story."},
       {"crude_low", "number", "column unit", "Lower end of its interval."},
       {"crude_high", "number", "column unit", "Upper end of its interval."},
       {"variance_reduction", "number", "",
        "Variance of counting, by theory, by the variance of the estimate."},
       {"event_equivalent_n", "number", "",
        "Counted harms that would give the same relative error."},
       {"mean_likelihood_ratio", "number", "", "Must be 1; empty if nothing was tilted."},
       {"ess_share", "number", "share", "Effective by actual number of likelihood ratios."},
       {"largest_weight_share", "number", "share", "Largest likelihood ratio by their sum."},
       {"gate", "text", "", "passed, not needed, or refused with the reason."}}};
}

std::vector<TextFile> rare_events_csv(const StudyResult& result, CsvDialect dialect) {
  CsvTable table(rare_events_layout(), dialect);
  for (const ScenarioResult& scenario : result.scenarios) {
    for (const RareEstimate& rare : scenario.rare) add_rare(table, scenario, rare);
  }
  return table.take();
}

}  // namespace asepsim::report
