// What is done about a sterilizer itself: service, tests without a load, repair.
//
// After a positive biological indicator the machine is out of service at once. The rule of G3 tests
// it again: a negative test puts it back, a second positive sends it to repair, after which three
// test cycles must pass. Test cycles run under review, so that nobody errs in them; what is the
// machine's own fault shows: drift, and air that it does not remove.
#include <algorithm>

#include "clinic/cycle.hpp"
#include "clinic/drift_onset.hpp"
#include "clinic/indicators.hpp"
#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"

namespace asepsim::clinic {
namespace {

// A load may break the machine down (occasion 0) and, by its indicator, bring it into doubt.
constexpr std::uint64_t doubted = 1;

void pay_for_tests(Clinic& c, std::int64_t cycles) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  for (std::int64_t i = 0; i < cycles; ++i) {
    c.pay(Account::sterilization, s.cycle_cost);
    c.pay(Account::sterilization, s.indicators.biological_price);
  }
}

bool has_pump(const Clinic& c) {
  using scenario::SterilizerClass;
  const SterilizerClass of = c.plan.scenario.sterilization->programme.sterilizer_class;
  return of == SterilizerClass::b || of == SterilizerClass::s;
}

void set_right(Machine& machine) {
  machine.drift = 0;
  machine.leaves_air = false;
}

// Would spores survive a cycle that nobody got wrong?
bool fails_by_itself(Clinic& c, const Machine& machine) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  const scenario::CycleFailure& f = s.failure;
  const kernel::EntityKey key = machine.doubted_by;
  double celsius = s.programme.temperature->value - machine.drift;
  const double pocket = f.probability * (1 - f.operator_share);
  if (c.random.bernoulli(pocket, key, purpose::of("retest.pocket"))) {
    celsius -= std::max(0.0, c.random.sample(f.air_pocket_drop, key, purpose::of("retest.drop")));
  }
  return indicator_kill(c, lethality(c, celsius, s.programme.hold->minutes())) < indicator_log10;
}

// A cycle with nothing but an indicator, and the reading of it.
kernel::Task<Indicator> retest(Clinic& c, std::uint16_t machine) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  const Machine& self = c.sterilizing.machines[machine];
  const kernel::EntityKey key = self.doubted_by;
  const auto length = [&](const scenario::Variate& law, kernel::Purpose what) {
    return std::max(Duration{}, c.random.duration(law, key, what));
  };
  MachineTestFact fact{machine, MachineTest::retest, Indicator::passed, c.now(), SimTime::never()};
  const bool insufficient = fails_by_itself(c, self);
  co_await attended(c, c.plan.sterilization_skills,
                    length(s.load_and_unload, purpose::of("retest.handling")), s.priority);
  pay_for_tests(c, 1);
  co_await c.sim.hold(length(s.programme.total, purpose::of("retest.duration")),
                      kernel::EventPriority::machine);
  co_await c.sim.hold(s.indicators.biological_delay.value, kernel::EventPriority::machine);
  const double alarm = alarm_probability(insufficient, s.indicators.biological_sensitivity,
                                         s.indicators.biological_false_positive);
  if (c.random.bernoulli(alarm, key, purpose::of("retest.biological"))) {
    fact.shown = Indicator::failed;
  }
  fact.read_at = c.now();
  c.record.machine_tests.push_back(fact);
  co_return fact.shown;
}

}  // namespace

void wear(Clinic& c, std::uint16_t machine, kernel::EntityKey key) {
  Machine& self = c.sterilizing.machines[machine];
  const scenario::Drift& drift = c.plan.scenario.sterilization->drift;
  if (c.now() - self.serviced_at >= drift.service_every.value) {
    self.serviced_at = c.now();
    set_right(self);
  }
  if (self.drift > 0) return;
  if (drift_begins(c, key)) {
    self.drift = std::max(0.0, c.random.sample(drift.drop, key, purpose::of("load.drift_drop")));
    self.leaves_air =
        has_pump(c) && c.random.bernoulli(drift.air, key, purpose::of("load.drift_air"));
  }
}

kernel::Task<> repair(Clinic& c, std::uint16_t machine, kernel::EntityKey key,
                      std::uint64_t occasion) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  Machine& self = c.sterilizing.machines[machine];
  Duration length = c.random.duration(s.repair, key, purpose::of("load.repair"), occasion);
  if (self.doubt != Doubt::none) {
    for (std::uint64_t test = 1; test <= 3; ++test) {
      length += c.random.duration(s.programme.total, key, purpose::of("load.duration"),
                                  3 * occasion + test);
    }
    length += s.indicators.biological_delay.value;
    pay_for_tests(c, 3);
  }
  self.enter(c.now(), kernel::UnitState::down);
  co_await c.sim.hold(std::max(Duration{}, length), kernel::EventPriority::machine);
  self.enter(c.now(), kernel::UnitState::idle);
  self.doubt = Doubt::none;
  set_right(self);
  self.serviced_at = c.now();
}

kernel::Task<> put_right(Clinic& c, std::uint16_t machine) {
  Machine& self = c.sterilizing.machines[machine];
  if (self.doubt == Doubt::to_test) {
    self.enter(c.now(), kernel::UnitState::down);
    const Indicator shown = co_await retest(c, machine);
    if (shown == Indicator::passed) {
      if (!c.record.loads.empty()) {
        clear(c, machine, static_cast<std::uint32_t>(c.record.loads.size() - 1));
      }
      self.doubt = Doubt::none;
      self.enter(c.now(), kernel::UnitState::idle);
      co_return;
    }
    recall(c, machine);
  }
  co_await repair(c, machine, self.doubted_by, doubted);
}

}  // namespace asepsim::clinic
