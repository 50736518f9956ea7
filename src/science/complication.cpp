#include "science/complication.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "science/probability.hpp"

namespace asepsim::science {

double pigmentation_per_course(const PigmentationCauses& causes, const PigmentationParameters& p) {
  // F13 with the odds multiplied instead of the log-odds added: the same law, one exponential.
  const auto phototype = static_cast<std::size_t>(std::clamp(causes.phototype, 1, 6));
  double log_factor = p.log_odds_per_half_mm * (causes.depth_mm - p.reference_depth_mm) / 0.5;
  if (causes.burn) log_factor += p.burn_log_odds;
  double factor = std::exp(log_factor);
  if (causes.redness_week_two != 0) {
    factor *= std::pow(p.redness_odds_ratio, causes.redness_week_two);
  }
  if (causes.unprotected_midday_sun) factor *= p.midday_sun_odds_ratio;
  if (causes.sunscreen) factor *= p.sunscreen_odds_ratio;
  if (causes.irritant) factor *= p.irritant_odds_ratio;
  return odds_multiplied(p.per_course[phototype - 1], factor);
}

double pigmentation_per_session(const PigmentationCauses& causes, double sessions,
                                const PigmentationParameters& parameters) {
  return per_trial(pigmentation_per_course(causes, parameters), sessions);
}

double outlasts(double limit_h, double median_h, double sigma) {
  if (limit_h <= 0) return 1.0;
  if (sigma <= 0) return median_h > limit_h ? 1.0 : 0.0;
  return normal_cdf(std::log(median_h / limit_h) / sigma);
}

double scar_probability(double share_in_fat, const ScarParameters& p) {
  return at_least_one(p.anchor_per_session, share_in_fat / p.anchor_share_in_fat);
}

double herpes_probability(bool carrier, bool prophylaxis, const HerpesParameters& p) {
  if (!carrier) return 0.0;
  return p.all_comers / p.carriage * (prophylaxis ? p.prophylaxis_factor : 1.0);
}

double share_shown_by(double days, const OnsetLag& lag) {
  if (days <= 0) return 0.0;
  return normal_cdf(std::log(days / lag.median_d) / lag.sigma);
}

}  // namespace asepsim::science
