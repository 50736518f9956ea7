#include "clinic/rinse_water.hpp"

#include <cmath>

#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"
#include "clinic/risk_ledger.hpp"

namespace asepsim::clinic {
namespace {

const scenario::RinseWater* tap_water(const Clinic& c) {
  const auto& disinfection = c.plan.scenario.disinfection;
  return disinfection && disinfection->rinse ? &*disinfection->rinse : nullptr;
}

// The tap is opened for the first time, or the first time of the day.
void run_water(Clinic& c, const scenario::RinseWater& tap, std::int64_t day) {
  drain(c);
  c.water.running = true;
  c.water.day = day;
  RinseTrace& water = c.water.state;
  const kernel::EntityKey key =
      kernel::entity_key(kernel::fnv1a("tap water"), static_cast<std::uint64_t>(day));
  water.contaminated = c.random.bernoulli(tap.contaminated, key, purpose::of("water.contaminated"));
  water.lineage = {};
  water.suspected = water.contaminated;
  if (c.plan.branching.mode(Branch::product_contamination) != scenario::BranchMode::sample) {
    water.suspected =
        c.plan.branching.decide(Branch::product_contamination, tap.contaminated,
                                c.random.uniform(key, purpose::of("water.tilt")), water.lineage);
  }
}

}  // namespace

void rinse_in_tap_water(Clinic& c, std::uint32_t slot) {
  const scenario::RinseWater* tap = tap_water(c);
  if (tap == nullptr) return;
  const bool daily = tap->shared_by == scenario::WaterOf::day;
  const std::int64_t day =
      daily ? c.now().since_start().microseconds() / days(1).microseconds() : 0;
  if (!c.water.running || c.water.day != day) run_water(c, *tap, day);
  Head& head = c.instruments.heads[slot];
  head.rinsed = c.water.state;
  head.rinsed.cfu =
      std::pow(10.0, c.random.sample(tap->germs, head.key, purpose::of("water.germs"), head.uses));
}

void expose_to_rinse_water(Clinic& c, const Visit& v) {
  Head& head = c.instruments.heads[v.head.index()];
  if (head.rinsed.cfu <= 0 || !c.plan.scenario.bacterial_infection) return;
  const RinseTrace water = head.rinsed;
  head.rinsed = {};
  if (!water.suspected && !water.contaminated) return;
  const scenario::BacterialInfection& b = *c.plan.scenario.bacterial_infection;
  const double infection = -std::expm1(-b.mycobacteria * b.release_fraction * water.cfu);
  constexpr Hazard hazard = Hazard::mycobacterial_infection;
  const Exposure exposure{hazard, HarmRoute::water,
                          water.suspected ? water.lineage.probability * infection : 0,
                          water.contaminated ? infection : 0, water.lineage.likelihood_ratio};
  // The upper end of the uniform: the lower one is the product's.
  const double u = outcome_uniform(c, v, hazard);
  if (expose(c, v, exposure, u, 1 - exposure.true_probability)) suffer(c, v, hazard, 3);
}

void drain(Clinic& c) {
  const double ratio = c.water.state.lineage.likelihood_ratio;
  if (c.water.running && ratio != 1) c.record.lineages.add(ratio);
  c.water = {};
}

}  // namespace asepsim::clinic
