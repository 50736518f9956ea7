#include "science/efficacy.hpp"

#include <algorithm>
#include <cmath>

#include "science/probability.hpp"

namespace asepsim::science {

namespace {

/// Mean of exp(-(d - border) / fade) over the punctures beyond the border, d ~ Normal(mean, sd).
double faded_share(double mean, double sd, double border, double fade) {
  const double tilt = sd / fade;
  const double beyond = normal_cdf((mean - border) / sd - tilt);
  if (beyond == 0) return 0.0;
  return std::exp(0.5 * tilt * tilt - (mean - border) / fade) * beyond;
}

}  // namespace

GainWindow dermal_window(const SkinLayers& skin, const EfficacyParameters& p) {
  return {.starts_mm = skin.dermis_top(),
          .full_mm = skin.dermis_top() + p.full_share_of_dermis * skin.dermis,
          .lost_beyond_mm = skin.fat_top(),
          .fade_mm = p.fade_mm};
}

GainWindow epidermal_window(const SkinLayers& skin, const EfficacyParameters& p) {
  return {.starts_mm = skin.stratum_corneum,
          .full_mm = skin.dermis_top(),
          .lost_beyond_mm = skin.fat_top(),
          .fade_mm = p.fade_mm};
}

double gain_at(double depth_mm, const GainWindow& w) {
  if (depth_mm <= w.starts_mm) return 0.0;
  if (depth_mm < w.full_mm) return (depth_mm - w.starts_mm) / (w.full_mm - w.starts_mm);
  return std::exp(-std::max(0.0, depth_mm - w.lost_beyond_mm) / w.fade_mm);
}

double mean_gain(double mean_depth_mm, double sd_mm, const GainWindow& w) {
  if (sd_mm <= 0) return gain_at(mean_depth_mm, w);
  const double z_start = (w.starts_mm - mean_depth_mm) / sd_mm;
  const double z_full = (w.full_mm - mean_depth_mm) / sd_mm;
  const double below_full = normal_cdf(z_full);
  const double on_ramp = below_full - normal_cdf(z_start);
  const double flat = normal_cdf((w.lost_beyond_mm - mean_depth_mm) / sd_mm) - below_full;
  // Mean of d - start over the ramp: the first moment of a normal cut at both ends.
  const double ramp_moment = (mean_depth_mm - w.starts_mm) * on_ramp -
                             sd_mm * (normal_density(z_full) - normal_density(z_start));
  const double ramp = w.full_mm > w.starts_mm ? ramp_moment / (w.full_mm - w.starts_mm) : 0.0;
  const double gain = ramp + flat + faded_share(mean_depth_mm, sd_mm, w.lost_beyond_mm, w.fade_mm);
  return std::clamp(gain, 0.0, 1.0);  // rounding may leave either end by an ulp
}

double fluence_gain(double ratio, double half) {
  return std::min(1.0, (1 - std::exp2(-ratio / half)) / (1 - std::exp2(-1 / half)));
}

double unseen_share(double days, double delay_d, double lag_d) {
  return days <= delay_d ? 1.0 : std::exp(-(days - delay_d) / lag_d);
}

}  // namespace asepsim::science
