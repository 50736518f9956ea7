// Heat in the epidermis from a light pulse (IPL, pulsed laser), and the burn it may leave.
//
// Melanin absorbs the pulse: the rise is mu_a F / (rho c), reduced by the heat that leaves during
// the pulse with the relaxation time tau = delta^2 / (g kappa). Damage is Arrhenius (Henriques):
// Omega = integral of A exp(-Ea / R T); a burn is Omega >= 1, which is a critical rise for each
// pulse length. People differ, so the burn probability is lognormal about that rise.
// Invariants: more fluence, more melanin or a shorter pulse never burns less.
// Units: nm, J/cm2, ms, cm-1, degrees Celsius (rises in kelvin). Source: evidence F16, V25, X3.
#pragma once

namespace asepsim::science {

/// Light as it reaches the skin.
struct LightPulse {
  double wavelength_nm = 560;
  double fluence_j_cm2 = 20;
  double duration_ms = 10;
  /// Share of the fluence that heats the epidermis as light of this wavelength would: 1 for a
  /// laser; 0.13 for a broad IPL band under contact cooling [V25, calibrated].
  double coupling = 1.0;
};

/// The epidermis as an absorber.
struct EpidermisOptics {
  double melanosome_scale = 1.70e12;   ///< cm-1 at 1 nm [F16]
  double melanosome_exponent = -3.48;  ///< [F16]
  double base_absorption_per_cm =
      0.3;  ///< melanin-free epidermis; small beside melanin [assumption]
  double heat_capacity_j_cm3_k = 3.7;  ///< rho c [F16]
  double diffusivity_cm2_s = 1.3e-3;   ///< kappa [F16]
  double thickness_um = 100;           ///< delta, the absorbing layer [F16]
  double geometry = 12;                ///< g: 8 for a slab to 16 for a cylinder [F16, 5-10 ms]
  double start_celsius = 33;           ///< skin at the start of the pulse [assumption]
};

/// Arrhenius damage of skin. [F16, unconfirmed]
struct DamageKinetics {
  double ln_frequency = 226.7847;  ///< ln of A = 3.1e98 per second
  double activation_j_mol = 6.28e5;
};

/// Between-person spread of the rise at one setting, sd of its logarithm. [V25, assumption]
struct BurnSpread {
  double sigma = 0.5;
};

/// Absorption of a melanosome, cm-1. [F16]
double melanosome_absorption(double wavelength_nm, const EpidermisOptics& optics);

/// Absorption of an epidermis with `melanin_fraction` in [0, 1], cm-1. [F16]
double epidermis_absorption(double wavelength_nm, double melanin_fraction,
                            const EpidermisOptics& optics);

/// Thermal relaxation time of the absorbing layer, ms. [F16]
double relaxation_ms(const EpidermisOptics& optics);

/// Temperature rise at the end of the pulse, K. [F16]
double peak_rise(const LightPulse& pulse, double melanin_fraction, const EpidermisOptics& optics);

/// Arrhenius damage Omega of a pulse of `duration_ms` that peaks at `rise_k`, with the cooling
/// after it. [F16]
double thermal_damage(double rise_k, double duration_ms, const EpidermisOptics& optics,
                      const DamageKinetics& kinetics);

/// Rise in K at which Omega is `damage` > 0 for this pulse length: 1 is a blister, 1e4 goes through
/// the epidermis. Costs a root search: keep the result. [F16; the degrees are those of Henriques]
double critical_rise(double duration_ms, const EpidermisOptics& optics,
                     const DamageKinetics& kinetics, double damage = 1.0);

/// Probability of a burn from a median `rise_k` >= 0 against the critical rise. [F16, V25]
double burn_probability(double rise_k, double critical_rise_k, const BurnSpread& spread);

}  // namespace asepsim::science
