#include "clinic/contamination.hpp"

#include <algorithm>
#include <cmath>

#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"
#include "clinic/risk_ledger.hpp"
#include "science/bloodborne.hpp"
#include "science/dose_response.hpp"

namespace asepsim::clinic {
namespace {

science::InoculumParameters inoculum_of(Clinic& c, const Visit& v, const Patient& p) {
  const scenario::Needling& needling = *c.plan.scenario.needling;
  const scenario::BacterialInfection& b = *c.plan.scenario.bacterial_infection;
  science::InoculumParameters in;
  in.punctures_per_cm2 = needling.density;
  in.channel_radius_cm = needling.channel_radius;
  in.pushed_share = std::clamp(
      c.random.sample(b.push_fraction, p.key, purpose::of("treatment.push"), v.number), 0.0, 1.0);
  in.released_share = b.release_fraction;
  return in;
}

// CFU that the needles push in from the patient's own skin (F9).
double own_dose(Clinic& c, const Visit& v, const Patient& p,
                const science::InoculumParameters& in) {
  if (!p.carrier) return 0;
  double reduction = 0;
  if (v.skin_prepared && c.plan.scenario.skin_preparation) {
    reduction = std::max(0.0, c.random.sample(c.plan.scenario.skin_preparation->log_reduction,
                                              p.key, purpose::of("treatment.prep"), v.number));
  }
  const double area = c.plan.scenario.indications[p.indication].area;
  return science::skin_inoculum(std::pow(10.0, p.skin_density), reduction, area, in);
}

// Own skin and needle add up to one dose; the ledger gives each route its part of the risk.
void expose_to_bacteria(Clinic& c, const Visit& v, const Patient& p) {
  const scenario::BacterialInfection& b = *c.plan.scenario.bacterial_infection;
  const science::InoculumParameters in = inoculum_of(c, v, p);
  const double germs = v.head.exists() ? c.instruments.heads[v.head.index()].germs : 0.0;
  const double own = own_dose(c, v, p, in);
  const science::BetaPoisson response{b.alpha, b.n50, b.severity};
  const double from_skin = science::infection_probability(own, response);
  const double from_both =
      science::infection_probability(own + science::needle_inoculum(germs, in), response);
  const double u = outcome_uniform(c, v, Hazard::bacterial_infection);
  const bool skin = expose(c, v, {Hazard::bacterial_infection, HarmRoute::own_skin, from_skin}, u);
  const bool needle =
      expose(c, v, {Hazard::bacterial_infection, HarmRoute::instrument, from_both - from_skin}, u,
             from_skin);
  if (skin || needle) suffer(c, v, Hazard::bacterial_infection, 2);
}

struct Virus {
  Hazard hazard;
  const scenario::BloodborneVirus* virus;
  double prevalence;
  double susceptible;
};

// Immunity is the target's, whatever the source: P(susceptible) times 1 - product over the sources
// of 1 - P(this source infects a susceptible target), each with its own age and treatment.
double transmission(const Clinic& c, const Head& head, const Virus& virus, double bleeding) {
  const scenario::Bloodborne& blood = *c.plan.scenario.bloodborne;
  science::BloodborneVirus kind;
  kind.needlestick_risk = virus.virus->infectivity;
  kind.dry_half_life_h = virus.virus->half_life->hours();
  kind.viraemic_share = virus.virus->viraemic;
  const science::NeedleCarriage carriage{1.0, blood.effective_punctures};
  const science::Encounter encounter{virus.prevalence, 1};
  // Without bleeding only the part of the transfer that does not need it is left.
  const double bled = 1 - blood.bleeding_needed * (1 - bleeding);
  double log_escape = 0;  // so that risks far below 1e-9 keep their digits
  for (const VirtualSource& source : head.sources) {
    const double age = (c.now() - source.at).hours();
    const double risk = bled * science::puncture_risk(kind, carriage, age, source.log_reduction);
    const double session = science::session_risk(risk, 1e9, carriage);
    log_escape += std::log1p(-science::transmission_probability(encounter, kind, session));
  }
  return -virus.susceptible * std::expm1(log_escape);
}

void expose_to_blood(Clinic& c, const Visit& v, double bleeding) {
  if (!v.head.exists() || !c.plan.scenario.bloodborne) return;
  const Head& head = c.instruments.heads[v.head.index()];
  if (head.sources.empty()) return;
  const scenario::Bloodborne& blood = *c.plan.scenario.bloodborne;
  const scenario::Population& population = *c.plan.scenario.population;
  const Virus viruses[] = {{Hazard::hbv, &blood.hbv, population.hbv, 1 - population.hbv_immune},
                           {Hazard::hcv, &blood.hcv, population.hcv, 1},
                           {Hazard::hiv, &blood.hiv, population.hiv, 1}};
  for (const Virus& virus : viruses) {
    const double p = transmission(c, head, virus, bleeding);
    const double u = outcome_uniform(c, v, virus.hazard);
    if (expose(c, v, {virus.hazard, HarmRoute::instrument, p}, u)) suffer(c, v, virus.hazard, 4);
  }
}

}  // namespace

void expose_to_germs(Clinic& c, const Visit& v, const Patient& p, const NeedlingFact& fact) {
  if (c.plan.scenario.bacterial_infection) expose_to_bacteria(c, v, p);
  expose_to_blood(c, v, fact.bleeding);
}

void contaminate(Clinic& c, const Visit& v, const Patient& p) {
  Head& head = c.instruments.heads[v.head.index()];
  if (c.plan.scenario.bacterial_infection) {
    const scenario::BacterialInfection& b = *c.plan.scenario.bacterial_infection;
    double log10_germs =
        c.random.sample(b.needle_bioburden, p.key, purpose::of("treatment.bioburden"), v.number);
    if (p.carrier) log10_germs += b.bioburden_if_colonised;
    head.germs += std::pow(10.0, log10_germs);
  }
  if (!c.plan.scenario.bloodborne) return;
  std::erase_if(head.sources, [&](const VirtualSource& source) {
    return c.now() - source.at > c.plan.blood_forgotten_after;
  });
  head.sources.push_back({v.fact, c.now(), 0});
}

}  // namespace asepsim::clinic
