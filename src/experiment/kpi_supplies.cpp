// Key figures of consumables that have a supply.
#include "experiment/kpi_table.hpp"

namespace asepsim::experiment {

std::vector<KpiFamily> supply_families() {
  using enum Direction;
  using enum Estimator;
  return {
      {"supplies.stock_outs.<consumable>", "Stock-outs of a consumable", "1/visit", lower_is_better,
       ratio_of_totals,
       "Times a step found too few of a consumable that has a supply, and so waited, was cancelled "
       "or had it bought, per visit; a step that lacks two consumables counts for each. Visits "
       "that arrive after the warm-up and have left by the end of the run.",
       "sum of stock-outs of the consumable / sum of visits", Range::not_negative},
      {"supplies.orders.<consumable>", "Orders of a consumable", "1/clinic-year", neither,
       ratio_of_totals, "Orders placed after the warm-up, each of one pack or more.",
       "sum of orders of the consumable / sum of years counted", Range::not_negative},
      {"supplies.used.<consumable>", "Units of a consumable used", "units/clinic-year", neither,
       ratio_of_totals,
       "Units used after the warm-up by steps that began, those bought at once included.",
       "sum of units of the consumable used / sum of years counted", Range::not_negative},
      {"supplies.bought.<consumable>", "Units of a consumable bought at once", "units/clinic-year",
       lower_is_better, ratio_of_totals,
       "Units bought after the warm-up, at a premium, because a step found too few.",
       "sum of units of the consumable bought at once / sum of years counted", Range::not_negative},
      {"supplies.expired.<consumable>", "Expired units of a consumable", "units/clinic-year",
       lower_is_better, ratio_of_totals,
       "Units thrown away after the warm-up because their shelf life was over.",
       "sum of expired units of the consumable / sum of years counted", Range::not_negative},
  };
}

}  // namespace asepsim::experiment
