// From the needle length on the device to the true depth in the skin, and the policies that set it.
//
// True depth d = eta * L + operator error + site deviation (evidence F1): a pen reaches most of its
// nominal length, a roller about 60 % (D5, contradictory: one source has 20 %), and an untrained
// hand adds bias and scatter (D6). The clinic draws eta and the errors; this file knows their laws.
// Four policies choose L: a fixed length, the chart by facial area (P9), the length that takes the
// punctures to a wanted layer of the skin as measured, and a novice's guess.
// Invariants: a chosen length is one the device can be set to; mean depth never falls when the
// length grows. Lengths and depths in mm, fractions of the set length in [0, 1].
// Source: evidence F1, D5, D6, P3, P9, P11, P42.
#pragma once

#include "science/tissue.hpp"

namespace asepsim::science {

/// Fraction eta of the set length that the needle reaches; eta is Beta with this mean and sd. D5
/// gives one value up to 1 mm and one above; between the two, over one device step, the mean runs
/// linearly so that a longer needle never reaches less deep.
struct Penetration {
  double shallow_mean = 0.90;     ///< pen, up to shallow_up_to_mm [D5]
  double shallow_sd = 0.07;       ///< [D5]
  double deep_mean = 0.80;        ///< pen, from deep_from_mm [D5]
  double deep_sd = 0.08;          ///< [D5]
  double shallow_up_to_mm = 1.0;  ///< [D5]
  double deep_from_mm = 1.25;     ///< next device step [P3]
  double puncture_cv = 0.125;     ///< sd / mean of depth among the punctures; pen 0.10-0.15 [P42]
};

/// The fraction of D5 at a set length >= 0 mm when short needles reach `shallow` of it and long
/// ones `deep`: means or draws of one session alike, so that both follow one rule.
double penetration_at(double length_mm, double shallow, double deep,
                      const Penetration& penetration);

/// Penetration of a roller: 0.60 (sd 0.12) at every length, puncture cv 0.30. [D5, P42]
constexpr Penetration roller_penetration() {
  return {.shallow_mean = 0.60,
          .shallow_sd = 0.12,
          .deep_mean = 0.60,
          .deep_sd = 0.12,
          .puncture_cv = 0.30};
}

/// The sensitivity case of a roller that reaches 20 % of its length. [D2, D5]
constexpr Penetration low_roller_penetration() {
  return {.shallow_mean = 0.20,
          .shallow_sd = 0.04,
          .deep_mean = 0.20,
          .deep_sd = 0.04,
          .puncture_cv = 0.30};
}

/// Additive depth error of the operator, Normal(bias, sd), mm. [D6, assumption]
struct OperatorError {
  double bias_mm = 0;
  double sd_mm = 0.10;
};
/// [D6, assumption, as are the next two]
constexpr OperatorError expert_error() {
  return {0.0, 0.05};
}
constexpr OperatorError trained_error() {
  return {0.0, 0.10};
}
constexpr OperatorError untrained_error() {
  return {0.10, 0.25};
}

/// The lengths a device can be set to: minimum, minimum + step, ... up to maximum, mm. A step of 0
/// means any length in between; minimum = maximum is a roller with needles of one length.
struct DeviceLengths {
  double minimum_mm = 0.25;  ///< shortest useful setting [P3]
  double maximum_mm = 2.5;   ///< [P3]
  double step_mm = 0.25;     ///< [P3]
};

/// Range of needle lengths on a chart, mm.
struct LengthRange {
  double low_mm = 0, high_mm = 0;
};

/// Chart entry of one facial area.
struct SiteLengths {
  LengthRange thin_skin, thick_skin;
};

/// The pen maker's chart by facial area. [P9, vendor]
struct SiteLengthChart {
  SiteLengths forehead{{0.25, 0.5}, {0.5, 0.75}};
  SiteLengths nose{{0.25, 0.25}, {0.5, 0.5}};
  SiteLengths periorbital{{0.25, 0.5}, {0.25, 0.5}};
  SiteLengths cheekbone{{0.5, 1.0}, {0.5, 1.0}};
  SiteLengths cheek_and_chin{{0.5, 1.0}, {1.0, 2.0}};
  SiteLengths upper_lip{{0.25, 0.75}, {0.25, 0.75}};
  SiteLengths facial_scars{{1.0, 1.25}, {1.5, 2.0}};
};

/// A wanted depth: a fraction in [0, 1] of the way through a layer (fat has no lower border: its
/// top is meant).
struct TargetDepth {
  Layer layer = Layer::reticular_dermis;
  double fraction = 0.75;
};

/// Wanted depth by indication: gives the lengths of P11 on a cheek of mean thickness, and for pit
/// scars more than the depth at which the benefit is full (F3). [P11, assumption]
struct TargetDepths {
  TargetDepth sensitive_skin{Layer::papillary_dermis, 0.5};
  TargetDepth freckles{Layer::reticular_dermis, 0.1};
  TargetDepth acne{Layer::reticular_dermis, 0.3};
  TargetDepth fine_lines{Layer::reticular_dermis, 0.45};
  TargetDepth pit_scars{Layer::reticular_dermis, 0.75};
};

/// Mean of eta at a set length >= 0 mm. [D5]
double mean_penetration(double length_mm, const Penetration& penetration);

/// Standard deviation of eta between sessions at a set length >= 0 mm. [D5]
double sd_penetration(double length_mm, const Penetration& penetration);

/// Mean true depth of a session's punctures, mm, never below 0. [F1]
double true_depth(double length_mm, double penetration_fraction, double operator_error_mm,
                  double site_deviation_mm);

/// Depth in mm of a target in the skin given.
double depth_of(const TargetDepth& target, const SkinLayers& skin);

/// The setting of the device nearest to `length_mm` (a tie goes to the shorter).
double nearest_setting(double length_mm, const DeviceLengths& device);

/// Policy `fixed`: the same length for everyone, as near as the device allows.
double fixed_length(double length_mm, const DeviceLengths& device);

/// Policy `by_site`: the chart's range for the area, taken at `position` in [0, 1]. [P9]
double length_by_site(const SiteLengths& site, bool thick_skin, double position,
                      const DeviceLengths& device);

/// Policy `by_skin_thickness`: the setting whose mean true depth comes nearest to the target in
/// the skin as measured (a tie goes to the shorter needle). [F1]
double length_by_skin_thickness(const TargetDepth& target, const SkinLayers& measured,
                                const Penetration& penetration, const DeviceLengths& device);

/// Policy `novice_guess`: who has not learnt it picks a setting around the recommended length,
/// `z` standard deviations of `spread_mm` away from it. [assumption: no source measured guesses]
double guessed_length(double recommended_mm, double spread_mm, double z,
                      const DeviceLengths& device);

}  // namespace asepsim::science
