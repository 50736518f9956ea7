// A clinic small enough to be counted by hand: one pathway (desk, needle), two pools.
#pragma once

#include <string>
#include <vector>

#include "clinic/observation.hpp"
#include "experiment/counting_plan.hpp"
#include "scenario/scenario.hpp"

namespace asepsim::experiment::testing {

inline const std::vector<clinic::RecordPool> pools{{"nurse"}, {"room"}};

/// Open on Mondays to Fridays from 9 to 17, closed on Wednesday 2027-01-06; four weeks.
inline scenario::Scenario two_step_clinic() {
  scenario::Scenario s;
  s.name = "two_step_clinic";
  s.run.length = days(28);
  s.run.replications = 4;
  for (std::size_t day = 0; day < 5; ++day) s.calendar.opening[day] = {{hours(9), hours(17)}};
  s.calendar.holidays = {s.run.start + std::chrono::days(2)};
  scenario::Step desk{.name = "desk"};
  scenario::Step needle{.name = "needle", .kind = scenario::StepKind::treatment};
  s.pathways = {{"session", {desk, needle}}, {"call", {{.name = "talk"}}}};
  s.follow_up = scenario::FollowUp{.pathway = "call"};
  s.indications.resize(2);
  s.indications[0].name = "acne";
  s.indications[1].name = "freckles";
  return s;
}

inline clinic::ReplicationRecord empty_record() {
  clinic::ReplicationRecord record;
  record.ended_at = SimTime{} + days(28);
  record.patients.push_back({.indication = 0});
  record.units = {{"nurse_1", 0}, {"room_1", 1}};
  record.pools = {{"nurse"}, {"room"}};
  return record;
}

/// A visit of patient 0 that came at `arrived`, waited and was served.
inline clinic::VisitFact visit(SimTime arrived, Duration waited, Duration served) {
  clinic::VisitFact v;
  v.exit = clinic::ExitReason::done;
  v.arrived_at = v.scheduled_at = v.wanted_at = v.requested_at = arrived;
  v.waited = waited;
  v.served = served;
  v.left_at = arrived + waited + served;
  return v;
}

inline SimTime day(std::int64_t n) {
  return SimTime{} + days(n);
}

/// The value of one figure in one replication.
inline KpiValue value_of(const CountingPlan& plan, const std::vector<KpiValue>& values,
                         const std::string& id) {
  for (std::size_t k = 0; k < plan.kpis.size(); ++k) {
    if (plan.kpis[k].id == id) return values[k];
  }
  return {-12345, -1};
}

}  // namespace asepsim::experiment::testing
