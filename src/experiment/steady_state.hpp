// Long runs: where the warm-up ends, and an interval from one run.
//
// Clinics are terminating systems by default. For a steady-state response the first observations
// carry the empty start; MSER-5 finds the truncation that makes the rest most precise. Batch means
// turn one long, autocorrelated run into nearly independent means.
// Source: methods section 2 (MSER-5: Hoad & Robinson 2011; batch means: Law).
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "experiment/confidence_interval.hpp"

namespace asepsim::experiment {

struct WarmUp {
  std::int64_t truncated = 0;  ///< observations to leave out, a multiple of 5
  double mser = 0;             ///< statistic at the minimum, in squared units of the response
  double mean = 0;             ///< of the observations kept
};

/// MSER-5 truncation. None when the run is shorter than 10 observations or the minimum lies at half
/// of it, which means that the run is too short to tell.
std::optional<WarmUp> mser5(std::span<const double> observations);

/// Mean of a run with Student's t over `batches` >= 2 batch means of equal size; observations that
/// do not fill the last batch are left out at the start.
Estimate batch_means(std::span<const double> observations, std::int64_t batches, double confidence);

}  // namespace asepsim::experiment
