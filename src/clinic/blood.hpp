// Blood on needles: what earlier patients on the head may give to this one.
//
// F11 with the status of every earlier patient integrated out (virtual sources) or drawn, as the
// branch source_status has it. Immunity is the target's, whatever the source; nobody catches a
// virus from their own blood on a head (on hands and surfaces nobody knows whose it is:
// contact.hpp). Invariant: without prevalence there is no entry. Source: evidence F11, R7-R19, B4;
// methods 4.1.
#pragma once

#include <array>

#include "clinic/clinic.hpp"

namespace asepsim::clinic {

/// What the ledger makes of a patient as a source of bloodborne viruses.
struct SourceStatus {
  std::array<double, viruses> infectious{};    ///< chance that the blood infects; 0 or 1 if drawn
  std::array<double, viruses> ratio{1, 1, 1};  ///< likelihood ratio of that draw, if tilted
};

/// The chance that this patient's blood infects, or a draw: as the branch source_status has it.
SourceStatus status_for_ledger(const Clinic& clinic, const Visit& visit, const Patient& patient);

/// Writes the ledger entries for the blood on the head in hand and lets what happens happen.
/// `bleeding`: probability of pinpoint bleeding in this needling.
void expose_to_blood(Clinic& clinic, const Visit& visit, const Patient& patient, double bleeding);

}  // namespace asepsim::clinic
