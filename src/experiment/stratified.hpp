// Strata: rare days are simulated on purpose and weighed by how rare they are.
//
// A common cause (the sterilizer is down, a batch is bad) makes a rare stratum that holds little of
// the time and much of the harm, nearly all of it where clusters are concerned. Each stratum is
// simulated by itself; the estimate is the sum of weight x mean. Strata are independent.
// Source: Cochran 1977, chapter 5 (Neyman's allocation, degrees of freedom after Satterthwaite).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "experiment/confidence_interval.hpp"

namespace asepsim::experiment {

/// What was simulated under one state of the cause.
struct Stratum {
  double weight = 0;  ///< probability of the state; all sum to 1
  std::int64_t n = 0;
  double mean = 0, variance = 0;  ///< sample variance, with n - 1
};

/// Sum of weight x mean, how precise it is, and the degrees of freedom of that (Satterthwaite).
struct StratifiedMean {
  double value = 0;
  std::int64_t n = 0;
  double standard_error = 0, degrees = 1;
  bool known = false;  ///< false: a stratum with weight has fewer than two observations
};
StratifiedMean mean_over(std::span<const Stratum> strata);

/// The same with Student's interval.
Estimate stratified(std::span<const Stratum> strata, double confidence);

/// Shares out `total` observations in proportion to weight x standard deviation, at least two for
/// each stratum with weight; what rounding leaves goes to the largest remainders.
std::vector<std::int64_t> neyman_allocation(std::span<const Stratum> strata, std::int64_t total);

}  // namespace asepsim::experiment
