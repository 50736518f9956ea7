// Barriers: the steps between the germs of one patient and another that can fail.
//
// What became of a wash or a cycle is hidden: of each needling the clinic records the chance that
// the last one of its head failed, given what could be seen, and of each exposure the part of its
// probability that goes through such a failure. Whether the other barriers held is on record: a
// decision is borne by the patient who meets what it left, which may be the next one.
// Shares of risk and importance follow from these facts (experiment/importance).
// Source: methods section 5 (importance measures from the ledger).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace asepsim::clinic {

enum class Barrier : std::uint8_t {
  wash,       ///< removes anything at all
  cycle,      ///< is run; this and the next four as the faults of a load (LoadFault)
  programme,  ///< the right one
  packing,
  loading,  ///< not too full
  air_removal,
  disinfection,      ///< between patients, instead of sterilizing
  unused_head,       ///< nobody was treated with it since it was sterile
  skin_preparation,  ///< this and the rest as moments of hygiene (Moment)
  contact_time,
  hands_before,
  fresh_gloves,
  hands_after,  ///< the previous patient of the same hands
  surfaces      ///< after the previous patient in the same place
};
inline constexpr std::size_t barriers = 14;
/// Those whose failure is hidden come first.
inline constexpr std::size_t hidden_barriers = 6;
/// The rest from here on are moments of hygiene, in their order.
inline constexpr std::size_t first_moment_barrier =
    static_cast<std::size_t>(Barrier::skin_preparation);

/// A number for each barrier whose failure is hidden.
using HiddenShares = std::array<float, hidden_barriers>;

}  // namespace asepsim::clinic
