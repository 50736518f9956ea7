// Hands, gloves, surfaces and devices: how germs of one patient reach the next without a needle.
//
// Densities are those of a Film: S. aureus, the viruses of blood, herpes. Before the needling a
// hand (cleaned or not) puts on a glove (fresh or not), the glove touches the surfaces of the room,
// then the device, and then the skin; afterwards it carries this patient's germs to the device and
// to the surfaces, each of which is disinfected then or is not. Surfaces stay in their room, a
// device goes where it is used next (whereabouts.hpp). Every touch moves a share of the difference
// (F8); germs fade in between, each at its own rate. Disinfectants take the same draw for all of
// them, slower for some (organisms.chemical). Whether the rules are kept is a matter of compliance.
// Source: evidence F8, I1, I8, I36, I61-I69, R13-R16.
#pragma once

#include "clinic/clinic.hpp"

namespace asepsim::clinic {

/// Germs that reach the channels of one patient by other ways than skin and needle: densities times
/// the area under the channels.
struct ContactDose {
  Film from_hands{};
  Film from_surfaces{};
  Film from_device{};
};

/// Germs that `staff` brings on the skin of the visit's patient, before the needling.
/// `per_density`: CFU that enter the channels for each CFU/cm2 on the whole field.
ContactDose touch_before(Clinic& clinic, const Visit& visit, std::uint32_t staff,
                         double per_density);

/// Germs that `staff` carries away from `skin`, and what is cleaned then.
void touch_after(Clinic& clinic, const Visit& visit, std::uint32_t staff, const Film& skin);

}  // namespace asepsim::clinic
