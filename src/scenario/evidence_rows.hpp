// The rows of the evidence table by subject, private to the room; evidence.hpp has the contract.
#pragma once

#include "scenario/evidence.hpp"

namespace asepsim::scenario {

std::span<const EvidenceRow> practice_rows();       // P
std::span<const EvidenceRow> skin_rows();           // S, D
std::span<const EvidenceRow> complication_rows();   // C
std::span<const EvidenceRow> comparator_rows();     // X, W
std::span<const EvidenceRow> sterilization_rows();  // I1 to I44
std::span<const EvidenceRow> hygiene_rows();        // I50 to I70
std::span<const EvidenceRow> infection_rows();      // R, B
std::span<const EvidenceRow> aftercare_rows();      // A
std::span<const EvidenceRow> operations_rows();     // O
std::span<const EvidenceRow> oversight_rows();      // G
std::span<const EvidenceRow> formula_rows();        // F
std::span<const EvidenceRow> outcome_rows();        // V

// Sources that several rows of a file share are written once, as constants there.

}  // namespace asepsim::scenario
