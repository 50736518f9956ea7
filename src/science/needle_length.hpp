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

/// Mean fraction eta of the set length that the needle reaches. D5 gives one value up to 1 mm and
/// one above; between the two, over one device step, it runs linearly so that a longer needle never
/// reaches less deep.
struct Penetration {
  double shallow_mean = 0.90;     ///< pen, up to shallow_up_to_mm [D5]
  double deep_mean = 0.80;        ///< pen, from deep_from_mm [D5]
  double shallow_up_to_mm = 1.0;  ///< [D5]
  double deep_from_mm = 1.25;     ///< next device step [P3]
  double puncture_cv = 0.125;     ///< sd / mean of depth among the punctures; pen 0.10-0.15 [P42]
};

/// The fraction of D5 at a set length >= 0 mm when short needles reach `shallow` of it and long
/// ones `deep`: means or draws of one session alike, so that both follow one rule.
double penetration_at(double length_mm, double shallow, double deep,
                      const Penetration& penetration);

/// The lengths a device can be set to: minimum, minimum + step, ... up to maximum, mm. A step of 0
/// means any length in between; minimum = maximum is a roller with needles of one length.
struct DeviceLengths {
  double minimum_mm = 0.25;  ///< shortest useful setting [P3]
  double maximum_mm = 2.5;   ///< [P3]
  double step_mm = 0.25;     ///< [P3]
};

/// A wanted depth: a fraction in [0, 1] of the way through a layer (fat has no lower border: its
/// top is meant).
struct TargetDepth {
  Layer layer = Layer::reticular_dermis;
  double fraction = 0.75;
};

/// Mean of eta at a set length >= 0 mm. [D5]
double mean_penetration(double length_mm, const Penetration& penetration);

/// Mean true depth of a session's punctures, mm, never below 0. [F1]
double true_depth(double length_mm, double penetration_fraction, double operator_error_mm,
                  double site_deviation_mm);

/// Depth in mm of a target in the skin given.
double depth_of(const TargetDepth& target, const SkinLayers& skin);

/// The setting of the device nearest to `length_mm` (a tie goes to the shorter).
double nearest_setting(double length_mm, const DeviceLengths& device);

/// Policies `fixed` and `by_site`: the length declared, as near as the device allows.
double fixed_length(double length_mm, const DeviceLengths& device);

/// Policy `by_skin_thickness`: the setting whose mean true depth comes nearest to the target in
/// the skin as measured (a tie goes to the shorter needle). [F1]
double length_by_skin_thickness(const TargetDepth& target, const SkinLayers& measured,
                                const Penetration& penetration, const DeviceLengths& device);

/// Policy `novice_guess`: who has not learnt it picks a setting around the recommended length,
/// `z` standard deviations of `spread_mm` away from it. [assumption: no source measured guesses]
double guessed_length(double recommended_mm, double spread_mm, double z,
                      const DeviceLengths& device);

}  // namespace asepsim::science
