// A patient whom the clinic has not met in this run: attributes drawn, each at its own address.
//
// What is on record of a patient who is under treatment when the run starts comes before the draw;
// the draws of everything else stay what they are.
#pragma once

#include "clinic/clinic.hpp"

namespace asepsim::clinic {

/// Adds a patient of `stream` to the clinic and the record; the index into Clinic::patients.
/// `known`: what is on record, or null.
std::uint32_t new_patient(Clinic& clinic, std::uint16_t stream, kernel::EntityKey key,
                          const scenario::InitialPatient* known = nullptr);

}  // namespace asepsim::clinic
