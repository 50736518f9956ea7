// Harms that happened (complications.csv) and exposures that might have harmed (exposures.csv).
#include "report/layouts.hpp"
#include "report/tables.hpp"

namespace asepsim::report {
namespace {

using experiment::ReplicationSummary;
using experiment::ScenarioResult;

void add_harms(CsvTable& table, const ScenarioResult& scenario, const ReplicationSummary& summary) {
  for (std::size_t h = 0; h < clinic::hazards; ++h) {
    for (std::size_t g = 0; g < experiment::grades; ++g) {
      const experiment::HarmSum& sum = summary.rows.harms[h][g];
      if (sum.n == 0) continue;
      table.text(scenario.scenario.name).whole(summary.replication);
      table.text(word(static_cast<clinic::Hazard>(h))).whole(std::uint64_t{g + 1});
      table.whole(sum.n).whole(sum.returned).number(sum.cost.units()).number(sum.refund.units());
      table.text(scenario.scenario.finance.currency).number(sum.days).whole(sum.permanent);
      table.whole(sum.reported).whole(sum.called).whole(sum.elsewhere).end_row();
    }
  }
}

void add_exposures(CsvTable& table, const ScenarioResult& scenario,
                   const ReplicationSummary& summary) {
  for (std::size_t h = 0; h < clinic::hazards; ++h) {
    for (std::size_t r = 0; r < clinic::harm_routes; ++r) {
      const experiment::ExposureSum& sum = summary.rows.exposures[h][r];
      if (sum.n == 0) continue;
      table.text(scenario.scenario.name).whole(summary.replication);
      table.text(word(static_cast<clinic::Hazard>(h)));
      table.text(word(static_cast<clinic::HarmRoute>(r)));
      table.whole(sum.n).number(sum.expected).whole(sum.happened).number(sum.most).end_row();
    }
  }
}

}  // namespace

TableLayout complications_layout() {
  return {"complications.csv",
          {scenario_column,
           replication_column,
           {"hazard", "text", "", "What harmed."},
           {"grade", "integer", "", "1 mild, 2 moderate, 3 needs treatment, 4 severe, 5 death."},
           {"n", "integer", "", "Harms that happened."},
           {"returned", "integer", "", "Of those, patients who came back to the clinic."},
           {"cost", "number", "column currency", "Cost of care."},
           {"refund", "number", "column currency", "Money given back."},
           {"currency", "text", "", "Currency of the amounts."},
           {"days", "number", "d", "Days lived with them; permanent ones count one year."},
           {"permanent", "integer", "", "Those that never go away."},
           {"reported", "integer", "", "Those the regulator is told of."},
           {"called", "integer", "", "Patients who called the clinic instead of coming."},
           {"elsewhere", "integer", "", "Patients who saw another doctor instead."}}};
}

TableLayout exposures_layout() {
  return {"exposures.csv",
          {scenario_column,
           replication_column,
           {"hazard", "text", "", "What can harm."},
           {"route", "text", "", "How it reaches the patient."},
           {"n", "integer", "", "Exposures in the risk ledger."},
           {"expected", "number", "", "Sum of weight x conditional probability of harm."},
           {"crude", "integer", "", "Exposures that did harm in the simulated story."},
           {"most_probable", "number", "share", "Largest probability of one exposure."}}};
}

std::vector<TextFile> complications_csv(const StudyResult& result, CsvDialect dialect) {
  CsvTable table(complications_layout(), dialect);
  for (const ScenarioResult& scenario : result.scenarios) {
    for (const auto& summary : scenario.replications) add_harms(table, scenario, summary);
  }
  return table.take();
}

std::vector<TextFile> exposures_csv(const StudyResult& result, CsvDialect dialect) {
  CsvTable table(exposures_layout(), dialect);
  for (const ScenarioResult& scenario : result.scenarios) {
    for (const auto& summary : scenario.replications) add_exposures(table, scenario, summary);
  }
  return table.take();
}

}  // namespace asepsim::report
