#include "clinic/drying.hpp"

#include <cmath>

#include "clinic/purposes.hpp"

namespace asepsim::clinic {
namespace {

double chance_of_water(const scenario::Drying& drying, bool cut_short) {
  return cut_short && drying.wet > 0 ? 1.0 : drying.wet.value;
}

}  // namespace

Wetness wetness_of(const Clinic& c, const Cycle& cycle) {
  const scenario::Drying& drying = c.plan.scenario.sterilization->drying;
  Wetness packs;
  packs.wet = c.random.bernoulli(chance_of_water(drying, cycle.cut_short), cycle.key,
                                 purpose::of("load.wet"));
  packs.noticed =
      packs.wet && c.random.bernoulli(drying.seen, cycle.key, purpose::of("load.wet_seen"));
  return packs;
}

void learn_from_wetness(CycleHypotheses& ways, const scenario::Drying& drying, bool wet) {
  if (drying.wet <= 0) return;
  ByFault likelihood{};
  for (std::size_t fault = 0; fault < load_faults; ++fault) {
    const double water =
        chance_of_water(drying, static_cast<LoadFault>(fault) == LoadFault::cut_short);
    likelihood[fault] = wet ? water : 1 - water;
  }
  weigh(ways, likelihood);
}

void recontaminate(Clinic& c, const Cycle& cycle) {
  const scenario::Drying& drying = c.plan.scenario.sterilization->drying;
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
}

}  // namespace asepsim::clinic
