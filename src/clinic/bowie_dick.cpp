// The Bowie-Dick test: whether a machine with a vacuum pump removes the air, before the first load.
//
// Every morning each machine runs a test pack and nothing else; the sheet in it is read when the
// door opens. It shows air that the pump leaves every time (drift) and air that stayed by chance in
// that cycle. A sheet that fails goes by the same rule as a positive indicator (after_positive),
// only that its retest is another sheet. Loads of the day before are not called back for it.
#include <algorithm>

#include "clinic/indicators.hpp"
#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"

namespace asepsim::clinic {
namespace {

// Of the test on the day of `at`; the retest of that day is the next index.
kernel::EntityKey key_of_day(std::uint16_t machine, SimTime at) {
  const auto day = static_cast<std::uint64_t>(at.since_start().microseconds() / 86'400'000'000);
  return kernel::entity_key(kernel::fnv1a("Bowie-Dick test"), machine, day);
}

bool fails(Clinic& c, const Machine& machine, kernel::EntityKey key, std::uint64_t index) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  const double pocket = s.failure.probability * (1 - s.failure.operator_share);
  const bool air = c.random.bernoulli(pocket, key, purpose::of("bowie_dick.pocket"), index) ||
                   (machine.leaves_air && machine.drift > 0);
  const double alarm =
      alarm_probability(air, s.bowie_dick.sensitivity, s.indicators.false_positive);
  return c.random.bernoulli(alarm, key, purpose::of("bowie_dick.shown"), index);
}

// One sheet; true if it failed.
kernel::Task<bool> run_sheet(Clinic& c, std::uint16_t machine, kernel::EntityKey key,
                             std::uint64_t index) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  Machine& self = c.sterilizing.machines[machine];
  const auto length = [&](const scenario::Variate& law, kernel::Purpose what) {
    return std::max(Duration{}, c.random.duration(law, key, what, index));
  };
  MachineTestFact fact{machine, MachineTest::bowie_dick, Indicator::passed, c.now(),
                       SimTime::never()};
  co_await attended(c, c.plan.sterilization_skills,
                    length(s.load_and_unload, purpose::of("bowie_dick.handling")), s.priority);
  c.pay(Account::sterilization, s.cycle_cost);
  c.pay(Account::sterilization, s.bowie_dick.price);
  self.enter(c.now(), kernel::UnitState::busy);
  co_await c.sim.hold(length(s.bowie_dick.duration, purpose::of("bowie_dick.duration")),
                      kernel::EventPriority::machine);
  self.enter(c.now(), kernel::UnitState::idle);
  if (fails(c, self, key, index)) fact.shown = Indicator::failed;
  fact.read_at = c.now();
  c.record.machine_tests.push_back(fact);
  co_return fact.shown == Indicator::failed;
}

}  // namespace

kernel::Task<> call_for_bowie_dick(Clinic& c) {
  SimTime at = c.plan.opening.next_open(c.now());
  while (at != SimTime::never()) {
    co_await c.sim.hold_until(at, kernel::EventPriority::roster);
    for (Machine& machine : c.sterilizing.machines) machine.test_due = true;
    c.sterilizing.packed_changed.notify_all();
    at = c.plan.opening.next_open(midnight_before(at) + days(1));
  }
}

kernel::Task<> bowie_dick(Clinic& c, std::uint16_t machine) {
  using scenario::AfterPositive;
  Machine& self = c.sterilizing.machines[machine];
  const AfterPositive rule = c.plan.scenario.sterilization->after_positive;
  const kernel::EntityKey key = key_of_day(machine, c.now());
  self.test_due = false;
  bool failed = co_await run_sheet(c, machine, key, 0);
  if (failed && rule == AfterPositive::retest) failed = co_await run_sheet(c, machine, key, 1);
  if (!failed || rule == AfterPositive::keep_running) co_return;
  self.doubt = Doubt::to_repair;
  self.doubted_by = key;
}

}  // namespace asepsim::clinic
