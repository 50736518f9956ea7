#include "clinic/skin_harm.hpp"

#include <algorithm>
#include <cmath>

#include "clinic/aftercare.hpp"
#include "clinic/journeys.hpp"
#include "clinic/risk_factors.hpp"
#include "science/complication.hpp"
#include "science/probability.hpp"

namespace asepsim::clinic {
namespace {

using science::odds_multiplied;

const scenario::Complications& rules(const Clinic& c) {
  return *c.plan.scenario.complications;
}

// A reaction that outlasts what is usual; closed form, because its duration is lognormal or
// constant (C18-C20).
double prolonged(const Distribution& duration, double per_mm, Duration limit, double depth) {
  const double factor = std::max(0.1, 1 + per_mm * (depth - 0.5));
  const double most = static_cast<double>(limit.microseconds()) / factor;
  if (duration.family != Family::lognormal) return duration.a > most ? 1 : 0;
  return science::outlasts(most, std::exp(duration.a), duration.b);
}

double prolonged(const scenario::UsualReaction& usual, double depth) {
  return usual.share * prolonged(usual.duration, usual.per_mm, usual.prolonged, depth);
}

// Sun and what is put on the skin, as factors on odds. [F13, A9, A12]
double odds_by_sun(const scenario::Complications& k, const Patient& p) {
  if (p.sunscreen) return k.pih_sunscreen;
  return p.midday_sun ? k.pih_midday_sun.value : 1.0;
}

double odds_by_others(const Clinic& c, const Patient& p) {
  const scenario::Product* product = product_of(c, p);
  return odds_of(c, p, &scenario::RiskFactor::pigmentation) *
         (product != nullptr ? product->pigmentation : 1.0) *
         odds_by_habits(c, p, &scenario::Habit::pigmentation);
}

science::PigmentationParameters pigmentation_parameters(const Clinic& c, double open) {
  const scenario::Complications& k = rules(c);
  science::PigmentationParameters parameters;
  parameters.per_course = c.plan.base_rates.pigmentation;
  parameters.reference_depth_mm = k.pih_reference_depth;
  parameters.log_odds_per_half_mm = k.pih_per_half_mm;
  parameters.redness_odds_ratio = k.pih_redness;
  parameters.midday_sun_odds_ratio = k.pih_midday_sun;
  parameters.sunscreen_odds_ratio = k.pih_sunscreen;
  parameters.burn_log_odds = k.pih_burn;
  parameters.irritant_odds_ratio = 1 + (k.pih_irritant - 1) * open;
  return parameters;
}

void harm_by_depth(Clinic& c, const Visit& v, const Patient& p, const NeedlingFact& fact) {
  const scenario::Complications& k = rules(c);
  const auto needling = [&](Hazard hazard, double probability) {
    try_hazard(c, v, {hazard, HarmRoute::needling, std::clamp(probability, 0.0, 1.0)});
  };
  const double fat = fact.shares[4];
  const double dermis = std::min(1.0, static_cast<double>(fact.shares[3]) + fat);
  needling(Hazard::bruise, k.bruise_per_fat_share * fat);
  needling(Hazard::scar, science::scar_probability(fat, {k.scar, k.scar_reference_share}));
  needling(Hazard::swelling, prolonged(k.usual_swelling, fact.depth));
  needling(Hazard::dryness, prolonged(k.usual_dryness, fact.depth));
  needling(Hazard::hypertrophic_scar,
           odds_multiplied(k.rates.hypertrophic_scar * dermis,
                           odds_of(c, p, &scenario::RiskFactor::scar) * v.odds_by_hand));
}

// Granuloma and dermatitis: first what needles do, then what the product adds.
void harm_by_product(Clinic& c, const Visit& v, const Patient& p) {
  const double alone = granuloma_risk(c, p, false, 0);
  const double with_product = granuloma_risk(c, p, true, 0);
  try_hazard(c, v, {Hazard::granuloma, HarmRoute::needling, alone});
  try_hazard(c, v, {Hazard::granuloma, HarmRoute::product, with_product - alone}, alone);
  const scenario::Product* product = product_of(c, p);
  const bool irritates = product != nullptr && product->irritation > 1;
  try_hazard(c, v,
             {Hazard::irritant_dermatitis, irritates ? HarmRoute::product : HarmRoute::needling,
              dermatitis_risk(c, v, p, 0)});
}

}  // namespace

const scenario::Product* product_of(const Clinic& c, const Patient& p) {
  const std::uint16_t product = c.plan.indication_products[p.indication];
  return product == no_index ? nullptr : &c.plan.scenario.products[product];
}

bool try_hazard(Clinic& c, const Visit& v, const Exposure& exposure, double from) {
  if (exposure.probability <= 0) return false;
  const double u = outcome_uniform(c, v, exposure.hazard);
  if (!expose(c, v, exposure, u, from)) return false;
  suffer(c, v, exposure.hazard);
  return true;
}

double pigmentation_risk(const Clinic& c, const Patient& p, const SkinAfter& skin, double open) {
  const scenario::Complications& k = rules(c);
  science::PigmentationCauses causes;
  causes.phototype = std::max<int>(1, p.phototype);
  causes.depth_mm = skin.depth;
  causes.redness_week_two = skin.redness ? 1 : 0;
  causes.sunscreen = p.sunscreen;
  causes.unprotected_midday_sun = p.midday_sun && !p.sunscreen;
  causes.burn = skin.burn;
  causes.irritant = open > 0;
  const double wound =
      skin.wound * science::pigmentation_per_session(causes, std::max<int>(1, p.sessions_planned),
                                                     pigmentation_parameters(c, open));
  const double heat = odds_multiplied(skin.darkening, odds_by_sun(k, p));
  return odds_multiplied(1 - (1 - wound) * (1 - heat), odds_by_others(c, p));
}

double dermatitis_risk(const Clinic& c, const Visit& v, const Patient& p, double open) {
  double odds = v.odds_by_hand * odds_by_habits(c, p, &scenario::Habit::irritation);
  if (const scenario::Product* product = product_of(c, p)) odds *= product->irritation;
  if (open > 0) odds *= 1 + (c.plan.scenario.aftercare->irritation - 1) * open;
  return odds_multiplied(c.plan.base_rates.irritant_dermatitis, odds);
}

double granuloma_risk(const Clinic& c, const Patient& p, bool product, double vitamin_c) {
  double factor = 1;
  const scenario::Product* driven = product ? product_of(c, p) : nullptr;
  if (driven != nullptr && !driven->approved) factor = std::max<double>(factor, driven->granuloma);
  if (vitamin_c > 0) {
    factor = std::max(factor, 1 + (c.plan.scenario.aftercare->granuloma - 1) * vitamin_c);
  }
  return std::min(1.0, rules(c).rates.granuloma * factor);
}

double prolonged_redness(const Clinic& c, double depth) {
  const scenario::Complications& k = rules(c);
  return prolonged(k.erythema, k.erythema_per_mm, k.erythema_prolonged, depth);
}

SkinAfter harm_by_needles(Clinic& c, const Visit& v, const Patient& p, const NeedlingFact& fact) {
  SkinAfter skin{fact.length, fact.depth};
  skin.redness = try_hazard(
      c, v, {Hazard::prolonged_erythema, HarmRoute::needling, prolonged_redness(c, fact.depth)});
  harm_by_depth(c, v, p, fact);
  harm_by_product(c, v, p);
  return skin;
}

void harm_by_session(Clinic& c, const Visit& v, const Patient& p) {
  const scenario::Complications& k = rules(c);
  const scenario::AntiviralPolicy& antiviral = k.antiviral;
  const bool prophylaxis = antiviral.given_to == scenario::Antiviral::everybody ||
                           (antiviral.given_to == scenario::Antiviral::history && p.cold_sores);
  const double herpes = science::herpes_probability(
      p.herpes_carrier, prophylaxis, {k.rates.herpes, k.rates.herpes_carriage, antiviral.factor});
  try_hazard(
      c, v,
      {Hazard::herpes, HarmRoute::own_skin,
       odds_multiplied(std::min(1.0, herpes), odds_of(c, p, &scenario::RiskFactor::herpes))});
  try_hazard(c, v,
             {Hazard::acne_flare, HarmRoute::own_skin,
              odds_multiplied(k.rates.acne_flare, v.odds_by_hand)});
}

void harm_by_pigment(Clinic& c, const Visit& v, const Patient& p, const SkinAfter& skin,
                     HarmRoute route) {
  try_hazard(c, v, {Hazard::pigmentation, route, pigmentation_risk(c, p, skin, 0)});
}

}  // namespace asepsim::clinic
