// Outbreaks in two phases: a first transmission, and one that goes on.
#pragma once

#include "experiment/confidence_interval.hpp"

namespace asepsim::experiment {

/// Probability of an outbreak: `index` is the expected number of first transmissions (from the risk
/// ledger), `spread` the probability that one of them goes on to what is called an outbreak (by
/// forcing or splitting). First transmissions are independent and rare, so 1 - e^(-index x spread);
/// the interval combines the two relative half-widths on the log scale. Both need the same
/// confidence and a value > 0; otherwise there is no interval.
Estimate outbreak_probability(const Estimate& index, const Estimate& spread);

}  // namespace asepsim::experiment
