#include "experiment/simultaneous.hpp"

#include <algorithm>
#include <boost/math/tools/toms748_solve.hpp>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>

#include "experiment/reference_law.hpp"

namespace asepsim::experiment {

namespace {

/// Trapezoids over [low, high]: exponentially accurate for what vanishes smoothly at both ends.
template <class Function>
double integral(Function f, double low, double high) {
  constexpr int steps = 160;
  const double width = (high - low) / steps;
  double sum = (f(low) + f(high)) / 2;
  for (int i = 1; i < steps; ++i) sum += f(low + i * width);
  return sum * width;
}

/// Mean of g(z) over a standard normal z.
template <class Function>
double over_normal(Function g) {
  constexpr double far = 8.5;
  const double scale = 1 / std::sqrt(2 * std::numbers::pi);
  return integral([&](double z) { return g(z) * std::exp(-z * z / 2) * scale; }, -far, far);
}

/// Mean of g(s) over s = sqrt(chi-squared / degrees), integrated over u = ln s, where the density
/// is 2 (v/2)^(v/2) / Gamma(v/2) exp(v u - v e^(2u) / 2).
template <class Function>
double over_chi(double v, Function g) {
  const double log_scale = std::log(2.0) + v / 2 * std::log(v / 2) - std::lgamma(v / 2);
  const auto density = [&](double u) {
    return std::exp(log_scale + v * u - v * std::exp(2 * u) / 2);
  };
  const double low = -8.5 / std::sqrt(2 * v) - 36 / v;  // both tails below 1e-15
  const double high = std::log1p(8.5 / std::sqrt(2 * v));
  return integral([&](double u) { return g(std::exp(u)) * density(u); }, low, high);
}

/// The x in [0, 50] at which an increasing function reaches `wanted`.
template <class Function>
double where(Function increasing, double wanted) {
  std::uintmax_t evaluations = 60;
  const auto [low, high] =
      boost::math::tools::toms748_solve([&](double x) { return increasing(x) - wanted; }, 0.0, 50.0,
                                        boost::math::tools::eps_tolerance<double>(40), evaluations);
  return low + (high - low) / 2;
}

}  // namespace

double dunnett_two_sided(int k, double degrees, double alpha) {
  const auto covered = [&](double d) {
    return over_chi(degrees, [&](double s) {
      const double reach = std::numbers::sqrt2 * d * s;
      return over_normal(
          [&](double z) { return std::pow(normal_cdf(z + reach) - normal_cdf(z - reach), k); });
    });
  };
  return where(covered, 1 - alpha);
}

double dunnett_one_sided(int k, double degrees, double alpha) {
  const auto covered = [&](double d) {
    return over_chi(degrees, [&](double s) {
      const double reach = std::numbers::sqrt2 * d * s;
      return over_normal([&](double z) { return std::pow(normal_cdf(z + reach), k); });
    });
  };
  return where(covered, 1 - alpha);
}

double tukey_range(int k, double degrees, double alpha) {
  const auto covered = [&](double q) {
    return over_chi(degrees, [&](double s) {
      return k * over_normal([&](double z) {
               return std::pow(normal_cdf(z) - normal_cdf(z - q * s), k - 1);
             });
    });
  };
  return where(covered, 1 - alpha);
}

double rinott_constant(int k, std::int64_t first_stage, double correct) {
  const auto v = static_cast<double>(first_stage - 1);
  // S_i^2 = sigma_i^2 a^2: P(best beats one) = Phi(h / sqrt(1/a^2 + 1/b^2)), a and b as over_chi.
  const auto selects = [&](double h) {
    return over_chi(v, [&](double a) {
      const double beats_one = over_chi(
          v, [&](double b) { return normal_cdf(h / std::sqrt(1 / (a * a) + 1 / (b * b))); });
      return std::pow(beats_one, k - 1);
    });
  };
  return where(selects, correct);
}

SelectionConstants kim_nelson(int k, double alpha, std::int64_t first_stage,
                              bool common_random_numbers) {
  const auto degrees = static_cast<double>(first_stage - 1);
  const double rivals = k - 1;
  const double error_each =
      common_random_numbers ? alpha / rivals : -std::expm1(std::log1p(-alpha) / rivals);
  const double eta = (std::pow(2 * error_each, -2 / degrees) - 1) / 2;
  return {eta, 2 * eta * degrees};
}

double selection_tolerance(const SelectionConstants& constants, double difference_variance,
                           double indifference, std::int64_t replications) {
  const auto r = static_cast<double>(replications);
  const double total = constants.h_squared * difference_variance / (indifference * indifference);
  return std::max(0.0, indifference / (2 * r) * (total - r));
}

std::vector<double> ocba_shares(std::span<const double> means, std::span<const double> sds) {
  assert(means.size() == sds.size());
  const auto smallest = std::min_element(means.begin(), means.end());
  const auto best = static_cast<std::size_t>(smallest - means.begin());
  std::vector<double> share(means.size(), 0.0);
  double squares = 0;  // sum of (N_i / sigma_i)^2 over the others
  for (std::size_t i = 0; i < means.size(); ++i) {
    if (i == best) continue;
    const double noise = sds[i] / (means[i] - *smallest);
    share[i] = noise * noise;
    squares += share[i] / sds[i] * (share[i] / sds[i]);
  }
  share[best] = sds[best] * std::sqrt(squares);
  double sum = 0;
  for (const double s : share) sum += s;
  for (double& s : share) s /= sum;
  return share;
}

}  // namespace asepsim::experiment
