// The states of named units, their withdrawal, and what is observed of units and pools.
#include <cassert>

#include "kernel/resource_rules.hpp"

namespace asepsim::kernel {

using detail::no_unit;

namespace {

std::size_t index_of(UnitState state) {
  return static_cast<std::size_t>(state);
}

void unlink_idle(detail::ResourcePool& pool, std::vector<detail::ResourceUnit>& units,
                 const detail::ResourceUnit& unit) {
  (unit.idle_before == no_unit ? pool.first_idle : units[unit.idle_before].idle_after) =
      unit.idle_after;
  (unit.idle_after == no_unit ? pool.last_idle : units[unit.idle_after].idle_before) =
      unit.idle_before;
}

// Behind all that have been idle longer; of those idle since this very moment, by unit id.
void link_idle(detail::ResourcePool& pool, std::vector<detail::ResourceUnit>& units,
               std::uint32_t index) {
  detail::ResourceUnit& unit = units[index];
  std::uint32_t before = pool.last_idle;
  while (before != no_unit && units[before].since == unit.since && before > index)
    before = units[before].idle_before;
  unit.idle_before = before;
  unit.idle_after = before == no_unit ? pool.first_idle : units[before].idle_after;
  (before == no_unit ? pool.first_idle : units[before].idle_after) = index;
  (unit.idle_after == no_unit ? pool.last_idle : units[unit.idle_after].idle_before) = index;
}

}  // namespace

// A unit asked for by name, or any that has the skills.
bool ResourceSet::suits(const Unit& unit, const Claim& claim) const {
  if (claim.unit.exists() && claim.unit != id_of(unit)) return false;
  return (unit.skills & claim.skills) == claim.skills;
}

std::int64_t ResourceSet::suitable_idle(const Pool& pool, const Claim& claim) const {
  std::int64_t found = 0;
  for (std::uint32_t at = pool.first_idle; at != no_unit && found < claim.quantity;
       at = units_[at].idle_after)
    found += suits(units_[at], claim) ? 1 : 0;
  return found;
}

void ResourceSet::set_state(Unit& unit, UnitState state) {
  Pool& pool = pools_[unit.pool.index()];
  const SimTime now = simulation_.now();
  const auto is = [&unit](UnitState s) { return unit.state == s ? 1 : 0; };
  const auto becomes = [state](UnitState s) { return state == s ? 1 : 0; };
  pool.busy += becomes(UnitState::busy) - is(UnitState::busy);
  pool.busy_integral.change(becomes(UnitState::busy) - is(UnitState::busy), now);
  pool.idle += becomes(UnitState::idle) - is(UnitState::idle);
  change_capacity(pool, pool.capacity + is(UnitState::off) - becomes(UnitState::off));
  if (unit.state == UnitState::idle) unlink_idle(pool, units_, unit);
  unit.usage[index_of(unit.state)] += now - unit.since;
  unit.since = now;
  unit.state = state;
  if (state == UnitState::idle) link_idle(pool, units_, id_of(unit).index());
}

void ResourceSet::change_capacity(Pool& pool, std::int64_t capacity) const {
  pool.capacity_integral.change(capacity - pool.capacity, simulation_.now());
  pool.capacity = capacity;
}

// Those who want to withdraw the unit come before all who want to use it.
void ResourceSet::unit_comes_free(Unit& unit) {
  if (unit.withdrawals.empty()) {
    set_state(unit, UnitState::idle);
    if (!pools_[unit.pool.index()].queue.empty()) freed_.add(unit.pool.index());
    return;
  }
  WaitNode& node = unit.withdrawals.take_first();
  auto& withdrawal = *static_cast<Withdraw*>(node.waiter);
  set_state(unit, withdrawal.state_);
  simulation_.wake(withdrawal);
}

void ResourceSet::restore(UnitId id) {
  Unit& unit = units_[id.index()];
  assert(unit.state != UnitState::busy && "a busy unit is released, not restored");
  if (unit.state == UnitState::idle) return;
  unit_comes_free(unit);
  serve_waiting();
}

void ResourceSet::stay_away(UnitId id, UnitState state) {
  Unit& unit = units_[id.index()];
  assert(unit.state != UnitState::idle && unit.state != UnitState::busy);
  assert(state != UnitState::idle && state != UnitState::busy);
  set_state(unit, state);
}

void ResourceSet::set_capacity(PoolId id, std::int64_t capacity) {
  Pool& pool = pools_[id.index()];
  assert(!pool.named && "the capacity of a named pool is its units");
  change_capacity(pool, capacity);
  freed_.add(id.index());
  serve_waiting();
}

bool ResourceSet::Withdraw::await_ready() {
  assert(state_ != UnitState::idle && state_ != UnitState::busy);
  Unit& unit = set_.units_[unit_.index()];
  if (unit.state != UnitState::idle) return false;
  set_.set_state(unit, state_);
  return true;
}

void ResourceSet::Withdraw::await_suspend(std::coroutine_handle<> process) {
  set_.simulation_.suspend(*this, process);
  node_.waiter = this;
  node_.priority = 0;
  node_.place = set_.places_++;
  set_.units_[unit_.index()].withdrawals.insert(node_);
  set_.simulation_.give_up_after(*this, patience_);
}

std::string ResourceSet::Withdraw::waiting_for() const {
  return "withdraw " + set_.name(unit_);
}

void ResourceSet::Withdraw::give_up(Wake why, int) {
  set_.units_[unit_.index()].withdrawals.remove(node_);
  wake_ = why;
}

std::array<Duration, unit_states> ResourceSet::usage(UnitId id) const {
  const Unit& unit = units_[id.index()];
  std::array<Duration, unit_states> usage = unit.usage;
  usage[index_of(unit.state)] += simulation_.now() - unit.since;
  return usage;
}

PoolUsage ResourceSet::usage(PoolId id) const {
  const Pool& pool = pools_[id.index()];
  const SimTime now = simulation_.now();
  PoolUsage usage;
  usage.busy = pool.busy_integral.value(pool.busy, now);
  usage.queue = pool.queue_integral.value(static_cast<std::int64_t>(pool.queue.size()), now);
  if (pool.capacity != unlimited) usage.capacity = pool.capacity_integral.value(pool.capacity, now);
  usage.seizes = pool.seizes;
  usage.units = pool.units;
  return usage;
}

void ResourceSet::reset_statistics() {
  const SimTime now = simulation_.now();
  for (Pool& pool : pools_) {
    pool.busy_integral.reset(pool.busy, now);
    pool.queue_integral.reset(static_cast<std::int64_t>(pool.queue.size()), now);
    pool.capacity_integral.reset(pool.capacity, now);
    pool.seizes = pool.units = 0;
  }
  for (Unit& unit : units_) {
    unit.usage = {};
    unit.usage[index_of(unit.state)] -= now - unit.since;  // what usage() will add again
  }
}

}  // namespace asepsim::kernel
