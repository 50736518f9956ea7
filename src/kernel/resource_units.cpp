// The states of named units, their withdrawal, and what is observed of units and pools.
#include <cassert>

#include "kernel/resource_set.hpp"

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

void ResourceSet::set_state(Unit& unit, UnitState state) {
  Pool& pool = pools_[unit.pool.index()];
  account(pool);
  pool.busy += (state == UnitState::busy) - (unit.state == UnitState::busy);
  pool.idle += (state == UnitState::idle) - (unit.state == UnitState::idle);
  pool.capacity += (unit.state == UnitState::off) - (state == UnitState::off);
  if (unit.state == UnitState::idle) unlink_idle(pool, units_, unit);
  const SimTime now = simulation_.now();
  unit.usage[index_of(unit.state)] += now - unit.since;
  unit.since = now;
  unit.state = state;
  if (state == UnitState::idle) link_idle(pool, units_, id_of(unit).index());
}

// Those who want to withdraw the unit come before all who want to use it.
void ResourceSet::unit_comes_free(Unit& unit, FreedPools& freed) {
  if (unit.withdrawals.empty()) {
    set_state(unit, UnitState::idle);
    if (!pools_[unit.pool.index()].queue.empty()) freed.add(unit.pool.index());
    return;
  }
  WaitNode& node = *unit.withdrawals.first();
  unit.withdrawals.remove(node);
  auto& withdrawal = *static_cast<Withdraw*>(node.waiter);
  set_state(unit, withdrawal.state_);
  simulation_.wake(withdrawal);
}

void ResourceSet::restore(UnitId id) {
  Unit& unit = units_[id.index()];
  assert(unit.state != UnitState::busy && "a busy unit is released, not restored");
  if (unit.state == UnitState::idle) return;
  FreedPools freed;
  unit_comes_free(unit, freed);
  if (!freed.empty()) serve_waiting(freed);
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
  account(pool);
  pool.capacity = capacity;
  FreedPools freed;
  freed.add(id.index());
  serve_waiting(freed);
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

void ResourceSet::account(Pool& pool) const {
  const SimTime now = simulation_.now();
  const std::int64_t elapsed = (now - pool.accounted_to).microseconds();
  if (elapsed == 0) return;
  pool.accounted_to = now;
  pool.usage.busy += pool.busy * elapsed;
  if (pool.capacity != unlimited) pool.usage.capacity += pool.capacity * elapsed;
  pool.usage.queue += static_cast<std::int64_t>(pool.queue.size()) * elapsed;
}

std::array<Duration, unit_states> ResourceSet::usage(UnitId id) const {
  const Unit& unit = units_[id.index()];
  std::array<Duration, unit_states> usage = unit.usage;
  usage[index_of(unit.state)] += simulation_.now() - unit.since;
  return usage;
}

PoolUsage ResourceSet::usage(PoolId id) const {
  Pool pool = pools_[id.index()];
  account(pool);
  return pool.usage;
}

void ResourceSet::reset_statistics() {
  for (Pool& pool : pools_) {
    account(pool);
    pool.usage = {};
  }
  const SimTime now = simulation_.now();
  for (Unit& unit : units_) {
    unit.usage = {};
    unit.usage[index_of(unit.state)] -= now - unit.since;  // what usage() will add again
  }
}

}  // namespace asepsim::kernel
