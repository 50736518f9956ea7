#include "experiment/upkeep_figures.hpp"

#include "experiment/counted.hpp"

namespace asepsim::experiment {

std::vector<KpiFamily> upkeep_families() {
  using enum Direction;
  using enum Estimator;
  return {
      {"breakdowns.<pool>", "Breakdowns", "1/clinic-year", lower_is_better, ratio_of_totals,
       "Breakdowns after the warm-up, all units of the pool together.",
       "sum of breakdowns of the pool / sum of years counted", Range::not_negative},
      {"maintenance.<pool>", "Maintenance", "1/clinic-year", neither, ratio_of_totals,
       "Times a unit of the pool was maintained, begun after the warm-up.",
       "sum of times maintained / sum of years counted", Range::not_negative},
      {"maintenance.open_hours.<pool>", "Open hours lost to maintenance", "h/clinic-year",
       lower_is_better, ratio_of_totals,
       "Unit-hours after the warm-up during which the clinic was open and a unit of the pool was "
       "being maintained.",
       "sum of unit-hours maintained while open / sum of years counted", Range::not_negative},
  };
}

void count_upkeep(Sums& sums, const CountingPlan& plan, const clinic::ReplicationRecord& record) {
  for (const clinic::UpkeepFact& fact : record.upkeep) {
    const auto at = [&](PoolQuantity quantity) -> double& {
      return sums[plan.pool_slot(fact.pool, quantity)];
    };
    const bool counts = in_counted_time(record, fact.from);
    if (fact.what == clinic::Upkeep::breakdown) {
      if (counts) ++at(PoolQuantity::breakdowns);
      continue;
    }
    if (counts) ++at(PoolQuantity::maintenance);
    at(PoolQuantity::maintenance_open_hours) += fact.open.hours();
  }
}

}  // namespace asepsim::experiment
