// Hands, gloves and surfaces: how skin germs of one patient reach the next without a needle.
//
// Densities are CFU/cm2 of S. aureus. Before the needling a hand (cleaned or not) puts on a glove
// (fresh or not), the glove touches device and surfaces, and then the skin; afterwards it carries
// this patient's germs back to them. Every touch moves a share of the difference (F8); germs fade
// in between. Whether the rules are kept is a matter of compliance.
// Source: evidence F8, I8, I36, I61-I69.
#pragma once

#include "clinic/clinic.hpp"

namespace asepsim::clinic {

/// CFU that reach the channels of one patient by other ways than skin and needle.
struct ContactDose {
  double from_hands = 0;
  double from_surfaces = 0;
};

/// Germs that `staff` brings on the skin of the visit's patient, before the needling.
/// `per_density`: CFU that enter the channels for each CFU/cm2 on the whole field.
ContactDose touch_before(Clinic& clinic, const Visit& visit, std::uint32_t staff,
                         double per_density);

/// Germs that `staff` carries away from skin with `skin_density` CFU/cm2, and what is cleaned then.
void touch_after(Clinic& clinic, const Visit& visit, std::uint32_t staff, double skin_density);

}  // namespace asepsim::clinic
