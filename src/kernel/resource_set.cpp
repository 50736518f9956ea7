// Taking and giving back.
#include "kernel/resource_set.hpp"

#include <cassert>
#include <utility>

#include "kernel/resource_matching.hpp"

namespace asepsim::kernel {

using detail::no_unit;

Request& Request::add(Claim claim) {
  assert(claim_count < most_claims && "a request has at most most_claims claims");
  assert(claim.quantity > 0);
  for (std::size_t i = 0; i < claim_count; ++i)
    assert((claims[i].pool != claim.pool || (claims[i].quantity == 1 && claim.quantity == 1)) &&
           "several claims on one pool are for one unit each");
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
  pool.capacity = capacity;
  pool.accounted_to = simulation_.now();
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

// A unit asked for by name, or any that has the skills.
bool ResourceSet::suits(const Unit& unit, const Claim& claim) const {
  if (claim.unit.exists() && claim.unit != id_of(unit)) return false;
  return (unit.skills & claim.skills) == claim.skills;
}

// Free units that suit the claim; counting ends when there are enough.
std::int64_t ResourceSet::available(const Claim& claim) const {
  const Pool& pool = pools_[claim.pool.index()];
  if (!pool.named || (claim.skills == 0 && !claim.unit.exists())) return pool.free();
  std::int64_t found = 0;
  for (std::uint32_t at = pool.first_idle; at != no_unit && found < claim.quantity;
       at = units_[at].idle_after)
    found += suits(units_[at], claim) ? 1 : 0;
  return found;
}

bool ResourceSet::can_take(const Request& request) const {
  for (std::size_t i = 0; i < request.claim_count; ++i)
    if (available(request.claims[i]) < request.claims[i].quantity) return false;
  return !shares_pools(request) || Matching(*this, request).complete();
}

bool ResourceSet::can_ever_serve(const Claim& claim) const {
  const Pool& pool = pools_[claim.pool.index()];
  if (!pool.named) return pool.capacity >= claim.quantity;
  std::int64_t found = 0;
  for (const Unit& unit : units_)
    found += unit.pool == claim.pool && unit.state != UnitState::off && suits(unit, claim) ? 1 : 0;
  return found >= claim.quantity;
}

void ResourceSet::take(const Request& request, ProcessId who, Grant& grant) {
  if (shares_pools(request)) {
    take_claims(Matching(*this, request).resolved(), grant.holding);
  } else {
    take_claims(request, grant.holding);
  }
  if (request.pre_emptible) add_ticket(request, who, grant);
}

void ResourceSet::take_claims(const Request& request, Holding& holding) {
  for (std::size_t i = 0; i < request.claim_count; ++i) {
    const Claim& claim = request.claims[i];
    Pool& pool = pools_[claim.pool.index()];
    account(pool);
    pool.usage.seizes += repeats_pool(request, i) ? 0 : 1;
    pool.usage.units += claim.quantity;
    if (pool.named) {
      take_units(pool, claim, holding);
    } else {
      pool.busy += claim.quantity;
      assert(holding.part_count < holding.parts.size());
      holding.parts[holding.part_count++] = {claim.pool, claim.quantity, {}};
    }
  }
}

void ResourceSet::take_units(Pool& pool, const Claim& claim, Holding& holding) {
  std::int32_t missing = claim.quantity;
  for (std::uint32_t at = pool.first_idle; missing > 0;) {
    Unit& unit = units_[at];
    at = unit.idle_after;
    if (!suits(unit, claim)) continue;
    set_state(unit, UnitState::busy);
    assert(holding.part_count < holding.parts.size() && "a holding has too many units");
    holding.parts[holding.part_count++] = {claim.pool, 0, id_of(unit)};
    --missing;
  }
}

bool ResourceSet::take_or_pre_empt(const Request& request, ProcessId who, Grant& grant) {
  if (can_take(request)) {
    take(request, who, grant);
    return true;
  }
  FreedPools freed;
  if (!request.pre_empt || !pre_empt(request, who, freed)) return false;
  take(request, who, grant);
  serve_waiting(freed);
  return true;
}

bool ResourceSet::try_seize(const Request& request, Grant& out) {
  out = {};
  out.asked_at = simulation_.now();
  out.place = places_++;
  return take_or_pre_empt(request, simulation_.current(), out);
}

void ResourceSet::give_back(const Holding::Part& part, FreedPools& freed) {
  if (part.unit.exists()) {
    unit_comes_free(units_[part.unit.index()], freed);
    return;
  }
  Pool& pool = pools_[part.pool.index()];
  account(pool);
  pool.busy -= part.quantity;
  if (!pool.queue.empty()) freed.add(part.pool.index());
}

// The ticket goes first: a request served here must not pre-empt what is being given back.
void ResourceSet::release(Holding& holding) {
  const bool was_lost = lost(holding);
  forget_ticket(holding);
  if (!was_lost) {
    FreedPools freed;
    for (std::size_t i = 0; i < holding.part_count; ++i) give_back(holding.parts[i], freed);
    if (!freed.empty()) serve_waiting(freed);
  }
  holding.part_count = 0;
}

void ResourceSet::release(Holding& holding, PoolId pool) {
  if (lost(holding)) return release(holding);
  FreedPools freed;
  std::uint8_t kept = 0;
  for (std::size_t i = 0; i < holding.part_count; ++i) {
    if (holding.parts[i].pool == pool) {
      give_back(holding.parts[i], freed);
    } else {
      holding.parts[kept++] = holding.parts[i];
    }
  }
  holding.part_count = kept;
  update_ticket(holding);
  if (!freed.empty()) serve_waiting(freed);
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
  if (lost(holding)) return release(holding);
  take_out(holding, unit);
  FreedPools freed;
  unit_comes_free(units_[unit.index()], freed);
  if (!freed.empty()) serve_waiting(freed);
}

void ResourceSet::release_into(Holding& holding, UnitId unit, UnitState state) {
  assert(state != UnitState::idle && state != UnitState::busy);
  if (lost(holding)) return release(holding);
  take_out(holding, unit);
  set_state(units_[unit.index()], state);
}

}  // namespace asepsim::kernel
