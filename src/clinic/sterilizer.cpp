// The life of a sterilizer: batch, load, cycle, indicators, release or rejection, recall.
//
// A load's number is on every set in it, so that a positive biological indicator can call back what
// has not been used and tell who was treated with the rest (G3). Lethality: F6 at the temperature
// that the coldest item really reached.
#include <algorithm>
#include <cmath>
#include <optional>

#include "clinic/compliance.hpp"
#include "clinic/cycle.hpp"
#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"

namespace asepsim::clinic {
namespace {

// Waits until a batch is worth a cycle: enough sets, or the oldest has waited long enough. While
// one machine is being loaded the others wait: the sets are spoken for.
kernel::Task<> enough_packed(Clinic& c) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  SterilizingRoom& room = c.sterilizing;
  while (room.loading || room.packed.size() < static_cast<std::size_t>(s.least_batch)) {
    Duration left = Duration::forever();
    if (!room.loading && !room.packed.empty()) {
      left = c.instruments.heads[room.packed.front()].packed_at + s.linger.value - c.now();
      if (left <= Duration{}) co_return;
    }
    co_await room.packed_changed.wait(left);
  }
}

// Whether a biological indicator rides with this load; each machine has its own schedule (I59).
bool takes_biological(Clinic& c, std::uint16_t machine) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  std::optional<SimTime>& last = c.sterilizing.machines[machine].last_biological;
  const bool due = s.release == scenario::ReleaseRule::on_biological || !last ||
                   c.now() - *last >= s.indicators.biological_every.value;
  if (!due) return false;
  last = c.now();
  c.pay(Account::sterilization, s.indicators.biological_price);
  return true;
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
  cycle.error = error_probability(c, s.failure.probability * s.failure.operator_share, loader);
  cycle.biological = takes_biological(c, machine);
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

// What the cycle did, as nobody sees it.
void note(Clinic& c, const Cycle& cycle, const CycleHypothesis& truth) {
  LoadFact& fact = c.record.loads[cycle.load];
  double germs = 0;
  for (const std::uint32_t slot : cycle.sets) germs += c.instruments.heads[slot].truth.germs();
  const double per_set = germs / static_cast<double>(cycle.sets.size());
  fact.fault = truth.fault;
  fact.drift = static_cast<float>(c.sterilizing.machines[cycle.machine].drift);
  fact.temperature = static_cast<float>(truth.celsius);
  fact.f0 = static_cast<float>(truth.f0);
  fact.log10_survivors =
      static_cast<float>(std::log10(std::max(per_set, 1e-30)) - indicator_kill(c, truth.f0));
}

Indicator read(Clinic& c, const Cycle& cycle, bool insufficient, double sensitivity,
               double false_positive, kernel::Purpose what) {
  const double p = alarm_probability(insufficient, sensitivity, false_positive);
  return c.random.bernoulli(p, cycle.key, what) ? Indicator::failed : Indicator::passed;
}

// Print-out and chemical indicators are looked at when the door opens.
void read_at_once(Clinic& c, const Cycle& cycle, bool insufficient) {
  const scenario::Indicators& i = c.plan.scenario.sterilization->indicators;
  LoadFact& fact = c.record.loads[cycle.load];
  fact.printout = read(c, cycle, insufficient, i.printout_sensitivity, i.false_positive,
                       purpose::of("load.printout"));
  if (c.plan.scenario.sterilization->release != scenario::ReleaseRule::on_cycle_end) {
    fact.chemical = read(c, cycle, insufficient, i.chemical_sensitivity, i.false_positive,
                         purpose::of("load.chemical"));
  }
}

void learn_at_once(const Clinic& c, const LoadFact& fact, CycleHypotheses& ways) {
  const scenario::Indicators& i = c.plan.scenario.sterilization->indicators;
  learn(ways, fact.printout, i.printout_sensitivity, i.false_positive);
  learn(ways, fact.chemical, i.chemical_sensitivity, i.false_positive);
}

// What is known of the failures of a load goes with its sets.
void note_failures(Head& head, const CycleHypotheses& ways) {
  for (std::size_t i = 1; i < ways.size(); ++i) {
    head.failed[i] = static_cast<float>(ways[i].chance);
  }
}

// The sets go through the heat, as the story has it and as the clinic may believe.
void treat(Clinic& c, const Cycle& cycle, const CycleHypotheses& ways, LoadFault truth) {
  const Fork fork = fork_of(c, cycle, ways);
  const auto which = static_cast<std::size_t>(truth);
  const Arm arm{1, ways[which].kill, static_cast<std::uint8_t>(which)};
  for (const std::uint32_t slot : cycle.sets) {
    ++c.instruments.heads[slot].cycles;
    take(c.instruments.heads[slot], fork, arm, c.plan.branching, c.record.lineages);
    note_failures(c.instruments.heads[slot], ways);
    c.instruments.heads[slot].reprocessed_at = c.now();
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

// Water in the packs: noticed and sent back (true), or not, and then some sets take up germs.
bool sent_back_wet(Clinic& c, const Cycle& cycle) {
  const scenario::Drying& drying = c.plan.scenario.sterilization->drying;
  if (!c.random.bernoulli(drying.wet, cycle.key, purpose::of("load.wet"))) return false;
  c.record.loads[cycle.load].wet = true;
  if (c.random.bernoulli(drying.seen, cycle.key, purpose::of("load.wet_seen"))) return true;
  for (std::size_t i = 0; i < cycle.sets.size(); ++i) {
    if (!c.random.bernoulli(drying.recontaminated, cycle.key, purpose::of("load.recontaminated"),
                            i)) {
      continue;
    }
    Trace trace;
    trace.at = c.now();
    trace.germs =
        std::pow(10.0, c.random.sample(drying.germs, cycle.key, purpose::of("load.wet_germs"), i));
    Head& head = c.instruments.heads[cycle.sets[i]];
    head.truth.traces.push_back(trace);
    for (History& history : head.histories) history.traces.push_back(trace);
  }
  return false;
}

// Heads that went through this load are safer, or less safe, than was thought.
void learn_from_biological(Clinic& c, const Cycle& cycle, CycleHypotheses ways, Indicator shown) {
  const scenario::Indicators& i = c.plan.scenario.sterilization->indicators;
  const auto likelihood = [&](const History& h) {
    const double alarm = alarm_probability(ways[h.cause].insufficient, i.biological_sensitivity,
                                           i.biological_false_positive);
    return shown == Indicator::failed ? alarm : 1 - alarm;
  };
  learn(ways, shown, i.biological_sensitivity, i.biological_false_positive);
  for (Head& head : c.instruments.heads) {
    if (head.load != LoadId{cycle.load}) continue;
    reweigh(head.histories, likelihood);
    note_failures(head, ways);
  }
}

// The biological indicator is read days later, whatever became of the load. Negative clears what
// the same machine did before, positive recalls it (G3). `held`: the load waits for the result.
kernel::Task<> read_biological(Clinic& c, Cycle cycle, CycleHypotheses ways, bool insufficient,
                               bool held) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  co_await c.sim.hold(s.indicators.biological_delay.value, kernel::EventPriority::machine);
  LoadFact& fact = c.record.loads[cycle.load];
  fact.biological = read(c, cycle, insufficient, s.indicators.biological_sensitivity,
                         s.indicators.biological_false_positive, purpose::of("load.biological"));
  fact.biological_read_at = c.now();
  Machine& machine = c.sterilizing.machines[cycle.machine];
  learn_from_biological(c, cycle, ways, fact.biological);
  if (fact.biological == Indicator::failed) {
    if (held) reject(c, cycle);
    machine.suspect = s.after_positive == scenario::AfterPositive::repair;
    recall(c, cycle.machine);
  } else {
    if (held) release(c, cycle);
    std::erase_if(machine.loads_since_negative,
                  [&](std::uint32_t load) { return load <= cycle.load; });
    std::erase_if(c.sterilizing.treated, [&](const RecallFact& treated) {
      const LoadFact& load = c.record.loads[treated.load.index()];
      return load.sterilizer == cycle.machine && load.load.index() <= cycle.load;
    });
  }
}

void end_cycle(Clinic& c, Cycle& cycle, bool broke_down) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  CycleHypotheses ways = hypotheses(c, cycle);
  const LoadFault fault = true_fault(c, cycle, ways);
  const CycleHypothesis truth = ways[static_cast<std::size_t>(fault)];
  note(c, cycle, truth);
  LoadFact& fact = c.record.loads[cycle.load];
  fact.ended_at = c.now();
  read_at_once(c, cycle, truth.insufficient);
  learn_at_once(c, fact, ways);
  treat(c, cycle, ways, fault);
  const bool seen = fact.printout == Indicator::failed || fact.chemical == Indicator::failed;
  const bool wet = sent_back_wet(c, cycle);
  const bool sent_back = seen || wet || broke_down;
  const bool held = !sent_back && s.release == scenario::ReleaseRule::on_biological;
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

// A technician sets the machine right every service_every; between them it may begin to run cold.
void wear(Clinic& c, Machine& machine, const kernel::EntityKey& key) {
  const scenario::Drift& drift = c.plan.scenario.sterilization->drift;
  if (c.now() - machine.serviced_at >= drift.service_every.value) {
    machine.serviced_at = c.now();
    machine.drift = 0;
  }
  if (machine.drift > 0) return;
  if (c.random.bernoulli(drift.onset, key, purpose::of("load.drift"))) {
    machine.drift = std::max(0.0, c.random.sample(drift.drop, key, purpose::of("load.drift_drop")));
  }
}

// Out of service: repaired, and after a positive indicator three empty test cycles (G3).
kernel::Task<> repair(Clinic& c, Machine& self, kernel::EntityKey key) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  Duration length = c.random.duration(s.repair, key, purpose::of("load.repair"));
  if (self.suspect) {
    for (std::uint64_t test = 1; test <= 3; ++test) {
      length += c.random.duration(s.programme.total, key, purpose::of("load.duration"), test);
    }
  }
  self.enter(c.now(), kernel::UnitState::down);
  co_await c.sim.hold(std::max(Duration{}, length), kernel::EventPriority::machine);
  self.enter(c.now(), kernel::UnitState::idle);
  self.suspect = false;
  self.drift = 0;
  self.serviced_at = c.now();
}

// Who was treated with these loads; patients of loads that were cleared are forgotten.
void look_back(Clinic& c, const std::vector<std::uint32_t>& loads) {
  for (RecallFact treated : c.sterilizing.treated) {
    if (!std::binary_search(loads.begin(), loads.end(), treated.load.index())) continue;
    treated.recalled_at = c.now();
    c.record.recalls.push_back(treated);
  }
}

}  // namespace

void recall(Clinic& c, std::uint16_t machine) {
  std::vector<std::uint32_t>& suspect = c.sterilizing.machines[machine].loads_since_negative;
  std::vector<std::uint32_t> recalled;
  for (const std::uint32_t load : suspect) {
    LoadFact& fact = c.record.loads[load];
    fact.used_before_recall = c.sterilizing.used_of_load[load];
    for (std::size_t i = 0; i < c.instruments.heads.size(); ++i) {
      const Head& head = c.instruments.heads[i];
      if (head.load != LoadId{load} || head.stage != HeadStage::sterile) continue;
      const auto slot = static_cast<std::uint32_t>(i);
      if (!c.instruments.stores[head.kind]->remove(slot)) continue;
      ++fact.recalled;
      recalled.push_back(slot);
    }
  }
  look_back(c, suspect);
  suspect.clear();
  for (const std::uint32_t slot : recalled) c.sim.spawn(repack(c, slot), {"set", slot});
}

kernel::Task<> run_sterilizer(Clinic& c, std::uint16_t machine) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  Machine& self = c.sterilizing.machines[machine];
  while (true) {
    co_await enough_packed(c);
    const kernel::EntityKey key =
        kernel::entity_key(kernel::fnv1a("load"), c.sterilizing.cycles_started);
    if (self.suspect) {
      co_await repair(c, self, key);
      continue;
    }
    c.sterilizing.loading = true;
    const Duration handling = std::max(
        Duration{}, c.random.duration(s.load_and_unload, key, purpose::of("load.handling")));
    std::uint32_t loader = nobody;
    co_await attended(c, c.plan.sterilization_skills, handling, s.priority, &loader);
    Cycle cycle = load_up(c, machine, loader);
    c.sterilizing.loading = false;
    c.sterilizing.packed_changed.notify_all();
    self.enter(c.now(), kernel::UnitState::busy);
    wear(c, self, key);
    co_await c.sim.hold(std::max(Duration{}, c.random.duration(s.programme.total, key,
                                                               purpose::of("load.duration"))),
                        kernel::EventPriority::machine);
    self.enter(c.now(), kernel::UnitState::idle);
    const double cycles = s.mean_cycles_between_breakdowns;
    const bool breaks =
        cycles > 0 && c.random.bernoulli(1 / cycles, key, purpose::of("load.breakdown"));
    end_cycle(c, cycle, breaks);
    if (breaks) co_await repair(c, self, key);
  }
}

}  // namespace asepsim::clinic
