#include "clinic/contamination.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "clinic/blood.hpp"
#include "clinic/contact.hpp"
#include "clinic/head_risk.hpp"
#include "clinic/herpes.hpp"
#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"
#include "clinic/risk_factors.hpp"
#include "clinic/risk_ledger.hpp"
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
      c.random.sample(b.push_fraction, p.key, purpose::of("treatment.push"), draw_of_treatment(v)),
      0.0, 1.0);
  in.released_share = b.release_fraction;
  return in;
}

// CFU/cm2 on the prepared skin.
double skin_density(Clinic& c, const Visit& v, const Patient& p) {
  if (!p.carrier) return 0;
  double reduction = 0;
  if (v.preparation > 0 && c.plan.scenario.skin_preparation) {
    reduction =
        v.preparation *
        std::max(0.0, c.random.sample(c.plan.scenario.skin_preparation->log_reduction, p.key,
                                      purpose::of("treatment.prep"), draw_of_treatment(v)));
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
  double odds;     // of infection, by the patient's risk factors
  double without;  // risk by `own`, the same

  [[nodiscard]] double risk(double dose) const {
    return science::odds_multiplied(science::infection_probability(dose, response), odds);
  }
  [[nodiscard]] double of(double before, double germs) const {
    if (germs <= 0) return 0;
    const double needle = science::needle_inoculum(germs, in);
    return risk(own + before + needle) - (before > 0 ? risk(own + before) : without);
  }
};

// What a head took up in this very visit is the patient's own.
bool is_own(const Trace& trace, const Visit& v) {
  return trace.visit == v.fact;
}

double germs_left(const Clinic& c, const Trace& trace) {
  return trace.germs_left(c.now(), c.plan.bacteria_half_life_h);
}

double germs_left(const Clinic& c, std::span<const Trace> source) {
  double sum = 0;
  for (const Trace& trace : source) sum += germs_left(c, trace);
  return sum;
}

double germs_of_others(const Clinic& c, const History& history, const Visit& v) {
  double sum = 0;
  for (const Trace& trace : history.traces) sum += is_own(trace, v) ? 0 : germs_left(c, trace);
  return sum;
}

// One entry for all histories of the head. Where a branch was tilted, one for each source with its
// ratio: the youngest first, so that a ratio covers every branch that its entry depends on.
bool expose_to_needle(Clinic& c, const Visit& v, const Addition& addition, double u, double from) {
  constexpr Hazard hazard = Hazard::bacterial_infection;
  Head& head = c.instruments.heads[v.head.index()];
  HeadRisk risk(head);
  double clusters = 0;
  for (History& history : head.histories) {
    double before = 0, old = 0, all = 0;
    of_each_source(history.traces, [&](std::span<Trace> source) {
      Trace& youngest = source.back();
      if (is_own(youngest, v)) return;
      const double germs = germs_left(c, source);
      const double infects = addition.of(before, germs);
      const double p = history.chance * infects;
      const double through = risk.went_through(youngest) ? p : 0;
      before += science::needle_inoculum(germs, addition.in);
      if (youngest.ratio == 1) {
        all += p;
        old += through;
        risk.by(youngest, p);
        clusters += history.chance * meets_source(c, youngest, hazard, infects, v.patient);
      } else {
        HeadRisk alone(head);
        alone.add(history, through, p);
        expose(c, v,
               {hazard, HarmRoute::instrument, p, 0, youngest.ratio, alone.parts(), youngest.visit},
               u, from);
      }
    });
    risk.add(history, old, all);
  }
  risk.note_clusters(c, v, hazard, clusters);
  const double truth = addition.of(0, germs_of_others(c, head.truth, v));
  return expose(
      c, v, {hazard, HarmRoute::instrument, risk.together(), truth, 1, risk.parts(), risk.source()},
      u, from);
}

// The doses of all routes add up; the ledger gives each route what it adds to those before it: the
// own skin, hands, surfaces, device, and the needle last, because its germs are not known for
// certain.
void expose_to_bacteria(Clinic& c, const Visit& v, const Patient& p, std::uint32_t staff,
                        double bleeding) {
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
    add(HarmRoute::hands, contact.from_hands.bacteria);
    add(HarmRoute::surface, contact.from_surfaces.bacteria);
    add(HarmRoute::device, contact.from_device.bacteria);
    if (!v.needled) expose_to_viruses(c, v, p, contact, bleeding);
    touch_after(c, v, staff, skin_after_needling(c, v, p, skin_density(c, v, p), bleeding));
  }
  if (v.head.exists()) ill |= expose_to_needle(c, v, {dose, in, response, odds, before}, u, before);
  if (ill) suffer(c, v, hazard, 2);
}

// CFU that this patient leaves on the head.
double germs_shed(Clinic& c, const Visit& v, const Patient& p) {
  if (!c.plan.scenario.bacterial_infection) return 0;
  const scenario::BacterialInfection& b = *c.plan.scenario.bacterial_infection;
  double log10_germs = c.random.sample(b.needle_bioburden, p.key,
                                       purpose::of("treatment.bioburden"), draw_of_treatment(v));
  if (p.carrier) log10_germs += b.bioburden_if_colonised;
  return std::pow(10.0, log10_germs);
}

// Blood in which no virus is left is forgotten, and bacteria that died out.
void forget_old(Clinic& c, History& history, bool in_ledger) {
  for (Trace& trace : history.traces) {
    if (germs_left(c, trace) <= negligible_cfu) trace.germs = 0;
    if (trace.herpes_left(c.now(), c.plan.herpes_half_life_h) <= negligible_cfu) trace.herpes = 0;
    if (c.now() - trace.at > c.plan.blood_forgotten_after) trace.infectious = {};
  }
  if (in_ledger && c.plan.branching.tilts()) {
    for (const Trace& trace : history.traces) {
      if (trace.is_gone()) c.record.lineages.add(trace.ratio, history.chance);
    }
  }
  std::erase_if(history.traces, [](const Trace& trace) { return trace.is_gone(); });
}

}  // namespace

void expose_to_germs(Clinic& c, const Visit& v, const Patient& p, const NeedlingFact& fact,
                     std::uint32_t staff) {
  if (c.plan.scenario.bacterial_infection) expose_to_bacteria(c, v, p, staff, fact.bleeding);
  expose_to_blood(c, v, p, fact.bleeding);
  expose_to_herpes(c, v, p);
}

void contaminate(Clinic& c, const Visit& v, const Patient& p) {
  Head& head = c.instruments.heads[v.head.index()];
  Trace trace;
  trace.visit = v.fact;
  trace.patient = v.patient;
  trace.at = c.now();
  trace.germs = germs_shed(c, v, p);
  const Shedding herpes = shedding(c, v, p);
  const auto let_shed = [&](double chance) {
    trace.sheds = chance;
    trace.herpes = chance > 0 ? particles_on_head(c) : 0;
  };
  let_shed(herpes.truth);
  const bool blood = c.plan.scenario.bloodborne.has_value();
  for (std::size_t i = 0; blood && i < viruses; ++i) trace.infectious[i] = p.infectious[i] ? 1 : 0;
  const auto add_to = [&](History& history, bool in_ledger) {
    forget_old(c, history, in_ledger);
    history.traces.push_back(trace);
  };
  add_to(head.truth, false);
  let_shed(herpes.expected);
  if (blood) {
    const SourceStatus status = status_for_ledger(c, v, p);
    trace.infectious = status.infectious;
    trace.status_ratio = status.ratio;
    for (const double ratio : status.ratio) {
      if (ratio != 1) c.record.lineages.add(ratio);
    }
  }
  for (History& history : head.histories) add_to(history, true);
}

}  // namespace asepsim::clinic
