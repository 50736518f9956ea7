#include "kernel/variates.hpp"

#include <algorithm>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <numbers>

namespace asepsim::kernel::detail {
namespace {

// The inverse is found by iteration; digits beyond these cost as much as the rest of a needling.
using ten_digits = boost::math::policies::policy<boost::math::policies::digits10<10>>;

// Inversion within [F(min), F(max)] of the lower tail. A window above the mean is mirrored, so that
// the tail probabilities are small numbers with full precision and not differences from 1.
double truncated_standard(double z_min, double z_max, double u) {
  if (z_min > 0) return -truncated_standard(-z_max, -z_min, 1 - u);
  const double p_min = upper_tail(-z_min);
  const double p_max = upper_tail(-z_max);
  const double p = p_min + u * (p_max - p_min);
  if (p <= 0) return z_max;  // beyond 38 sd all that can be said is: at the bound nearer the mean
  return std::clamp(normal_quantile(std::min(p, 1 - 0x1p-53)), z_min, z_max);
}

double truncated_normal(const Distribution& d, double u) {
  if (d.b <= 0) return std::clamp(d.a, d.c, d.d);
  const double z = truncated_standard((d.c - d.a) / d.b, (d.d - d.a) / d.b, u);
  return std::clamp(d.a + d.b * z, d.c, d.d);
}

double triangular(double min, double mode, double max, double u) {
  if (max <= min) return min;
  const double below = (mode - min) / (max - min);
  if (u < below) return min + std::sqrt(u * (max - min) * (mode - min));
  return max - std::sqrt((1 - u) * (max - min) * (max - mode));
}

// Linear interpolation between the order statistics, from the smallest to the largest.
double empirical(const std::vector<double>& values, double u) {
  const double position = u * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(position);
  if (below + 1 >= values.size()) return values.back();
  return std::lerp(values[below], values[below + 1], position - static_cast<double>(below));
}

// Generalised logistic, type I: F(x) = (1 + exp(-(x - location) / scale))^-shape.
double generalised_logistic(double location, double scale, double shape, double u) {
  const double t = -std::log(u) / shape;
  return location - scale * (t + std::log(-std::expm1(-t)));
}

}  // namespace

double normal_quantile(double p) {
  return -std::numbers::sqrt2 * boost::math::erfc_inv(2 * p);
}

double upper_tail(double z) {
  return std::erfc(z / std::numbers::sqrt2) / 2;
}

double quantile(const Distribution& d, double u) {
  switch (d.family) {
    case Family::constant:
      return d.a;
    case Family::uniform:
      return d.a + (d.b - d.a) * u;
    case Family::triangular:
      return triangular(d.a, d.b, d.c, u);
    case Family::exponential:
      return -d.a * std::log(1 - u);
    case Family::normal:
      return truncated_normal(d, u);
    case Family::lognormal:
      return std::exp(d.a + d.b * normal_quantile(u));
    case Family::gamma:
      return d.b * boost::math::gamma_p_inv(d.a, u);
    case Family::weibull:
      return d.b * std::pow(-std::log(1 - u), 1 / d.a);
    case Family::beta:
      return d.c + (d.d - d.c) * boost::math::ibeta_inv(d.a, d.b, u, ten_digits());
    case Family::empirical:
      return empirical(d.values, u);
    case Family::discrete:
      return d.values[index_at(d.cumulative.data(), d.values.size(), u * d.cumulative.back())];
    case Family::logistic:
      return generalised_logistic(d.a, d.b, d.c, u);
  }
  return d.a;
}

std::size_t index_at(const double* cumulative, std::size_t n, double x) {
  const auto found =
      static_cast<std::size_t>(std::upper_bound(cumulative, cumulative + n, x) - cumulative);
  return std::min(found, n - 1);
}

double standard_normal(AddressedEngine& engine) {
  return boost::random::normal_distribution<double>{}(engine);
}

}  // namespace asepsim::kernel::detail
