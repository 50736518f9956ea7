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

Estimate stratified(std::span<const Stratum> strata, double confidence) {
  double value = 0, variance = 0, spread = 0;
  std::int64_t n = 0;
  bool enough = !strata.empty();
  for (const Stratum& stratum : strata) {
    value += stratum.weight * stratum.mean;
    n += stratum.n;
    if (!(stratum.weight > 0)) continue;
    enough &= stratum.n >= fewest;
    if (!enough) continue;
    const double part = error_squared(stratum);
    variance += part;
    spread += part * part / static_cast<double>(stratum.n - 1);
  }
  if (!enough) return without_interval(value, n, method);
  const double degrees = spread > 0 ? variance * variance / spread : 1;
  const double half_width =
      student_quantile(1 - (1 - confidence) / 2, degrees) * std::sqrt(variance);
  return make_estimate(value, {value - half_width, value + half_width}, n, method);
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
