// Herpes that goes from one patient to another: whose skin sheds it, and what a head brings of it.
//
// A head carries off what lies on some area of the treated skin, whatever it is of, and lets go a
// share of it in the channels (F9), like its bacteria. Risks are in proportion to the particles, so
// that expected particles are all the ledger has to carry. Hands, surfaces and device: contact.hpp.
// The target's own herpes that comes back: skin_harm.hpp. Invariants: carriers, who have it
// already, have no entry, nor does anybody by their own visits or where nobody carries it. Units:
// particles, particles/cm2. Source: evidence C27, C28, F9, I67.
#pragma once

#include "clinic/clinic.hpp"

namespace asepsim::clinic {

/// Herpes on the treated skin, particles/cm2: what the ledger expects, and what the story has.
struct Shedding {
  double expected = 0, truth = 0;
};

/// What this patient's skin sheds in this session; nothing where herpes is not modelled.
Shedding shedding(const Clinic& clinic, const Visit& visit, const Patient& patient);

/// Writes the ledger entries for herpes on the head in hand and lets what happens happen.
void expose_to_herpes(Clinic& clinic, const Visit& visit, const Patient& patient);

}  // namespace asepsim::clinic
