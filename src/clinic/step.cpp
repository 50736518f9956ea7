// One step of a pathway: queue, seize all at once, work, give back.
#include <algorithm>
#include <optional>

#include "clinic/holdings.hpp"
#include "clinic/journeys.hpp"
#include "clinic/light.hpp"
#include "clinic/purposes.hpp"
#include "clinic/queueing.hpp"
#include "clinic/supplies.hpp"

namespace asepsim::clinic {
namespace {

// Whoever is called at home, or comes back with a complaint, waits as long as it takes, unless the
// step says how long.
const scenario::Variate* patience_of(const Clinic& c, const Visit& v, const StepPlan& step) {
  if (step.step->patience) return &*step.step->patience;
  const VisitKind kind = c.record.visits[v.fact].kind;
  const bool patient_waits = kind == VisitKind::booked || kind == VisitKind::walk_in;
  const auto& patience = c.plan.scenario.arrivals[c.patients[v.patient].stream].patience;
  return patient_waits && patience ? &*patience : nullptr;
}

// What the step needs beyond what the visit holds already.
kernel::Request request_of(Clinic& c, const Visit& v, const StepPlan& step) {
  const Patient& p = c.patients[v.patient];
  kernel::Request request = step.request;
  if (!v.kept.empty()) add_missing_claims(c, v, step, request);
  const bool complication = c.record.visits[v.fact].kind == VisitKind::complication;
  const std::int64_t own = complication ? c.plan.scenario.complications->priority
                                        : c.plan.scenario.arrivals[p.stream].priority;
  request.priority = static_cast<std::int32_t>(step.step->priority.value_or(own));
  if (const scenario::Variate* patience = patience_of(c, v, step)) {
    request.patience = std::max(
        Duration{}, c.random.duration(*patience, p.key, step.patience_purpose, draw_of(v)));
  }
  return request;
}

// A preparation that is left out takes no time, one that is cut short its share. `attempt` 0 is
// the first one.
Duration duration_of(const Clinic& c, const Visit& v, const StepPlan& step,
                     std::uint32_t attempt = 0) {
  const double share = step.step->kind == scenario::StepKind::skin_prep ? v.preparation : 1.0;
  if (share <= 0) return Duration{};
  const Duration whole = c.random.duration(step.step->duration, c.patients[v.patient].key,
                                           step.duration_purpose, draw_of(v, attempt));
  if (share == 1) return std::max(Duration{}, whole);
  return rounded_microseconds(share *
                              static_cast<double>(std::max<std::int64_t>(0, whole.microseconds())));
}

// The built-in meaning of a step, at its end.
void conclude(Clinic& c, Visit& v, const StepPlan& step, std::uint32_t staff) {
  if (step.step->kind == scenario::StepKind::treatment) {
    if (step.step->modality != scenario::Modality::microneedle) {
      illuminate(c, v, step.step->modality, staff);
    } else if (c.plan.scenario.needling) {
      needle(c, v, staff);
    }
    c.pay(Account::sessions, c.patients[v.patient].price);
  } else if (step.step->kind == scenario::StepKind::consultation) {
    c.pay(Account::consultations, c.plan.scenario.finance.consultation_price);
    if (c.plan.scenario.screening) v.verdict = screen(c, v);
  }
}

// Waits for something else before the one that the fact tells of.
void write_waits(Clinic& c, Visit& v, const StepFact& fact) {
  if (!v.waits.empty() && v.waits.back().pool == fact.awaited) v.waits.pop_back();
  for (WaitFact& wait : v.waits) {
    wait.step = static_cast<std::uint32_t>(c.record.steps.size());
    c.record.waits.push_back(wait);
  }
  v.waits.clear();
}

void write_fact(Clinic& c, Visit& v, StepFact& fact) {
  fact.ended_at = c.now();
  VisitFact& visit_fact = c.record.visits[v.fact];
  const Duration waited = wait_of(fact, visit_fact);
  visit_fact.waited += waited;
  visit_fact.early += (fact.started_at - fact.queued_at) - waited;
  visit_fact.served += fact.ended_at - fact.started_at;
  if (!v.waits.empty()) write_waits(c, v, fact);
  c.record.steps.push_back(fact);
}

// Pre-empted: the declared rule says what is left to do. What was decided of a preparation stands.
Duration left_after_pre_emption(const Clinic& c, const Visit& v, const StepPlan& step,
                                Duration left, std::uint32_t times) {
  switch (step.step->on_preemption) {
    case scenario::OnPreemption::restart:
      return duration_of(c, v, step);
    case scenario::OnPreemption::resample:
      return duration_of(c, v, step, times);
    case scenario::OnPreemption::resume:
      break;
  }
  return left;
}

// Gets together again what the step needs: at once if a colleague is free, else by waiting at the
// old place in the queue. Nobody stands by meanwhile; rooms and machines stay. On failure fact.exit
// says why.
kernel::Task<> reassemble(Clinic& c, Visit& v, const StepPlan& step, std::size_t own,
                          std::uint64_t place, StepFact& fact) {
  kernel::Request request = step.request;
  request.priority = v.priority;
  while (true) {
    let_lost_go(c, v);
    add_missing_claims(c, v, step, request);
    kernel::Grant grant;
    if (request.claim_count == 0) co_return;
    if (!c.resources.try_seize(request, grant)) {
      let_people_go(c, v, own);
      add_missing_claims(c, v, step, request);
      request.patience = longest_wait(c);
      if (hopeless(c, v, request)) {
        fact.exit = ExitReason::sent_away;
        co_return;
      }
      const Queueing queueing(c, v, step, request);
      grant = co_await c.resources.seize_at(place, request);
    }
    if (grant.wake == kernel::Wake::completed) {
      hold(c, v, request, grant.holding);
      co_return;
    }
    if (grant.cause == kernel::ResourceSet::pre_empted) continue;  // of what was still held
    fact.exit = ExitReason::sent_away;
    co_return;
  }
}

// Units were lost, or somebody left, at the very moment in which all had come together.
kernel::HoldEnd not_begun(Duration work) {
  return {kernel::Wake::interrupted, work, static_cast<int>(Cause::suspended)};
}

// Interrupted: at the end of a shift somebody else with the skills goes on with what is left; after
// a pre-emption the patient needs everything again that was taken away.
kernel::Task<> carry_on(Clinic& c, Visit& v, const StepPlan& step, kernel::HoldEnd end,
                        std::size_t own, std::uint64_t place, StepFact& fact) {
  std::uint32_t times = 0;
  while (end.wake != kernel::Wake::completed) {
    Duration left = end.remaining;
    ++times;
    if (end.cause == kernel::ResourceSet::pre_empted) {
      left = left_after_pre_emption(c, v, step, left, times);
    }
    co_await reassemble(c, v, step, own, place, fact);
    if (fact.exit != ExitReason::done) break;
    end = not_begun(left);
    if (!is_disturbed(c, v)) end = co_await c.sim.hold(left, kernel::EventPriority::release);
  }
  fact.pre_emptions = static_cast<std::uint16_t>(std::min<std::uint32_t>(times, 65535));
}

// Writes the fact and gives back what the step does not keep. Gloves that were worn are used,
// whatever came of the step.
void finish(Clinic& c, Visit& v, const StepPlan& step, std::size_t own, StepFact& fact) {
  if (v.head.exists()) {
    const Head& head = c.instruments.heads[v.head.index()];
    fact.instrument = head.serial;
    fact.load = head.load;
  }
  c.pay(Account::consumables, step.consumables);
  use_up(c, v);
  if (fact.exit == ExitReason::done) conclude(c, v, step, fact.staff);
  if (step.instrument != no_index) use_head(c, v, fact.staff);
  write_fact(c, v, fact);
  give_back_after(c, v, step, own);
}

// A refused step: nothing was seized, the visit ends.
ExitReason turned_away(Clinic& c, Visit& v, StepFact& fact) {
  fact.started_at = c.now();
  put_back_supplies(c, v);
  write_fact(c, v, fact);
  return fact.exit;
}

}  // namespace

kernel::Task<ExitReason> perform_step(Clinic& c, Visit& v, const StepPlan& step,
                                      std::uint16_t index) {
  StepFact fact;
  fact.visit = v.fact;
  fact.step = index;
  fact.queued_at = c.now();
  kernel::Request request = request_of(c, v, step);
  v.priority = request.priority;
  const bool fetches = step.instrument != no_index && !has_head(c, v, step.instrument);
  const bool needs_set = fetches && !is_at_hand(c, step.instrument);
  if (needs_set || !step.supplies.empty()) {
    co_await gather(c, v, step, needs_set, request, fact);
    if (fact.exit != ExitReason::done) co_return turned_away(c, v, fact);
  }
  kernel::Grant grant;
  if (request.claim_count > 0 && !c.resources.try_seize(request, grant)) {
    grant = co_await queue_for(c, v, step, request, fact);
    if (grant.wake != kernel::Wake::completed) co_return turned_away(c, v, fact);
  }
  fact.started_at = v.working_since = c.now();
  const std::size_t own = v.kept.size();
  hold(c, v, request, grant.holding);
  fact.staff = first_person(c, v, step);
  if (fetches && !v.head.exists()) take_at_hand(c, v, step.instrument, fact.staff);
  if (step.step->kind == scenario::StepKind::skin_prep) {
    v.preparation = preparation(c, v, fact.staff);
  }
  const Duration length = duration_of(c, v, step);
  kernel::HoldEnd end = not_begun(length);
  if (!is_disturbed(c, v)) end = co_await c.sim.hold(length, kernel::EventPriority::release);
  if (end.wake != kernel::Wake::completed) {
    co_await carry_on(c, v, step, end, own, grant.place, fact);
  }
  finish(c, v, step, own, fact);
  v.working_since = SimTime::never();
  co_return fact.exit == ExitReason::done ? v.verdict : fact.exit;
}

}  // namespace asepsim::clinic
