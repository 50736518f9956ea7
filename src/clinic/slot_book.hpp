// The appointment book: slots with a number of places each.
//
// A slot begins every `slot` from each opening until `last_slot_before_closing` before that
// closing. Overbooking adds places evenly: with 0.1 and 2 places, every fifth slot has three. A
// place that is given back (cancelled in time) can be booked again. When the next free place is
// far away, patients are squeezed in: some slots, spread evenly, then take one more.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "clinic/opening_hours.hpp"
#include "scenario/patients.hpp"

namespace asepsim::clinic {

class SlotBook {
 public:
  SlotBook() = default;
  /// No slot begins after `end`, the end of the run.
  SlotBook(const OpeningHours& hours, const scenario::Booking& booking, SimTime end);

  /// The time somebody has in mind who wants to come around `wanted`: that time if the book has a
  /// slot then, else one of the slots of the next day that has any, `u` in (0, 1) of the way
  /// through.
  [[nodiscard]] SimTime time_in_mind(SimTime wanted, double u) const;
  /// Books the first free place from `wanted` on, at most `horizon` after `asked`; its index.
  std::optional<std::size_t> book(SimTime wanted, SimTime asked);
  /// Takes a place in the slot that begins at `at`; none if there is no such slot or place.
  std::optional<std::size_t> take(SimTime at);
  /// Gives the place back.
  void give_back(std::size_t slot);
  [[nodiscard]] SimTime start_of(std::size_t slot) const { return starts_[slot]; }
  [[nodiscard]] std::size_t size() const { return starts_.size(); }
  [[nodiscard]] std::int64_t places_left(std::size_t slot) const { return places_[slot]; }

 private:
  using Bits = std::vector<std::uint64_t>;  // a bit per slot
  static void set(Bits& bits, std::size_t slot, bool value);
  [[nodiscard]] std::size_t first(const Bits& bits, std::size_t from) const;

  std::vector<SimTime> starts_;
  std::vector<std::int32_t> places_;  // -1: one was squeezed in
  Bits free_, squeezable_;
  Duration horizon_{}, slot_{}, squeeze_after_{};
};

}  // namespace asepsim::clinic
