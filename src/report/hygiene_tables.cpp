// Rules kept by moment (compliance.csv) and patients to be called back (recalls.csv).
#include "report/layouts.hpp"
#include "report/tables.hpp"

namespace asepsim::report {
namespace {

using experiment::ReplicationSummary;
using experiment::ScenarioResult;

void add_compliance(CsvTable& table, const ScenarioResult& scenario,
                    const ReplicationSummary& summary) {
  for (std::size_t m = 0; m < clinic::moments; ++m) {
    const experiment::ComplianceSum& sum = summary.rows.compliance[m];
    if (sum.n == 0) continue;
    table.text(scenario.scenario.name).whole(summary.replication);
    table.text(word(static_cast<clinic::Moment>(m))).whole(sum.n).whole(sum.kept);
    table.number(sum.expected / static_cast<double>(sum.n)).end_row();
  }
}

void add_recalls(CsvTable& table, const ScenarioResult& scenario,
                 const ReplicationSummary& summary) {
  for (const clinic::RecallFact& fact : summary.rows.recalls) {
    table.text(scenario.scenario.name).whole(summary.replication);
    table.id('L', fact.load.index());
    table.id('P', fact.patient);
    table.number(fact.treated_at.since_start().minutes());
    table.number(fact.recalled_at.since_start().minutes()).end_row();
  }
}

}  // namespace

TableLayout compliance_layout() {
  return {"compliance.csv",
          {scenario_column,
           replication_column,
           {"moment", "text", "", "Moment of a visit or load at which a rule of hygiene applies."},
           {"n", "integer", "", "Decisions."},
           {"kept", "integer", "", "Decisions at which the rule was kept."},
           {"expected", "number", "share", "Mean probability of keeping it, under pressure."}}};
}

TableLayout recalls_layout() {
  return {"recalls.csv",
          {scenario_column,
           replication_column,
           {"load_id", "text", "", "Load within the replication that was called back."},
           {"patient_id", "text", "", "Patient treated with a set of it before."},
           {"treated_min", "number", "min", "Start of the treatment, since the start of the run."},
           {"recalled_min", "number", "min", "When the load was called back."}}};
}

std::vector<TextFile> compliance_csv(const StudyResult& result, CsvDialect dialect) {
  CsvTable table(compliance_layout(), dialect);
  for (const ScenarioResult& scenario : result.scenarios) {
    for (const auto& summary : scenario.replications) add_compliance(table, scenario, summary);
  }
  return table.take();
}

std::vector<TextFile> recalls_csv(const StudyResult& result, CsvDialect dialect) {
  CsvTable table(recalls_layout(), dialect);
  for (const ScenarioResult& scenario : result.scenarios) {
    for (const auto& summary : scenario.replications) add_recalls(table, scenario, summary);
  }
  return table.take();
}

}  // namespace asepsim::report
