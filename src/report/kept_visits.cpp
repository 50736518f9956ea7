#include <utility>

#include "clinic/run_replication.hpp"
#include "experiment/counted.hpp"
#include "report/kept_tables.hpp"
#include "report/layouts.hpp"
#include "report/local_time.hpp"

namespace asepsim::report {
namespace {

using clinic::ReplicationRecord;
using clinic::StepFact;
using clinic::VisitFact;

// Ordinal of each visit among those of its patient, from 1.
std::vector<std::uint32_t> visit_numbers(const ReplicationRecord& record) {
  std::vector<std::uint32_t> seen(record.patients.size()), numbers;
  numbers.reserve(record.visits.size());
  for (const VisitFact& visit : record.visits) numbers.push_back(++seen[visit.patient]);
  return numbers;
}

std::int64_t priority_of(const scenario::Scenario& scenario, const VisitFact& visit,
                         const scenario::Step& step, std::uint16_t stream) {
  if (step.priority) return *step.priority;
  const bool complication = visit.kind == clinic::VisitKind::complication;
  if (complication && scenario.complications) return scenario.complications->priority;
  return stream < scenario.arrivals.size() ? scenario.arrivals[stream].priority : 0;
}

// For each step of each pathway: whether a patient who has done it, and the steps before it in the
// list, still holds something that was kept.
std::vector<std::vector<bool>> holds_after(const scenario::Scenario& scenario) {
  std::vector<std::vector<bool>> all;
  for (const scenario::Pathway& pathway : scenario.pathways) {
    std::vector<std::string> held;
    all.emplace_back();
    for (const scenario::Step& step : pathway.steps) {
      held.insert(held.end(), step.keep.begin(), step.keep.end());
      for (const std::string& name : step.release) std::erase(held, name);
      all.back().push_back(!held.empty());
    }
  }
  return all;
}

// Minutes each step was blocked: the wait for the visit's next step, holding something meanwhile.
std::vector<double> blocked_minutes(const scenario::Scenario& scenario,
                                    const ReplicationRecord& record) {
  constexpr std::size_t none = ~std::size_t{0};
  const auto holds = holds_after(scenario);
  std::vector<double> blocked(record.steps.size());
  std::vector<std::size_t> last(record.visits.size(), none);
  for (std::size_t i = 0; i < record.steps.size(); ++i) {
    const StepFact& fact = record.steps[i];
    const std::size_t before = std::exchange(last[fact.visit], i);
    if (before == none) continue;
    const std::uint16_t step = record.steps[before].step;
    if (!holds[record.visits[fact.visit].pathway][step]) continue;
    blocked[before] = (fact.started_at - fact.queued_at).minutes();
  }
  return blocked;
}

/// What the rows of one record are made from.
struct Rows {
  const KeptScenario& scenario;
  const ReplicationRecord& record;
  std::vector<std::uint32_t> numbers = visit_numbers(record);
  std::vector<double> blocked = blocked_minutes(scenario.scenario, record);
};

void add_times(CsvTable& table, scenario::Date start, const StepFact& fact, double blocked) {
  table.text(date_time(start, fact.queued_at)).text(date_time(start, fact.started_at));
  table.text(date_time(start, fact.ended_at));
  table.number((fact.started_at - fact.queued_at).minutes());
  table.number((fact.ended_at - fact.started_at).minutes()).number(blocked);
}

void add_staff(CsvTable& table, const ReplicationRecord& record, const StepFact& fact) {
  if (fact.staff != clinic::nobody && fact.staff < record.units.size()) {
    table.text(record.units[fact.staff].name);
  } else {
    table.empty();
  }
}

void add_set(CsvTable& table, const StepFact& fact) {
  fact.load.exists() ? table.id('L', fact.load.index()) : table.empty();
  fact.instrument.exists() ? table.id('I', fact.instrument.index()) : table.empty();
}

// The columns after those that every event-log tool expects.
void add_details(CsvTable& table, const Rows& rows, const StepFact& fact) {
  const scenario::Scenario& s = rows.scenario.scenario;
  const VisitFact& visit = rows.record.visits[fact.visit];
  const auto& pools = rows.scenario.pools;
  table.text(s.pathways[visit.pathway].name).id('V', fact.visit).text(word(visit.kind));
  table.text(fact.awaited < pools.size() ? pools[fact.awaited] : "");
  table.whole(std::int64_t{fact.pre_emptions});
  table.number(fact.queued_at.since_start().minutes());
  table.number(fact.started_at.since_start().minutes());
  table.number(fact.ended_at.since_start().minutes());
  table.text(weekday(s.run.start, fact.queued_at));
  table.whole(std::int64_t{hour_of_day(fact.queued_at)});
}

void add_row(CsvTable& table, const Rows& rows, std::size_t i) {
  const StepFact& fact = rows.record.steps[i];
  const scenario::Scenario& s = rows.scenario.scenario;
  const VisitFact& visit = rows.record.visits[fact.visit];
  const std::uint16_t stream = rows.record.patients[visit.patient].stream;
  const scenario::Step& step = s.pathways[visit.pathway].steps[fact.step];
  table.text(rows.scenario.name).whole(rows.record.replication).id('P', visit.patient);
  table.text(stream < s.arrivals.size() ? s.arrivals[stream].name : "").text(step.name);
  table.whole(std::uint64_t{rows.numbers[fact.visit]});
  add_times(table, s.run.start, fact, rows.blocked[i]);
  add_staff(table, rows.record, fact);
  table.whole(priority_of(s, visit, step, stream));
  add_set(table, fact);
  table.text(word(fact.exit));
  add_details(table, rows, fact);
  table.flag(experiment::is_counted(rows.record, visit)).end_row();
}

}  // namespace

TableLayout visits_layout() {
  return {"visits.csv",
          {scenario_column,
           replication_column,
           {"patient_id", "text", "", "Patient within the replication."},
           {"class", "text", "", "Source of patients."},
           {"step", "text", "", "Step of the pathway."},
           {"visit_no", "integer", "", "Which visit of the patient, from 1."},
           {"queued_at", "date-time", "", "Joined the queue of the step, local time."},
           {"started_at", "date-time", "", "Step began, or the patient gave up."},
           {"ended_at", "date-time", "", "Step ended."},
           {"wait_min", "number", "min", "From queued to started."},
           {"service_min", "number", "min", "From started to ended."},
           {"blocked_min", "number", "min",
            "Wait for the next step while still holding what this or an earlier step kept."},
           {"resource_units", "text", "", "First member of staff who served."},
           {"priority", "integer", "", "Lower is served first."},
           {"batch_id", "text", "", "Sterilizer load of the instrument set."},
           {"set_id", "text", "", "Instrument set."},
           {"exit_reason", "text", "", "done, or why the step did not happen."},
           {"pathway", "text", "", "Pathway of the visit."},
           {"visit_id", "text", "", "Visit within the replication."},
           {"kind", "text", "", "booked, walk_in, follow_up or complication."},
           {"awaited", "text", "", "Pool that came last; empty if there was no wait."},
           {"pre_emptions", "integer", "", "Interruptions by others."},
           {"queued_min", "number", "min", "queued_at since the start of the run."},
           {"started_min", "number", "min", "started_at since the start of the run."},
           {"ended_min", "number", "min", "ended_at since the start of the run."},
           {"weekday", "text", "", "Weekday of queued_at."},
           {"hour", "integer", "h", "Hour of queued_at."},
           {"counted", "boolean", "",
            "FALSE if the visit arrived in the warm-up: key figures leave it out."}}};
}

void add_visits(CsvTable& table, const KeptScenario& scenario, const ReplicationRecord& record) {
  const Rows rows{scenario, record};
  for (std::size_t i = 0; i < record.steps.size(); ++i) add_row(table, rows, i);
}

}  // namespace asepsim::report
