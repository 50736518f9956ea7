// How heat and chemicals kill germs on an instrument.
//
// Heat: log-linear death with a D value (minutes for one log10) that falls tenfold every z degrees
// (evidence F6). Lethality of a cycle is F0, the minutes at the reference temperature that would
// kill as many; it adds up over a temperature profile.
// Chemicals: Chick-Watson death with a concentration exponent, slowed by soil and biofilm, with a
// shoulder and a surviving tail (Geeraerd; F5).
// Loads are log10 of the number of survivors expected and may be negative: -6 is one item in a
// million. Invariants: nothing here raises a load; longer, hotter or stronger never kills less.
// Units: degrees Celsius, minutes, log10. Source: evidence F5, F6, I17-I45.
#pragma once

#include <span>

namespace asepsim::science {

/// Heat resistance of a spore: one log10 dies in `d_min` minutes at the reference temperature.
struct HeatResistance {
  double d_min = 2.0;                ///< min; G. stearothermophilus at 121 C [I17, I22]
  double reference_celsius = 121.1;  ///< [I21]
  double z_celsius = 10.0;           ///< degrees for a tenfold change [I18]
};

/// B. atrophaeus in dry heat: D160 = 2.25 min [I24], z = 20 [I25, unconfirmed].
constexpr HeatResistance dry_heat_resistance() {
  return {2.25, 160.0, 20.0};
}

/// A corner of a temperature profile that is linear between corners.
struct TemperaturePoint {
  double minute = 0;
  double celsius = 0;
};

/// Minutes for one log10 at a temperature. [F6]
double d_value(double celsius, const HeatResistance& resistance);

/// F0 in minutes of a hold at one temperature; a cold spot or an air pocket is a lower
/// temperature (a wet-cold fault at 115 C for 30 min has 7.4, I21). [F6]
double lethality_of_hold(double celsius, double minutes, const HeatResistance& resistance);

/// F0 in minutes of a piecewise linear profile, integrated exactly; the corners' times must not
/// decrease. Fewer than two corners have no lethality. [F6]
double lethality_of_profile(std::span<const TemperaturePoint> profile,
                            const HeatResistance& resistance);

/// log10 of the expected survivors after `lethality_min` minutes of F0. [F6]
double log10_survivors(double log10_load, double lethality_min, const HeatResistance& resistance);

/// A chemical agent on a dried surface, as Chick-Watson kinetics with Geeraerd's shoulder.
struct Disinfectant {
  double log10_per_min = 3.5;  ///< rate at the reference, clean surface; 70 % ethanol [I38]
  double reference_concentration = 70;    ///< % or mg/l, as the agent is dosed [I38]
  double exponent = 9;                    ///< of concentration; alcohol [I43]
  double full_effect_concentration = 70;  ///< more does not help; alcohol optimum 60-90 % [I34]
  double shoulder_min = 0;         ///< lag at the reference rate; longer as the rate falls [F5]
  double soil_quench = 0.0767;     ///< kappa: soil 1 takes ethanol from 3.5 to 1.8 [I38, derived]
  double biofilm_factor = 0.2;     ///< of the rate, 0.1-0.3 [F5]
  double biofilm_tail_log10 = -4;  ///< share that never dies in biofilm [F5]
};

// Other agents. Soil 1 is taken to slow each of them as it slows ethanol, to 0.51 of the rate,
// which sets kappa from the exponent [assumption].
/// Ortho-phthalaldehyde 0.55 %: > 5 log10 in 12 min [I31]; exponent as formaldehyde [I43].
constexpr Disinfectant ortho_phthalaldehyde() {
  return {5.0 / 12, 0.55, 1, 0.55, 0, 0.944};
}
/// Glutaraldehyde 2 %: high-level disinfection, 6 log10 in 20 min [I30; the 6 is an assumption].
constexpr Disinfectant glutaraldehyde() {
  return {6.0 / 20, 2.0, 1, 2.0, 0, 0.944};
}
/// Hypochlorite, 425 ppm chlorine: high-level disinfection in 10 min [I32; 6 log10 assumed].
constexpr Disinfectant hypochlorite() {
  return {6.0 / 10, 425, 0.5, 5000, 0, 2.78};
}
/// Hydrogen peroxide 7.5 %: high-level disinfection in 30 min [I32; 6 log10 assumed].
constexpr Disinfectant hydrogen_peroxide() {
  return {6.0 / 30, 7.5, 0.5, 7.5, 0, 2.78};
}

/// One application of an agent.
struct ChemicalExposure {
  double concentration = 70;  ///< in the agent's unit, >= 0
  double minutes = 1;         ///< contact time, >= 0
  double soil = 0;            ///< 0 clean .. 1 visible blood
  bool biofilm = false;
};

/// Death rate of an exposure in log10 per minute: Chick-Watson with soil and biofilm. [F5, I43]
double chemical_rate(const ChemicalExposure& exposure, const Disinfectant& agent);

/// log10 reduction (>= 0) of an exposure with shoulder and, in biofilm, a surviving tail. [F5]
double chemical_log_reduction(const ChemicalExposure& exposure, const Disinfectant& agent);

}  // namespace asepsim::science
