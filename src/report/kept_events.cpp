#include <algorithm>

#include "clinic/run_replication.hpp"
#include "report/kept_tables.hpp"
#include "report/layouts.hpp"
#include "report/local_time.hpp"

namespace asepsim::report {
namespace {

using clinic::ReplicationRecord;

/// One line of the log; `event` and `resource` outlive the table's making.
struct Event {
  SimTime at{};
  char letter = 'P';  ///< of the entity: P patient, L load
  std::uint32_t entity = 0;
  std::string_view event, type, resource;
};

void add_arrivals(std::vector<Event>& events, const ReplicationRecord& record) {
  for (const clinic::VisitFact& visit : record.visits) {
    const bool came = visit.exit != clinic::ExitReason::no_show;
    events.push_back({visit.arrived_at, 'P', visit.patient, came ? "arrival" : "no_show",
                      "arrival_departure", word(visit.kind)});
  }
}

void add_departures(std::vector<Event>& events, const ReplicationRecord& record) {
  for (const clinic::VisitFact& visit : record.visits) {
    if (visit.exit == clinic::ExitReason::no_show) continue;
    events.push_back(
        {visit.left_at, 'P', visit.patient, "depart", "arrival_departure", word(visit.exit)});
  }
}

void add_step_events(std::vector<Event>& events, const KeptScenario& scenario,
                     const ReplicationRecord& record) {
  for (const clinic::StepFact& fact : record.steps) {
    const clinic::VisitFact& visit = record.visits[fact.visit];
    const std::string_view step = scenario.scenario.pathways[visit.pathway].steps[fact.step].name;
    const std::string_view staff =
        fact.staff < record.units.size() ? record.units[fact.staff].name : std::string_view();
    events.push_back({fact.queued_at, 'P', visit.patient, step, "queue", {}});
    if (fact.exit != clinic::ExitReason::done) continue;
    events.push_back({fact.started_at, 'P', visit.patient, step, "resource_use", staff});
    events.push_back({fact.ended_at, 'P', visit.patient, step, "resource_use_end", staff});
  }
}

void add_load_events(std::vector<Event>& events, const ReplicationRecord& record) {
  for (const clinic::LoadFact& load : record.loads) {
    const std::uint32_t id = load.load.index();
    events.push_back({load.started_at, 'L', id, "cycle", "resource_use", word(load.fault)});
    events.push_back({load.ended_at, 'L', id, "cycle", "resource_use_end", word(load.fault)});
    events.push_back({load.released_at, 'L', id, "release", "arrival_departure", {}});
  }
}

void add_harm_events(std::vector<Event>& events, const ReplicationRecord& record) {
  for (const clinic::ComplicationFact& harm : record.complications) {
    events.push_back({harm.onset,
                      'P',
                      record.visits[harm.visit].patient,
                      word(harm.hazard),
                      "complication",
                      {}});
  }
}

void add_row(CsvTable& table, const KeptScenario& scenario, std::uint64_t replication,
             const Event& event) {
  const scenario::Date start = scenario.scenario.run.start;
  table.number(event.at.since_start().minutes()).id(event.letter, event.entity);
  table.text(event.letter == 'L' ? "load" : "patient").text(event.event).text(event.type);
  table.text(event.resource).whole(replication).text(scenario.name);
  table.text(date_time(start, event.at)).text(weekday(start, event.at));
  table.whole(std::int64_t{hour_of_day(event.at)}).end_row();
}

}  // namespace

TableLayout events_layout() {
  return {"events.csv",
          {{"time_min", "number", "min", "Time of the event since the start of the run."},
           {"entity_id", "text", "", "Patient (P) or load (L) within the replication."},
           {"entity_type", "text", "", "patient or load."},
           {"event", "text", "", "arrival, depart, no_show, a step, cycle, release or a hazard."},
           {"event_type", "text", "",
            "arrival_departure, queue, resource_use, resource_use_end or complication."},
           {"resource_id", "text", "",
            "First member of staff; for arrivals the kind of visit, for departures the reason, "
            "for cycles the fault."},
           {"replication", "integer", "", "Number of the replication, from 0."},
           {"scenario", "text", "", "Name of the scenario."},
           {"at", "date-time", "", "Time of the event in local time."},
           {"weekday", "text", "", "Weekday of the event."},
           {"hour", "integer", "h", "Hour of the event."}}};
}

void add_events(CsvTable& table, const KeptScenario& scenario, const ReplicationRecord& record) {
  std::vector<Event> events;
  add_arrivals(events, record);  // what happens at one time stays in this order
  add_step_events(events, scenario, record);
  add_departures(events, record);
  add_load_events(events, record);
  add_harm_events(events, record);
  std::erase_if(events, [](const Event& e) { return e.at >= SimTime::never(); });
  std::stable_sort(events.begin(), events.end(),
                   [](const Event& a, const Event& b) { return a.at < b.at; });
  for (const Event& event : events) add_row(table, scenario, record.replication, event);
}

}  // namespace asepsim::report
