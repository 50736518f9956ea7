// People at work: shifts, absence, breaks at a safe point, and what the end of a shift means.
#include <algorithm>

#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"

namespace asepsim::clinic {
namespace {

using scenario::EndOfShift;

constexpr kernel::PoolId staff_pool{std::uint32_t{0}};

bool on_duty(const Clinic& c, std::size_t worker) {
  return c.resources.state(c.workers[worker].unit) != kernel::UnitState::off;
}

bool here_today(const Clinic& c, std::size_t worker) {
  return on_duty(c, worker) || c.workers[worker].back_at < midnight_before(c.now()) + days(1);
}

// Nobody is left and nobody comes any more today.
bool deserted(const Clinic& c) {
  for (std::size_t i = 0; i < c.workers.size(); ++i) {
    if (here_today(c, i)) return false;
  }
  return !c.workers.empty();
}

void send_away_the_hopeless(Clinic& c) {
  for (Visit* v : c.inside) {
    if (v->waiting_for != nullptr && hopeless(c, *v->waiting_for)) {
      c.sim.interrupt(v->process, static_cast<int>(Cause::sent_away));
    }
  }
}

bool colleague_free(const Clinic& c, std::size_t self) {
  for (std::size_t i = 0; i < c.workers.size(); ++i) {
    const bool same =
        (c.plan.staff[i].skills & c.plan.staff[self].skills) == c.plan.staff[self].skills;
    if (i != self && same && c.resources.state(c.workers[i].unit) == kernel::UnitState::idle) {
      return true;
    }
  }
  return false;
}

// Puts the task in hand down; whoever holds the person asks for somebody else (step.cpp).
void put_down(Clinic& c, std::size_t worker) {
  if (c.resources.state(c.workers[worker].unit) != kernel::UnitState::busy) return;
  c.sim.interrupt(c.workers[worker].serving, static_cast<int>(Cause::suspended));
}

void pay_hours(Clinic& c, const scenario::StaffGroup& group, Account account, Duration worked,
               double factor) {
  c.pay(account, Money::from_units(group.wage->units() * worked.hours() * factor));
}

bool absent(Clinic& c, const StaffPlan& person, SimTime shift) {
  const auto day =
      static_cast<std::uint64_t>(shift.since_start().microseconds() / days(1).microseconds());
  return c.random.bernoulli(person.group->absence, person.key, purpose::of("staff.absence"), day);
}

kernel::Task<> take_breaks(Clinic& c, std::size_t worker, const Interval& shift) {
  const scenario::StaffGroup& group = *c.plan.staff[worker].group;
  const SimTime midnight = midnight_before(shift.from);
  for (const scenario::Break& pause : group.breaks) {
    const SimTime at = midnight + pause.at;
    if (at < shift.from || at >= shift.to) continue;
    co_await c.sim.hold_until(at, kernel::EventPriority::roster);
    co_await c.resources.withdraw(c.workers[worker].unit, kernel::UnitState::on_break);
    co_await c.sim.hold(pause.length, kernel::EventPriority::roster);
    c.resources.restore(c.workers[worker].unit);
  }
}

// The declared rule; returns when the person has really gone.
kernel::Task<> end_shift(Clinic& c, std::size_t worker, const Interval& shift) {
  const scenario::StaffGroup& group = *c.plan.staff[worker].group;
  if (group.end_of_shift == EndOfShift::overtime) {
    const SimTime latest = shift.to + group.overtime_cap;
    while (!c.inside.empty() && c.now() < latest) {
      co_await c.emptied.wait(latest - c.now());
    }
  } else if (group.end_of_shift == EndOfShift::suspend ||
             (group.end_of_shift == EndOfShift::hand_over && colleague_free(c, worker))) {
    put_down(c, worker);
  }
  co_await c.resources.withdraw(c.workers[worker].unit, kernel::UnitState::off);
  const Duration late = c.now() - shift.to;
  if (late > Duration{}) {
    c.workers[worker].overtime += counted(c, shift.to, c.now());
    pay_hours(c, group, Account::overtime, late, group.overtime_factor);
  }
}

kernel::Task<> work_shifts(Clinic& c, std::size_t worker) {
  const StaffPlan& person = c.plan.staff[worker];
  Worker& self = c.workers[worker];
  const std::vector<Interval>& shifts = *person.shifts;
  for (std::size_t i = 0; i < shifts.size(); ++i) {
    const Interval& shift = shifts[i];
    if (c.now() >= shift.to) continue;
    self.back_at = shift.from;
    co_await c.sim.hold_until(shift.from, kernel::EventPriority::roster);
    self.back_at = i + 1 < shifts.size() ? shifts[i + 1].from : SimTime::never();
    if (absent(c, person, shift.from)) continue;
    c.resources.restore(self.unit);
    co_await take_breaks(c, worker, shift);
    co_await c.sim.hold_until(shift.to, kernel::EventPriority::roster);
    pay_hours(c, *person.group, Account::wages, shift.to - shift.from, 1.0);
    co_await end_shift(c, worker, shift);
    send_away_the_hopeless(c);
  }
  self.back_at = SimTime::never();
}

}  // namespace

void start_staff(Clinic& c) {
  for (std::size_t i = 0; i < c.plan.staff.size(); ++i) {
    const StaffPlan& person = c.plan.staff[i];
    const auto state = person.shifts == nullptr ? kernel::UnitState::idle : kernel::UnitState::off;
    Worker worker;
    worker.unit = c.resources.add_unit(staff_pool, person.name, person.skills, state);
    worker.back_at = person.shifts == nullptr || person.shifts->empty()
                         ? SimTime::never()
                         : person.shifts->front().from;
    c.workers.push_back(worker);
  }
  for (std::size_t i = 0; i < c.workers.size(); ++i) {
    if (c.plan.staff[i].shifts != nullptr) c.sim.spawn(work_shifts(c, i), {"staff", i});
  }
}

bool hopeless(const Clinic& c, const kernel::Request& request) {
  bool asks_for_staff = false;
  for (std::uint8_t i = 0; i < request.claim_count; ++i) {
    const kernel::Claim& claim = request.claims[i];
    if (claim.pool != staff_pool) continue;
    asks_for_staff = true;
    bool somebody = false;
    for (std::size_t w = 0; w < c.workers.size() && !somebody; ++w) {
      somebody = (c.plan.staff[w].skills & claim.skills) == claim.skills && here_today(c, w);
    }
    if (!somebody) return true;
  }
  return !asks_for_staff && deserted(c);
}

kernel::Task<kernel::Wake> attended(Clinic& c, kernel::SkillMask skills, Duration work,
                                    std::int64_t priority) {
  kernel::Request request;
  request.priority = static_cast<std::int32_t>(priority);
  if (skills != 0) request.add({staff_pool, 1, skills, {}});
  Duration left = work;
  while (true) {
    kernel::Grant grant;
    if (skills != 0 && !c.resources.try_seize(request, grant)) {
      grant = co_await c.resources.seize(request);
    }
    if (grant.wake != kernel::Wake::completed) co_return grant.wake;
    const kernel::UnitId person = grant.holding.unit_of(staff_pool);
    if (person.exists()) c.workers[person.index()].serving = c.sim.current();
    const kernel::HoldEnd end = co_await c.sim.hold(left, kernel::EventPriority::release);
    c.resources.release(grant.holding);
    if (end.wake == kernel::Wake::completed) co_return end.wake;
    if (end.cause == static_cast<int>(Cause::taken)) co_return end.wake;
    left = end.remaining;  // put down at the end of a shift
  }
}

kernel::Task<> turnaround(Clinic& c, kernel::UnitId unit, std::uint16_t pool, std::uint64_t use) {
  const PoolPlan& plan = c.plan.pools[pool];
  const kernel::EntityKey key =
      kernel::entity_key(kernel::fnv1a("turnaround"), kernel::fnv1a(plan.name));
  const Duration length = std::max(
      Duration{},
      c.random.duration(plan.turnaround->duration, key, purpose::of("turnaround.duration"), use));
  c.pay(Account::turnaround, plan.turnaround->supplies);
  co_await attended(c, plan.turnaround_skills, length, turnaround_priority);
  c.resources.restore(unit);
}

}  // namespace asepsim::clinic
