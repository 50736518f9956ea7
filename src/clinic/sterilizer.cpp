// The life of a sterilizer: batch, load, cycle, indicators, release or rejection, recall.
//
// A load's number is on every set in it, so that a positive biological indicator can call back what
// has not been used and tell who was treated with the rest (G3). A load that is in the chamber then
// is rejected when the door opens. Lethality: F6 at the temperature that the coldest item really
// reached.
#include <algorithm>
#include <cmath>
#include <optional>

#include "clinic/compliance.hpp"
#include "clinic/cycle.hpp"
#include "clinic/drying.hpp"
#include "clinic/indicators.hpp"
#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"

namespace asepsim::clinic {
namespace {

// Waits until a batch is worth a cycle: enough sets, or the oldest has waited long enough. While
// one machine is being loaded the others wait: the sets are spoken for. Doubt ends the waiting.
kernel::Task<> enough_packed(Clinic& c, const Machine& self) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  SterilizingRoom& room = c.sterilizing;
  while (self.doubt == Doubt::none && !self.test_due &&
         (room.loading || room.packed.size() < static_cast<std::size_t>(s.least_batch))) {
    Duration left = Duration::forever();
    if (!room.loading && !room.packed.empty()) {
      left = c.instruments.heads[room.packed.front()].packed_at + s.linger.value - c.now();
      if (left <= Duration{}) co_return;
    }
    co_await room.packed_changed.wait(left);
  }
}

// Whether a biological indicator should ride with this load; each machine has its own schedule
// (I59).
bool biological_is_due(const Clinic& c, std::uint16_t machine) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  const std::optional<SimTime>& last = c.sterilizing.machines[machine].last_biological;
  return s.release == scenario::ReleaseRule::on_biological || !last ||
         c.now() - *last >= s.indicators.biological_every.value;
}

LoadDecision by_loader(const Cycle& cycle) {
  return {cycle.load, cycle.key, cycle.loader};
}

// Indicators are put in, or all of them are left out. That is hidden in a load that should have no
// biological one: for the ledger, it may have been left out of any of them.
void put_indicators_in(Clinic& c, Cycle& cycle) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  const double at_ease = s.shortcuts.indicators_skipped;
  const bool due = biological_is_due(c, cycle.machine);
  cycle.unread_risk = error_probability(c, at_ease, cycle.loader);
  cycle.indicators = !lapses(c, by_loader(cycle), Moment::load_indicators, at_ease);
  if (!due) return;
  cycle.unread_risk = cycle.indicators ? 0 : 1;
  cycle.biological = cycle.indicators;
  if (!cycle.biological) return;
  c.sterilizing.machines[cycle.machine].last_biological = c.now();
  c.pay(Account::sterilization, s.indicators.biological_price);
}

// Opened before the end or not, as it will turn out.
void plan_the_end(Clinic& c, Cycle& cycle) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  const double at_ease = s.shortcuts.cut_short;
  cycle.cut_short_risk = error_probability(c, at_ease, cycle.loader);
  cycle.cut_short = lapses(c, by_loader(cycle), Moment::full_cycle, at_ease);
  cycle.length = std::max(
      Duration{}, c.random.duration(s.programme.total, cycle.key, purpose::of("load.duration")));
}

Cycle load_up(Clinic& c, std::uint16_t machine, std::uint32_t loader) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  SterilizingRoom& room = c.sterilizing;
  Cycle cycle{static_cast<std::uint32_t>(c.record.loads.size()),
              machine,
              kernel::entity_key(kernel::fnv1a("load"), room.cycles_started++),
              {}};
  const auto n = std::min(room.packed.size(), static_cast<std::size_t>(s.capacity));
  cycle.sets.assign(room.packed.begin(), room.packed.begin() + static_cast<std::ptrdiff_t>(n));
  room.packed.erase(room.packed.begin(), room.packed.begin() + static_cast<std::ptrdiff_t>(n));
  cycle.loader = loader;
  cycle.error = error_probability(c, s.failure.probability * s.failure.operator_share, loader);
  put_indicators_in(c, cycle);
  plan_the_end(c, cycle);
  LoadFact fact;
  fact.load = LoadId{cycle.load};
  fact.sterilizer = machine;
  fact.sets = static_cast<std::uint16_t>(n);
  fact.started_at = c.now();
  fact.ended_at = fact.released_at = SimTime::never();
  c.record.loads.push_back(fact);
  c.sterilizing.used_of_load.push_back(0);
  c.sterilizing.spread_of_load.emplace_back();
  c.pay(Account::sterilization, s.cycle_cost);
  return cycle;
}

// Germs that a set has left by their logarithm: those in soil meet a part of the kill.
double log10_survivors(double germs, double in_soil, double kill, double protection) {
  const double clean = std::log10(std::max(germs, 1e-30)) - kill;
  if (in_soil <= 0) return clean;
  const double soiled = std::log10(in_soil) - kill / protection;
  const double high = std::max(clean, soiled);
  return high + std::log10(1 + std::pow(10.0, std::min(clean, soiled) - high));
}

// What the cycle did, as nobody sees it.
void note(Clinic& c, const Cycle& cycle, const CycleHypothesis& truth) {
  LoadFact& fact = c.record.loads[cycle.load];
  double germs = 0, in_soil = 0;
  for (const std::uint32_t slot : cycle.sets) {
    const History& set = c.instruments.heads[slot].truth;
    (set.soiled ? in_soil : germs) += set.germs_left(c.now(), c.plan.bacteria_half_life_h);
  }
  const auto sets = static_cast<double>(cycle.sets.size());
  fact.fault = truth.fault;
  fact.drift = static_cast<float>(c.sterilizing.machines[cycle.machine].drift);
  fact.temperature = static_cast<float>(truth.celsius);
  fact.f0 = static_cast<float>(truth.f0);
  fact.log10_survivors =
      static_cast<float>(log10_survivors(germs / sets, in_soil / sets, indicator_kill(c, truth.f0),
                                         c.plan.scenario.sterilization->soil_protection));
}

// The sets go through the heat, as the story has it and as the clinic may believe. Which of their
// histories are kept is a lot of each set: sets of one load must not keep the same rare ones.
void treat(Clinic& c, const Cycle& cycle, const CycleHypotheses& ways, LoadFault truth) {
  Fork fork = fork_of(c, cycle, ways);
  fork.told_apart |=
      c.record.loads[cycle.load].wet;  // what comes on clean sets now has a cause too
  const auto which = static_cast<std::size_t>(truth);
  const Arm arm{1, ways[which].kill, static_cast<std::uint8_t>(which), ways[which].in_soil};
  for (std::size_t i = 0; i < cycle.sets.size(); ++i) {
    Head& head = c.instruments.heads[cycle.sets[i]];
    ++head.cycles;
    fork.lot = c.random.uniform(cycle.key, purpose::of("load.lot"), i);
    take(head, fork, arm, c.plan.branching, c.record.lineages);
    note_failures(head, ways);
    head.reprocessed_at = c.now();
    head.heated_in = LoadId{cycle.load};
  }
}

void release(Clinic& c, const Cycle& cycle) {
  c.record.loads[cycle.load].released_at = c.now();
  for (const std::uint32_t slot : cycle.sets) {
    Head& head = c.instruments.heads[slot];
    head.reuses = 0;
    head.load = LoadId{cycle.load};
    make_available(c, slot);
  }
}

void reject(Clinic& c, const Cycle& cycle) {
  for (const std::uint32_t slot : cycle.sets) c.sim.spawn(repack(c, slot), {"set", slot});
}

// A positive indicator takes the machine out of service at once, unless that is not the rule.
void doubt(Clinic& c, const Cycle& cycle) {
  using scenario::AfterPositive;
  Machine& machine = c.sterilizing.machines[cycle.machine];
  const AfterPositive rule = c.plan.scenario.sterilization->after_positive;
  if (rule == AfterPositive::keep_running || machine.doubt == Doubt::to_repair) return;
  machine.doubt = rule == AfterPositive::repair ? Doubt::to_repair : Doubt::to_test;
  machine.doubted_by = cycle.key;
  c.sterilizing.packed_changed.notify_all();
}

// The biological indicator is read days later, whatever became of the load. Negative clears what
// the same machine did before, positive recalls it (G3). `held`: the load waits for the result.
kernel::Task<> read_biological(Clinic& c, Cycle cycle, CycleHypotheses ways, bool insufficient,
                               bool held) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  co_await c.sim.hold(s.indicators.biological_delay.value, kernel::EventPriority::machine);
  LoadFact& fact = c.record.loads[cycle.load];
  fact.biological = read_biological_indicator(c, cycle, insufficient);
  fact.biological_read_at = c.now();
  learn_from_biological(c, cycle, ways, fact.biological);
  if (fact.biological == Indicator::failed) {
    if (held) reject(c, cycle);
    doubt(c, cycle);
    recall(c, cycle.machine);
  } else {
    if (held) release(c, cycle);
    clear(c, cycle.machine, cycle.load);
  }
}

// Whether the load lies until its biological indicator is read: as the rule has it, unless there is
// none in it or nobody waits.
bool waits_for_result(Clinic& c, const Cycle& cycle) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  return s.release == scenario::ReleaseRule::on_biological && cycle.biological &&
         !lapses(c, by_loader(cycle), Moment::load_release, s.shortcuts.early_release);
}

void end_cycle(Clinic& c, Cycle& cycle, bool broke_down) {
  CycleHypotheses ways = hypotheses(c, cycle);
  const LoadFault fault = true_fault(c, cycle, ways);
  const CycleHypothesis truth = ways[static_cast<std::size_t>(fault)];
  note(c, cycle, truth);
  LoadFact& fact = c.record.loads[cycle.load];
  fact.ended_at = c.now();
  read_at_once(c, cycle, truth);
  learn_at_once(c, cycle, ways);
  const Wetness packs = wetness_of(c, cycle);
  fact.wet = packs.wet;
  learn_from_wetness(ways, c.plan.scenario.sterilization->drying, packs.wet);
  treat(c, cycle, ways, fault);
  if (packs.unnoticed()) recontaminate(c, cycle);
  const bool seen = fact.printout == Indicator::failed || fact.chemical == Indicator::failed;
  const bool doubted = c.sterilizing.machines[cycle.machine].doubt != Doubt::none;  // (G3)
  const bool sent_back = seen || packs.noticed || broke_down || doubted;
  const bool held = !sent_back && waits_for_result(c, cycle);
  if (sent_back) {
    reject(c, cycle);
  } else if (!held) {
    c.sterilizing.machines[cycle.machine].loads_since_negative.push_back(cycle.load);
    release(c, cycle);
  }
  if (cycle.biological) {
    c.sim.spawn(read_biological(c, std::move(cycle), ways, truth.insufficient, held),
                {"indicator", fact.load.index()});
  }
}

Duration running_time(Clinic& c, const Cycle& cycle) {
  if (!cycle.cut_short) return cycle.length;
  const auto whole = static_cast<double>(cycle.length.microseconds());
  return rounded_microseconds(whole * moment_of_opening(c, cycle));
}

}  // namespace

kernel::Task<> run_sterilizer(Clinic& c, std::uint16_t machine) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  Machine& self = c.sterilizing.machines[machine];
  while (true) {
    co_await enough_packed(c, self);
    if (self.doubt != Doubt::none) {
      co_await put_right(c, machine);
      continue;
    }
    if (self.test_due) {
      co_await bowie_dick(c, machine);
      continue;
    }
    const kernel::EntityKey key =
        kernel::entity_key(kernel::fnv1a("load"), c.sterilizing.cycles_started);
    c.sterilizing.loading = true;
    const Duration handling = std::max(
        Duration{}, c.random.duration(s.load_and_unload, key, purpose::of("load.handling")));
    std::uint32_t loader = nobody;
    co_await attended(c, c.plan.sterilization_skills, handling, s.priority, &loader);
    Cycle cycle = load_up(c, machine, loader);
    c.sterilizing.loading = false;
    c.sterilizing.packed_changed.notify_all();
    self.begin_load(c.now());
    wear(c, machine, key);
    co_await c.sim.hold(running_time(c, cycle), kernel::EventPriority::machine);
    self.enter(c.now(), kernel::UnitState::idle);
    const double cycles = s.mean_cycles_between_breakdowns;
    const bool breaks =
        cycles > 0 && c.random.bernoulli(1 / cycles, key, purpose::of("load.breakdown"));
    end_cycle(c, cycle, breaks);
    if (breaks) co_await repair(c, machine, key);
  }
}

}  // namespace asepsim::clinic
