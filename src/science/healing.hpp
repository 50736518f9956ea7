// How the channels close and the barrier recovers after needling.
//
// The share of channels still open halves every t_half, which grows with the needle length and
// doubles under occlusion (evidence F4, A7). Whatever the patient meets meanwhile enters through
// what is open, so exposure is the integral of that share. Water loss (TEWL) follows the same law.
// Invariants: the open share starts at 1 and never rises; a longer needle never heals sooner.
// Units: mm of set needle length (A7 is by length, not by true depth), hours.
// Source: evidence F4, A1-A7. The sources conflict: minutes (A6) against 58-63 h (A4).
#pragma once

#include <array>

namespace asepsim::science {

/// Half-life of open channels at one needle length.
struct HealingPoint {
  double length_mm = 0;
  double half_life_h = 0;
};

struct HealingParameters {
  /// Interpolated linearly between the points, and on beyond the last one; none at 0 mm. [A7]
  std::array<HealingPoint, 5> half_life{
      {{0.0, 0.0}, {0.25, 6.0}, {0.5, 12.0}, {1.0, 18.0}, {1.5, 24.0}}};
  double occlusion_factor = 2.0;  ///< longer half-life under occlusion [A7]
  double water_loss_gain =
      1.5;  ///< A: TEWL just after needling over baseline, minus 1 [assumption]
};

/// Half-life of the open channels, h; 0 at 0 mm. [A7]
double channel_half_life(double length_mm, bool occluded, const HealingParameters& healing);

/// Share of the channels open `hours` >= 0 after needling. [F4]
double open_share(double hours, double half_life_h);

/// Hours of fully open channels that an interval [from_h, to_h] after needling is worth: the
/// integral of open_share. Times a hazard per open hour it is the expected number of events. [F4]
double open_hours(double from_h, double to_h, double half_life_h);

/// Transepidermal water loss over baseline, 1 + A 2^(-t / t_half). [F4]
double water_loss_ratio(double hours, double half_life_h, const HealingParameters& healing);

}  // namespace asepsim::science
