// The rules of resources that are asked at every seize and release, inline for speed. Private to
// the resource_*.cpp files.
#pragma once

#include <cassert>

#include "kernel/resource_matching.hpp"
#include "kernel/resource_set.hpp"

namespace asepsim::kernel {

inline bool ResourceSet::repeats_pool(const Request& request, std::size_t claim) {
  for (std::size_t i = 0; i < claim; ++i)
    if (request.claims[i].pool == request.claims[claim].pool) return true;
  return false;
}

inline bool ResourceSet::shares_pools(const Request& request) {
  for (std::size_t i = 1; i < request.claim_count; ++i)
    if (repeats_pool(request, i)) return true;
  return false;
}

// Free units that suit the claim, or as many as it needs.
inline std::int64_t ResourceSet::available(const Claim& claim) const {
  const Pool& pool = pools_[claim.pool.index()];
  if (!pool.named || (claim.skills == 0 && !claim.unit.exists())) return pool.free();
  return suitable_idle(pool, claim);
}

inline bool ResourceSet::can_take(const Request& request) const {
  for (std::size_t i = 0; i < request.claim_count; ++i)
    if (available(request.claims[i]) < request.claims[i].quantity) return false;
  return !shares_pools(request) || Matching(*this, request).complete();
}

inline void ResourceSet::take_claims(const Request& request, Holding& holding) {
  const SimTime now = simulation_.now();
  for (std::size_t i = 0; i < request.claim_count; ++i) {
    const Claim& claim = request.claims[i];
    Pool& pool = pools_[claim.pool.index()];
    pool.seizes += repeats_pool(request, i) ? 0 : 1;
    pool.units += claim.quantity;
    if (pool.named) {
      take_units(pool, claim, holding);
    } else {
      pool.busy += claim.quantity;
      pool.busy_integral.change(claim.quantity, now);
      add_part(holding, {claim.pool, claim.quantity, {}});
    }
  }
}

inline void ResourceSet::take(const Request& request, ProcessId who, Grant& grant) {
  if (shares_pools(request)) [[unlikely]] {
    take_claims(Matching(*this, request).resolved(), grant.holding);
  } else {
    take_claims(request, grant.holding);
  }
  if (request.pre_emptible) add_ticket(request, who, grant);
}

inline void ResourceSet::add_part(Holding& holding, const Holding::Part& part) {
  assert(holding.part_count < Holding::Parts::size() && "a holding has too many units");
  holding.parts[holding.part_count++] = part;
}

// The commonest request: one claim of anonymous units, nothing to do with pre-emption. It is met
// without any loop.
inline bool ResourceSet::is_plain(const Request& request, const Pool& pool) {
  return request.claim_count == 1 && !request.pre_empt && !request.pre_emptible && !pool.named;
}

inline bool ResourceSet::take_plain(Pool& pool, const Claim& claim) {
  if (pool.capacity - pool.busy < claim.quantity) return false;
  pool.busy += claim.quantity;
  pool.busy_integral.change(claim.quantity, simulation_.now());
  pool.seizes += 1;
  pool.units += claim.quantity;
  return true;
}

inline void ResourceSet::give_back(const Holding::Part& part) {
  if (part.unit.exists()) {
    unit_comes_free(units_[part.unit.index()]);
    return;
  }
  Pool& pool = pools_[part.pool.index()];
  pool.busy -= part.quantity;
  pool.busy_integral.change(-part.quantity, simulation_.now());
  if (!pool.queue.empty()) freed_.add(part.pool.index());
}

inline bool ResourceSet::is_lost(const Holding& holding) const {
  return holding.ticket != detail::no_ticket &&
         tickets_[holding.ticket].status == Ticket::Status::lost;
}

}  // namespace asepsim::kernel
