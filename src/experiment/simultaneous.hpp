// Critical values for several comparisons at once, and for choosing the best of several systems.
//
// Holm (comparison.hpp) holds whatever the dependence and is the default under common random
// numbers. The constants here are for independent systems with equal n (Dunnett against a base,
// Tukey for all pairs, Rinott for selection) and for sequential selection (Kim & Nelson), which
// uses the variance of differences and so gains from common random numbers. OCBA tells how to
// share a budget of replications.
// Source: methods section 3.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace asepsim::experiment {

/// Dunnett's critical value for `k` comparisons with one base, `degrees` of freedom of the pooled
/// variance, overall error `alpha`; equal n, so correlation 1/2. Two-sided: max |T| <= d.
double dunnett_two_sided(int k, double degrees, double alpha);
/// One-sided: max T <= d.
double dunnett_one_sided(int k, double degrees, double alpha);

/// Tukey's studentized range q of `k` means.
double tukey_range(int k, double degrees, double alpha);

/// Rinott's h for selecting the best of `k` systems with probability `correct` after a first stage
/// of `first_stage` replications: N_i = max(n0, ceil(h^2 S_i^2 / delta^2)).
double rinott_constant(int k, std::int64_t first_stage, double correct);

/// Constants of Kim and Nelson's sequential selection.
struct SelectionConstants {
  double eta = 0;
  double h_squared = 0;
};

/// For `k` systems, error `alpha`, `first_stage` replications each. Under common random numbers the
/// Bonferroni form is due; the sharper form needs independent systems.
SelectionConstants kim_nelson(int k, double alpha, std::int64_t first_stage,
                              bool common_random_numbers);

/// Half-width of Kim & Nelson's continuation region after r replications, max(0, (delta/2r)(h^2
/// S^2/delta^2 - r)); S^2 is the variance of the difference of two systems. A system whose mean
/// trails another's by more is eliminated.
double selection_tolerance(const SelectionConstants& constants, double difference_variance,
                           double indifference, std::int64_t replications);

/// OCBA: shares of the next replications for finding the smallest mean, summing to 1. Means must
/// differ from the smallest; sds are positive.
std::vector<double> ocba_shares(std::span<const double> means, std::span<const double> sds);

}  // namespace asepsim::experiment
