// Bloodborne transmission by needles that still carry another patient's blood.
//
// A session is many punctures, each a small needlestick: P = 1 - exp(-m pi) for m effective
// contaminated punctures of risk pi each (evidence F11). Effective punctures saturate, because the
// blood on the needles is used up. pi is the needlestick risk of the virus, scaled by the volume
// left on the needle, its age and what cleaning and disinfection took off.
// Who the source and the target are (prevalence, viraemia, immunity) multiplies the whole session
// and not each puncture: a virus that is not there cannot be met by puncturing more often. F11
// writes both into one product; with many punctures that would exceed the prevalence.
// Units: probabilities, hours, log10. Source: evidence F11, R7-R19, B3, B4, V15.
#pragma once

namespace asepsim::science {

/// A bloodborne virus.
struct BloodborneVirus {
  double needlestick_risk = 0.18;  ///< per hollow-bore stick, susceptible target
  double dry_half_life_h = 48;     ///< on the instrument
  double viraemic_share = 1.0;     ///< of those counted in the prevalence
};
/// HBV: 6-30 % per stick [R7], infectious for a week and more [R15; half-life an assumption].
constexpr BloodborneVirus hepatitis_b() {
  return {0.18, 48, 1.0};
}
/// HCV: 0.2 % per stick [R9, unconfirmed]; prevalence is of RNA [R18]; half-life from R13, R14.
constexpr BloodborneVirus hepatitis_c() {
  return {0.002, 8, 1.0};
}
/// HIV: 0.3 % per stick [R10]; 90-99 % lost in several hours of drying [R16, derived].
constexpr BloodborneVirus hiv() {
  return {0.003, 1.2, 1.0};
}

/// What a fine solid needle carries, calibrated on Kent 1988.
struct NeedleCarriage {
  /// Volume left on a fine needle over that of a hollow-bore stick: gives 1e-3 per needle for HBV,
  /// the attack rates of Kent [B3, B4, V15, calibrated].
  double volume_ratio = 1e-3 / 0.18;
  /// Punctures over which the risk saturates: with 1e-3 per needle it gives Kent's 9 % below 150
  /// and 33 % above 450 needles [B3, V15, calibrated].
  double saturation_punctures = 1000;
};

/// Risk of one puncture from a viraemic source to a susceptible target, `hours` >= 0 after the
/// contamination and after `log_reduction` >= 0 log10 of treatment. [F11]
double puncture_risk(const BloodborneVirus& virus, const NeedleCarriage& carriage, double hours,
                     double log_reduction);

/// Punctures that count, m = s (1 - exp(-n / s)): n while few, at most s. [F11]
double effective_punctures(double punctures, const NeedleCarriage& carriage);

/// Probability of infection by a session of `punctures` at `risk` each, 1 - exp(-m risk). [F11]
double session_risk(double risk, double punctures, const NeedleCarriage& carriage);

/// The source and the target, as far as they are not drawn but integrated out.
struct Encounter {
  double prevalence = 0;   ///< probability that the source is infected [R17, R18]
  double susceptible = 1;  ///< probability that the target is not immune [R19]
};

/// Probability of transmission with source status and immunity integrated out (the virtual source
/// of the risk ledger). [F11]
double transmission_probability(const Encounter& encounter, const BloodborneVirus& virus,
                                double session_risk);

}  // namespace asepsim::science
