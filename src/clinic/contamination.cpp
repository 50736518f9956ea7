#include "clinic/contamination.hpp"

#include <algorithm>
#include <cmath>

#include "clinic/head_risk.hpp"
#include "clinic/hygiene.hpp"
#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"
#include "clinic/risk_factors.hpp"
#include "clinic/risk_ledger.hpp"
#include "science/bloodborne.hpp"
#include "science/dose_response.hpp"
#include "science/probability.hpp"

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

bool carries_nothing(const Head& head) {
  return head.truth.is_clean() &&
         std::all_of(head.histories.begin(), head.histories.end(),
                     [](const History& history) { return history.is_clean(); });
}

// CFU/cm2 on the prepared skin.
double skin_density(Clinic& c, const Visit& v, const Patient& p) {
  if (!p.carrier) return 0;
  double reduction = 0;
  if (v.preparation > 0 && c.plan.scenario.skin_preparation) {
    reduction = v.preparation *
                std::max(0.0, c.random.sample(c.plan.scenario.skin_preparation->log_reduction,
                                              p.key, purpose::of("treatment.prep"), v.number));
  }
  return std::pow(10.0, p.skin_density - reduction);
}

// CFU that the needles push in from the patient's own skin (F9).
double own_dose(Clinic& c, const Visit& v, const Patient& p,
                const science::InoculumParameters& in) {
  const double area = c.plan.scenario.indications[p.indication].area;
  return science::skin_inoculum(skin_density(c, v, p), 0, area, in);
}

// What the needle adds to the risk of the skin, and of the hands that touched it.
struct Addition {
  double own;  // CFU
  const science::InoculumParameters& in;
  const science::BetaPoisson& response;
  double odds;  // of infection, by the patient's risk factors

  [[nodiscard]] double risk(double dose) const {
    return science::odds_multiplied(science::infection_probability(dose, response), odds);
  }
  [[nodiscard]] double of(double before, double germs) const {
    if (germs <= 0) return 0;
    const double needle = science::needle_inoculum(germs, in);
    return risk(own + before + needle) - risk(own + before);
  }
};

// One entry for all histories of the head. Where a branch was tilted, one for each trace with its
// ratio: the youngest first, so that a ratio covers every branch that its entry depends on.
bool expose_to_needle(Clinic& c, const Visit& v, const Addition& addition, double u, double from) {
  constexpr Hazard hazard = Hazard::bacterial_infection;
  const Head& head = c.instruments.heads[v.head.index()];
  HeadRisk risk(head);
  for (const History& history : head.histories) {
    double before = 0, old = 0, all = 0;
    for (auto trace = history.traces.rbegin(); trace != history.traces.rend(); ++trace) {
      const double p = history.chance * addition.of(before, trace->germs);
      const double through = risk.went_through(*trace) ? p : 0;
      before += science::needle_inoculum(trace->germs, addition.in);
      if (trace->ratio == 1) {
        all += p;
        old += through;
      } else {
        HeadRisk alone(head);
        alone.add(history, through, p);
        expose(c, v, {hazard, HarmRoute::instrument, p, 0, trace->ratio, alone.parts()}, u, from);
      }
    }
    risk.add(history, old, all);
  }
  if (records_clusters(c)) risk.cluster_by_load(c, v, hazard);
  const double truth = addition.of(0, head.truth.germs());
  return expose(c, v, {hazard, HarmRoute::instrument, risk.together(), truth, 1, risk.parts()}, u,
                from);
}

// The doses of all routes add up; the ledger gives each route what it adds to those before it: the
// own skin, hands, surfaces, and the needle last, because its germs are not known for certain.
void expose_to_bacteria(Clinic& c, const Visit& v, const Patient& p, std::uint32_t staff) {
  constexpr Hazard hazard = Hazard::bacterial_infection;
  const scenario::BacterialInfection& b = *c.plan.scenario.bacterial_infection;
  const science::InoculumParameters in = inoculum_of(c, v, p);
  const science::BetaPoisson response{b.alpha, b.n50, b.severity};
  const double u = outcome_uniform(c, v, hazard);
  const double odds = odds_of(c, p, &scenario::RiskFactor::infection);
  double dose = 0, before = 0;
  bool ill = false;
  const auto add = [&](HarmRoute route, double more) {
    dose += more;
    const double risk =
        science::odds_multiplied(science::infection_probability(dose, response), odds);
    ill |= expose(c, v, {hazard, route, risk - before}, u, before);
    before = risk;
  };
  add(HarmRoute::own_skin, own_dose(c, v, p, in));
  if (c.plan.scenario.hygiene) {
    const double area = c.plan.scenario.indications[p.indication].area;
    const ContactDose contact = touch_before(c, v, staff, science::skin_inoculum(1, 0, area, in));
    add(HarmRoute::hands, contact.from_hands);
    add(HarmRoute::surface, contact.from_surfaces);
    touch_after(c, v, staff, skin_density(c, v, p));
  }
  if (v.head.exists()) ill |= expose_to_needle(c, v, {dose, in, response, odds}, u, before);
  if (ill) suffer(c, v, hazard, 2);
}

struct Virus {
  Hazard hazard;
  const scenario::BloodborneVirus* virus;
  double susceptible;  // chance that a patient is, the ledger's
  bool immune;         // this patient, the story's
};

// Blood of the sources on a head and this patient: risk of each source if it infects.
struct Encounter {
  const Clinic& clinic;
  const Virus& virus;
  std::size_t index;  // of the virus
  double bleeding;

  [[nodiscard]] double session_risk(const Trace& source) const {
    const scenario::Bloodborne& blood = *clinic.plan.scenario.bloodborne;
    const science::BloodborneVirus kind{virus.virus->infectivity, clinic.plan.half_life_h[index]};
    // Without bleeding only the part of the transfer that does not need it is left.
    const double bled = 1 - blood.bleeding_needed * (1 - bleeding);
    const double age = (clinic.now() - source.at).hours();
    return science::session_risk(
        bled * science::puncture_risk(kind, age, source.log_reduction[index]),
        blood.effective_punctures);
  }

  // Risk of a susceptible patient, 1 - product over the sources of 1 - P(it infects): immunity is
  // the target's, whatever the source. The sum of logarithms keeps the digits of tiny risks.
  struct Transmission {
    double all = 0;
    double old = 0;     // by sources whose blood went through the last wash or cycle
    double second = 0;  // chance that a source has infected two patients just now
  };
  [[nodiscard]] Transmission transmission(History& history, const HeadRisk& risk) const {
    double log_escape = 0, old = 0, second = 0;
    for (Trace& source : history.traces) {
      if (source.infectious[index] <= 0) continue;
      const double p = session_risk(source);
      second += source.infectious[index] * source.spread[index].meets(virus.susceptible * p);
      log_escape += std::log1p(-source.infectious[index] * p);
      if (risk.went_through(source)) old = log_escape;  // they came first
    }
    return {-std::expm1(log_escape), -std::expm1(old), second};
  }

  [[nodiscard]] bool is_tilted(const History& history) const {
    return std::any_of(history.traces.begin(), history.traces.end(), [&](const Trace& trace) {
      return trace.ratio != 1 || trace.status_ratio[index] != 1;
    });
  }
};

// An entry for each source, which infects if no younger one did. A ratio covers the branches that a
// source came through, and with them those of all younger ones.
void expose_to_each(Clinic& c, const Visit& v, const Head& head, const Encounter& encounter,
                    const History& history, double u) {
  double others_fail = encounter.virus.susceptible * history.chance;
  double statuses = 1;
  for (auto trace = history.traces.rbegin(); trace != history.traces.rend(); ++trace) {
    const double p = trace->infectious[encounter.index] * encounter.session_risk(*trace);
    statuses *= trace->status_ratio[encounter.index];
    HeadRisk alone(head);
    alone.add(history, alone.went_through(*trace) ? others_fail * p : 0, others_fail * p);
    expose(c, v,
           {encounter.virus.hazard, HarmRoute::instrument, others_fail * p, 0,
            statuses * trace->ratio, alone.parts()},
           u);
    others_fail *= 1 - p;
  }
}

// One entry for all histories that were not tilted.
void expose_to_virus(Clinic& c, const Visit& v, Head& head, const Encounter& encounter) {
  const Virus& virus = encounter.virus;
  HeadRisk risk(head);
  const double truth = virus.immune ? 0 : encounter.transmission(head.truth, risk).all;
  const double u = outcome_uniform(c, v, virus.hazard);
  double by_source = 0;
  for (History& history : head.histories) {
    if (encounter.is_tilted(history)) {
      expose_to_each(c, v, head, encounter, history, u);
      continue;
    }
    const Encounter::Transmission infects = encounter.transmission(history, risk);
    const double weight = virus.susceptible * history.chance;
    risk.add(history, weight * infects.old, weight * infects.all);
    by_source += history.chance * infects.second;
  }
  if (records_clusters(c)) {
    note_cluster(c, v, virus.hazard, CommonCause::source, by_source);
    risk.cluster_by_load(c, v, virus.hazard);
  }
  if (expose(c, v, {virus.hazard, HarmRoute::instrument, risk.together(), truth, 1, risk.parts()},
             u)) {
    suffer(c, v, virus.hazard, 4);
  }
}

void expose_to_blood(Clinic& c, const Visit& v, const Patient& p, double bleeding) {
  if (!v.head.exists() || !c.plan.scenario.bloodborne) return;
  Head& head = c.instruments.heads[v.head.index()];
  if (carries_nothing(head)) return;
  const scenario::Bloodborne& blood = *c.plan.scenario.bloodborne;
  const double susceptible = 1 - c.plan.scenario.population->hbv_immune;
  const Virus kinds[] = {{Hazard::hbv, &blood.hbv, susceptible, p.hbv_immune},
                         {Hazard::hcv, &blood.hcv, 1, false},
                         {Hazard::hiv, &blood.hiv, 1, false}};
  for (std::size_t i = 0; i < viruses; ++i) {
    expose_to_virus(c, v, head, {c, kinds[i], i, bleeding});
  }
}

// What the ledger goes by: the chance that this patient's blood infects, or a draw.
void describe_source(Clinic& c, const Visit& v, const Patient& p, Trace& trace) {
  for (std::size_t i = 0; i < viruses; ++i) {
    const double share = c.plan.infectious_share[i];
    Lineage lineage;
    bool infectious = p.infectious[i];
    if (c.plan.branching.mode(Branch::source_status) != scenario::BranchMode::sample) {
      const double u =
          c.random.uniform(p.key, purpose::of("treatment.source"), v.number * viruses + i);
      infectious = c.plan.branching.decide(Branch::source_status, share, u, lineage);
    }
    trace.infectious[i] = infectious ? lineage.probability : 0;
    trace.status_ratio[i] = lineage.likelihood_ratio;
  }
}

// CFU that this patient leaves on the head.
double germs_left(Clinic& c, const Visit& v, const Patient& p) {
  if (!c.plan.scenario.bacterial_infection) return 0;
  const scenario::BacterialInfection& b = *c.plan.scenario.bacterial_infection;
  double log10_germs =
      c.random.sample(b.needle_bioburden, p.key, purpose::of("treatment.bioburden"), v.number);
  if (p.carrier) log10_germs += b.bioburden_if_colonised;
  return std::pow(10.0, log10_germs);
}

// Blood in which no virus is left is forgotten.
void forget_old(const Clinic& c, History& history) {
  for (Trace& trace : history.traces) {
    if (c.now() - trace.at > c.plan.blood_forgotten_after) trace.infectious = {};
  }
  std::erase_if(history.traces, [](const Trace& trace) { return trace.is_gone(); });
}

}  // namespace

void expose_to_germs(Clinic& c, const Visit& v, const Patient& p, const NeedlingFact& fact,
                     std::uint32_t staff) {
  if (c.plan.scenario.bacterial_infection) expose_to_bacteria(c, v, p, staff);
  expose_to_blood(c, v, p, fact.bleeding);
}

void contaminate(Clinic& c, const Visit& v, const Patient& p) {
  Head& head = c.instruments.heads[v.head.index()];
  Trace trace;
  trace.visit = v.fact;
  trace.at = c.now();
  trace.germs = germs_left(c, v, p);
  const bool blood = c.plan.scenario.bloodborne.has_value();
  for (std::size_t i = 0; blood && i < viruses; ++i) trace.infectious[i] = p.infectious[i] ? 1 : 0;
  const auto add_to = [&](History& history) {
    forget_old(c, history);
    history.traces.push_back(trace);
  };
  add_to(head.truth);
  if (blood) describe_source(c, v, p, trace);
  for (History& history : head.histories) add_to(history);
}

}  // namespace asepsim::clinic
