// Bloodborne transmission by needles that still carry another patient's blood.
//
// A session is many punctures, each a small needlestick: P = 1 - exp(-m pi) for m effective
// contaminated punctures of risk pi each (evidence F11). They are few beside all punctures, because
// the blood on the needles is used up. pi is the infectivity of an untreated needle, scaled by the
// age of the blood and what cleaning and disinfection took off.
// Who the source and the target are (prevalence, viraemia, immunity) multiplies the whole session
// and not each puncture, and is left to the clinic: a virus that is not there cannot be met by
// puncturing more often. F11 writes both into one product; with many punctures that would exceed
// the prevalence.
// Units: probabilities, hours, log10. Source: evidence F11, R7-R19, B3, B4, V15.
#pragma once

namespace asepsim::science {

/// What a virus does by one effective puncture.
struct BloodborneVirus {
  double infectivity = 0;      ///< source viraemic, target susceptible, needle fresh and untreated
  double dry_half_life_h = 0;  ///< on the instrument, > 0
};

/// Risk of one puncture from a viraemic source to a susceptible target, `hours` >= 0 after the
/// contamination and after `log_reduction` >= 0 log10 of treatment. [F11]
double puncture_risk(const BloodborneVirus& virus, double hours, double log_reduction);

/// Probability of infection by a session of `punctures` >= 0 that count, at `risk` each. [F11]
double session_risk(double risk, double punctures);

}  // namespace asepsim::science
