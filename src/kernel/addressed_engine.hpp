// The counter-based engine behind RandomSource, private to this room.
//
// Philox4x64-10 of Random123: four 64-bit words for each (counter, key), handed out first word
// first. The counter's first word is index * 2^16 + block, so that a rejection sampler may use up
// to 65,536 blocks for one variate without touching the next index. Meets the requirements of a
// uniform random bit generator, so Boost.Random distributions can draw from it.
#pragma once

#include <Random123/philox.h>

#include <algorithm>
#include <cstdint>
#include <limits>

namespace asepsim::kernel::detail {

inline constexpr unsigned block_bits = 16;

/// ((word >> 11) + 0.5) * 2^-53. For the largest words the sum rounds up to a whole 2^53 and would
/// give 1; it is kept inside (0, 1).
inline double unit_interval(std::uint64_t word) {
  constexpr double largest = 1.0 - 0x1p-53;
  return std::min((static_cast<double>(word >> 11) + 0.5) * 0x1p-53, largest);
}

class AddressedEngine {
 public:
  using Philox = r123::Philox4x64_R<10>;
  using Counter = Philox::ctr_type;
  using Key = Philox::key_type;
  using result_type = std::uint64_t;

  AddressedEngine(const Counter& counter, const Key& key) : counter_(counter), key_(key) {}

  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

  /// The first word of the block at `counter`.
  static std::uint64_t first_word(const Counter& counter, const Key& key) {
    return Philox{}(counter, key)[0];
  }

  result_type operator()() {
    if (used_ == words) next_block();
    return block_[used_++];
  }

 private:
  static constexpr unsigned words = 4;

  void next_block() {
    block_ = Philox{}(counter_, key_);
    ++counter_[0];
    used_ = 0;
  }

  Counter counter_;
  Key key_;
  Counter block_{};
  unsigned used_ = words;
};

}  // namespace asepsim::kernel::detail
