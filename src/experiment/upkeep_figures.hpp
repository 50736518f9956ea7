// Key figures of breakdowns and maintenance: what they are, and how they are counted.
//
// A repair or maintenance counts as one if it begins after the warm-up; of maintenance the open
// hours count that lie in the counted time, whenever it began. Only pools that break down or are
// maintained have such figures.
#pragma once

#include <vector>

#include "clinic/observation.hpp"
#include "experiment/counting_plan.hpp"
#include "experiment/kpi.hpp"
#include "experiment/sums.hpp"

namespace asepsim::experiment {

/// One figure for each pool: breakdowns, times maintained, unit-hours maintained while open.
std::vector<KpiFamily> upkeep_families();

/// Adds what the record tells of upkeep.
void count_upkeep(Sums& sums, const CountingPlan& plan, const clinic::ReplicationRecord& record);

}  // namespace asepsim::experiment
