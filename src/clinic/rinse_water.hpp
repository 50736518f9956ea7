// Rinsing in tap water: mycobacteria of the pipes on heads that were soaked or wiped.
//
// Whether the water carries any is decided once for all who share it (a common cause), in the story
// and, by the same mode as for bottles, in the ledger. Each rinse leaves a dose of its own on the
// head, which fades with organisms.mycobacteria.half_life; the first patient afterwards meets what
// is left, and it is gone then. Sets that are sterilized are not modelled: a cycle that ran kills
// mycobacteria.
// Units: CFU. Source: model.md section 5; evidence B13, I4, I67.
#pragma once

#include "clinic/clinic.hpp"

namespace asepsim::clinic {

/// The head in `slot` is rinsed after its disinfection, if the scenario rinses in tap water.
void rinse_in_tap_water(Clinic& clinic, std::uint32_t slot);

/// The patient meets what the rinse left on the head in hand: ledger entry, and the story.
void expose_to_rinse_water(Clinic& clinic, const Visit& visit);

/// Ends the lineages of all waters, at the end of the run.
void drain(Clinic& clinic);

}  // namespace asepsim::clinic
