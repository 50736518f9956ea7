// The treatment itself, and what harm it can do to the skin. How deep the needles went is in
// depth.cpp, germs and blood in contamination.cpp, benefit in benefit.cpp.
#include <algorithm>
#include <cmath>

#include "clinic/benefit.hpp"
#include "clinic/compliance.hpp"
#include "clinic/contamination.hpp"
#include "clinic/depth.hpp"
#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"
#include "clinic/risk_ledger.hpp"
#include "science/complication.hpp"
#include "science/probability.hpp"

namespace asepsim::clinic {
namespace {

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

void try_harm(Clinic& c, const Visit& v, Hazard hazard, double probability, std::uint8_t grade) {
  const double u = outcome_uniform(c, v, hazard);
  if (expose(c, v, {hazard, HarmRoute::needling, probability}, u)) suffer(c, v, hazard, grade);
}

// Harms of depth: redness, bruises, pigmentation, scars; likelier in some hands than in others.
void harm_skin(Clinic& c, const Visit& v, const Patient& p, const NeedlingFact& fact, double odds) {
  if (!c.plan.scenario.complications) return;
  const scenario::Complications& k = *c.plan.scenario.complications;
  const double depth = fact.depth;
  const double fat = fact.shares[4];
  const auto try_hazard = [&](Hazard hazard, double probability, std::uint8_t grade) {
    try_harm(c, v, hazard, science::odds_multiplied(probability, odds), grade);
  };
  try_hazard(Hazard::prolonged_erythema, prolonged_redness(c, depth), 1);
  try_hazard(Hazard::bruise, std::clamp(k.bruise_per_fat_share * fat, 0.0, 1.0), 1);
  try_hazard(Hazard::pigmentation, pigmentation(c, p, depth), 2);
  const science::ScarParameters scar{k.scar, k.scar_reference_share};
  // Grade 2: the reviews that hold the series of C8 count no serious event (C4).
  try_hazard(Hazard::scar, science::scar_probability(fat, scar), 2);
}

}  // namespace

ExitReason screen(Clinic& c, const Visit& v) {
  const scenario::Screening& screening = *c.plan.scenario.screening;
  const Patient& p = c.patients[v.patient];
  if (is_told_no(c, p)) return ExitReason::refused;
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
  harm_skin(c, v, p, fact, operator_odds(c, staff));
  benefit_from_needles(c, v, fact);
  expose_to_germs(c, v, p, fact, staff);
  if (v.head.exists()) contaminate(c, v, p);
}

}  // namespace asepsim::clinic
