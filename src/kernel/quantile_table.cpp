#include "kernel/quantile_table.hpp"

#include <algorithm>
#include <boost/math/interpolators/cubic_hermite.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

#include "kernel/variates.hpp"

namespace asepsim::kernel {

struct QuantileTable::Spline {
  boost::math::interpolators::cardinal_cubic_hermite<std::vector<double>> over_score;
};

namespace {

constexpr double most_score = 7, step = 1.0 / 64;
constexpr int points = 2 * static_cast<int>(most_score / step) + 1;

double normal_density(double z) {
  return std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi);
}

bool is_tractable(const Distribution& law) {
  return law.family == Family::beta && law.a >= 1 && law.b >= 1;
}

}  // namespace

// Of the beta distribution between 0 and 1, over the score z: the slope is the density of the score
// over that of the value. Where a density is too small for a number there is no table.
QuantileTable::QuantileTable(const Distribution& law) : law_(law) {
  if (!is_tractable(law)) return;
  const Distribution standard{Family::beta, law.a, law.b, 0, 1};
  std::vector<double> values, slopes;
  for (int i = 0; i < points; ++i) {
    const double z = -most_score + i * step;
    values.push_back(detail::quantile(standard, detail::upper_tail(-z)));
    slopes.push_back(normal_density(z) /
                     boost::math::ibeta_derivative(law.a, law.b, values.back()));
    if (!std::isfinite(slopes.back())) return;
  }
  spline_ = std::make_shared<const Spline>(
      Spline{{std::move(values), std::move(slopes), -most_score, step}});
}

double QuantileTable::operator()(double u) const {
  const double z = spline_ ? detail::normal_quantile(u) : most_score;
  if (!(std::abs(z) < most_score)) return detail::quantile(law_, u);
  return law_.c + (law_.d - law_.c) * std::clamp(spline_->over_score(z), 0.0, 1.0);
}

}  // namespace asepsim::kernel
