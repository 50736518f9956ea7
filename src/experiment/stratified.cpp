#include "experiment/stratified.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "experiment/reference_law.hpp"

namespace asepsim::experiment {
namespace {

constexpr std::string_view method = "strata, Student t";
constexpr std::int64_t fewest = 2;

double error_squared(const Stratum& stratum) {
  return stratum.weight * stratum.weight * stratum.variance / static_cast<double>(stratum.n);
}

// Shares of `total` in proportion to `sizes`, in whole numbers that sum to it.
std::vector<std::int64_t> shared_out(const std::vector<double>& sizes, std::int64_t total) {
  const double all = std::accumulate(sizes.begin(), sizes.end(), 0.0);
  std::vector<std::int64_t> shares(sizes.size());
  if (!(all > 0)) return shares;
  std::vector<std::pair<double, std::size_t>> remainders;
  std::int64_t left = total;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const double exact = static_cast<double>(total) * sizes[i] / all;
    shares[i] = static_cast<std::int64_t>(std::floor(exact));
    left -= shares[i];
    remainders.emplace_back(static_cast<double>(shares[i]) - exact, i);
  }
  std::sort(remainders.begin(), remainders.end());
  for (std::size_t i = 0; left > 0 && i < remainders.size(); ++i, --left) {
    ++shares[remainders[i].second];
  }
  return shares;
}

}  // namespace

StratifiedMean mean_over(std::span<const Stratum> strata) {
  StratifiedMean mean{.known = !strata.empty()};
  double variance = 0, spread = 0;
  for (const Stratum& stratum : strata) {
    mean.value += stratum.weight * stratum.mean;
    mean.n += stratum.n;
    if (!(stratum.weight > 0)) continue;
    mean.known &= stratum.n >= fewest;
    if (!mean.known) continue;
    const double part = error_squared(stratum);
    variance += part;
    spread += part * part / static_cast<double>(stratum.n - 1);
  }
  mean.standard_error = std::sqrt(variance);
  if (spread > 0) mean.degrees = variance * variance / spread;
  return mean;
}

Estimate stratified(std::span<const Stratum> strata, double confidence) {
  const StratifiedMean mean = mean_over(strata);
  if (!mean.known) return without_interval(mean.value, mean.n, method);
  const double half =
      student_quantile(1 - (1 - confidence) / 2, mean.degrees) * mean.standard_error;
  return make_estimate(mean.value, {mean.value - half, mean.value + half}, mean.n, method);
}

std::vector<std::int64_t> neyman_allocation(std::span<const Stratum> strata, std::int64_t total) {
  std::vector<double> sizes;
  for (const Stratum& stratum : strata) {
    sizes.push_back(stratum.weight * std::sqrt(std::max(0.0, stratum.variance)));
  }
  std::vector<std::int64_t> shares = shared_out(sizes, total);
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (strata[i].weight > 0) shares[i] = std::max(shares[i], fewest);
  }
  return shares;
}

}  // namespace asepsim::experiment
