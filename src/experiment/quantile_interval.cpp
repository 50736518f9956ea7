// Quantiles by order statistics: no assumption on the distribution.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "experiment/confidence_interval.hpp"
#include "experiment/reference_law.hpp"

namespace asepsim::experiment {

namespace {

/// Smallest x in [0, n] with P(Binomial(n, q) <= x) >= probability.
std::int64_t binomial_quantile(std::int64_t n, double q, double probability) {
  std::int64_t low = -1, high = n;
  while (high - low > 1) {
    const std::int64_t middle = low + (high - low) / 2;
    (binomial_cdf(middle, n, q) >= probability ? high : low) = middle;
  }
  return high;
}

/// Linear interpolation between order statistics of sorted values.
double interpolated(const std::vector<double>& sorted, double quantile) {
  const double place = quantile * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - std::floor(place)) * (sorted[above] - sorted[below]);
}

}  // namespace

std::optional<OrderRanks> order_statistic_ranks(std::int64_t n, double quantile,
                                                double confidence) {
  if (n < 1) return std::nullopt;
  const double tail = (1.0 - confidence) / 2.0;
  // x(j) lies above the quantile with P(Bin <= j - 1), x(k) below it with P(Bin >= k).
  std::int64_t low = binomial_quantile(n, quantile, tail);
  if (binomial_cdf(low, n, quantile) <= tail) ++low;  // the tail is met exactly
  const std::int64_t high = binomial_quantile(n, quantile, 1.0 - tail) + 1;
  if (low < 1 || high > n) return std::nullopt;
  const double achieved = binomial_cdf(high - 1, n, quantile) - binomial_cdf(low - 1, n, quantile);
  return OrderRanks{low, high, achieved};
}

Estimate quantile_interval(std::vector<double> values, double quantile, double confidence) {
  constexpr std::string_view method = "order statistics";
  const auto n = static_cast<std::int64_t>(values.size());
  if (n == 0) return without_interval(0.0, 0, method);
  std::sort(values.begin(), values.end());
  const double value = interpolated(values, quantile);
  const auto ranks = order_statistic_ranks(n, quantile, confidence);
  if (!ranks) return without_interval(value, n, method);
  const auto at_rank = [&](std::int64_t rank) {
    return values[static_cast<std::size_t>(rank - 1)];
  };
  return make_estimate(value, {at_rank(ranks->low), at_rank(ranks->high)}, n, method);
}

std::int64_t wilks_sample_size(double quantile, double confidence, std::int64_t order) {
  std::int64_t n = order;
  while (binomial_cdf(n - order, n, quantile) < confidence) ++n;
  return n;
}

}  // namespace asepsim::experiment
