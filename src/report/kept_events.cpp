#include <algorithm>

#include "clinic/run_replication.hpp"
#include "experiment/counted.hpp"
#include "report/kept_tables.hpp"
#include "report/layouts.hpp"
#include "report/local_time.hpp"

namespace asepsim::report {
namespace {

using clinic::ReplicationRecord;

/// One line of the log; `event` and `resource` outlive the table's making.
struct Event {
  SimTime at{};
  char letter = 'P';  ///< of the entity: P patient, L load, U unit
  std::uint32_t entity = 0;
  std::string_view event, type, resource;
  bool counted = true;
};

// The appointment's time stands for a visit that never was.
const char* arrival_of(const clinic::VisitFact& visit) {
  if (visit.exit == clinic::ExitReason::no_show) return "no_show";
  return experiment::cancelled_in_time(visit) ? "cancelled" : "arrival";
}

bool came(const clinic::VisitFact& visit) {
  return visit.exit != clinic::ExitReason::no_show && !experiment::cancelled_in_time(visit);
}

void add_arrivals(std::vector<Event>& events, const ReplicationRecord& record) {
  for (const clinic::VisitFact& visit : record.visits) {
    events.push_back({visit.arrived_at, 'P', visit.patient, arrival_of(visit), "arrival_departure",
                      word(visit.kind), experiment::is_counted(record, visit)});
  }
}

void add_departures(std::vector<Event>& events, const ReplicationRecord& record) {
  for (const clinic::VisitFact& visit : record.visits) {
    if (!came(visit)) continue;
    events.push_back({visit.left_at, 'P', visit.patient, "depart", "arrival_departure",
                      word(visit.exit), experiment::is_counted(record, visit)});
  }
}

void add_step_events(std::vector<Event>& events, const KeptScenario& scenario,
                     const ReplicationRecord& record) {
  for (const clinic::StepFact& fact : record.steps) {
    const clinic::VisitFact& visit = record.visits[fact.visit];
    const std::string_view step = scenario.scenario.pathways[visit.pathway].steps[fact.step].name;
    const std::string_view staff =
        fact.staff < record.units.size() ? record.units[fact.staff].name : std::string_view();
    const bool counted = experiment::is_counted(record, visit);
    events.push_back({fact.queued_at, 'P', visit.patient, step, "queue", {}, counted});
    if (fact.exit != clinic::ExitReason::done) continue;
    events.push_back({fact.started_at, 'P', visit.patient, step, "resource_use", staff, counted});
    events.push_back({fact.ended_at, 'P', visit.patient, step, "resource_use_end", staff, counted});
  }
}

void add_load_events(std::vector<Event>& events, const ReplicationRecord& record) {
  for (const clinic::LoadFact& load : record.loads) {
    const std::uint32_t id = load.load.index();
    const bool counted = experiment::is_counted(record, load);
    events.push_back(
        {load.started_at, 'L', id, "cycle", "resource_use", word(load.fault), counted});
    events.push_back(
        {load.ended_at, 'L', id, "cycle", "resource_use_end", word(load.fault), counted});
    events.push_back({load.released_at, 'L', id, "release", "arrival_departure", {}, counted});
  }
}

void add_harm_events(std::vector<Event>& events, const ReplicationRecord& record) {
  for (const clinic::ComplicationFact& harm : record.complications) {
    const clinic::VisitFact& cause = record.visits[harm.visit];
    events.push_back({harm.onset,
                      'P',
                      cause.patient,
                      word(harm.hazard),
                      "complication",
                      {},
                      experiment::is_counted(record, cause)});
  }
}

void add_upkeep_events(std::vector<Event>& events, const ReplicationRecord& record) {
  for (const clinic::UpkeepFact& fact : record.upkeep) {
    const std::string_view unit = record.units[fact.unit].name;
    const bool counted = experiment::in_counted_time(record, fact.from);
    events.push_back({fact.from, 'U', fact.unit, word(fact.what), "out_of_service", unit, counted});
    if (fact.until >= record.ended_at) continue;
    events.push_back(
        {fact.until, 'U', fact.unit, word(fact.what), "back_in_service", unit, counted});
  }
}

std::string_view type_of(const Event& event) {
  if (event.letter == 'U') return "unit";
  return event.letter == 'L' ? "load" : "patient";
}

void add_row(CsvTable& table, const KeptScenario& scenario, std::uint64_t replication,
             const Event& event) {
  const scenario::Date start = scenario.scenario.run.start;
  table.number(event.at.since_start().minutes()).id(event.letter, event.entity);
  table.text(type_of(event)).text(event.event).text(event.type);
  table.text(event.resource).whole(replication).text(scenario.name);
  table.text(date_time(start, event.at)).text(weekday(start, event.at));
  table.whole(std::int64_t{hour_of_day(event.at)}).flag(event.counted).end_row();
}

}  // namespace

TableLayout events_layout() {
  return {
      "events.csv",
      {{"time_min", "number", "min", "Time of the event since the start of the run."},
       {"entity_id", "text", "",
        "Patient (P), load (L) or room or machine (U) within the replication."},
       {"entity_type", "text", "", "patient, load or unit."},
       {"event", "text", "",
        "arrival, depart, no_show, cancelled (by the patient, in time), a step, cycle, release, a "
        "hazard, breakdown or maintenance. no_show and cancelled stand at the time of the "
        "appointment."},
       {"event_type", "text", "",
        "arrival_departure, queue, resource_use, resource_use_end, complication, out_of_service or "
        "back_in_service."},
       {"resource_id", "text", "",
        "First member of staff; for arrivals the kind of visit, for departures the reason, "
        "for cycles the fault, for breakdowns and maintenance the room or machine."},
       replication_column,
       scenario_column,
       {"at", "date-time", "", "Time of the event in local time."},
       {"weekday", "text", "", "Weekday of the event."},
       {"hour", "integer", "h", "Hour of the event."},
       {"counted", "boolean", "",
        "FALSE if the visit it belongs to arrived, or the load, repair or maintenance began, in "
        "the warm-up: key "
        "figures leave it out."}}};
}

void add_events(CsvTable& table, const KeptScenario& scenario, const ReplicationRecord& record) {
  std::vector<Event> events;
  add_arrivals(events, record);  // what happens at one time stays in this order
  add_step_events(events, scenario, record);
  add_departures(events, record);
  add_load_events(events, record);
  add_harm_events(events, record);
  add_upkeep_events(events, record);
  std::erase_if(events, [](const Event& e) { return e.at >= SimTime::never(); });
  std::stable_sort(events.begin(), events.end(),
                   [](const Event& a, const Event& b) { return a.at < b.at; });
  for (const Event& event : events) add_row(table, scenario, record.replication, event);
}

}  // namespace asepsim::report
