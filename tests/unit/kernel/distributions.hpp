// One distribution of each family, for the tests of random variates.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "base/distribution.hpp"

namespace asepsim::kernel {

inline std::vector<Distribution> one_of_each_family() {
  return {
      Distribution::constant(4),
      Distribution::uniform(-1, 3),
      Distribution::triangular(1, 2, 6),
      Distribution::exponential(5),
      Distribution::normal(10, 3),
      Distribution::normal(10, 3, 9, std::numeric_limits<double>::infinity()),
      Distribution::lognormal_mean_sd(20, 10),
      Distribution::gamma(0.7, 3),
      Distribution::weibull(1.5, 8),
      Distribution::beta_mean_sd(3, 0.5, 1, 6),
      {Family::empirical, 0, 0, 0, 0, {1, 2, 2.5, 7}, {}},
      {Family::discrete, 0, 0, 0, 0, {10, 20, 40}, {0.25, 0.75, 1}},
      {Family::logistic, 2, 1.5, 0.4},
  };
}

/// FNV-1a over the bits of variates of the above: Boost 1.74, glibc 2.36.
inline std::vector<std::uint64_t> pinned_hashes() {
  return {
      0x9a033b178b17a745ull,  // constant
      0x9e7583c6319c4847ull,  // uniform
      0xf7a1020343186195ull,  // triangular
      0xad8a0b254056ffdfull,  // exponential
      0xf26a8d62390ef33full,  // normal
      0x70016fefe46892ceull,  // truncated
      0x0a2257a937c34c3full,  // lognormal
      0x14312d13e41d0382ull,  // gamma
      0xa88ba5142f0a8b64ull,  // weibull
      0x074872b2ff962761ull,  // beta
      0x4514f796af9ea308ull,  // empirical
      0xb5a33b178b17a745ull,  // discrete
      0x108c3b0c1b095ad8ull,  // logistic
  };
}

}  // namespace asepsim::kernel
