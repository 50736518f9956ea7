// Counting visits and their steps (counting.hpp has the rest and the rules). Private to the room.
#pragma once

#include <cstdint>
#include <vector>

#include "clinic/observation.hpp"
#include "experiment/counting_plan.hpp"
#include "experiment/sums.hpp"

namespace asepsim::experiment {

/// Exits, appointments, waits and stays with their percentiles; `counted` has 1 for each visit that
/// counts.
void count_visits(Sums& sums, const CountingPlan& plan, const clinic::ReplicationRecord& record,
                  const std::vector<std::uint8_t>& counted);

/// Visits that waits are counted over: the patient came and has left, and it was no call.
bool is_waited_visit(const CountingPlan& plan, const clinic::VisitFact& visit);

/// Waits by step and by the pool that came last; sessions.
void count_steps(Sums& sums, const CountingPlan& plan, const clinic::ReplicationRecord& record,
                 const std::vector<std::uint8_t>& counted);

}  // namespace asepsim::experiment
