// A session with light: the fluence that is set and given, and what its heat does to the skin.
//
// The operator's error in fluence is drawn; what the light does for the complaint, and how much it
// wounds, saturates with the fluence. How people differ in heat at one fluence is integrated out
// (V25). A blister has Arrhenius damage 1, a burn the declared damage; a patient has at most one of
// them. Units: J/cm2, K. Source: evidence F16, X3, V25.
#pragma once

#include "clinic/clinic.hpp"

namespace asepsim::clinic {

/// What the light did: benefit, burns, redness, pigmentation; writes ledger entries.
void illuminate(Clinic& clinic, Visit& visit, scenario::Modality modality, std::uint32_t staff);

}  // namespace asepsim::clinic
