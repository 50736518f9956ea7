// The life of a sterilizer: batch, load, cycle, indicators, release or rejection, recall.
//
// A load's number is on every set in it, so that a positive biological indicator can call back what
// has not been used and tell who was treated with the rest (G3). Lethality: F6 at the temperature
// that the coldest item really reached.
#include <algorithm>
#include <cmath>
#include <optional>

#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"
#include "science/inactivation.hpp"

namespace asepsim::clinic {
namespace {

/// A failed cycle is lethal to safety if it kills less than this many log10 of the indicator
/// organism: a biological indicator holds 1e6 spores (I17, I20).
constexpr double indicator_log10 = 6;

struct Cycle {
  std::uint32_t load;  // index into record.loads
  std::uint16_t machine;
  kernel::EntityKey key;
  std::vector<std::uint32_t> sets;
  bool biological = false;  // an indicator rides with it
};

science::HeatResistance resistance_of(const scenario::Sterilization& s) {
  const bool dry = s.programme.sterilizer_class == scenario::SterilizerClass::dry_heat;
  science::HeatResistance r = dry ? science::dry_heat_resistance() : science::HeatResistance{};
  r.d_min = s.d121;  // the scenario's, at the reference temperature of the class
  r.z_celsius = s.z_value;
  return r;
}

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

Cycle load_up(Clinic& c, std::uint16_t machine) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  SterilizingRoom& room = c.sterilizing;
  Cycle cycle{static_cast<std::uint32_t>(c.record.loads.size()),
              machine,
              kernel::entity_key(kernel::fnv1a("load"), room.cycles_started++),
              {}};
  const auto n = std::min(room.packed.size(), static_cast<std::size_t>(s.capacity));
  cycle.sets.assign(room.packed.begin(), room.packed.begin() + static_cast<std::ptrdiff_t>(n));
  room.packed.erase(room.packed.begin(), room.packed.begin() + static_cast<std::ptrdiff_t>(n));
  cycle.biological = takes_biological(c, machine);
  LoadFact fact;
  fact.load = LoadId{cycle.load};
  fact.sterilizer = machine;
  fact.sets = static_cast<std::uint16_t>(n);
  fact.started_at = c.now();
  fact.ended_at = fact.released_at = SimTime::never();
  c.record.loads.push_back(fact);
  c.sterilizing.used_of_load.push_back(0);
  c.pay(Account::sterilization, s.cycle_cost);
  return cycle;
}

// What the cycle really did: temperature, lethality, and the germs that are left.
double expose_to_heat(Clinic& c, const Cycle& cycle) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  LoadFact& fact = c.record.loads[cycle.load];
  double celsius = s.programme.temperature->value;
  if (c.random.bernoulli(s.failure.probability, cycle.key, purpose::of("load.fault"))) {
    const bool operator_error =
        c.random.bernoulli(s.failure.operator_share, cycle.key, purpose::of("load.cause"));
    fact.fault = operator_error ? LoadFault::operator_error : LoadFault::machine;
    celsius -= std::max(
        0.0, c.random.sample(s.failure.temperature_drop, cycle.key, purpose::of("load.drop")));
  }
  const science::HeatResistance resistance = resistance_of(s);
  const double f0 = science::lethality_of_hold(celsius, s.programme.hold->minutes(), resistance);
  const double log10_kill = f0 / resistance.d_min;
  double germs = 0;
  for (const std::uint32_t slot : cycle.sets) {
    germs += c.instruments.heads[slot].germs;
    ++c.instruments.heads[slot].cycles;
    reduce(c.instruments.heads[slot], log10_kill, log10_kill);
  }
  const double per_set = germs / static_cast<double>(cycle.sets.size());
  fact.temperature = static_cast<float>(celsius);
  fact.f0 = static_cast<float>(f0);
  fact.log10_survivors = static_cast<float>(std::log10(std::max(per_set, 1e-30)) - log10_kill);
  return log10_kill;
}

Indicator read(Clinic& c, const Cycle& cycle, bool lethal_failure, double sensitivity,
               kernel::Purpose what) {
  const double false_positive = c.plan.scenario.sterilization->indicators.false_positive;
  const double p = lethal_failure ? sensitivity : false_positive;
  return c.random.bernoulli(p, cycle.key, what) ? Indicator::failed : Indicator::passed;
}

void read_at_once(Clinic& c, const Cycle& cycle, bool lethal_failure) {
  const scenario::Indicators& i = c.plan.scenario.sterilization->indicators;
  LoadFact& fact = c.record.loads[cycle.load];
  fact.printout =
      read(c, cycle, lethal_failure, i.printout_sensitivity, purpose::of("load.printout"));
  if (c.plan.scenario.sterilization->release != scenario::ReleaseRule::on_cycle_end) {
    fact.chemical =
        read(c, cycle, lethal_failure, i.chemical_sensitivity, purpose::of("load.chemical"));
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

// The biological indicator is read days later, whatever became of the load. Negative clears what
// the same machine did before, positive recalls it (G3). `held`: the load waits for the result.
kernel::Task<> read_biological(Clinic& c, Cycle cycle, bool lethal_failure, bool held) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  co_await c.sim.hold(s.indicators.biological_delay.value, kernel::EventPriority::machine);
  LoadFact& fact = c.record.loads[cycle.load];
  fact.biological = read(c, cycle, lethal_failure, s.indicators.biological_sensitivity,
                         purpose::of("load.biological"));
  fact.biological_read_at = c.now();
  if (fact.biological == Indicator::failed) {
    if (held) reject(c, cycle);
    recall(c, cycle.machine);
  } else {
    if (held) release(c, cycle);
    std::erase_if(c.sterilizing.machines[cycle.machine].loads_since_negative,
                  [&](std::uint32_t load) { return load <= cycle.load; });
  }
}

void end_cycle(Clinic& c, Cycle& cycle, bool broke_down) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  const bool lethal_failure = expose_to_heat(c, cycle) < indicator_log10;
  c.record.loads[cycle.load].ended_at = c.now();
  read_at_once(c, cycle, lethal_failure);
  const LoadFact& fact = c.record.loads[cycle.load];
  const bool seen = fact.printout == Indicator::failed || fact.chemical == Indicator::failed;
  const bool sent_back = seen || broke_down;
  const bool held = !sent_back && s.release == scenario::ReleaseRule::on_biological;
  if (sent_back) {
    reject(c, cycle);
  } else if (!held) {
    c.sterilizing.machines[cycle.machine].loads_since_negative.push_back(cycle.load);
    release(c, cycle);
  }
  if (cycle.biological) {
    c.sim.spawn(read_biological(c, std::move(cycle), lethal_failure, held),
                {"indicator", fact.load.index()});
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
  suspect.clear();
  for (const std::uint32_t slot : recalled) c.sim.spawn(repack(c, slot), {"set", slot});
}

kernel::Task<> run_sterilizer(Clinic& c, std::uint16_t machine) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  Machine& self = c.sterilizing.machines[machine];
  while (true) {
    co_await enough_packed(c);
    c.sterilizing.loading = true;
    const kernel::EntityKey key =
        kernel::entity_key(kernel::fnv1a("load"), c.sterilizing.cycles_started);
    const Duration handling = std::max(
        Duration{}, c.random.duration(s.load_and_unload, key, purpose::of("load.handling")));
    co_await attended(c, c.plan.sterilization_skills, handling, s.priority);
    Cycle cycle = load_up(c, machine);
    c.sterilizing.loading = false;
    c.sterilizing.packed_changed.notify_all();
    self.enter(c.now(), kernel::UnitState::busy);
    co_await c.sim.hold(std::max(Duration{}, c.random.duration(s.programme.total, key,
                                                               purpose::of("load.duration"))),
                        kernel::EventPriority::machine);
    self.enter(c.now(), kernel::UnitState::idle);
    const double wear = s.mean_cycles_between_breakdowns;
    const bool breaks =
        wear > 0 && c.random.bernoulli(1 / wear, key, purpose::of("load.breakdown"));
    end_cycle(c, cycle, breaks);
    if (!breaks) continue;
    self.enter(c.now(), kernel::UnitState::down);
    co_await c.sim.hold(c.random.duration(s.repair, key, purpose::of("load.repair")),
                        kernel::EventPriority::machine);
    self.enter(c.now(), kernel::UnitState::idle);
  }
}

}  // namespace asepsim::clinic
