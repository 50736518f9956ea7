// When waiting ends without what it is for: nobody comes any more, or the day is over.
#include <algorithm>

#include "clinic/journeys.hpp"

namespace asepsim::clinic {
namespace {

bool on_duty(const Clinic& c, std::size_t worker) {
  return c.resources.state(c.workers[worker].unit) != kernel::UnitState::off;
}

// At work, or before patients have to go; in a clinic that does not close they wait for the next
// shift, whenever it is.
bool is_expected(const Clinic& c, std::size_t worker) {
  return on_duty(c, worker) || c.workers[worker].back_at < c.plan.opening.end_of_waiting(c.now());
}

// Closed for the day, and every room or machine of the kind is out of service.
bool out_of_service(const Clinic& c, kernel::PoolId pool) {
  const PoolPlan& plan = c.plan.pools[pool.index()];
  if (plan.breakdowns == nullptr && plan.maintenance == nullptr) return false;
  const OpeningHours& opening = c.plan.opening;
  if (opening.next_open(c.now()) < opening.end_of_waiting(c.now())) return false;
  for (std::uint32_t u = 0; u < c.resources.unit_count(); ++u) {
    const kernel::UnitId unit{u};
    if (c.resources.pool_of(unit) != pool) continue;
    if (c.resources.state(unit) != kernel::UnitState::down) return false;
  }
  return true;
}

// Nobody is left and nobody comes any more before the clinic closes.
bool deserted(const Clinic& c) {
  for (std::size_t i = 0; i < c.workers.size(); ++i) {
    if (is_expected(c, i)) return false;
  }
  return !c.workers.empty();
}

bool waits_on_spent_overtime(const Clinic& c, const Visit& v) {
  for (const kernel::Holding& holding : v.kept) {
    for (std::uint8_t i = 0; i < holding.part_count; ++i) {
      const kernel::Holding::Part& part = holding.parts[i];
      if (part.pool == staff_pool && c.workers[part.unit.index()].spent) return true;
    }
  }
  return false;
}

}  // namespace

bool hopeless(const Clinic& c, const Visit& v, const kernel::Request& request) {
  if (waits_on_spent_overtime(c, v)) return true;
  bool asks_for_staff = false;
  for (std::uint8_t i = 0; i < request.claim_count; ++i) {
    const kernel::Claim& claim = request.claims[i];
    if (claim.pool != staff_pool) {
      if (out_of_service(c, claim.pool)) return true;
      continue;
    }
    asks_for_staff = true;
    bool somebody = false;
    for (std::size_t w = 0; w < c.workers.size() && !somebody; ++w) {
      somebody = (c.plan.staff[w].skills & claim.skills) == claim.skills && is_expected(c, w);
    }
    if (!somebody) return true;
  }
  return !asks_for_staff && deserted(c);
}

Duration longest_wait(const Clinic& c) {
  const SimTime end = c.plan.opening.end_of_waiting(c.now());
  return end < c.plan.horizon.end ? end - c.now() : Duration::forever();
}

ExitReason end_of_wait(kernel::Wake wake, Duration patience, Duration most) {
  const bool impatient = wake == kernel::Wake::timed_out && patience <= most;
  return impatient ? ExitReason::reneged : ExitReason::sent_away;
}

void send_away_the_hopeless(Clinic& c) {
  for (Visit* v : c.inside) {
    if (v->waiting_for != nullptr && hopeless(c, *v, *v->waiting_for)) {
      c.sim.interrupt(v->process, static_cast<int>(Cause::sent_away));
    }
  }
}

}  // namespace asepsim::clinic
