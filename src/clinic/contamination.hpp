// Germs and blood: from skin and earlier patients through the channels, and back onto the head.
//
// Bacteria: F9 and F10a. Bloodborne viruses: F11 with the status of every earlier patient on the
// head integrated out (virtual sources). First complete version; doses and log reductions are
// simulated, so each probability is exact given them.
#pragma once

#include "clinic/clinic.hpp"

namespace asepsim::clinic {

/// Writes the ledger entries for infection in this needling and lets what happens happen.
void expose_to_germs(Clinic& clinic, const Visit& visit, const Patient& patient,
                     const NeedlingFact& fact, std::uint32_t staff);

/// The head has been used on this patient: germs, and one more virtual source.
void contaminate(Clinic& clinic, const Visit& visit, const Patient& patient);

}  // namespace asepsim::clinic
