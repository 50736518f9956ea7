// How the facts of one scenario are counted: its key figures and where their quantities lie.
//
// The vector of quantities starts with the named ones (quantity.hpp), followed by a few for each
// step of each pathway, each pool and each indication. The plan is made once a scenario and read by
// all threads.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "clinic/run_replication.hpp"
#include "experiment/compact_rows.hpp"
#include "experiment/kpi.hpp"
#include "experiment/strata.hpp"
#include "scenario/scenario.hpp"

namespace asepsim::experiment {

/// Quantities of one step, in this order from its first slot.
enum class StepQuantity : Slot { waited_minutes, starts, wait_p95, any, count };

/// Quantities of one pool. The six states follow UnitFact::time_in_state.
enum class PoolQuantity : Slot {
  waited_minutes,  ///< by visits, this pool being what they waited for
  queue_hours,
  busy_hours,
  capacity_hours,
  on_duty_hours,  ///< of the units: every state but off
  all_hours,
  stock_outs,  ///< of supplies: visits that found too few
  orders,
  used,     ///< units, bought ones included
  bought,   ///< units
  expired,  ///< units thrown away
  breakdowns,
  maintenance,             ///< times
  maintenance_open_hours,  ///< unit-hours out of service while the clinic was open
  first_state,
  count = first_state + 6
};

/// Quantities of one indication.
enum class IndicationQuantity : Slot {
  needlings,
  punctures_too_shallow,  ///< shares, summed over needlings, as are the next two
  punctures_on_target,
  punctures_too_deep,
  courses,
  improvement,
  one_grade,
  no_benefit,
  count
};

struct CountingPlan {
  StrataPlan strata{};
  std::vector<Kpi> kpis;
  std::vector<Slot> first_step;         ///< by pathway: index of its first step among all steps
  std::vector<std::uint8_t> treatment;  ///< by step among all: 1 if it is a treatment
  std::size_t pools = 0;
  std::vector<std::uint8_t> is_supply;  ///< by pool: 1 if it is a consumable
  std::vector<IndicationRule> indications;
  std::uint16_t call_pathway = 65535;  ///< visits of kind follow_up on it are calls, not visits
  scenario::CalendarSettings calendar;
  scenario::Date start;

  [[nodiscard]] std::size_t steps() const { return treatment.size(); }
  [[nodiscard]] Slot step_slot(std::size_t step, StepQuantity quantity) const {
    return slot(Quantity::count) +
           static_cast<Slot>(step) * static_cast<Slot>(StepQuantity::count) +
           static_cast<Slot>(quantity);
  }
  [[nodiscard]] Slot pool_slot(std::size_t pool, PoolQuantity quantity) const {
    return step_slot(steps(), StepQuantity{}) +
           static_cast<Slot>(pool) * static_cast<Slot>(PoolQuantity::count) +
           static_cast<Slot>(quantity);
  }
  [[nodiscard]] Slot indication_slot(std::size_t indication, IndicationQuantity quantity) const {
    return pool_slot(pools, PoolQuantity{}) +
           static_cast<Slot>(indication) * static_cast<Slot>(IndicationQuantity::count) +
           static_cast<Slot>(quantity);
  }
  [[nodiscard]] std::size_t slots() const {
    return indication_slot(indications.size(), IndicationQuantity{});
  }
};

/// The plan of `scenario`, whose records have these pools.
CountingPlan counting_plan(const scenario::Scenario& scenario,
                           const std::vector<clinic::RecordPool>& pools);

/// Ids of all figures of the plan, in order.
std::vector<std::string> kpi_ids(const CountingPlan& plan);

}  // namespace asepsim::experiment
