#include "kernel/quantile_table.hpp"

#include <algorithm>
#include <boost/math/interpolators/cubic_hermite.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <numbers>
#include <vector>

#include "kernel/variates.hpp"

namespace asepsim::kernel {
namespace {

using Hermite = boost::math::interpolators::cardinal_cubic_hermite<std::vector<double>>;

constexpr double least_score = -7, step = 1.0 / 64;
constexpr int points = 897;

double normal_density(double z) {
  return std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi);
}

double normal_share(double z) {
  return std::erfc(-z / std::numbers::sqrt2) / 2;
}

// Of the beta distribution between 0 and 1, over the score z: the slope is the density of the score
// over that of the value.
Hermite spline_of(double alpha, double beta) {
  const Distribution standard{Family::beta, alpha, beta, 0, 1};
  std::vector<double> values, slopes;
  for (int i = 0; i < points; ++i) {
    const double z = least_score + i * step;
    const double x = detail::quantile(standard, normal_share(z));
    values.push_back(x);
    slopes.push_back(normal_density(z) / boost::math::ibeta_derivative(alpha, beta, x));
  }
  return Hermite(std::move(values), std::move(slopes), least_score, step);
}

bool is_smooth(const Distribution& law) {
  return law.family == Family::beta && law.a >= 1 && law.b >= 1;
}

}  // namespace

struct QuantileTable::Spline {
  Hermite over_score;
};

QuantileTable::QuantileTable(const Distribution& law) : law_(law) {
  if (is_smooth(law)) spline_ = std::make_shared<const Spline>(Spline{spline_of(law.a, law.b)});
}

std::optional<double> QuantileTable::find(double u) const {
  if (!spline_) return std::nullopt;
  const double z = -std::numbers::sqrt2 * boost::math::erfc_inv(2 * u);
  if (!(std::abs(z) < -least_score)) return std::nullopt;
  return law_.c + (law_.d - law_.c) * std::clamp(spline_->over_score(z), 0.0, 1.0);
}

}  // namespace asepsim::kernel
