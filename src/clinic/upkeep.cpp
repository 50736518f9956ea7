#include "clinic/upkeep.hpp"

#include <algorithm>

#include "clinic/purposes.hpp"

namespace asepsim::clinic {
namespace {

using kernel::UnitId;

kernel::EntityKey key_of(const Clinic& c, UnitId unit) {
  return kernel::entity_key(kernel::fnv1a("machine"), kernel::fnv1a(c.resources.name(unit)));
}

Duration length_of(const Clinic& c, UnitId unit, const Distribution& law, kernel::Purpose what,
                   std::uint64_t occasion) {
  return std::max(Duration{}, c.random.duration(law, key_of(c, unit), what, occasion));
}

kernel::Task<> maintain(Clinic& c, UnitId unit, std::uint16_t pool, Duration first) {
  const scenario::Maintenance& plan = *c.plan.pools[pool].maintenance;
  SimTime due = SimTime{} + first;
  for (std::uint64_t occasion = 0; due < c.plan.horizon.end; ++occasion) {
    const Duration length =
        length_of(c, unit, plan.duration, purpose::of("machine.maintenance"), occasion);
    const SimTime start = planned_start(c.plan.opening, std::max(due, c.now()), length);
    co_await c.sim.hold_until(start, kernel::EventPriority::roster);
    co_await c.resources.withdraw(unit, kernel::UnitState::down);
    c.pay(Account::rent, plan.cost);
    co_await c.sim.hold(length, kernel::EventPriority::machine);
    c.resources.restore(unit);
    due = due + plan.every.value;
  }
}

}  // namespace

bool breaks_down(Clinic& c, UnitId unit, std::uint16_t pool) {
  const scenario::Breakdowns* breakdowns = c.plan.pools[pool].breakdowns;
  if (breakdowns == nullptr) return false;
  if (c.uses.size() <= unit.index()) c.uses.resize(unit.index() + std::size_t{1});
  const std::uint64_t use = ++c.uses[unit.index()];
  return c.random.bernoulli(1 / breakdowns->uses_between, key_of(c, unit),
                            purpose::of("machine.breakdown"), use);
}

kernel::Task<> mend(Clinic& c, UnitId unit, std::uint16_t pool) {
  const scenario::Breakdowns& breakdowns = *c.plan.pools[pool].breakdowns;
  c.pay(Account::rent, breakdowns.cost);
  co_await c.sim.hold(
      length_of(c, unit, breakdowns.repair, purpose::of("machine.repair"), c.uses[unit.index()]),
      kernel::EventPriority::machine);
  c.resources.restore(unit);
}

SimTime planned_start(const OpeningHours& opening, SimTime due, Duration length) {
  const auto& hours = opening.intervals();
  auto next = std::find_if(hours.begin(), hours.end(),
                           [due](const Interval& open) { return open.to > due; });
  if (next == hours.end()) return due;
  const SimTime closed_from = next->from > due ? due : next->to;
  if (next->from <= due) ++next;
  const SimTime until = next == hours.end() ? SimTime::never() : next->from;
  return closed_from < SimTime::never() && until - closed_from >= length ? closed_from : due;
}

void start_maintenance(Clinic& c) {
  auto unit = static_cast<std::uint32_t>(c.workers.size());
  for (std::size_t pool = 1; pool < c.plan.pools.size(); ++pool) {
    const PoolPlan& plan = c.plan.pools[pool];
    for (std::int64_t k = 0; plan.named && k < plan.count; ++k, ++unit) {
      if (plan.maintenance == nullptr) continue;
      const Duration first = Duration::from_microseconds(plan.maintenance->every->microseconds() /
                                                         plan.count * (k + 1));
      c.sim.spawn(maintain(c, UnitId{unit}, static_cast<std::uint16_t>(pool), first),
                  {"maintenance", unit});
    }
  }
}

}  // namespace asepsim::clinic
