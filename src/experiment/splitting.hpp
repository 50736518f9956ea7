// Multilevel splitting with fixed effort: the probability of a rare state through easier ones.
//
// A state climbs levels 1, 2, ..., L; the rare event is to reach L. In generation k a fixed number
// of trials starts from copies of the states that reached level k - 1 and runs until level k or an
// end; the estimate is the product of the shares that arrive. Nothing is assumed of the model but
// that copying a state copies all of it and that its draws come from the trial it runs in: each
// trial has uniforms of its own (generation and trial are in their address), so copies part ways.
// Unbiased whatever the levels; a bad choice only costs precision. One result has no interval of
// its own, because trials share ancestors: repeat it under several replication numbers.
// Source: L'Ecuyer, Demers & Tuffin 2006.
#pragma once

#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "kernel/random_stream.hpp"

namespace asepsim::experiment {

/// The uniforms of one trial, in (0, 1), one after the other.
class TrialUniforms {
 public:
  TrialUniforms(const kernel::RandomSource& source, std::uint64_t generation, std::uint64_t trial)
      : source_(&source), entity_(kernel::entity_key(generation, trial)) {}
  double operator()() { return source_->uniform(entity_, purpose, index_++); }

 private:
  static constexpr kernel::Purpose purpose{"splitting.trial"};
  const kernel::RandomSource* source_;
  kernel::EntityKey entity_;
  std::uint64_t index_ = 0;
};

/// `reach(level, uniforms)` goes on until the level is reached (true) or cannot be any more.
template <class S>
concept Splittable = std::copyable<S> &&
    requires(S state, std::size_t level, TrialUniforms& uniforms) {
  { state.reach(level, uniforms) } -> std::same_as<bool>;
};

struct SplittingResult {
  double probability = 0;
  std::vector<std::uint64_t> reached{};  ///< trials that arrived, by level from 1
};

/// Starts all trials of the first generation from `start`. `effort` trials a generation, at least
/// 1; levels at least 1. Stops at the first level that nobody reaches.
template <Splittable S>
SplittingResult split(const S& start, std::size_t levels, std::uint64_t effort,
                      const kernel::RandomSource& source) {
  SplittingResult result{1, {}};
  std::vector<S> entries{start};
  for (std::size_t level = 1; level <= levels && !entries.empty(); ++level) {
    std::vector<S> arrived;
    for (std::uint64_t trial = 0; trial < effort; ++trial) {
      TrialUniforms uniforms(source, level, trial);
      const double place = uniforms() * static_cast<double>(entries.size());
      S state = entries[static_cast<std::size_t>(std::floor(place))];
      if (state.reach(level, uniforms)) arrived.push_back(std::move(state));
    }
    result.reached.push_back(arrived.size());
    result.probability *= static_cast<double>(arrived.size()) / static_cast<double>(effort);
    entries = std::move(arrived);
  }
  return result;
}

}  // namespace asepsim::experiment
