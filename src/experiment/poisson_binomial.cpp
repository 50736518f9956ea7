#include "experiment/poisson_binomial.hpp"

#include <cstddef>

namespace asepsim::experiment {

namespace {

/// Distribution of the count with everything from `top` upwards collected in the last entry.
std::vector<double> counted_up_to(std::size_t top, std::span<const double> probabilities) {
  std::vector<double> count(top + 1, 0.0);
  count[0] = 1.0;
  for (const double p : probabilities) {
    if (top > 0) count[top] += count[top - 1] * p;  // once at the top, an event changes nothing
    for (std::size_t k = top; k-- > 1;) count[k] = count[k] * (1.0 - p) + count[k - 1] * p;
    if (top > 0) count[0] *= 1.0 - p;
  }
  return count;
}

}  // namespace

std::vector<double> poisson_binomial(std::span<const double> probabilities) {
  return counted_up_to(probabilities.size(), probabilities);
}

double at_least(std::int64_t k, std::span<const double> probabilities) {
  if (k <= 0) return 1.0;
  if (k > static_cast<std::int64_t>(probabilities.size())) return 0.0;
  return counted_up_to(static_cast<std::size_t>(k), probabilities).back();
}

}  // namespace asepsim::experiment
