// How many patients a slot of the appointment book takes: one rule for the book and for validation.
//
// Slots are counted from 0, from the first opening of the run on. What is a share of all slots is
// spread evenly over them: with overbooking 0.1 and 2 places, every fifth slot has three. Pure.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>

#include "scenario/patients.hpp"

namespace asepsim::scenario {

/// How many of `share` x slots fall on the i-th slot if they are spread evenly.
inline std::int32_t spread_evenly(std::size_t i, double share) {
  const auto so_far = std::floor(static_cast<double>(i + 1) * share + 1e-9);
  const auto before = std::floor(static_cast<double>(i) * share + 1e-9);
  return static_cast<std::int32_t>(so_far - before);
}

/// Places of the i-th slot, those of overbooking included.
inline std::int32_t places_of_slot(std::size_t i, const Booking& booking) {
  const auto places = static_cast<double>(booking.per_slot);
  return static_cast<std::int32_t>(booking.per_slot) +
         spread_evenly(i, booking.overbooking * places);
}

}  // namespace asepsim::scenario
