// How germs move by touch and how they fade on dry surfaces.
//
// A touch between equal areas moves a fraction lambda of the difference in density (evidence F8);
// what one side gains the other loses, so a contact conserves the germs. Densities are CFU (or
// virions) per equal area and never negative. Fading is by half-life, in hours.
// Source: evidence F8, I64-I67, R13-R16.
#pragma once

namespace asepsim::science {

/// Fraction of the difference that one touch moves, surface to finger. [I64]
struct TouchTransfer {
  double bare_hand = 0.49;    ///< 0.32-0.72 [I64]
  double gloved_hand = 0.30;  ///< 0.17-0.49 [I64]
};

/// Densities of the two sides of a contact.
struct Contact {
  double first = 0;
  double second = 0;
};

/// Densities after one touch at transfer fraction `lambda` in [0, 1]; the sum is conserved. [F8]
Contact after_touch(const Contact& before, double lambda);

/// Density on a recipient after `touches` >= 0 touches of a source too large to be depleted: the
/// difference shrinks by (1 - lambda) each time. [F8]
double density_after_touches(double recipient, double source, double lambda, double touches);

/// Share of the difference that `touches` >= 0 such touches leave, (1 - lambda)^touches. [F8]
double share_apart(double lambda, double touches);

/// log10(10^a + 10^b): the load of two loads put together; -infinity is an empty load.
double combined_log10(double log10_a, double log10_b);

/// Half-lives on a dry surface, hours. The reports give how long germs were found, not rates; the
/// conversions are assumptions with wide ranges.
struct DryHalfLives {
  double s_aureus_h = 48;      ///< found after 7 d to 7 months [I67; assumption]
  double mycobacteria_h = 48;  ///< as S. aureus [assumption]
  double hsv_h = 6;            ///< hours to 7 d [I67; assumption]
  double hbv_h = 48;           ///< infectious for 7 d and more [R15; assumption]
  double hcv_h = 8;    ///< 16 h to 6 weeks by assay; 28 h slow phase in a syringe [R13, R14]
  double hiv_h = 1.2;  ///< 90-99 % lost in several hours [R16, derived]
};

/// Share left after `hours` >= 0 at a half-life: 2^(-t / t_half). [F11, I67]
double share_left(double hours, double half_life_h);

/// Share left when a `fast_share` decays with one half-life and the rest with another, as HCV in a
/// syringe: 0.4 h, then 28 h. [R13]
double share_left_biphasic(double hours, double fast_share, double fast_half_life_h,
                           double slow_half_life_h);

}  // namespace asepsim::science
