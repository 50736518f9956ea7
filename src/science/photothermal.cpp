#include "science/photothermal.hpp"

#include <cmath>

#include "science/probability.hpp"

namespace asepsim::science {

namespace {

constexpr double gas_constant = 8.314462618;  // J/(mol K)
constexpr double zero_celsius = 273.15;       // K

/// Damage per second at a temperature. [F16]
double damage_rate(double celsius, const DamageKinetics& k) {
  return std::exp(k.ln_frequency - k.activation_j_mol / (gas_constant * (celsius + zero_celsius)));
}

/// Simpson's rule. The damage rate changes by e within 1.5 K, so 128 steps resolve a rise of 50 K.
template <class Function>
double integral(Function f, double from, double to) {
  constexpr int steps = 128;
  const double h = (to - from) / steps;
  double sum = f(from) + f(to);
  for (int i = 1; i < steps; ++i) sum += (i % 2 == 1 ? 4.0 : 2.0) * f(from + i * h);
  return sum * h / 3.0;
}

}  // namespace

double melanosome_absorption(double wavelength_nm, const EpidermisOptics& optics) {
  return optics.melanosome_scale * std::pow(wavelength_nm, optics.melanosome_exponent);
}

double epidermis_absorption(double wavelength_nm, double melanin_fraction,
                            const EpidermisOptics& optics) {
  return melanin_fraction * melanosome_absorption(wavelength_nm, optics) +
         (1.0 - melanin_fraction) * optics.base_absorption_per_cm;
}

double relaxation_ms(const EpidermisOptics& optics) {
  const double thickness_cm = optics.thickness_um * 1e-4;
  return 1e3 * thickness_cm * thickness_cm / (optics.geometry * optics.diffusivity_cm2_s);
}

double peak_rise(const LightPulse& pulse, double melanin_fraction, const EpidermisOptics& optics) {
  const double absorbed = epidermis_absorption(pulse.wavelength_nm, melanin_fraction, optics) *
                          pulse.fluence_j_cm2 * pulse.coupling;
  const double x = pulse.duration_ms / relaxation_ms(optics);
  const double kept = x > 0 ? -std::expm1(-x) / x : 1.0;  // heat not yet lost when the pulse ends
  return absorbed / optics.heat_capacity_j_cm3_k * kept;
}

double thermal_damage(double rise_k, double duration_ms, const EpidermisOptics& optics,
                      const DamageKinetics& kinetics) {
  const double tau = relaxation_ms(optics);
  const double start = optics.start_celsius;
  const double full = -std::expm1(-duration_ms / tau);
  const auto heating = [&](double ms) {
    return damage_rate(start + rise_k * -std::expm1(-ms / tau) / full, kinetics);
  };
  // Cooling is integrated over the share of the rise still left: dt = tau d(left) / left.
  const auto cooling = [&](double left) {
    return damage_rate(start + rise_k * left, kinetics) * tau / left;
  };
  const double during = duration_ms > 0 ? integral(heating, 0.0, duration_ms) : 0.0;
  return 1e-3 * (during + integral(cooling, std::exp(-3.0), 1.0));
}

double critical_rise(double duration_ms, const EpidermisOptics& optics,
                     const DamageKinetics& kinetics, double damage) {
  double low = 0.0, high = 300.0;  // K; ends of every pulse a device can make
  constexpr int halvings = 50;
  for (int i = 0; i < halvings; ++i) {
    const double middle = (low + high) / 2;
    (thermal_damage(middle, duration_ms, optics, kinetics) < damage ? low : high) = middle;
  }
  return high;
}

double burn_probability(double rise_k, double critical_rise_k, const BurnSpread& spread) {
  if (rise_k <= 0) return 0.0;
  return normal_cdf(std::log(rise_k / critical_rise_k) / spread.sigma);
}

}  // namespace asepsim::science
