#include "clinic/rinse_water.hpp"

#include <cmath>

#include "clinic/head_risk.hpp"
#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"
#include "clinic/risk_ledger.hpp"
#include "science/transfer.hpp"

namespace asepsim::clinic {
namespace {

const scenario::RinseWater* tap_water(const Clinic& c) {
  const auto& disinfection = c.plan.scenario.disinfection;
  return disinfection && disinfection->rinse ? &*disinfection->rinse : nullptr;
}

// The tap is opened for the first time, or the first time of the day.
void run_water(Clinic& c, const scenario::RinseWater& tap, std::int64_t day) {
  const kernel::EntityKey key =
      kernel::entity_key(kernel::fnv1a("tap water"), static_cast<std::uint64_t>(day));
  c.water.emplace_back(
      day, draw_shared(c, tap.contaminated,
                       {key, purpose::of("water.contaminated"), purpose::of("water.tilt")}));
}

}  // namespace

void rinse_in_tap_water(Clinic& c, std::uint32_t slot) {
  const scenario::RinseWater* tap = tap_water(c);
  if (tap == nullptr) return;
  const bool daily = tap->shared_by == scenario::WaterOf::day;
  const std::int64_t day =
      daily ? c.now().since_start().microseconds() / days(1).microseconds() : 0;
  if (c.water.empty() || c.water.back().first != day) run_water(c, *tap, day);
  Head& head = c.instruments.heads[slot];
  head.rinsed.at = c.now();
  head.rinsed.water = static_cast<std::uint32_t>(c.water.size() - 1);
  head.rinsed.cfu =
      std::pow(10.0, c.random.sample(tap->germs, head.key, purpose::of("water.germs"), head.uses));
}

void expose_to_rinse_water(Clinic& c, const Visit& v) {
  Head& head = c.instruments.heads[v.head.index()];
  if (head.rinsed.cfu <= 0 || !c.plan.scenario.bacterial_infection) return;
  const RinseTrace rinsed = head.rinsed;
  head.rinsed = {};
  SharedGerms& germs = c.water[rinsed.water].second;
  if (!germs.matter()) return;
  const scenario::BacterialInfection& b = *c.plan.scenario.bacterial_infection;
  const double cfu = rinsed.cfu * science::share_left((c.now() - rinsed.at).hours(),
                                                      c.plan.mycobacteria_half_life_h);
  const double infection = -std::expm1(-b.mycobacteria * b.release_fraction * cfu);
  constexpr Hazard hazard = Hazard::mycobacterial_infection;
  const Exposure exposure{hazard, HarmRoute::water, germs.expected(infection),
                          germs.truth(infection), germs.lineage.likelihood_ratio};
  if (records_clusters(c)) {
    note_cluster(c, v, hazard, CommonCause::water,
                 germs.clusters(infection, v.patient, cluster_size(c)));
  }
  // The upper end of the uniform: the lower one is the product's.
  const double u = outcome_uniform(c, v, hazard);
  if (expose(c, v, exposure, u, 1 - exposure.true_probability)) suffer(c, v, hazard, 3);
}

void drain(Clinic& c) {
  for (const auto& [day, germs] : c.water) end_shared(c, germs);
  c.water.clear();
}

}  // namespace asepsim::clinic
