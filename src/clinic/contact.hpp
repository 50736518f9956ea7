// What hands, surfaces and device bring to open channels, and what needled skin leaves on them:
// viruses.
//
// Blood that a glove has spread over the field is pushed in with the skin germs under the channels
// (F9) and infects in proportion to its volume, as that of a used needle does (F11): the doses are
// a small part of a needle's. Bloodborne viruses need a source that has them and a target that is
// not immune, herpes a source that sheds and a target that does not carry it. Of several needlings
// in one visit the first counts: afterwards all that was touched carries the patient's own blood.
// Invariants: without a source in the population there is no entry; the ledger's risks and those
// of the story are the same linear functions of what was carried (deposit.hpp).
// Source: evidence F8, F9, F11, I64, I67, R13-R19, C27, C28.
#pragma once

#include "clinic/hygiene.hpp"

namespace asepsim::clinic {

/// What hands and gloves meet on the patient's skin after the needling. `bacteria`: CFU/cm2;
/// `bleeding`: probability of pinpoint bleeding.
Film skin_after_needling(Clinic& clinic, const Visit& visit, const Patient& patient,
                         double bacteria, double bleeding);

/// Writes the entries of the viruses of a contact and lets what happens happen.
void expose_to_viruses(Clinic& clinic, const Visit& visit, const Patient& patient,
                       const ContactDose& dose, double bleeding);

}  // namespace asepsim::clinic
