// Taking and giving back.
#include <cassert>
#include <utility>

#include "kernel/resource_rules.hpp"

namespace asepsim::kernel {

Request& Request::add(Claim claim) {
  assert(claim_count < most_claims && "a request has at most most_claims claims");
  assert(claim.quantity > 0);
  for (std::size_t i = 0; i < claim_count; ++i) {
    assert((claims[i].pool != claim.pool || (claims[i].quantity == 1 && claim.quantity == 1)) &&
           "several claims on one pool are for one unit each");
  }
  claims[claim_count++] = claim;
  return *this;
}

UnitId Holding::unit_of(PoolId pool) const {
  for (std::size_t i = 0; i < part_count; ++i)
    if (parts[i].pool == pool && parts[i].unit.exists()) return parts[i].unit;
  return UnitId::none();
}

PoolId ResourceSet::add_pool(std::string name, std::int64_t capacity) {
  Pool& pool = pools_.emplace_back();
  pool.name = std::move(name);
  change_capacity(pool, capacity);
  return PoolId{pools_.size() - 1};
}

PoolId ResourceSet::add_named_pool(std::string name) {
  const PoolId id = add_pool(std::move(name), 0);
  pools_[id.index()].named = true;
  return id;
}

UnitId ResourceSet::add_unit(PoolId pool, std::string name, SkillMask skills, UnitState initial) {
  assert(pools_[pool.index()].named && initial != UnitState::busy);
  Unit& unit = units_.emplace_back();
  unit.name = std::move(name);
  unit.pool = pool;
  unit.skills = skills;
  unit.since = simulation_.now();
  unit.state = UnitState::off;  // enters the accounts from here
  if (initial == UnitState::idle) {
    restore(id_of(unit));
  } else {
    set_state(unit, initial);
  }
  return id_of(units_.back());
}

bool ResourceSet::can_ever_serve(const Claim& claim) const {
  const Pool& pool = pools_[claim.pool.index()];
  if (!pool.named) return pool.capacity >= claim.quantity;
  std::int64_t found = 0;
  for (const Unit& unit : units_)
    found += unit.pool == claim.pool && unit.state != UnitState::off && suits(unit, claim) ? 1 : 0;
  return found >= claim.quantity;
}

void ResourceSet::take_units(Pool& pool, const Claim& claim, Holding& holding) {
  std::int32_t missing = claim.quantity;
  for (std::uint32_t at = pool.first_idle; missing > 0;) {
    Unit& unit = units_[at];
    at = unit.idle_after;
    if (!suits(unit, claim)) continue;
    set_state(unit, UnitState::busy);
    add_part(holding, {claim.pool, 0, id_of(unit)});
    --missing;
  }
}

bool ResourceSet::take_or_pre_empt(const Request& request, ProcessId who, Grant& grant) {
  if (can_take(request)) {
    take(request, who, grant);
    return true;
  }
  return request.pre_empt && take_by_pre_emption(request, who, grant);
}

bool ResourceSet::take_by_pre_emption(const Request& request, ProcessId who, Grant& grant) {
  if (!pre_empt(request, who)) return false;
  take(request, who, grant);
  serve_waiting();
  return true;
}

bool ResourceSet::try_seize(const Request& request, Grant& out) {
  out = {};
  out.asked_at = simulation_.now();
  out.place = places_++;
  return take_or_pre_empt(request, simulation_.current(), out);
}

// The ticket goes first: a request served here must not pre-empt what is being given back.
void ResourceSet::release_several(Holding& holding) {
  if (holding.ticket != detail::no_ticket) {
    if (is_lost(holding)) holding.part_count = 0;
    forget_ticket(holding);
  }
  for (std::size_t i = 0; i < holding.part_count; ++i) give_back(holding.parts[i]);
  holding.part_count = 0;
  serve_waiting();
}

void ResourceSet::release(Holding& holding, PoolId pool) {
  if (is_lost(holding)) return release(holding);
  std::uint8_t kept = 0;
  for (std::size_t i = 0; i < holding.part_count; ++i) {
    if (holding.parts[i].pool == pool) {
      give_back(holding.parts[i]);
    } else {
      holding.parts[kept++] = holding.parts[i];
    }
  }
  holding.part_count = kept;
  update_ticket(holding);
  serve_waiting();
}

void ResourceSet::take_out(Holding& holding, UnitId unit) {
  std::uint8_t kept = 0;
  for (std::size_t i = 0; i < holding.part_count; ++i)
    if (holding.parts[i].unit != unit) holding.parts[kept++] = holding.parts[i];
  assert(kept + 1 == holding.part_count && "the unit is not part of the holding");
  holding.part_count = kept;
  update_ticket(holding);
}

void ResourceSet::release(Holding& holding, UnitId unit) {
  if (is_lost(holding)) return release(holding);
  take_out(holding, unit);
  unit_comes_free(units_[unit.index()]);
  serve_waiting();
}

void ResourceSet::release_into(Holding& holding, UnitId unit, UnitState state) {
  assert(state != UnitState::idle && state != UnitState::busy);
  if (is_lost(holding)) return release(holding);
  take_out(holding, unit);
  set_state(units_[unit.index()], state);
}

}  // namespace asepsim::kernel
