#include "science/inactivation.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace asepsim::science {

namespace {

constexpr double ln10 = std::numbers::ln10;

double power_of_ten(double exponent) {
  return std::exp(ln10 * exponent);
}

/// Lethal rate, minutes of F0 per minute: 10^((T - T_ref) / z). [F6]
double lethal_rate(double celsius, const HeatResistance& r) {
  return power_of_ten((celsius - r.reference_celsius) / r.z_celsius);
}

/// F0 of a straight piece of the profile: the mean of the lethal rate along it is
/// L_start (e^x - 1) / x, where x is ln10 (T_end - T_start) / z.
double lethality_of_piece(const TemperaturePoint& start, const TemperaturePoint& end,
                          const HeatResistance& r) {
  const double x = ln10 * (end.celsius - start.celsius) / r.z_celsius;
  const double mean_gain = x == 0 ? 1.0 : std::expm1(x) / x;
  return (end.minute - start.minute) * lethal_rate(start.celsius, r) * mean_gain;
}

/// ln of the surviving share after x = k t with shoulder s = k S: Geeraerd's
/// e^-x e^s / (1 + (e^s - 1) e^-x), divided through by e^(s-x) so that nothing overflows. [F5]
double ln_surviving_share(double kill, double shoulder) {
  const double a = kill - shoulder;
  const double kept = -std::expm1(-shoulder);  // 1 - e^-s
  if (a > 0) return -(a + std::log1p(kept * std::exp(-a)));
  return -std::log(std::exp(a) + kept);
}

}  // namespace

double d_value(double celsius, const HeatResistance& r) {
  return r.d_min / lethal_rate(celsius, r);
}

double lethality_of_hold(double celsius, double minutes, const HeatResistance& r) {
  return minutes * lethal_rate(celsius, r);
}

double lethality_of_profile(std::span<const TemperaturePoint> profile, const HeatResistance& r) {
  double total = 0;
  for (std::size_t i = 1; i < profile.size(); ++i) {
    total += lethality_of_piece(profile[i - 1], profile[i], r);
  }
  return total;
}

double log10_survivors(double log10_load, double lethality_min, const HeatResistance& r) {
  return log10_load - lethality_min / r.d_min;
}

double chemical_rate(const ChemicalExposure& exposure, const Disinfectant& agent) {
  const double dosed = std::min(exposure.concentration, agent.full_effect_concentration);
  const double free = dosed / (1.0 + agent.soil_quench * exposure.soil);
  const double strength = std::pow(free / agent.reference_concentration, agent.exponent);
  return agent.log10_per_min * strength * (exposure.biofilm ? agent.biofilm_factor : 1.0);
}

double chemical_log_reduction(const ChemicalExposure& exposure, const Disinfectant& agent) {
  // The protective component e^(kS) - 1 belongs to the cells, not to the dose, so k S is fixed.
  const double shoulder = ln10 * agent.log10_per_min * agent.shoulder_min;
  const double kill = ln10 * chemical_rate(exposure, agent) * exposure.minutes;
  const double ln_share = ln_surviving_share(kill, shoulder);
  if (!exposure.biofilm) return -ln_share / ln10;
  const double tail = power_of_ten(agent.biofilm_tail_log10);
  return -std::log10((1.0 - tail) * std::exp(ln_share) + tail);
}

}  // namespace asepsim::science
