#include "clinic/benefit.hpp"

#include <algorithm>

#include "clinic/depth.hpp"
#include "clinic/purposes.hpp"
#include "science/efficacy.hpp"

namespace asepsim::clinic {
namespace {

using scenario::IndicationBenefit;
using scenario::Modality;

const IndicationBenefit& of_indication(const Clinic& c, const Patient& p) {
  return c.plan.scenario.indications[p.indication].benefit;
}

double effect_at_full_gain(const IndicationBenefit& benefit, Modality modality) {
  if (modality == Modality::ipl) return benefit.effect_ipl;
  return modality == Modality::picosecond ? benefit.effect_picosecond : benefit.effect_needle;
}

// Share of the remaining score that the session removes.
double share_removed(const Clinic& c, const Patient& p, const BenefitDose& dose) {
  if (dose.modality == Modality::microneedle && is_unsuited(c, p)) return 0;
  const IndicationBenefit& benefit = of_indication(c, p);
  const double response = c.random.sample(c.plan.scenario.benefit->responsiveness, p.key,
                                          purpose::of("patient.response"));
  const double share = effect_at_full_gain(benefit, dose.modality) * benefit.product *
                       dose.product * response * dose.gain;
  return std::clamp(share, 0.0, 1.0);
}

// What is seen at `at` of the course whose last session is `last`, and no other until then.
double seen_at(const Clinic& c, const BenefitFact& last, const IndicationBenefit& benefit,
               SimTime at) {
  double seen = last.score;
  for (const BenefitFact* session = &last;; session = &c.record.benefits[session->previous]) {
    seen += session->removed * science::unseen_share((at - session->at).days(),
                                                     benefit.delay->days(), benefit.lag->days());
    if (session->previous == no_fact) return seen;
  }
}

double score_at_entry(const Clinic& c, const Patient& p) {
  return c.random.sample(of_indication(c, p).severity, p.key, purpose::of("patient.severity"));
}

// The course so far, as it is when the patient comes to the next session.
BenefitFact next_session(Clinic& c, const Patient& p) {
  BenefitFact fact;
  if (p.last_benefit == no_fact) {
    fact.entry = fact.score = fact.seen = static_cast<float>(score_at_entry(c, p));
    return fact;
  }
  BenefitFact& last = c.record.benefits[p.last_benefit];
  last.followed = true;
  fact = last;
  fact.followed = false;
  fact.previous = p.last_benefit;
  fact.seen = static_cast<float>(seen_at(c, last, of_indication(c, p), c.now()));
  return fact;
}

}  // namespace

bool is_unsuited(const Clinic& c, const Patient& p) {
  return c.random.bernoulli(of_indication(c, p).unsuited, p.key, purpose::of("patient.unsuited"));
}

bool is_told_no(const Clinic& c, const Patient& p) {
  if (!c.plan.scenario.benefit || p.indication == no_index || !is_unsuited(c, p)) return false;
  return c.random.bernoulli(c.plan.scenario.benefit->told_no, p.key,
                            purpose::of("visit.expectation"));
}

void add_benefit(Clinic& c, const Visit& v, const BenefitDose& dose) {
  Patient& p = c.patients[v.patient];
  if (!c.plan.scenario.benefit || p.indication == no_index) return;
  if (p.treated_before_run) return;  // nor is the score it began with
  const scenario::Benefit& looks = *c.plan.scenario.benefit;
  const IndicationBenefit& benefit = of_indication(c, p);
  BenefitFact fact = next_session(c, p);
  fact.visit = v.fact;
  fact.at = c.now();
  fact.modality = dose.modality;
  ++fact.sessions;
  fact.gain = static_cast<float>(dose.gain);
  fact.removed = static_cast<float>(fact.score * share_removed(c, p, dose));
  fact.score -= fact.removed;
  fact.paid += p.price;
  fact.first_look = static_cast<float>(seen_at(c, fact, benefit, fact.at + looks.first_look.value));
  fact.second_look =
      static_cast<float>(seen_at(c, fact, benefit, fact.at + looks.second_look.value));
  p.last_benefit = static_cast<std::uint32_t>(c.record.benefits.size());
  c.record.benefits.push_back(fact);
}

void benefit_from_needles(Clinic& c, const Visit& v, const NeedlingFact& needling, double product) {
  if (!c.plan.scenario.benefit) return;
  const Patient& p = c.patients[v.patient];
  const scenario::Benefit& shared = *c.plan.scenario.benefit;
  const science::EfficacyParameters reach{shared.full_share_of_dermis, shared.fade->value};
  const bool dermal = of_indication(c, p).gain_from == scenario::GainFrom::dermis;
  const science::GainWindow window =
      dermal ? science::dermal_window(p.skin, reach) : science::epidermal_window(p.skin, reach);
  const double depth = needling.depth;
  const double gain = science::mean_gain(depth, puncture_spread(c, p, depth), window);
  add_benefit(c, v, {Modality::microneedle, gain, product});
}

}  // namespace asepsim::clinic
