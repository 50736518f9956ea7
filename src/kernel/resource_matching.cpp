// Several claims on one pool: different units for all of them at once.
//
// A nurse who can also assist must not be given to the claim for an assistant when she is the only
// nurse. Claims are matched to units by augmenting paths; among equals the unit idle longest is
// taken. Requests whose pools are distinct never come here.
#include "kernel/resource_matching.hpp"

#include <algorithm>
#include <cassert>

#include "kernel/resource_rules.hpp"

namespace asepsim::kernel {

ResourceSet::Matching::Matching(const ResourceSet& set, const Request& request,
                                std::span<const UnitId> more)
    : set_(set), request_(request), more_(more) {
  for (std::size_t claim = 0; claim < request.claim_count; ++claim) {
    if (!set.pools_[request.claims[claim].pool.index()].named) continue;
    asked_.fill(false);
    asked_[claim] = true;
    if (request.claims[claim].quantity == 1 && !find_unit(claim)) complete_ = false;
  }
}

Request ResourceSet::Matching::resolved() const {
  assert(complete_);
  Request request = request_;
  for (std::size_t i = 0; i < request.claim_count; ++i)
    if (unit_of_[i].exists()) request.claims[i].unit = unit_of_[i];
  return request;
}

// A unit nobody has, or one whose claim finds another.
bool ResourceSet::Matching::find_unit(std::size_t claim) {
  return take_first(claim, false) || take_first(claim, true);
}

bool ResourceSet::Matching::take_first(std::size_t claim, bool from_others) {
  const Pool& pool = set_.pools_[request_.claims[claim].pool.index()];
  for (std::uint32_t at = pool.first_idle; at != detail::no_unit; at = set_.units_[at].idle_after)
    if (take_unit(claim, UnitId{at}, from_others)) return true;
  return std::any_of(more_.begin(), more_.end(), [&](UnitId unit) {
    return set_.units_[unit.index()].pool == request_.claims[claim].pool &&
           take_unit(claim, unit, from_others);
  });
}

bool ResourceSet::Matching::take_unit(std::size_t claim, UnitId unit, bool from_others) {
  if (!set_.suits(set_.units_[unit.index()], request_.claims[claim])) return false;
  const auto end = unit_of_.begin() + request_.claim_count;
  const auto holder = std::find(unit_of_.begin(), end, unit);
  if (holder != end) {
    const auto other = static_cast<std::size_t>(holder - unit_of_.begin());
    if (!from_others || asked_[other]) return false;
    asked_[other] = true;
    if (!find_unit(other)) return false;
  }
  unit_of_[claim] = unit;
  return true;
}

// Whether the free units and those of `victims` suffice.
bool ResourceSet::would_suffice(const Request& request, const std::vector<std::uint32_t>& victims) {
  std::vector<UnitId> taken;
  for (const std::uint32_t victim : victims) {
    const Holding& holding = tickets_[victim].holding;
    for (std::size_t i = 0; i < holding.part_count; ++i) {
      const UnitId unit = holding.parts[i].unit;
      if (unit.exists() && units_[unit.index()].withdrawals.empty()) taken.push_back(unit);
    }
  }
  for (std::size_t i = 0; i < request.claim_count; ++i) {
    std::int64_t free = available(request.claims[i]);
    for (const std::uint32_t victim : victims)
      free += contribution(tickets_[victim].holding, request.claims[i]);
    if (free < request.claims[i].quantity) return false;
  }
  return Matching(*this, request, taken).complete();
}

// Of the candidates in victims_, in their order, no more than are needed.
bool ResourceSet::choose_among_shared(const Request& request) {
  if (!would_suffice(request, victims_)) return false;
  for (std::size_t i = victims_.size(); i-- > 0;) {
    std::vector<std::uint32_t> others = victims_;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    if (would_suffice(request, others)) victims_ = std::move(others);
  }
  return true;
}

}  // namespace asepsim::kernel
