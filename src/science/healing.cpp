#include "science/healing.hpp"

#include <cmath>
#include <cstddef>
#include <numbers>

namespace asepsim::science {

double channel_half_life(double length_mm, bool occluded, const HealingParameters& healing) {
  if (length_mm <= 0) return 0.0;
  const auto& table = healing.half_life;
  std::size_t upper = 1;
  while (upper + 1 < table.size() && table[upper].length_mm < length_mm) ++upper;
  const HealingPoint& low = table[upper - 1];
  const HealingPoint& high = table[upper];
  const double slope = (high.half_life_h - low.half_life_h) / (high.length_mm - low.length_mm);
  const double half_life = low.half_life_h + slope * (length_mm - low.length_mm);
  return occluded ? half_life * healing.occlusion_factor : half_life;
}

double open_share(double hours, double half_life_h) {
  if (half_life_h <= 0) return 0.0;
  return std::exp2(-hours / half_life_h);
}

double open_hours(double from_h, double to_h, double half_life_h) {
  if (half_life_h <= 0 || to_h <= from_h) return 0.0;
  const double decayed = -std::expm1(-std::numbers::ln2 * (to_h - from_h) / half_life_h);
  return half_life_h / std::numbers::ln2 * open_share(from_h, half_life_h) * decayed;
}

double water_loss_ratio(double hours, double half_life_h, const HealingParameters& healing) {
  return 1.0 + healing.water_loss_gain * open_share(hours, half_life_h);
}

}  // namespace asepsim::science
