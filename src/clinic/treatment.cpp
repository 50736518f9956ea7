// The treatment itself: how deep the needles went, and what harm that can do to the skin.
// Germs and blood are in contamination.cpp.
#include <algorithm>
#include <cmath>

#include "clinic/compliance.hpp"
#include "clinic/contamination.hpp"
#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"
#include "clinic/risk_ledger.hpp"
#include "science/complication.hpp"
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
  const Grade grade =
      staff < c.plan.staff.size() ? c.plan.staff[staff].group->grade : Grade::untrained;
  const double tired = 1 + c.plan.scenario.human_factors.fatigue * hours_on_shift(c, staff);
  const double error = tired * c.random.sample(error_of(needling, grade), p.key,
                                               purpose::of("treatment.error"), v.number);
  const double depth = science::true_depth(length, eta, error, 0);
  const double spread = needling.puncture_cv * depth;
  const science::LayerShares shares = science::layer_shares(depth, spread, p.skin);
  fact.length = static_cast<float>(length);
  fact.depth = static_cast<float>(depth);
  fact.shares = {static_cast<float>(shares.stratum_corneum), static_cast<float>(shares.epidermis),
                 static_cast<float>(shares.papillary), static_cast<float>(shares.reticular),
                 static_cast<float>(shares.fat)};
  fact.bleeding = static_cast<float>(science::bleeding_probability(depth, spread, p.skin));
  fact.prepared = v.preparation > 0;
  return fact;
}

// Redness that lasts longer than declared; closed form, because its duration is lognormal (C18).
double prolonged_redness(const Clinic& c, double depth) {
  const scenario::Complications& k = *c.plan.scenario.complications;
  const Distribution& duration = k.erythema.value;
  const double factor = std::max(0.1, 1 + k.erythema_per_mm * (depth - 0.5));
  const double limit = static_cast<double>(k.erythema_prolonged->microseconds()) / factor;
  if (duration.family != Family::lognormal) return duration.a > limit ? 1 : 0;
  return science::normal_cdf((duration.a - std::log(limit)) / duration.b);
}

double pigmentation(const Clinic& c, const Patient& p, double depth) {
  const scenario::Complications& k = *c.plan.scenario.complications;
  science::PigmentationParameters parameters;
  for (std::size_t i = 0; i < k.pih.size(); ++i) parameters.per_course[i] = k.pih[i];
  parameters.reference_depth_mm = k.pih_reference_depth;
  parameters.log_odds_per_half_mm = k.pih_per_half_mm;
  parameters.midday_sun_odds_ratio = k.pih_midday_sun;
  parameters.sunscreen_odds_ratio = k.pih_sunscreen;
  science::PigmentationCauses causes;
  causes.phototype = std::max<int>(1, p.phototype);
  causes.depth_mm = depth;
  causes.sunscreen = p.sunscreen;
  causes.unprotected_midday_sun = p.midday_sun && !p.sunscreen;
  return science::pigmentation_per_session(causes, std::max<int>(1, p.sessions_planned),
                                           parameters);
}

void try_hazard(Clinic& c, const Visit& v, Hazard hazard, double probability, std::uint8_t grade) {
  const double u = outcome_uniform(c, v, hazard);
  if (expose(c, v, {hazard, HarmRoute::needling, probability}, u)) suffer(c, v, hazard, grade);
}

// Harms of depth: redness, bruises, pigmentation, scars.
void harm_skin(Clinic& c, const Visit& v, const Patient& p, const NeedlingFact& fact) {
  if (!c.plan.scenario.complications) return;
  const scenario::Complications& k = *c.plan.scenario.complications;
  const double depth = fact.depth;
  const double fat = fact.shares[4];
  try_hazard(c, v, Hazard::prolonged_erythema, prolonged_redness(c, depth), 1);
  try_hazard(c, v, Hazard::bruise, std::clamp(k.bruise_per_fat_share * fat, 0.0, 1.0), 1);
  try_hazard(c, v, Hazard::pigmentation, pigmentation(c, p, depth), 2);
  const science::ScarParameters scar{k.scar, k.scar_reference_share};
  // Grade 2: the reviews that hold the series of C8 count no serious event (C4).
  try_hazard(c, v, Hazard::scar, science::scar_probability(fat, scar), 2);
}

}  // namespace

ExitReason screen(Clinic& c, const Visit& v) {
  const scenario::Screening& screening = *c.plan.scenario.screening;
  const Patient& p = c.patients[v.patient];
  const double u = c.random.uniform(p.key, purpose::of("visit.screening"), v.number);
  if (u < screening.refused) return ExitReason::refused;
  return u < screening.refused + screening.deferred ? ExitReason::deferred : ExitReason::done;
}

double preparation(Clinic& c, const Visit& v, std::uint32_t staff) {
  if (!c.plan.scenario.skin_preparation) return 1;
  const scenario::SkinPreparation& prep = *c.plan.scenario.skin_preparation;
  if (lapses(c, v, Moment::skin_preparation, prep.skipped, staff)) return 0;
  if (!lapses(c, v, Moment::contact_time, prep.cut_short, staff)) return 1;
  const double share = c.random.sample(prep.contact_share, c.patients[v.patient].key,
                                       purpose::of("compliance.contact"), v.number);
  return std::clamp(share, 0.0, 1.0);
}

void needle(Clinic& c, Visit& v, std::uint32_t staff) {
  const Patient& p = c.patients[v.patient];
  if (p.indication == no_index) return;
  NeedlingFact fact = puncture(c, v, p, staff);
  if (v.head.exists()) fact.reuses = c.instruments.heads[v.head.index()].reuses;
  c.record.needlings.push_back(fact);
  harm_skin(c, v, p, fact);
  expose_to_germs(c, v, p, fact, staff);
  if (v.head.exists()) contaminate(c, v, p);
}

}  // namespace asepsim::clinic
