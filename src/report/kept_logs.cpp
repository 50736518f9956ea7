// Every load (load_log.csv) and every harm that happened (complication_log.csv).
#include "clinic/run_replication.hpp"
#include "experiment/compact_rows.hpp"
#include "experiment/counted.hpp"
#include "report/kept_tables.hpp"
#include "report/layouts.hpp"
#include "report/local_time.hpp"

namespace asepsim::report {
namespace {

// Fault, lethality and indicators; a load still running has none of them yet.
void add_results(CsvTable& table, const clinic::LoadFact& load) {
  if (!experiment::has_ended(load)) {
    for (int column = 0; column < 7; ++column) table.empty();
    return;
  }
  table.text(word(load.fault)).number(load.temperature).number(load.f0);
  table.number(load.log10_survivors).text(word(load.printout)).text(word(load.chemical));
  table.text(word(load.biological));
}

}  // namespace

TableLayout load_log_layout() {
  return {
      "load_log.csv",
      {scenario_column,
       replication_column,
       {"load_id", "text", "", "Load within the replication."},
       {"sterilizer", "integer", "", "Which machine, from 1."},
       {"sets", "integer", "", "Instrument sets in the load."},
       {"fault", "text", "",
        "What went wrong with the cycle; empty, as are the next six, while it runs."},
       {"temperature_c", "number", "C", "Reached at the coldest item."},
       {"f0_min", "number", "min",
        "Equivalent minutes at the reference temperature: 121.1 C, in dry heat 160 C; with "
        "the z_value of the scenario."},
       {"log10_survivors", "number", "log10", "Expected surviving organisms a set."},
       {"printout", "text", "", "Print-out of the machine."},
       {"chemical", "text", "", "Chemical indicator."},
       {"biological", "text", "", "Biological indicator."},
       {"started_min", "number", "min", "Start since the start of the run."},
       {"started_at", "date-time", "", "Start in local time."},
       {"ended_at", "date-time", "", "End in local time; empty: running at the end of the run."},
       {"released_at", "date-time", "", "Given out; empty if it never was."},
       {"biological_read_at", "date-time", "", "Biological indicator read."},
       {"recalled", "integer", "", "Sets called back unused."},
       {"used_before_recall", "integer", "", "Sets already used by then."},
       {"weekday", "text", "", "Weekday of the start."},
       {"hour", "integer", "h", "Hour of the start."},
       {"counted", "boolean", "",
        "FALSE if the load started in the warm-up: key figures leave it out."}}};
}

TableLayout complication_log_layout() {
  return {"complication_log.csv",
          {scenario_column,
           replication_column,
           {"patient_id", "text", "", "Patient within the replication."},
           {"visit_id", "text", "", "Visit that caused it."},
           {"hazard", "text", "", "What harmed."},
           {"grade", "integer", "", "1 mild to 5 death."},
           {"onset_min", "number", "min", "First sign since the start of the run."},
           {"onset_at", "date-time", "", "First sign in local time."},
           {"returned", "boolean", "", "Whether the patient came back to the clinic."},
           {"cost", "number", "column currency", "Cost of care."},
           {"refund", "number", "column currency", "Money given back."},
           {"currency", "text", "", "Currency of the amounts."},
           {"weekday", "text", "", "Weekday of the first sign."},
           {"hour", "integer", "h", "Hour of the first sign."},
           {"counted", "boolean", "",
            "FALSE if the visit that caused it arrived in the warm-up: key figures leave it out."},
           {"duration_days", "number", "d", "From the first sign until it has gone or settled."},
           {"permanent", "boolean", "", "Never goes away altogether."},
           {"reported", "boolean", "", "The regulator is told of it."},
           {"presented", "text", "", "Where it shows: visit, call, other_doctor or nowhere."}}};
}

void add_load_log(CsvTable& table, const KeptScenario& scenario,
                  const clinic::ReplicationRecord& record) {
  const scenario::Date start = scenario.scenario.run.start;
  for (const clinic::LoadFact& load : record.loads) {
    table.text(scenario.name).whole(record.replication).id('L', load.load.index());
    table.whole(std::int64_t{load.sterilizer} + 1).whole(std::int64_t{load.sets});
    add_results(table, load);
    table.number(load.started_at.since_start().minutes());
    table.text(date_time(start, load.started_at)).text(date_time(start, load.ended_at));
    table.text(date_time(start, load.released_at));
    table.text(date_time(start, load.biological_read_at)).whole(std::int64_t{load.recalled});
    table.whole(std::int64_t{load.used_before_recall}).text(weekday(start, load.started_at));
    table.whole(std::int64_t{hour_of_day(load.started_at)});
    table.flag(experiment::is_counted(record, load)).end_row();
  }
}

void add_complication_log(CsvTable& table, const KeptScenario& scenario,
                          const clinic::ReplicationRecord& record) {
  const scenario::Date start = scenario.scenario.run.start;
  for (const clinic::ComplicationFact& harm : record.complications) {
    table.text(scenario.name).whole(record.replication);
    table.id('P', record.visits[harm.visit].patient).id('V', harm.visit);
    table.text(word(harm.hazard)).whole(std::int64_t{harm.grade});
    table.number(harm.onset.since_start().minutes()).text(date_time(start, harm.onset));
    table.flag(harm.returned).number(harm.cost.units()).number(harm.refund.units());
    table.text(scenario.scenario.finance.currency).text(weekday(start, harm.onset));
    table.whole(std::int64_t{hour_of_day(harm.onset)});
    table.flag(experiment::is_counted(record, record.visits[harm.visit]));
    table.number(harm.duration.days()).flag(harm.permanent).flag(harm.reported);
    table.text(word(harm.presented)).end_row();
  }
}

}  // namespace asepsim::report
