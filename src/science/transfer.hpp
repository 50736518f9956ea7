// How germs move by touch and how they fade on dry surfaces.
//
// A touch between equal areas moves a fraction lambda of the difference in density (evidence F8);
// what one side gains the other loses, so a contact conserves the germs. Densities are CFU (or
// virions) per equal area and never negative. Fading is by half-life, in hours.
// Source: evidence F8, I64-I67, R13-R16.
#pragma once

namespace asepsim::science {

/// Share of a difference in density that `touches` >= 0 touches leave of which each moves the
/// fraction `lambda` in [0, 1] of it, (1 - lambda)^touches. [F8]
double share_apart(double lambda, double touches);

/// Share left after `hours` >= 0 at a half-life: 2^(-t / t_half). [F11, I67]
double share_left(double hours, double half_life_h);

}  // namespace asepsim::science
