// People at work: shifts, absence, breaks at a safe point, and what the end of a shift means.
#include <algorithm>

#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"
#include "clinic/upkeep.hpp"

namespace asepsim::clinic {
namespace {

using scenario::EndOfShift;

bool at_work(const Clinic& c, std::size_t worker) {
  const kernel::UnitState state = c.resources.state(c.workers[worker].unit);
  return state == kernel::UnitState::idle || state == kernel::UnitState::busy;
}

// Somebody idle who can do what this person was asked for.
bool colleague_free(const Clinic& c, std::size_t self) {
  const kernel::SkillMask asked = c.workers[self].asked;
  return std::any_of(c.workers.begin(), c.workers.end(), [&](const Worker& other) {
    return c.resources.state(other.unit) == kernel::UnitState::idle &&
           (c.resources.skills(other.unit) & asked) == asked;
  });
}

// Whoever accompanies a patient that waits stays until the wait is over.
bool accompanies(const Clinic& c, const Worker& worker) {
  return std::any_of(c.inside.begin(), c.inside.end(), [&](const Visit* v) {
    return v->process == worker.serving && v->waiting_for != nullptr;
  });
}

// Puts the task in hand down; whoever holds the person asks for somebody else (step.cpp).
void put_down(Clinic& c, std::size_t index) {
  Worker& worker = c.workers[index];
  if (c.resources.state(worker.unit) != kernel::UnitState::busy || accompanies(c, worker)) return;
  worker.leaving = true;
  c.sim.interrupt(worker.serving, static_cast<int>(Cause::suspended));
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

std::vector<scenario::Break> breaks_in_order(const scenario::StaffGroup& group) {
  std::vector<scenario::Break> breaks = group.breaks;
  std::stable_sort(breaks.begin(), breaks.end(),
                   [](const auto& a, const auto& b) { return a.at < b.at; });
  return breaks;
}

// Each break at the first safe point, unless the shift is over before; at the latest it ends with
// the shift.
kernel::Task<> take_breaks(Clinic& c, std::size_t worker, const Interval& shift) {
  const kernel::UnitId person = c.workers[worker].unit;
  const SimTime midnight = midnight_before(shift.from);
  for (const scenario::Break& pause : breaks_in_order(*c.plan.staff[worker].group)) {
    const SimTime at = midnight + pause.at;
    if (at < shift.from || at >= shift.to) continue;
    co_await c.sim.hold_until(at, kernel::EventPriority::roster);
    if (c.now() >= shift.to) co_return;
    const kernel::Wake free =
        co_await c.resources.withdraw(person, kernel::UnitState::on_break, shift.to - c.now());
    if (free != kernel::Wake::completed) co_return;
    co_await c.sim.hold_until(std::min(c.now() + pause.length, shift.to),
                              kernel::EventPriority::roster);
    if (c.now() >= shift.to) co_return;
    c.resources.restore(person);
  }
}

// The declared rule; returns when the person may go as soon as the task in hand is done.
kernel::Task<> end_work(Clinic& c, std::size_t worker, SimTime end) {
  const scenario::StaffGroup& group = *c.plan.staff[worker].group;
  if (group.end_of_shift == EndOfShift::overtime) {
    const SimTime latest = std::min(end + group.overtime_cap, c.workers[worker].back_at);
    while (!c.inside.empty() && c.now() < latest) {
      co_await c.emptied.wait(latest - c.now());
    }
    if (c.now() >= end + group.overtime_cap) {
      c.workers[worker].spent = true;
      send_away_the_hopeless(c);
    }
  } else if (group.end_of_shift == EndOfShift::suspend ||
             (group.end_of_shift == EndOfShift::hand_over && colleague_free(c, worker))) {
    put_down(c, worker);
  }
}

// Work beyond the end of the shift is overtime, until the next shift begins.
void pay_overtime(Clinic& c, std::size_t worker, SimTime end) {
  const SimTime until = std::min(c.now(), c.workers[worker].back_at);
  if (until <= end) return;
  const scenario::StaffGroup& group = *c.plan.staff[worker].group;
  c.workers[worker].overtime += counted(c, end, until);
  pay_hours(c, group, Account::overtime, until - end, group.overtime_factor);
}

kernel::Task<> end_shift(Clinic& c, std::size_t worker, const Interval& shift) {
  const kernel::UnitId person = c.workers[worker].unit;
  const bool on_break = c.resources.state(person) == kernel::UnitState::on_break;
  const bool stays =
      c.plan.staff[worker].group->end_of_shift == EndOfShift::overtime && !c.inside.empty();
  if (on_break && !stays) {
    c.resources.stay_away(person, kernel::UnitState::off);
  } else {
    if (on_break) c.resources.restore(person);
    co_await end_work(c, worker, shift.to);
    co_await c.resources.withdraw(person, kernel::UnitState::off);
    pay_overtime(c, worker, shift.to);
  }
  c.workers[worker].leaving = c.workers[worker].spent = false;
  send_away_the_hopeless(c);
}

// Whether the shift that follows goes on at once, as at midnight.
bool goes_on(Clinic& c, const StaffPlan& person, std::size_t shift) {
  const std::vector<Interval>& shifts = *person.shifts;
  return shift + 1 < shifts.size() && shifts[shift + 1].from == shifts[shift].to &&
         c.now() == shifts[shift].to && !absent(c, person, shifts[shift + 1].from);
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
    if (absent(c, person, shift.from)) {
      send_away_the_hopeless(c);
      continue;
    }
    self.on_since = c.now();
    if (!at_work(c, worker)) c.resources.restore(self.unit);
    co_await take_breaks(c, worker, shift);
    co_await c.sim.hold_until(shift.to, kernel::EventPriority::roster);
    pay_hours(c, *person.group, Account::wages, shift.to - shift.from, 1.0);
    if (!goes_on(c, person, i)) co_await end_shift(c, worker, shift);
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

void take_on(Clinic& c, kernel::UnitId person, kernel::ProcessId process,
             kernel::SkillMask skills) {
  Worker& worker = c.workers[person.index()];
  worker.serving = process;
  worker.asked = skills;
  if (c.now() >= c.plan.counted_from) ++worker.seizes;
}

kernel::Task<kernel::Wake> attended(Clinic& c, kernel::SkillMask skills, Duration work,
                                    std::int64_t priority, std::uint32_t* who) {
  if (skills == 0) {
    const kernel::HoldEnd end = co_await c.sim.hold(work, kernel::EventPriority::release);
    co_return end.wake;
  }
  kernel::Request request;
  request.priority = static_cast<std::int32_t>(priority);
  request.add({staff_pool, 1, skills, {}});
  kernel::HoldEnd end{kernel::Wake::interrupted, work, static_cast<int>(Cause::suspended)};
  while (end.wake != kernel::Wake::completed && end.cause != static_cast<int>(Cause::taken)) {
    kernel::Grant grant;
    if (!c.resources.try_seize(request, grant)) grant = co_await c.resources.seize(request);
    if (grant.wake != kernel::Wake::completed) co_return grant.wake;
    const kernel::UnitId person = grant.holding.unit_of(staff_pool);
    take_on(c, person, c.sim.current(), skills);
    if (who != nullptr) *who = person.index();
    if (!c.workers[person.index()].leaving) {
      end = co_await c.sim.hold(end.remaining, kernel::EventPriority::release);
    }
    c.resources.release(grant.holding);
  }
  co_return end.wake;
}

kernel::Task<> turnaround(Clinic& c, kernel::UnitId unit, std::uint16_t pool,
                          kernel::EntityKey patient, std::uint64_t use) {
  const PoolPlan& plan = c.plan.pools[pool];
  const kernel::EntityKey key =
      kernel::entity_key(kernel::fnv1a("turnaround"), kernel::fnv1a(plan.name), patient.value);
  const Duration length = std::max(
      Duration{},
      c.random.duration(plan.turnaround->duration, key, purpose::of("turnaround.duration"), use));
  c.pay(Account::turnaround, plan.turnaround->supplies);
  co_await attended(c, plan.turnaround_skills, length, turnaround_priority);
  if (breaks_down(c, unit, pool)) {
    c.resources.stay_away(unit, kernel::UnitState::down);
    co_await mend(c, unit, pool);
  } else {
    c.resources.restore(unit);
  }
}

}  // namespace asepsim::clinic
