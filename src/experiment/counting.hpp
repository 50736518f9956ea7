// Counting: from the facts of one replication to its key figures.
//
// The clinic records everything; here the warm-up is cut off. A visit counts if its patient arrives
// in [counted_from, ended_at), with all its steps, needlings, exposures and harms; a load counts by
// its start, money by its date; units and pools were observed by the clinic over the counted
// window. One pass over the facts, no allocation per fact, the same sums on every thread.
#pragma once

#include <cstdint>
#include <vector>

#include "clinic/observation.hpp"
#include "experiment/compact_rows.hpp"
#include "experiment/counting_plan.hpp"
#include "experiment/strata.hpp"

namespace asepsim::experiment {

/// What remains of one replication.
struct ReplicationSummary {
  std::uint64_t replication = 0;
  GivenState state{};            ///< of a common cause, and how probable it is
  std::vector<KpiValue> values;  ///< in the order of CountingPlan::kpis
  CompactRows rows;
  std::uint64_t visits = 0;  ///< begun in the whole run, warm-up and calls included
  std::uint64_t events = 0;  ///< of the event calendar
  bool operator==(const ReplicationSummary&) const = default;
};

ReplicationSummary summarise(const CountingPlan& plan, const clinic::ReplicationRecord& record);

/// True if the patient came and left: neither balked, absent, cancelled in time nor still inside.
bool came_and_left(const clinic::VisitFact& visit);

/// Nearest-rank quantile: the smallest value that at least a share `q` of the values does not
/// exceed. Reorders `values`, which must not be empty; 0 < q <= 1.
double nearest_rank(std::vector<double>& values, double q);

}  // namespace asepsim::experiment
