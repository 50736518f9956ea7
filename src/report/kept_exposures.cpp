// Every exposure in the risk ledger (exposure_log.csv) and every test of a sterilizer without a
// load (machine_test_log.csv).
#include "clinic/run_replication.hpp"
#include "experiment/counted.hpp"
#include "report/kept_tables.hpp"
#include "report/layouts.hpp"
#include "report/local_time.hpp"

namespace asepsim::report {
namespace {

void add_visit(CsvTable& table, const clinic::ReplicationRecord& record, std::uint32_t visit) {
  if (visit == clinic::no_fact) {
    table.empty().empty();
  } else {
    table.id('P', record.visits[visit].patient).id('V', visit);
  }
}

template <class Id>
void add_id(CsvTable& table, char letter, Id id) {
  if (id.exists()) {
    table.id(letter, id.index());
  } else {
    table.empty();
  }
}

}  // namespace

TableLayout exposure_log_layout() {
  return {
      "exposure_log.csv",
      {scenario_column,
       replication_column,
       {"hazard", "text", "", "What can harm."},
       {"route", "text", "", "How it reaches the patient."},
       {"patient_id", "text", "", "Who is exposed: patient within the replication."},
       {"visit_id", "text", "", "The visit."},
       {"source_patient_id", "text", "",
        "By instruments: the likeliest source, whose germs in one way that the head may have gone "
        "are the largest part; empty: none in the ledger."},
       {"source_visit_id", "text", "", "The visit in which that was."},
       {"instrument_id", "text", "", "Head in hand, if any."},
       {"load_id", "text", "", "Load of the sterilizer that it came from, if any."},
       {"exposed_min", "number", "min", "Since the start of the run."},
       {"exposed_at", "date-time", "", "In local time."},
       {"probability", "number", "share",
        "Of harm, given what was simulated; what nobody sees integrated out."},
       {"weight", "number", "", "Likelihood ratio of tilted decisions before it; else 1."},
       {"happened", "boolean", "", "Whether it did harm in the simulated story."},
       {"counted", "boolean", "",
        "FALSE if the visit arrived in the warm-up: key figures leave it out."}}};
}

TableLayout machine_test_log_layout() {
  return {"machine_test_log.csv",
          {scenario_column,
           replication_column,
           {"test", "text", "", "bowie_dick, or retest after a positive indicator."},
           {"sterilizer", "integer", "", "Which machine, from 1."},
           {"started_min", "number", "min", "Start since the start of the run."},
           {"started_at", "date-time", "", "Start in local time."},
           {"read_at", "date-time", "", "Result in local time; empty: after the end of the run."},
           {"shown", "text", "", "passed or failed; not_run: no result yet."}}};
}

void add_exposure_log(CsvTable& table, const KeptScenario& scenario,
                      const clinic::ReplicationRecord& record) {
  const scenario::Date start = scenario.scenario.run.start;
  for (const clinic::LedgerEntry& entry : record.ledger) {
    table.text(scenario.name).whole(record.replication);
    table.text(word(entry.hazard)).text(word(entry.route));
    add_visit(table, record, entry.visit);
    add_visit(table, record, entry.source);
    add_id(table, 'I', entry.instrument);
    add_id(table, 'L', entry.load);
    table.number(entry.at.since_start().minutes()).text(date_time(start, entry.at));
    table.number(entry.probability).number(entry.weight).flag(entry.happened);
    table.flag(experiment::is_counted(record, record.visits[entry.visit])).end_row();
  }
}

void add_machine_test_log(CsvTable& table, const KeptScenario& scenario,
                          const clinic::ReplicationRecord& record) {
  const scenario::Date start = scenario.scenario.run.start;
  for (const clinic::MachineTestFact& test : record.machine_tests) {
    table.text(scenario.name).whole(record.replication).text(word(test.test));
    table.whole(std::int64_t{test.sterilizer} + 1);
    table.number(test.started_at.since_start().minutes()).text(date_time(start, test.started_at));
    table.text(date_time(start, test.read_at)).text(word(test.shown)).end_row();
  }
}

}  // namespace asepsim::report
