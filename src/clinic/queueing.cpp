#include "clinic/queueing.hpp"

#include <algorithm>
#include <optional>

#include "clinic/holdings.hpp"
#include "clinic/journeys.hpp"
#include "clinic/supplies.hpp"

namespace asepsim::clinic {
namespace {

std::uint16_t record_pool_of(const Clinic& c, const StepPlan& step, kernel::PoolId pool) {
  if (pool == staff_pool) return step.record_pool_of_staff;
  return c.plan.pools[pool.index()].record_pool;
}

bool could_serve_now(const Clinic& c, const kernel::Claim& claim) {
  if (claim.pool != staff_pool) return c.resources.free(claim.pool) >= claim.quantity;
  return std::any_of(c.workers.begin(), c.workers.end(), [&](const Worker& worker) {
    return c.resources.state(worker.unit) == kernel::UnitState::idle &&
           (c.resources.skills(worker.unit) & claim.skills) == claim.skills;
  });
}

// What is lacking now, of several the first: named when nothing comes.
std::uint16_t lacking_pool(const Clinic& c, const StepPlan& step, const kernel::Request& request) {
  for (std::uint8_t i = 0; i < request.claim_count; ++i) {
    const kernel::Claim& claim = request.claims[i];
    if (!could_serve_now(c, claim)) return record_pool_of(c, step, claim.pool);
  }
  return request.claim_count == 0 ? no_index : record_pool_of(c, step, request.claims[0].pool);
}

// Whether there is a place in the queue and any hope; done: yes.
ExitReason admission(const Clinic& c, const Visit& v, const StepPlan& step,
                     const kernel::Request& request) {
  const std::int64_t room = step.step->queue_capacity;
  if (room >= 0 && c.waiting_at_step[step.id] >= room) return ExitReason::balked;
  return hopeless(c, v, request) ? ExitReason::sent_away : ExitReason::done;
}

void spend_patience(kernel::Request& request, Duration waited) {
  if (request.patience == Duration::forever()) return;
  request.patience = std::max(Duration{}, request.patience - waited);
}

void note_wait(Visit& v, std::uint16_t pool, SimTime from, SimTime until) {
  if (until > from) v.waits.push_back({no_fact, pool, from, until});
}

// A reprocessed set comes first: it is set aside while the patient waits for the rest.
kernel::Task<> queue_for_set(Clinic& c, Visit& v, const StepPlan& step, kernel::Request& request,
                             StepFact& fact) {
  const std::optional<ExitReason> at_once = take_set(c, v, step.instrument);
  if (at_once == ExitReason::done) co_return;
  fact.awaited = static_cast<std::uint16_t>(c.plan.first_instrument_pool + step.instrument);
  fact.exit = at_once ? *at_once : admission(c, v, step, request);
  if (fact.exit != ExitReason::done) co_return;
  const SimTime since = c.now();
  const Queueing queueing(c, v, step, request);
  fact.exit = co_await wait_for_head(c, v, step.instrument, request);
  note_wait(v, fact.awaited, since, c.now());
  spend_patience(request, c.now() - since);
}

// Supplies come before all else, as sets do.
kernel::Task<> queue_for_supplies(Clinic& c, Visit& v, const StepPlan& step,
                                  kernel::Request& request, StepFact& fact) {
  const SupplyEnd at_once = take_supplies(c, v, step, request.priority);
  if (at_once.exit == ExitReason::done) co_return;
  fact.awaited = at_once.pool;
  fact.exit = at_once.exit ? *at_once.exit : admission(c, v, step, request);
  if (fact.exit != ExitReason::done) co_return;
  const SimTime since = c.now();
  const Queueing queueing(c, v, step, request);
  const SupplyEnd end = co_await wait_for_supplies(c, v, step, request, at_once);
  fact.exit = *end.exit;
  fact.awaited = end.pool;
  note_wait(v, fact.awaited, since, c.now());
  spend_patience(request, c.now() - since);
}

}  // namespace

kernel::Task<kernel::Grant> queue_for(Clinic& c, Visit& v, const StepPlan& step,
                                      const kernel::Request& request, StepFact& fact) {
  kernel::Grant grant;
  grant.wake = kernel::Wake::interrupted;
  fact.exit = admission(c, v, step, request);
  if (fact.exit != ExitReason::done) co_return grant;
  const std::uint16_t lacking = lacking_pool(c, step, request);
  const Queueing queueing(c, v, step, request);
  kernel::Request limited = request;
  limited.patience = std::min(request.patience, longest_wait(c));
  grant = co_await c.resources.seize(limited);
  if (grant.wake != kernel::Wake::completed) {
    fact.exit = end_of_wait(grant.wake, request.patience, limited.patience);
    fact.awaited = lacking;
  } else if (grant.last_to_come.exists() && c.now() > grant.asked_at) {
    fact.awaited = record_pool_of(c, step, grant.last_to_come);
  }
  co_return grant;
}

kernel::Task<> gather(Clinic& c, Visit& v, const StepPlan& step, bool needs_set,
                      kernel::Request& request, StepFact& fact) {
  if (!step.supplies.empty()) co_await queue_for_supplies(c, v, step, request, fact);
  if (needs_set && fact.exit == ExitReason::done) {
    co_await queue_for_set(c, v, step, request, fact);
  }
}

}  // namespace asepsim::clinic
