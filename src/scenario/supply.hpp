// The stock of a consumable: what is there at the start, what is ordered when, how long it keeps.
//
// A consumable without a supply is never lacking. With one, an order of whole packs is placed
// whenever what is there, what is on its way and what patients wait for together come down to the
// reorder point (an (s, Q) policy with continuous review); it is delivered after the lead time.
// Each delivery keeps for its shelf life; what expires first is used first. Units are paid when
// they are used or expire: one that never runs out costs what the same use costs without a supply.
#pragma once

#include <cstdint>
#include <optional>

#include "scenario/sourced.hpp"

namespace asepsim::scenario {

/// What happens to a step that finds too few of a consumable.
enum class WhenOut : std::uint8_t {
  wait,    ///< the patient waits for the next delivery, until midnight at the latest, or until
           ///< closing time where the clinic is open at midnight
  cancel,  ///< the visit ends
  buy      ///< what is lacking is bought at once, at a higher price
};

struct Supply {
  std::int64_t stock = 0;                       ///< units at the start of the run
  std::optional<std::int64_t> reorder_point{};  ///< none: nothing is ever ordered
  std::optional<std::int64_t> pack{};           ///< units of one pack
  std::optional<Variate> lead_time{};           ///< from order to delivery, day and night
  std::optional<Variate> shelf_life{};          ///< of a delivery; none: it keeps for ever
  WhenOut when_empty = WhenOut::wait;
  Number premium{2.0};  ///< buy: times the price
  bool operator==(const Supply&) const = default;
};

}  // namespace asepsim::scenario
