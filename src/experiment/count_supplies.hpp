// Counting what became of supplies (counting.hpp has the rest and the rules). Private to the room.
#pragma once

#include <cstdint>
#include <vector>

#include "clinic/observation.hpp"
#include "experiment/counting_plan.hpp"
#include "experiment/sums.hpp"

namespace asepsim::experiment {

/// A consumable was lacking, not a needle head.
bool is_of_supply(const CountingPlan& plan, const clinic::StockOutFact& fact);

/// Units used, bought and expired, orders, stock-outs of consumables. `counted` has 1 for each
/// visit that counts; stock-outs are those of the visits that waits are counted over.
void count_supplies(Sums& sums, const CountingPlan& plan, const clinic::ReplicationRecord& record,
                    const std::vector<std::uint8_t>& counted);

}  // namespace asepsim::experiment
