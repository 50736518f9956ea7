#include "clinic/holdings.hpp"

#include <algorithm>
#include <array>

#include "clinic/journeys.hpp"
#include "clinic/upkeep.hpp"

namespace asepsim::clinic {
namespace {

using Part = kernel::Holding::Part;

// Calls `visit_part(part)` for every part of a holding until one says true.
template <class F>
bool any_part(const kernel::Holding& holding, F visit_part) {
  return std::any_of(&holding.parts[0], &holding.parts[0] + holding.part_count, visit_part);
}

bool holds(const Clinic& c, const Visit& v, kernel::PoolId pool) {
  return std::any_of(v.kept.begin(), v.kept.end(), [&](const kernel::Holding& h) {
    return !c.resources.lost(h) && any_part(h, [&](const Part& p) { return p.pool == pool; });
  });
}

std::vector<kernel::UnitId> people_held(const Clinic& c, const Visit& v) {
  std::vector<kernel::UnitId> people;
  for (const kernel::Holding& h : v.kept) {
    if (c.resources.lost(h)) continue;
    for (std::uint8_t i = 0; i < h.part_count; ++i) {
      if (h.parts[i].pool == staff_pool) people.push_back(h.parts[i].unit);
    }
  }
  return people;
}

// Of the people held, those who serve the claims of a step: each claim has one of them or none.
// Whoever was asked for exactly this comes first.
using Assignment = std::array<kernel::UnitId, kernel::most_claims>;

Assignment assign_people(const Clinic& c, const Visit& v, const kernel::Request& request) {
  Assignment of_claim{};
  std::vector<kernel::UnitId> people = people_held(c, v);
  if (people.empty()) return of_claim;
  for (const bool exactly : {true, false}) {
    for (std::uint8_t i = 0; i < request.claim_count; ++i) {
      const kernel::Claim& claim = request.claims[i];
      if (claim.pool != staff_pool || of_claim[i].exists()) continue;
      const auto person = std::find_if(people.begin(), people.end(), [&](kernel::UnitId unit) {
        if (exactly) return c.workers[unit.index()].asked == claim.skills;
        return (c.resources.skills(unit) & claim.skills) == claim.skills;
      });
      if (person == people.end()) continue;
      of_claim[i] = *person;
      people.erase(person);
    }
  }
  return of_claim;
}

bool is_listed(const Clinic& c, const std::vector<KeptPlan>& list, const Part& part) {
  return std::any_of(list.begin(), list.end(), [&](const KeptPlan& kept) {
    if (kept.pool != part.pool) return false;
    return part.pool != staff_pool || c.workers[part.unit.index()].asked == kept.skills;
  });
}

// Index of the draws of a turnaround: how often the visit gave back a unit of this pool before,
// whatever it gives back of other pools.
std::uint64_t next_turnaround(Visit& v, std::uint16_t pool) {
  const auto before = std::count(v.turned_round.begin(), v.turned_round.end(), pool);
  v.turned_round.push_back(pool);
  return (std::uint64_t{v.number} << 16) | static_cast<std::uint64_t>(before);
}

void give_back_part(Clinic& c, Visit& v, kernel::Holding& holding, const Part& part) {
  const PoolPlan& plan = c.plan.pools[part.pool.index()];
  if (!part.unit.exists()) {
    c.resources.release(holding, part.pool);
    return;
  }
  const auto pool = static_cast<std::uint16_t>(part.pool.index());
  if (plan.turnaround == nullptr && !breaks_down(c, part.unit, pool)) {
    c.resources.release(holding, part.unit);
  } else if (plan.turnaround == nullptr) {
    c.resources.release_into(holding, part.unit, kernel::UnitState::down);
    c.sim.spawn(mend(c, part.unit, pool), {"repair", part.unit.index()});
  } else {
    c.resources.release_into(holding, part.unit, kernel::UnitState::cleaning);
    c.sim.spawn(turnaround(c, part.unit, pool, c.patients[v.patient].key, next_turnaround(v, pool)),
                {"turnaround", part.unit.index()});
  }
}

// Gives back the parts for which `which(part)` is true. What is given back may serve somebody who
// takes the rest away too; then it is all gone.
template <class F>
void give_back(Clinic& c, Visit& v, kernel::Holding& holding, F which) {
  std::uint8_t i = 0;
  while (i < holding.part_count) {
    const Part part = holding.parts[i];
    if (c.resources.lost(holding)) {
      c.resources.release(holding);
    } else if (which(part)) {
      give_back_part(c, v, holding, part);
    } else {
      ++i;
    }
  }
}

bool is_leaving(const Clinic& c, const Part& part) {
  return part.pool == staff_pool && c.workers[part.unit.index()].leaving;
}

void forget_empty(Visit& v) {
  std::erase_if(v.kept, [](const kernel::Holding& h) { return h.empty(); });
}

}  // namespace

void add_missing_claims(const Clinic& c, const Visit& v, const StepPlan& step,
                        kernel::Request& request) {
  request.claim_count = 0;
  const Assignment people = assign_people(c, v, step.request);
  for (std::uint8_t i = 0; i < step.request.claim_count; ++i) {
    const kernel::Claim& claim = step.request.claims[i];
    const bool held = claim.pool == staff_pool ? people[i].exists() : holds(c, v, claim.pool);
    if (!held) request.add(claim);
  }
}

void hold(Clinic& c, Visit& v, const kernel::Request& request, const kernel::Holding& granted) {
  std::uint8_t claim = 0;
  for (std::uint8_t i = 0; i < granted.part_count; ++i) {
    if (granted.parts[i].pool != staff_pool) continue;
    while (request.claims[claim].pool != staff_pool) ++claim;
    take_on(c, granted.parts[i].unit, v.process, request.claims[claim++].skills);
  }
  v.kept.push_back(granted);
}

std::uint32_t first_person(const Clinic& c, const Visit& v, const StepPlan& step) {
  if (v.kept.size() == 1) {  // all from one seize: in the order of the claims
    const kernel::UnitId unit = v.kept.front().unit_of(staff_pool);
    return unit.exists() ? unit.index() : nobody;
  }
  const Assignment people = assign_people(c, v, step.request);
  const auto person =
      std::find_if(people.begin(), people.end(), [](kernel::UnitId unit) { return unit.exists(); });
  return person == people.end() ? nobody : person->index();
}

bool is_disturbed(const Clinic& c, const Visit& v) {
  return std::any_of(v.kept.begin(), v.kept.end(), [&](const kernel::Holding& holding) {
    return c.resources.lost(holding) ||
           any_part(holding, [&](const Part& part) { return is_leaving(c, part); });
  });
}

void let_lost_go(Clinic& c, Visit& v) {
  for (kernel::Holding& holding : v.kept) {
    give_back(c, v, holding, [&](const Part& part) { return is_leaving(c, part); });
  }
}

void let_people_go(Clinic& c, Visit& v, std::size_t own) {
  for (std::size_t i = own; i < v.kept.size(); ++i) {
    give_back(c, v, v.kept[i], [](const Part& p) { return p.pool == staff_pool; });
  }
}

void give_back_after(Clinic& c, Visit& v, const StepPlan& step, std::size_t own) {
  for (std::size_t i = own; i < v.kept.size(); ++i) {
    c.resources.secure(v.kept[i]);
    give_back(c, v, v.kept[i], [&](const Part& p) { return !is_listed(c, step.kept, p); });
  }
  if (!step.released.empty()) {
    for (kernel::Holding& holding : v.kept) {
      give_back(c, v, holding, [&](const Part& p) { return is_listed(c, step.released, p); });
    }
  }
  forget_empty(v);
}

void give_back_all(Clinic& c, Visit& v) {
  for (kernel::Holding& holding : v.kept) {
    give_back(c, v, holding, [](const Part&) { return true; });
  }
  v.kept.clear();
}

}  // namespace asepsim::clinic
