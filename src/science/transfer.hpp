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

/// Share left after `hours` >= 0 at a half-life: 2^(-t / t_half). [F11, I67]
double share_left(double hours, double half_life_h);

}  // namespace asepsim::science
