#include "experiment/count_supplies.hpp"

#include "experiment/count_visits.hpp"

namespace asepsim::experiment {
namespace {

using clinic::SupplyEvent;

// Units that are bought at once are used too.
void count_event(Sums& sums, const CountingPlan& plan, const clinic::SupplyFact& fact) {
  const auto units = static_cast<double>(fact.units);
  const auto at = [&](PoolQuantity quantity) -> double& {
    return sums[plan.pool_slot(fact.pool, quantity)];
  };
  switch (fact.what) {
    case SupplyEvent::ordered:
      ++at(PoolQuantity::orders);
      break;
    case SupplyEvent::expired:
      at(PoolQuantity::expired) += units;
      break;
    case SupplyEvent::bought:
      at(PoolQuantity::bought) += units;
      at(PoolQuantity::used) += units;
      break;
    case SupplyEvent::used:
      at(PoolQuantity::used) += units;
      break;
    case SupplyEvent::delivered:
    case SupplyEvent::left:
      break;
  }
}

}  // namespace

bool is_of_supply(const CountingPlan& plan, const clinic::StockOutFact& fact) {
  return fact.pool < plan.pools && plan.is_supply[fact.pool] != 0;
}

void count_supplies(Sums& sums, const CountingPlan& plan, const clinic::ReplicationRecord& record,
                    const std::vector<std::uint8_t>& counted) {
  for (const clinic::StockOutFact& fact : record.stock_outs) {
    if (counted[fact.visit] == 0 || !is_of_supply(plan, fact)) continue;
    if (!is_waited_visit(plan, record.visits[fact.visit])) continue;
    ++sums[plan.pool_slot(fact.pool, PoolQuantity::stock_outs)];
  }
  for (const clinic::SupplyFact& fact : record.supplies) {
    if (fact.at < record.counted_from || fact.pool >= plan.pools) continue;
    count_event(sums, plan, fact);
  }
}

}  // namespace asepsim::experiment
