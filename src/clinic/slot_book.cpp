#include "clinic/slot_book.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace asepsim::clinic {
namespace {

constexpr std::size_t word_bits = 64;

// Places of the i-th slot: overbooked places are spread evenly over the slots.
std::int32_t places_of(std::size_t i, const scenario::Booking& booking) {
  const double extra = booking.overbooking.value * static_cast<double>(booking.per_slot);
  const auto so_far = std::floor(static_cast<double>(i + 1) * extra + 1e-9);
  const auto before = std::floor(static_cast<double>(i) * extra + 1e-9);
  return static_cast<std::int32_t>(booking.per_slot) + static_cast<std::int32_t>(so_far - before);
}

}  // namespace

SlotBook::SlotBook(const OpeningHours& hours, const scenario::Booking& booking, SimTime end)
    : horizon_(booking.horizon), slot_(booking.slot) {
  for (const Interval& open : hours.intervals()) {
    const SimTime last = std::min(open.to - booking.last_slot_before_closing, end);
    for (SimTime at = open.from; at <= last; at += booking.slot) {
      places_.push_back(places_of(starts_.size(), booking));
      starts_.push_back(at);
    }
  }
  free_.assign((starts_.size() + word_bits - 1) / word_bits, 0);
  for (std::size_t i = 0; i < starts_.size(); ++i) set_free(i, places_[i] > 0);
}

void SlotBook::set_free(std::size_t slot, bool free) {
  const std::uint64_t bit = 1ull << (slot % word_bits);
  std::uint64_t& word = free_[slot / word_bits];
  word = free ? word | bit : word & ~bit;
}

std::size_t SlotBook::first_free(std::size_t from) const {
  for (std::size_t w = from / word_bits; w < free_.size(); ++w) {
    std::uint64_t word = free_[w];
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
  const auto first = std::lower_bound(starts_.begin(), starts_.end(), std::max(wanted, asked));
  const std::size_t slot = first_free(static_cast<std::size_t>(first - starts_.begin()));
  if (slot >= starts_.size() || starts_[slot] > std::max(wanted, asked) + horizon_) return {};
  if (--places_[slot] == 0) set_free(slot, false);
  return slot;
}

void SlotBook::give_back(std::size_t slot) {
  ++places_[slot];
  set_free(slot, true);
}

}  // namespace asepsim::clinic
