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

// Devices that are told apart for their germs alone have no row among the units.
std::uint32_t row_of(const Clinic& c, UnitId unit) {
  std::uint32_t row = unit.index();
  auto end = static_cast<std::uint32_t>(c.workers.size());
  for (std::size_t pool = 1; pool < c.plan.pools.size(); ++pool) {
    const PoolPlan& plan = c.plan.pools[pool];
    if (!plan.named) continue;
    const auto units = static_cast<std::uint32_t>(plan.count);
    end += units;
    if (end > unit.index()) break;
    if (!plan.listed) row -= units;
  }
  return row;
}

void note(Clinic& c, UnitId unit, std::uint16_t pool, Upkeep what, Duration length) {
  UpkeepFact fact{c.now(), c.now() + length, row_of(c, unit), c.plan.pools[pool].record_pool, what};
  for (const Interval& open : c.plan.opening.intervals()) {
    fact.open += counted(c, std::max(fact.from, open.from), std::min(fact.until, open.to));
  }
  c.record.upkeep.push_back(fact);
}

// Puts the unit out of service for `length`: in closed hours before the date `next` if there are
// any with room for all of it, else as soon as the unit is free. Closed hours of which too little
// is left when the unit comes free are given up for the next ones.
kernel::Task<> take_away(Clinic& c, UnitId unit, Duration length, SimTime next) {
  const SimTime before = std::min(next, c.plan.horizon.end + planned_ahead);
  SimTime from = c.now();
  while (const auto closed = closed_hours_for(c.plan.planning, from, before, length)) {
    co_await c.sim.hold_until(closed->from, kernel::EventPriority::roster);
    const SimTime too_late = closed->to - length + microseconds(1);
    const auto wake =
        co_await c.resources.withdraw(unit, kernel::UnitState::down, too_late - c.now());
    if (wake == kernel::Wake::completed) co_return;
    from = closed->to;
  }
  co_await c.resources.withdraw(unit, kernel::UnitState::down);
}

// Repaired just when maintenance is due: what the repairer has seen counts as maintained.
kernel::Task<> await_repair(Clinic& c, UnitId unit) {
  co_await c.resources.withdraw(unit, kernel::UnitState::down);
  c.resources.restore(unit);
}

kernel::Task<> maintain(Clinic& c, UnitId unit, std::uint16_t pool, Duration first) {
  const scenario::Maintenance& plan = *c.plan.pools[pool].maintenance;
  SimTime due = SimTime{} + first;
  for (std::uint64_t date = 0; due < c.plan.horizon.end;) {
    co_await c.sim.hold_until(due, kernel::EventPriority::roster);
    if (c.resources.state(unit) == kernel::UnitState::down) {
      co_await await_repair(c, unit);
    } else {
      const Duration length =
          length_of(c, unit, plan.duration, purpose::of("machine.maintenance"), date);
      co_await take_away(c, unit, length, due + plan.every.value);
      note(c, unit, pool, Upkeep::maintenance, length);
      c.pay(Account::rent, plan.cost);
      co_await c.sim.hold(length, kernel::EventPriority::machine);
      c.resources.restore(unit);
    }
    for (; due <= c.now(); ++date) due += plan.every.value;  // dates that passed are not made up
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
  const Duration length =
      length_of(c, unit, breakdowns.repair, purpose::of("machine.repair"), c.uses[unit.index()]);
  note(c, unit, pool, Upkeep::breakdown, length);
  c.pay(Account::rent, breakdowns.cost);
  co_await c.sim.hold(length, kernel::EventPriority::machine);
  c.resources.restore(unit);
}

std::optional<Interval> closed_hours_for(const OpeningHours& opening, SimTime from, SimTime before,
                                         Duration length) {
  const auto& hours = opening.intervals();
  auto next = std::upper_bound(hours.begin(), hours.end(), from,
                               [](SimTime at, const Interval& open) { return at < open.to; });
  for (; from < before && next != hours.end(); from = next->to, ++next) {
    if (next->from > from && next->from - from >= length) return Interval{from, next->from};
  }
  if (from >= before) return std::nullopt;
  return Interval{from, SimTime::never()};
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
