// Gates: tilted estimates that must not be believed.
//
// Importance sampling is unbiased, and still silently wrong when the ratios degenerate: nearly all
// of the expectation then sits in draws that a run never meets, and estimate and interval are both
// far too small. Three signs show it. The ratios must have mean 1; they must be worth enough equal
// ones (Kish's effective size); and no single one may carry the sum. The ratios are those of all
// lineages at their end, or of all exposures that could have been, harmless ones included, in
// blocks that are independent of each other (replications).
// Source: methods of rare-event simulation, L'Ecuyer & Demers 2006; effective size Kish 1965.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "clinic/branching.hpp"

namespace asepsim::experiment {

/// Standard errors by which the mean ratio may miss 1: a false alarm once in 16,000 runs.
inline constexpr double most_standard_errors = 4;
/// Effective by actual sample size.
inline constexpr double least_effective_share = 0.05;
/// Share of the largest ratio in the sum of all.
inline constexpr double most_weight_share = 0.05;

using clinic::RatioSum;

/// Whose ratios they are.
enum class Population : std::uint8_t {
  complete,  ///< every lineage or exposure that could have been: the mean must be 1
  harmful    ///< only those that came to something: their mean says nothing
};

enum class Gate : std::uint8_t {
  not_needed,      ///< nothing was tilted
  passed,          ///< no sign of a wrong estimate
  mean_ratio,      ///< refused: the ratios do not have mean 1
  effective_size,  ///< refused: too few ratios count
  largest_weight,  ///< refused: one ratio carries too much
  nothing_drawn    ///< refused: nothing came of a decision that is drawn, so nothing is known
};

struct GateReport {
  Gate gate = Gate::not_needed;
  double mean_ratio = 1;
  double standard_error = 0;   ///< of the mean ratio, from the blocks
  double effective_share = 1;  ///< effective sample size / n
  double largest_share = 0;    ///< largest ratio / sum; 0 without ratios
};

/// Judges all ratios together; the first gate that refuses names the verdict.
GateReport judge_ratios(std::span<const RatioSum> blocks,
                        Population population = Population::complete);

constexpr bool refuses(Gate gate) {
  return gate != Gate::not_needed && gate != Gate::passed;
}

/// "passed", "refused: mean likelihood ratio is not 1" ...
std::string_view word(Gate gate);

}  // namespace asepsim::experiment
