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

/// What the ledger makes of a patient as a source of bloodborne viruses.
struct SourceStatus {
  std::array<double, viruses> infectious{};    ///< chance that the blood infects; 0 or 1 if drawn
  std::array<double, viruses> ratio{1, 1, 1};  ///< likelihood ratio of that draw, if tilted
};

/// The chance that this patient's blood infects, or a draw: as the branch source_status has it.
SourceStatus status_for_ledger(const Clinic& clinic, const Visit& visit, const Patient& patient);

/// The head has been used on this patient: germs, and one more virtual source.
void contaminate(Clinic& clinic, const Visit& visit, const Patient& patient);

}  // namespace asepsim::clinic
