// Herpes that goes from one patient to another: whose skin sheds it, and what a head brings of it.
//
// Skin that sheds has the same density everywhere. A head carries off what lies on some area of it
// and lets go a share of that in the channels (F9), like its bacteria; each particle there may
// infect (exponential response). The ledger has every earlier patient shed with the chance that
// one does (virtual sources). It takes the sections hygiene (what skin sheds), complications (what
// herpes does) and bacterial_infection (what needles let go); without one of them there is none.
// Hands, surfaces and device: contact.hpp. The target's own herpes that comes back: skin_harm.hpp.
// Invariants: carriers, who have it already, have no entry, nor does anybody by their own visits or
// where nobody carries it. Units: particles, particles/cm2.
// Source: evidence C27, C28, F9, I67.
#pragma once

#include "clinic/clinic.hpp"

namespace asepsim::clinic {

/// Chance that the treated skin sheds herpes: the ledger's, and in the story (0 or 1).
struct Shedding {
  double expected = 0, truth = 0;
};

/// Whether this patient's skin sheds in this session; never without the sections above.
Shedding shedding(const Clinic& clinic, const Visit& visit, const Patient& patient);

/// Particles that a head carries off skin that sheds.
double particles_on_head(const Clinic& clinic);

/// Writes the ledger entries for herpes on the head in hand and lets what happens happen.
void expose_to_herpes(Clinic& clinic, const Visit& visit, const Patient& patient);

}  // namespace asepsim::clinic
