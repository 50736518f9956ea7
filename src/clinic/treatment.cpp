// The treatment itself: how deep the needles went. What that does to the skin is in skin_harm.cpp,
// germs and blood are in contamination.cpp.
#include <algorithm>
#include <cmath>

#include "clinic/aftercare.hpp"
#include "clinic/contamination.hpp"
#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"
#include "clinic/skin_harm.hpp"
#include "science/needle_length.hpp"
#include "science/probability.hpp"

namespace asepsim::clinic {
namespace {

using scenario::Grade;
using scenario::LengthPolicy;

// The length the operator sets, by the clinic's policy.
double length_for(Clinic& c, const Visit& v, const Patient& p) {
  const scenario::Scenario& s = c.plan.scenario;
  const scenario::Needling& needling = *s.needling;
  const scenario::Indication& indication = s.indications[p.indication];
  const science::DeviceLengths device{needling.step->value, needling.most->value,
                                      needling.step->value};
  switch (needling.policy) {
    case LengthPolicy::by_site: {
      const scenario::Site& site = s.sites[c.plan.indication_sites[p.indication]];
      return science::fixed_length(site.length_by_site->value, device);
    }
    case LengthPolicy::by_skin_thickness: {
      const double error = needling.measurement_error *
                           c.random.normal(p.key, purpose::of("treatment.measure"), v.number);
      science::SkinLayers measured = p.skin;
      measured.papillary = 0;  // the target is a share of the whole dermis
      measured.dermis *= std::max(0.2, 1 + error);
      const science::TargetDepth target{science::Layer::reticular_dermis,
                                        indication.target_fraction};
      return science::length_by_skin_thickness(target, measured, c.plan.penetration, device);
    }
    case LengthPolicy::fixed:
      break;
  }
  return science::fixed_length(indication.length_fixed->value, device);
}

const scenario::Variate& error_of(const scenario::Needling& needling, Grade grade) {
  if (grade == Grade::expert) return needling.error_expert;
  return grade == Grade::trained ? needling.error_trained : needling.error_untrained;
}

NeedlingFact puncture(Clinic& c, const Visit& v, const Patient& p, std::uint32_t staff) {
  const scenario::Needling& needling = *c.plan.scenario.needling;
  NeedlingFact fact;
  fact.visit = v.fact;
  const double length = length_for(c, v, p);
  const auto& fraction = length <= 1.0 ? needling.fraction_short : needling.fraction_long;
  const double eta = c.random.sample(fraction, p.key, purpose::of("treatment.fraction"), v.number);
  const Grade grade = grade_of(c, staff);
  const double error =
      c.random.sample(error_of(needling, grade), p.key, purpose::of("treatment.error"), v.number);
  const double depth = science::true_depth(length, eta, error, 0);
  const double spread = needling.puncture_cv * depth;
  const science::LayerShares shares = science::layer_shares(depth, spread, p.skin);
  fact.length = static_cast<float>(length);
  fact.depth = static_cast<float>(depth);
  fact.shares = {static_cast<float>(shares.stratum_corneum), static_cast<float>(shares.epidermis),
                 static_cast<float>(shares.papillary), static_cast<float>(shares.reticular),
                 static_cast<float>(shares.fat)};
  fact.bleeding = static_cast<float>(science::bleeding_probability(depth, spread, p.skin));
  fact.prepared = v.skin_prepared;
  return fact;
}

// Harms to the skin, at once and at home, if the scenario has them.
void harm_skin(Clinic& c, const Visit& v, const Patient& p, const NeedlingFact& fact) {
  if (!c.plan.scenario.complications) return;
  const SkinAfter skin = harm_by_needles(c, v, p, fact);
  harm_by_session(c, v, p);
  harm_by_pigment(c, v, p, skin, HarmRoute::needling);
  go_home(c, v, p, skin);
}

}  // namespace

// How late the visit runs: since the appointed time, or since the patient came if that was later,
// less the work that was done. The wait for the present step counts.
double minutes_behind_plan(const Clinic& c, const Visit& v) {
  const VisitFact& visit = c.record.visits[v.fact];
  const Duration since = c.now() - std::max(visit.scheduled_at, visit.arrived_at);
  return std::max(0.0, (since - visit.served).minutes());
}

bool preparation_skipped(Clinic& c, const Visit& v) {
  if (!c.plan.scenario.skin_preparation) return false;
  const scenario::SkinPreparation& prep = *c.plan.scenario.skin_preparation;
  const double p0 = prep.skipped;
  double p = p0;
  if (prep.workload_link && p0 > 0 && p0 < 1) {
    const double behind = minutes_behind_plan(c, v);
    p = science::probability_of_log_odds(science::log_odds(p0) + prep.skipped_per_minute * behind);
  }
  return c.random.bernoulli(p, c.patients[v.patient].key, purpose::of("treatment.prep_skip"),
                            v.number);
}

void needle(Clinic& c, Visit& v, std::uint32_t staff) {
  const Patient& p = c.patients[v.patient];
  if (p.indication == no_index) return;
  v.hand = grade_of(c, staff);
  NeedlingFact fact = puncture(c, v, p, staff);
  if (v.head.exists()) fact.reuses = c.instruments.heads[v.head.index()].reuses;
  c.record.needlings.push_back(fact);
  if (const scenario::Product* product = product_of(c, p)) {
    c.pay(Account::consumables, product->price);
  }
  harm_skin(c, v, p, fact);
  expose_to_germs(c, v, p, fact);
  if (v.head.exists()) contaminate(c, v, p);
}

}  // namespace asepsim::clinic
