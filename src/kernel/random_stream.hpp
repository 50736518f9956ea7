// Random numbers by address.
//
// Every random draw has an address: (seed, replication, entity, purpose, index). The same address
// gives the same number whatever else happens in the run, so two scenarios share the randomness of
// everything they have in common (common random numbers), and draws can be made in any order on any
// thread. Engine: Philox4x64-10 of Random123 (Salmon et al., SC'11), key = (seed, domain), counter
// = (index and block, entity, purpose, replication). Variates use Boost.Random distributions, each
// on its own address; uniforms are ((word >> 11) + 0.5) * 2^-53, inside (0, 1).
#pragma once

#include <cstdint>
#include <string_view>

#include "base/distribution.hpp"
#include "base/sim_time.hpp"
#include "kernel/quantile_table.hpp"

namespace asepsim::kernel {

/// 64-bit FNV-1a of a text; constexpr, for purposes and entity names.
constexpr std::uint64_t fnv1a(std::string_view text) {
  std::uint64_t h = 0xcbf29ce484222325ull;
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ull;
  return h;
}

/// What a draw is for, by registered name ("visit.punctuality").
struct Purpose {
  std::uint64_t id = 0;
  constexpr explicit Purpose(std::string_view name) : id(fnv1a(name)) {}
};

/// A scenario-invariant 64-bit name of an entity (patient = arrival source and ordinal there ...).
struct EntityKey {
  std::uint64_t value = 0;
};

/// Mixes parts into an entity key (order matters).
constexpr EntityKey entity_key(std::uint64_t a, std::uint64_t b, std::uint64_t c = 0) {
  auto mix = [](std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
    return z ^ (z >> 31);
  };
  return {mix((mix(mix(a + 0x9e3779b97f4a7c15ull) ^ b) + 0x9e3779b97f4a7c15ull) ^ c)};
}

/// The source of all draws of one replication.
class RandomSource {
 public:
  /// `domain` separates uses of one seed (0: the model; others: --independent, re-estimation).
  RandomSource(std::uint64_t seed, std::uint64_t replication, std::uint64_t domain = 0);

  /// Uniform in (0, 1).
  [[nodiscard]] double uniform(EntityKey entity, Purpose purpose, std::uint64_t index = 0) const;
  /// True with probability p (compares one uniform; monotone in p).
  [[nodiscard]] bool bernoulli(double p, EntityKey entity, Purpose purpose,
                               std::uint64_t index = 0) const;
  /// One variate of `distribution`.
  [[nodiscard]] double sample(const Distribution& distribution, EntityKey entity, Purpose purpose,
                              std::uint64_t index = 0) const;
  /// The same draw of its law, to 1e-9 of its range, many times faster if it is tabulated.
  [[nodiscard]] double sample(const QuantileTable& table, EntityKey entity, Purpose purpose,
                              std::uint64_t index = 0) const;
  /// One duration: the variate in microseconds, rounded to the nearest; negatives kept.
  [[nodiscard]] Duration duration(const Distribution& distribution, EntityKey entity,
                                  Purpose purpose, std::uint64_t index = 0) const;
  /// Standard exponential and standard normal variates.
  [[nodiscard]] double exponential(EntityKey entity, Purpose purpose,
                                   std::uint64_t index = 0) const;
  [[nodiscard]] double normal(EntityKey entity, Purpose purpose, std::uint64_t index = 0) const;
  /// Index drawn with the given cumulative weights (last must be the total).
  [[nodiscard]] std::size_t choice(const double* cumulative, std::size_t n, EntityKey entity,
                                   Purpose purpose, std::uint64_t index = 0) const;

 private:
  std::uint64_t seed_, replication_, domain_;
};

}  // namespace asepsim::kernel
