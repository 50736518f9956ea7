// Tiny clinics for tests: scenario text in, facts in words out.
//
// A timeline has one line a step in the order of ending: who, step, time of queueing, start-end,
// and the exit reason unless it is done. A patient is named by its stream, with its ordinal from
// the second on ("ann", "ann 2"). Times are "9:05" on the first day, "3+9:05" on the fourth.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "clinic/run_replication.hpp"
#include "scenario/read_scenario.hpp"

namespace asepsim::clinic {

/// A facts table and what it came from.
struct Outcome {
  scenario::Scenario scenario;
  ReplicationRecord record;
};

inline scenario::Scenario scenario_from(const std::string& text) {
  scenario::ReadResult read = scenario::read_scenario_text("schema: asepsim/1\n" + text, "test");
  if (read.scenario) return *read.scenario;
  ADD_FAILURE() << to_text(read.diagnostics);
  throw std::invalid_argument("the scenario of this test is refused");
}

/// Runs one replication on both engines, which must agree.
inline Outcome run(const std::string& text, ReplicationRequest request = {}) {
  Outcome result{scenario_from(text), {}};
  const auto plan = compile(result.scenario);
  result.record = run_replication(*plan, request);
  request.engine = Engine::simgrid;
  EXPECT_EQ(first_difference(result.record, run_replication(*plan, request)), "");
  return result;
}

inline std::string clock(SimTime at) {
  const std::int64_t minutes = at.since_start().microseconds() / 60'000'000;
  const std::int64_t day = minutes / 1440, minute = minutes % 60;
  return (day > 0 ? std::to_string(day) + "+" : "") + std::to_string(minutes / 60 % 24) +
         (minute < 10 ? ":0" : ":") + std::to_string(minute);
}

/// Names of the patients by index.
inline std::vector<std::string> names_of(const Outcome& run) {
  std::vector<std::string> names;
  std::map<std::string, int> ordinals;
  for (const PatientFact& patient : run.record.patients) {
    const std::string& stream = run.scenario.arrivals[patient.stream].name;
    const int ordinal = ++ordinals[stream];
    names.push_back(ordinal == 1 ? stream : stream + " " + std::to_string(ordinal));
  }
  return names;
}

inline std::string name_of(const Outcome& run, std::uint32_t visit) {
  return names_of(run)[run.record.visits[visit].patient];
}

inline std::string ending(ExitReason exit) {
  return exit == ExitReason::done ? "" : std::string(" ") + word(exit);
}

inline std::string line_of(const Outcome& run, const StepFact& step) {
  const VisitFact& visit = run.record.visits[step.visit];
  return name_of(run, step.visit) + " " +
         run.scenario.pathways[visit.pathway].steps[step.step].name + " " + clock(step.queued_at) +
         " " + clock(step.started_at) + "-" + clock(step.ended_at) + ending(step.exit);
}

inline std::vector<std::string> timeline(const Outcome& run) {
  std::vector<std::string> lines;
  for (const StepFact& step : run.record.steps) lines.push_back(line_of(run, step));
  return lines;
}

/// Who did each step, beside its line.
inline std::vector<std::string> rota(const Outcome& run) {
  std::vector<std::string> lines;
  for (const StepFact& step : run.record.steps) {
    const bool somebody = step.staff < run.record.units.size();
    lines.push_back(line_of(run, step) + " by " +
                    (somebody ? run.record.units[step.staff].name : "nobody"));
  }
  return lines;
}

/// One line a visit: who, kind, arrived-left, exit.
inline std::vector<std::string> visits(const Outcome& run) {
  std::vector<std::string> lines;
  for (std::uint32_t v = 0; v < run.record.visits.size(); ++v) {
    const VisitFact& visit = run.record.visits[v];
    lines.push_back(name_of(run, v) + " " + word(visit.kind) + " " + clock(visit.arrived_at) + "-" +
                    (visit.left_at == SimTime::never() ? "" : clock(visit.left_at)) + " " +
                    word(visit.exit));
  }
  return lines;
}

/// Exit of each patient.
inline std::vector<std::string> patients(const Outcome& run) {
  std::vector<std::string> lines;
  const std::vector<std::string> names = names_of(run);
  for (std::size_t p = 0; p < names.size(); ++p) {
    lines.push_back(names[p] + " " + word(run.record.patients[p].exit));
  }
  return lines;
}

/// Sum of an account in cents.
inline std::int64_t cents(const Outcome& run, Account account) {
  std::int64_t sum = 0;
  for (const MoneyFact& fact : run.record.money) {
    if (fact.account == account) sum += fact.amount.cents;
  }
  return sum;
}

inline const UnitFact& unit_named(const Outcome& run, const std::string& name) {
  for (const UnitFact& unit : run.record.units) {
    if (unit.name == name) return unit;
  }
  throw std::invalid_argument("no unit is called " + name);
}

inline const PoolFact& pool_named(const Outcome& run, const std::string& name) {
  for (const PoolFact& pool : run.record.pools) {
    if (pool.name == name) return pool;
  }
  throw std::invalid_argument("no pool is called " + name);
}

/// Minutes a unit spent in a state; `state` as in UnitFact.
inline double minutes_in(const UnitFact& unit, std::size_t state) {
  return unit.time_in_state[state].minutes();
}
inline constexpr std::size_t idle = 0, busy = 1, down = 2, on_break = 3, cleaning = 4, off = 5;

/// One Monday, 2027-01-04, open from 9 to 17.
inline const std::string monday = R"(
run: {start: 2027-01-04, length: 1 d}
calendar: {opening: {weekdays: "09:00-17:00"}}
)";

/// A clinic that is always open, for two days.
inline const std::string always = R"(
run: {start: 2027-01-04, length: 2 d}
calendar: {opening: always}
)";

/// What a treatment needs of the patients: one indication with so many sessions, skin of one
/// thickness; they come when `punctuality` says.
inline std::string skin_of(const std::string& punctuality, int sessions) {
  return R"(
population: {punctuality: )" +
         punctuality + R"(}
sites:
  cheek: {dermis_male_mean: 1 mm, dermis_male_sd: 0.001 mm, dermis_female_mean: 1 mm,
          dermis_female_sd: 0.001 mm, length_by_site: 1 mm}
indications:
  acne: {share: 100 %, site: cheek, area: 200 cm2, interval: 1 wk, length_fixed: 1 mm,
         target_fraction: 0.5, sessions: )" +
         std::to_string(sessions) + R"(}
needling: {}
)";
}
inline const std::string skin = skin_of("0 min", 1);

/// A sterilizing room where nothing fails and every time is a constant: a set that comes back at
/// 10:20 is pre-cleaned until 10:25, washed until 10:35, inspected until 10:36, packed until 10:38,
/// loaded until 10:42 and sterile at 11:27.
inline const std::string sterilizing = R"(
sterilization:
  staff: nurse
  pre_clean: 5 min
  wash: {duration: 10 min, log_reduction: 2, failure: 0}
  inspect: 1 min
  reject: 0
  reject_soiled: 0
  pack: 2 min
  capacity: 6
  least_batch: 1
  linger: 1 h
  load_and_unload: 4 min
  programme: {temperature: 134 C, hold: 3.5 min, total: 45 min}
  failure: {probability: 0, temperature_drop: 30 K, operator_share: 1, not_run: 0,
            wrong_programme: 0, packing: 1}
  drift: {onset: 0}
  drying: {wet: 0}
  shortcuts: {indicators_skipped: 0, early_release: 0}
  after_positive: keep_running
  mean_cycles_between_breakdowns: 1e9
  repair: 2 h
  release: on_cycle_end
  indicators: {false_positive: 0, biological_every: 30 d}
)";

/// Walk-ins, once each at the times given: on one day the second arrival falls after closing.
inline std::string arrivals(const std::vector<std::pair<std::string, std::string>>& who) {
  std::string text = "arrivals:\n";
  for (const auto& [name, when] : who) {
    text += "  " + name + ": {pathway: visit, interarrival: " + when + "}\n";
  }
  return text;
}

/// `text` with the first `old` replaced.
inline std::string with(std::string text, const std::string& old, const std::string& instead) {
  const std::size_t at = text.find(old);
  if (at == std::string::npos) throw std::invalid_argument("not in the text: " + old);
  return text.replace(at, old.size(), instead);
}

}  // namespace asepsim::clinic
