// What a session does for the patient, by where the punctures ended.
//
// A session removes a share of the remaining score (evidence F3): S_n = S_(n-1) (1 - rho g). The
// gain g is 0 where the punctures end too high, rises to 1 at a full depth, and fades beyond the
// dermis. For scars it starts at the dermis; for pigment and barrier it starts below the stratum
// corneum. g is averaged in closed form over the normal spread of the punctures; of light it
// saturates with the fluence. The skin then
// remodels for weeks: the seen score lags behind.
// Invariants: g in [0, 1]; scores never rise by treatment. Units: mm, days; scores in their scale.
// Source: evidence F3, P26-P36, X4, gap 12.
#pragma once

#include "science/tissue.hpp"

namespace asepsim::science {

/// Gain by depth: 0 up to starts_mm, linear to 1 at full_mm, 1 to lost_beyond_mm, then falling by
/// exp(-(d - lost_beyond_mm) / fade_mm). Needs starts <= full <= lost_beyond, fade > 0.
struct GainWindow {
  double starts_mm = 0;
  double full_mm = 0;
  double lost_beyond_mm = 0;
  double fade_mm = 0.3;
};

/// How far the windows of F3 reach.
struct EfficacyParameters {
  double full_share_of_dermis = 0.6;  ///< scar gain is full at this share of the dermis [F3]
  double fade_mm = 0.3;               ///< beyond the dermis [F3]
};

/// Window for scars and lines: from the top of the dermis to 0.6 of it, lost in the fat. [F3]
GainWindow dermal_window(const SkinLayers& skin, const EfficacyParameters& parameters);

/// Window for pigment, product delivery and barrier: from the stratum corneum to the top of the
/// dermis, lost in the fat. [F3 by analogy, assumption]
GainWindow epidermal_window(const SkinLayers& skin, const EfficacyParameters& parameters);

/// Gain of a single puncture at a depth. [F3]
double gain_at(double depth_mm, const GainWindow& window);

/// Mean gain over punctures ~ Normal(mean_depth_mm, sd_mm), sd_mm >= 0, in closed form. [F3]
double mean_gain(double mean_depth_mm, double sd_mm, const GainWindow& window);

/// Gain of light: 0 without fluence, 1 at the usual fluence and beyond, in between the saturating
/// 1 - 2^(-F / F_half) over its value at the usual fluence. `ratio` >= 0 is the fluence given and
/// `half` > 0 the one of half the saturated effect, both over the usual fluence. [assumption]
double fluence_gain(double ratio, double half);

/// Share of what a session has done that does not show yet, `days` after it: all of it until
/// `delay_d` has passed, then less by exp(-t / lag_d). [F3, P24, P36]
double unseen_share(double days, double delay_d, double lag_d);

}  // namespace asepsim::science
