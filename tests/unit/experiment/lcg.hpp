// A small generator for coverage studies: fixed seed, so every run draws the same numbers.
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>

namespace asepsim::experiment {

/// 64-bit linear congruential generator (Knuth's MMIX constants); the upper bits are used.
class Lcg {
 public:
  explicit Lcg(std::uint64_t seed) : state_(seed) {}

  /// Uniform in (0, 1).
  double uniform() {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return (static_cast<double>(state_ >> 11) + 0.5) * 0x1p-53;
  }
  /// Standard normal (Box-Muller, one of the pair).
  double normal() {
    const double radius = std::sqrt(-2.0 * std::log(uniform()));
    return radius * std::cos(2.0 * std::numbers::pi * uniform());
  }

 private:
  std::uint64_t state_;
};

}  // namespace asepsim::experiment
