// Barriers: the steps between the germs of one patient and another that can fail.
//
// What became of a wash or a cycle is hidden: of each needling the clinic records the chance that
// the last one of its head failed, given what could be seen, and of each exposure the part of its
// probability that goes through such a failure. The other barriers are decisions on record, each
// with its probability: those of hygiene (Moment) and disinfecting instead of sterilizing. What a
// decision leaves is borne by the patient who meets it, which may be the next one.
// What each barrier is worth follows from these facts (experiment/importance).
// Source: methods section 5 (importance measures from the ledger).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace asepsim::clinic {

/// Barriers whose failure is hidden: the wash removes something at all; the cycle is run, with the
/// right programme, packed well, not too full, the air is removed, and it is not cut short (the
/// faults of a load, in their order).
inline constexpr std::size_t hidden_barriers = 7;
/// A soak or a wipe between patients is done.
inline constexpr std::size_t disinfection_barrier = hidden_barriers;
/// Moments of hygiene from here on, in their order.
inline constexpr std::size_t first_moment_barrier = hidden_barriers + 1;

/// A number for each barrier whose failure is hidden.
using HiddenShares = std::array<float, hidden_barriers>;

}  // namespace asepsim::clinic
