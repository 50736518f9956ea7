#include "science/needle_length.hpp"

#include <algorithm>
#include <cmath>

namespace asepsim::science {

namespace {

/// Weight of the deep value of D5 at a set length: 0 when shallow, 1 when deep.
double deep_weight(double length_mm, const Penetration& p) {
  if (length_mm <= p.shallow_up_to_mm) return 0.0;
  if (length_mm >= p.deep_from_mm) return 1.0;
  return (length_mm - p.shallow_up_to_mm) / (p.deep_from_mm - p.shallow_up_to_mm);
}

double mean_depth(double length_mm, const Penetration& penetration) {
  return mean_penetration(length_mm, penetration) * length_mm;
}

/// Any length in [low, high] whose mean depth equals `depth_mm`, or the nearer end.
double continuous_length_for(double depth_mm, const Penetration& penetration, double low,
                             double high) {
  constexpr int halvings = 50;  // 2.5 mm / 2^50 is below the last digit
  for (int i = 0; i < halvings; ++i) {
    const double middle = low + (high - low) / 2;
    (mean_depth(middle, penetration) < depth_mm ? low : high) = middle;
  }
  return low;
}

int last_step(const DeviceLengths& device) {
  constexpr double rounding = 1e-9;  // 2.5 / 0.25 must not fall just short of 10
  return static_cast<int>((device.maximum_mm - device.minimum_mm) / device.step_mm + rounding);
}

double setting(int step, const DeviceLengths& device) {
  return device.minimum_mm + step * device.step_mm;
}

}  // namespace

double penetration_at(double length_mm, double shallow, double deep,
                      const Penetration& penetration) {
  return shallow + deep_weight(length_mm, penetration) * (deep - shallow);
}

double mean_penetration(double length_mm, const Penetration& p) {
  return penetration_at(length_mm, p.shallow_mean, p.deep_mean, p);
}

double true_depth(double length_mm, double penetration_fraction, double operator_error_mm,
                  double site_deviation_mm) {
  return std::max(0.0, penetration_fraction * length_mm + operator_error_mm + site_deviation_mm);
}

double depth_of(const TargetDepth& target, const SkinLayers& skin) {
  const auto between = [&](double top, double bottom) {
    return top + target.fraction * (bottom - top);
  };
  switch (target.layer) {
    case Layer::stratum_corneum:
      return between(0.0, skin.stratum_corneum);
    case Layer::epidermis:
      return between(skin.stratum_corneum, skin.dermis_top());
    case Layer::papillary_dermis:
      return between(skin.dermis_top(), skin.reticular_top());
    case Layer::reticular_dermis:
      return between(skin.reticular_top(), skin.fat_top());
    case Layer::fat:
      break;
  }
  return skin.fat_top();
}

double nearest_setting(double length_mm, const DeviceLengths& device) {
  const double reachable = std::clamp(length_mm, device.minimum_mm, device.maximum_mm);
  if (device.step_mm <= 0) return reachable;
  const double steps = (reachable - device.minimum_mm) / device.step_mm;
  const int nearest = static_cast<int>(std::ceil(steps - 0.5));  // a half goes down: shorter
  return setting(std::min(nearest, last_step(device)), device);
}

double fixed_length(double length_mm, const DeviceLengths& device) {
  return nearest_setting(length_mm, device);
}

double length_by_skin_thickness(const TargetDepth& target, const SkinLayers& measured,
                                const Penetration& penetration, const DeviceLengths& device) {
  const double wanted = depth_of(target, measured);
  if (device.step_mm <= 0) {
    return continuous_length_for(wanted, penetration, device.minimum_mm, device.maximum_mm);
  }
  const auto miss = [&](int step) {
    return std::abs(mean_depth(setting(step, device), penetration) - wanted);
  };
  int best = 0;
  for (int step = 1; step <= last_step(device); ++step) {
    if (miss(step) < miss(best)) best = step;
  }
  return setting(best, device);
}

double guessed_length(double recommended_mm, double spread_mm, double z,
                      const DeviceLengths& device) {
  return nearest_setting(recommended_mm + spread_mm * z, device);
}

}  // namespace asepsim::science
