// The number of events among independent exposures that each have a probability of their own.
//
// The risk ledger writes one probability per exposure; a cluster is at least k infections in a
// window. Sums hold positive terms only, so that 1e-12 keeps its digits. Exposures that share a
// source or a shock are dependent: condition on that first, then mix.
// Source: methods section 4.1.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace asepsim::experiment {

/// Probabilities of 0, 1, ..., n events. Costs n^2.
std::vector<double> poisson_binomial(std::span<const double> probabilities);

/// P(at least k events), k >= 0; 1 for k = 0. Costs n k.
double at_least(std::int64_t k, std::span<const double> probabilities);

}  // namespace asepsim::experiment
