// Means of the distributions in closed form.
#include <algorithm>
#include <boost/math/special_functions/digamma.hpp>
#include <cmath>
#include <numbers>

#include "base/distribution.hpp"

namespace asepsim::inline base {
namespace {

double density(double z) {
  return std::isfinite(z) ? std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi) : 0.0;
}

double between(double z_min, double z_max) {
  constexpr double root = std::numbers::sqrt2;
  if (z_min > 0) return (std::erfc(z_min / root) - std::erfc(z_max / root)) / 2;
  return (std::erfc(-z_max / root) - std::erfc(-z_min / root)) / 2;
}

double mean_of_normal(const Distribution& d) {
  if (!is_truncated(d)) return d.a;
  if (d.b <= 0) return std::clamp(d.a, d.c, d.d);
  const double z_min = (d.c - d.a) / d.b;
  const double z_max = (d.d - d.a) / d.b;
  const double mass = between(z_min, z_max);
  if (mass <= 0) return std::clamp(d.a, d.c, d.d);
  return std::clamp(d.a + d.b * (density(z_min) - density(z_max)) / mass, d.c, d.d);
}

// The interpolated sample is uniform between neighbours, each interval equally likely.
double mean_of_empirical(const std::vector<double>& values) {
  if (values.size() == 1) return values.front();
  double sum = -(values.front() + values.back()) / 2;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size() - 1);
}

double mean_of_discrete(const Distribution& d) {
  double sum = 0;
  double before = 0;
  for (std::size_t i = 0; i < d.values.size(); ++i) {
    sum += d.values[i] * (d.cumulative[i] - before);
    before = d.cumulative[i];
  }
  return sum / d.cumulative.back();
}

}  // namespace

bool is_truncated(const Distribution& normal) {
  return std::isfinite(normal.c) || std::isfinite(normal.d);
}

double mean_of(const Distribution& d) {
  switch (d.family) {
    case Family::constant:
    case Family::exponential:
      return d.a;
    case Family::uniform:
      return (d.a + d.b) / 2;
    case Family::triangular:
      return (d.a + d.b + d.c) / 3;
    case Family::normal:
      return mean_of_normal(d);
    case Family::lognormal:
      return std::exp(d.a + d.b * d.b / 2);
    case Family::gamma:
      return d.a * d.b;
    case Family::weibull:
      return d.b * std::tgamma(1 + 1 / d.a);
    case Family::beta:
      return d.c + (d.d - d.c) * d.a / (d.a + d.b);
    case Family::empirical:
      return mean_of_empirical(d.values);
    case Family::discrete:
      return mean_of_discrete(d);
    case Family::logistic:
      return d.a + d.b * (boost::math::digamma(d.c) + std::numbers::egamma);
  }
  return d.a;
}

}  // namespace asepsim::inline base
