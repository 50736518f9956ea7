#include "clinic/slot_book.hpp"

#include <algorithm>
#include <bit>

#include "scenario/slot_places.hpp"

namespace asepsim::clinic {
namespace {

constexpr std::size_t word_bits = 64;

}  // namespace

SlotBook::SlotBook(const OpeningHours& hours, const scenario::Booking& booking, SimTime end)
    : horizon_(booking.horizon), slot_(booking.slot), squeeze_after_(booking.squeeze_after) {
  for (const Interval& open : hours.intervals()) {
    const SimTime last = std::min(open.to - booking.last_slot_before_closing, end);
    for (SimTime at = open.from; at <= last; at += booking.slot) {
      places_.push_back(scenario::places_of_slot(starts_.size(), booking));
      starts_.push_back(at);
    }
  }
  free_.assign((starts_.size() + word_bits - 1) / word_bits, 0);
  squeezable_ = free_;
  for (std::size_t i = 0; i < starts_.size(); ++i) {
    set(free_, i, places_[i] > 0);
    set(squeezable_, i, scenario::spread_evenly(i, booking.squeeze_in) > 0);
  }
}

void SlotBook::set(Bits& bits, std::size_t slot, bool value) {
  const std::uint64_t bit = 1ull << (slot % word_bits);
  std::uint64_t& word = bits[slot / word_bits];
  word = value ? word | bit : word & ~bit;
}

std::size_t SlotBook::first(const Bits& bits, std::size_t from) const {
  for (std::size_t w = from / word_bits; w < bits.size(); ++w) {
    std::uint64_t word = bits[w];
    if (w == from / word_bits) word &= ~0ull << (from % word_bits);
    if (word != 0) return w * word_bits + static_cast<std::size_t>(std::countr_zero(word));
  }
  return starts_.size();
}

SimTime SlotBook::time_in_mind(SimTime wanted, double u) const {
  const auto first = std::lower_bound(starts_.begin(), starts_.end(), wanted);
  if (first == starts_.end() || *first - wanted < slot_) return wanted;
  const auto end = std::lower_bound(first, starts_.end(), midnight_before(*first) + days(1));
  const auto slots = static_cast<double>(end - first);
  return *(first + static_cast<std::ptrdiff_t>(u * slots));
}

std::optional<std::size_t> SlotBook::book(SimTime wanted, SimTime asked) {
  const SimTime from = std::max(wanted, asked);
  const auto begin = std::lower_bound(starts_.begin(), starts_.end(), from) - starts_.begin();
  const std::size_t free = first(free_, static_cast<std::size_t>(begin));
  if (free >= starts_.size() || starts_[free] > from + squeeze_after_) {
    const std::size_t squeezed = first(squeezable_, static_cast<std::size_t>(begin));
    if (squeezed < starts_.size() && starts_[squeezed] <= from + squeeze_after_) {
      places_[squeezed] = -1;  // it was full, or it would have been the free one
      set(squeezable_, squeezed, false);
      return squeezed;
    }
  }
  if (free >= starts_.size() || starts_[free] > from + horizon_) return {};
  if (--places_[free] == 0) set(free_, free, false);
  return free;
}

std::optional<std::size_t> SlotBook::take(SimTime at) {
  const auto found = std::lower_bound(starts_.begin(), starts_.end(), at);
  if (found == starts_.end() || *found != at) return {};
  const auto slot = static_cast<std::size_t>(found - starts_.begin());
  if (places_[slot] <= 0) return {};
  if (--places_[slot] == 0) set(free_, slot, false);
  return slot;
}

void SlotBook::give_back(std::size_t slot) {
  const bool was_squeezed = ++places_[slot] == 0;
  set(was_squeezed ? squeezable_ : free_, slot, true);
}

}  // namespace asepsim::clinic
