// One step of a pathway: queue, seize all at once, work, give back.
#include <algorithm>

#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"

namespace asepsim::clinic {
namespace {

constexpr kernel::PoolId staff_pool{std::uint32_t{0}};

bool holds(const Visit& v, kernel::PoolId pool) {
  return std::any_of(v.kept.begin(), v.kept.end(), [&](const kernel::Holding& h) {
    return std::any_of(h.parts.begin(), h.parts.begin() + h.part_count,
                       [&](const auto& part) { return part.pool == pool; });
  });
}

// What the step still needs: rooms and machines kept from earlier steps are not asked for again.
kernel::Request request_of(Clinic& c, const Visit& v, const StepPlan& step) {
  const Patient& p = c.patients[v.patient];
  const VisitFact& fact = c.record.visits[v.fact];
  kernel::Request request = step.request;
  if (!v.kept.empty()) {
    request.claim_count = 0;
    for (std::uint8_t i = 0; i < step.request.claim_count; ++i) {
      const kernel::Claim& claim = step.request.claims[i];
      if (claim.pool == staff_pool || !holds(v, claim.pool)) request.add(claim);
    }
  }
  const auto& stream = c.plan.scenario.arrivals[p.stream];
  const bool complication = fact.kind == VisitKind::complication;
  // Whoever is called at home, or comes back with a complaint, waits as long as it takes.
  const bool patient_waits = fact.kind == VisitKind::booked || fact.kind == VisitKind::walk_in;
  const std::int64_t own = complication ? c.plan.scenario.complications->priority : stream.priority;
  request.priority = static_cast<std::int32_t>(step.step->priority.value_or(own));
  const auto& patience = step.step->patience ? step.step->patience : stream.patience;
  if (patience && patient_waits) {
    request.patience =
        std::max(Duration{}, c.random.duration(*patience, p.key, step.patience_purpose,
                                               v.number * 256ull + v.steps_done));
  }
  return request;
}

void give_back_pool(Clinic& c, kernel::Holding& holding, kernel::PoolId pool) {
  const PoolPlan& plan = c.plan.pools[pool.index()];
  if (plan.turnaround == nullptr) {
    c.resources.release(holding, pool);
    return;
  }
  const kernel::UnitId unit = holding.unit_of(pool);
  if (!unit.exists()) return;
  c.resources.release_into(holding, unit, kernel::UnitState::cleaning);
  c.sim.spawn(turnaround(c, unit, static_cast<std::uint16_t>(pool.index()), c.turnarounds++),
              {"turnaround", unit.index()});
}

// Pools held in `holding` except those in `kept`, one by one.
void give_back(Clinic& c, kernel::Holding& holding, const std::vector<kernel::PoolId>& kept) {
  for (std::size_t again = 1; again > 0;) {
    again = 0;
    for (std::uint8_t i = 0; i < holding.part_count; ++i) {
      const kernel::PoolId pool = holding.parts[i].pool;
      if (std::find(kept.begin(), kept.end(), pool) != kept.end()) continue;
      give_back_pool(c, holding, pool);
      again = 1;
      break;
    }
  }
}

void give_back_kept(Clinic& c, Visit& v, const std::vector<kernel::PoolId>& released) {
  for (const kernel::PoolId pool : released) {
    for (kernel::Holding& holding : v.kept) {
      if (!holding.empty()) give_back_pool(c, holding, pool);
    }
  }
  std::erase_if(v.kept, [](const kernel::Holding& h) { return h.empty(); });
}

std::uint32_t note_staff(Clinic& c, const Visit& v, const kernel::Holding& holding) {
  std::uint32_t first = 0xffffffffu;
  for (std::uint8_t i = 0; i < holding.part_count; ++i) {
    const auto& part = holding.parts[i];
    if (part.pool != staff_pool || !part.unit.exists()) continue;
    c.workers[part.unit.index()].serving = v.process;
    if (first == 0xffffffffu) first = part.unit.index();
  }
  return first;
}

std::uint16_t awaited_pool(const Clinic& c, const StepPlan& step, const kernel::Grant& grant) {
  if (!grant.last_to_come.exists() || c.now() == grant.asked_at) return no_index;
  if (grant.last_to_come == staff_pool) return step.record_pool_of_staff;
  return c.plan.pools[grant.last_to_come.index()].record_pool;
}

// Being in a queue: counted so that others can balk, visible so that closing can send away.
class Queueing {
 public:
  Queueing(Clinic& c, Visit& v, const StepPlan& step, const kernel::Request& request)
      : clinic_(c), visit_(v), step_(step.id) {
    visit_.waiting_for = &request;
    ++clinic_.waiting_at_step[step_];
    ++clinic_.waiting_in_all;
  }
  Queueing(const Queueing&) = delete;
  Queueing& operator=(const Queueing&) = delete;
  ~Queueing() {
    visit_.waiting_for = nullptr;
    --clinic_.waiting_at_step[step_];
    --clinic_.waiting_in_all;
  }

 private:
  Clinic& clinic_;
  Visit& visit_;
  std::uint16_t step_;
};

ExitReason reason_of(const kernel::Grant& grant) {
  return grant.wake == kernel::Wake::timed_out ? ExitReason::reneged : ExitReason::sent_away;
}

Duration duration_of(Clinic& c, Visit& v, const StepPlan& step) {
  const Patient& p = c.patients[v.patient];
  if (step.step->kind == scenario::StepKind::skin_prep && preparation_skipped(c, v)) {
    v.skin_prepared = false;
    return Duration{};
  }
  return std::max(Duration{}, c.random.duration(step.step->duration, p.key, step.duration_purpose,
                                                v.number * 256ull + v.steps_done));
}

// The built-in meaning of a step, at its end.
void conclude(Clinic& c, Visit& v, const StepPlan& step, std::uint32_t staff) {
  const Patient& p = c.patients[v.patient];
  c.pay(Account::consumables, step.consumables);
  if (step.step->kind == scenario::StepKind::treatment) {
    const bool needled = c.plan.scenario.needling.has_value();
    if (needled) needle(c, v, staff);
    c.pay(Account::sessions, p.price);
  } else if (step.step->kind == scenario::StepKind::consultation) {
    c.pay(Account::consultations, c.plan.scenario.finance.consultation_price);
    if (c.plan.scenario.screening) v.verdict = screen(c, v);
  }
}

void write_fact(Clinic& c, Visit& v, StepFact& fact) {
  fact.ended_at = c.now();
  VisitFact& visit_fact = c.record.visits[v.fact];
  visit_fact.waited += fact.started_at - fact.queued_at;
  visit_fact.served += fact.ended_at - fact.started_at;
  c.record.steps.push_back(fact);
}

// The holder lets go of staff (shift end) and asks for somebody else with the same skills.
kernel::Request staff_only(const kernel::Request& request) {
  kernel::Request out = request;
  out.claim_count = 0;
  out.patience = Duration::forever();
  for (std::uint8_t i = 0; i < request.claim_count; ++i) {
    if (request.claims[i].pool == staff_pool) out.add(request.claims[i]);
  }
  return out;
}

// Waits for the units of `request`, at the back of the queue or at an earlier `place`; on failure
// fact.exit says why.
kernel::Task<kernel::Grant> queue_for(Clinic& c, Visit& v, const StepPlan& step,
                                      const kernel::Request& request, StepFact& fact,
                                      std::optional<std::uint64_t> place = {}) {
  kernel::Grant grant;
  grant.asked_at = c.now();
  grant.wake = kernel::Wake::interrupted;
  const std::int64_t room = step.step->queue_capacity;
  if (room >= 0 && c.waiting_at_step[step.id] >= room) {
    fact.exit = ExitReason::balked;
  } else if (hopeless(c, request)) {
    fact.exit = ExitReason::sent_away;
  } else {
    const Queueing queueing(c, v, step, request);
    if (place) {
      grant = co_await c.resources.seize_at(*place, request);
    } else {
      grant = co_await c.resources.seize(request);
    }
    if (grant.wake != kernel::Wake::completed) fact.exit = reason_of(grant);
  }
  if (const auto pool = awaited_pool(c, step, grant); pool != no_index) fact.awaited = pool;
  co_return grant;
}

// The needle head comes first: it is set aside while the patient waits for the rest.
kernel::Task<> queue_for_head(Clinic& c, Visit& v, const StepPlan& step,
                              const kernel::Request& request, StepFact& fact) {
  const Queueing queueing(c, v, step, request);
  const ExitReason exit = co_await take_head(c, v, step.instrument, request.patience);
  fact.exit = exit;
  if (c.now() > fact.queued_at || exit != ExitReason::done) {
    fact.awaited = static_cast<std::uint16_t>(c.plan.first_instrument_pool + step.instrument);
  }
}

// Pre-empted: everything of this step was taken away; the declared rule says what is left to do.
Duration left_after_pre_emption(Clinic& c, Visit& v, const StepPlan& step, Duration left,
                                std::uint64_t times) {
  const Patient& p = c.patients[v.patient];
  switch (step.step->on_preemption) {
    case scenario::OnPreemption::restart:
      return duration_of(c, v, step);
    case scenario::OnPreemption::resample:
      return std::max(Duration{},
                      c.random.duration(step.step->duration, p.key, step.duration_purpose,
                                        (v.number * 256ull + v.steps_done) + (times << 32)));
    case scenario::OnPreemption::resume:
      break;
  }
  return left;
}

// Works for `left`; a holding that was lost before the work began counts as pre-empted at once.
kernel::Task<kernel::HoldEnd> work(Clinic& c, const Visit& v, Duration left) {
  if (!v.kept.empty() && c.resources.lost(v.kept.back())) {
    co_return kernel::HoldEnd{kernel::Wake::interrupted, left, kernel::ResourceSet::pre_empted};
  }
  const kernel::HoldEnd end = co_await c.sim.hold(left, kernel::EventPriority::release);
  co_return end;
}

// Interrupted: at the end of a shift somebody else with the skills goes on with what is left; after
// a pre-emption the patient queues again, at the old place, for everything the step needs.
kernel::Task<> carry_on(Clinic& c, Visit& v, const StepPlan& step, const kernel::Request& request,
                        kernel::HoldEnd end, std::uint64_t place, StepFact& fact) {
  const kernel::Request people = staff_only(request);
  while (end.wake != kernel::Wake::completed) {
    Duration left = end.remaining;
    const bool pre_empted = end.cause == kernel::ResourceSet::pre_empted;
    ++fact.pre_emptions;
    kernel::Grant grant;
    if (pre_empted) {
      c.resources.release(v.kept.back());
      v.kept.pop_back();
      left = left_after_pre_emption(c, v, step, left, fact.pre_emptions);
      grant = co_await queue_for(c, v, step, request, fact, place);
    } else {
      for (kernel::Holding& holding : v.kept) c.resources.release(holding, staff_pool);
      grant = co_await queue_for(c, v, step, people, fact);
    }
    if (grant.wake != kernel::Wake::completed) co_return;
    note_staff(c, v, grant.holding);
    v.kept.push_back(grant.holding);
    end = co_await work(c, v, left);
  }
}

// Writes the fact and gives back what the step does not keep.
void finish(Clinic& c, Visit& v, const StepPlan& step, StepFact& fact) {
  if (v.head.exists()) {
    const Head& head = c.instruments.heads[v.head.index()];
    fact.instrument = head.serial;
    fact.load = head.load;
  }
  if (fact.exit == ExitReason::done) conclude(c, v, step, fact.staff);
  write_fact(c, v, fact);
  if (!v.kept.empty()) give_back(c, v.kept.back(), step.kept);
  give_back_kept(c, v, step.released);
}

// A refused step: nothing was seized, the visit ends.
ExitReason turned_away(Clinic& c, Visit& v, StepFact& fact) {
  fact.started_at = c.now();
  write_fact(c, v, fact);
  return fact.exit;
}

}  // namespace

void give_back_all(Clinic& c, Visit& v) {
  for (kernel::Holding& holding : v.kept) give_back(c, holding, {});
  v.kept.clear();
}

kernel::Task<ExitReason> perform_step(Clinic& c, Visit& v, const StepPlan& step,
                                      std::uint16_t index) {
  StepFact fact;
  fact.visit = v.fact;
  fact.step = index;
  fact.queued_at = c.now();
  const kernel::Request request = request_of(c, v, step);
  if (step.instrument != no_index && !v.head.exists()) {
    co_await queue_for_head(c, v, step, request, fact);
    if (fact.exit != ExitReason::done) co_return turned_away(c, v, fact);
  }
  kernel::Grant grant;
  if (request.claim_count > 0 && !c.resources.try_seize(request, grant)) {
    grant = co_await queue_for(c, v, step, request, fact);
    if (grant.wake != kernel::Wake::completed) co_return turned_away(c, v, fact);
  }
  fact.started_at = c.now();
  fact.staff = note_staff(c, v, grant.holding);
  v.kept.push_back(grant.holding);
  const Duration length = duration_of(c, v, step);
  kernel::HoldEnd end{kernel::Wake::interrupted, length, kernel::ResourceSet::pre_empted};
  if (!c.resources.lost(v.kept.back())) {
    end = co_await c.sim.hold(length, kernel::EventPriority::release);
  }
  if (end.wake != kernel::Wake::completed) {
    co_await carry_on(c, v, step, request, end, grant.place, fact);
  }
  finish(c, v, step, fact);
  co_return fact.exit == ExitReason::done ? v.verdict : fact.exit;
}

}  // namespace asepsim::clinic
