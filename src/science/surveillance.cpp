#include "science/surveillance.hpp"

#include <boost/math/distributions/binomial.hpp>
#include <cmath>

namespace asepsim::science {

BernoulliCusum bernoulli_cusum(double p0, double p1) {
  const double r1 = std::log1p(-p0) - std::log1p(-p1);
  const double r2 = std::log(p1 / p0) + r1;
  return {.gamma = r1 / r2, .lattice = std::llround(r2 / r1)};
}

std::int64_t cusum_step(std::int64_t state, bool event, const BernoulliCusum& chart) {
  const std::int64_t moved = state + (event ? chart.lattice : 0) - 1;
  return moved > 0 ? moved : 0;
}

bool cusum_signals(std::int64_t state, const BernoulliCusum& chart) {
  return state >= chart.threshold;
}

std::int64_t cusum_threshold(double p0, double run_length, BernoulliCusum chart) {
  const auto long_enough = [&](std::int64_t threshold) {
    chart.threshold = threshold;
    return average_run_length(p0, chart) >= run_length;
  };
  std::int64_t low = 0, high = 1;  // low is too short, high long enough
  while (!long_enough(high)) {
    low = high;
    high *= 2;
  }
  while (high - low > 1) {
    const std::int64_t middle = low + (high - low) / 2;
    (long_enough(middle) ? high : low) = middle;
  }
  return high;
}

double likelihood_step(bool event, double p0, double p1) {
  return event ? std::log(p1 / p0) : std::log1p(-p1) - std::log1p(-p0);
}

double g_chart_lower_limit(double p0, double alpha) {
  return std::log1p(-alpha) / std::log1p(-p0);
}

double g_chart_upper_limit(double p0, double alpha) {
  return std::log(alpha) / std::log1p(-p0);
}

double g_chart_run_length(double p0, double alpha) {
  return 1.0 / (alpha * p0);
}

std::pair<double, double> funnel_limits(double p0, std::int64_t n, double coverage) {
  using namespace boost::math::policies;
  using Discrete = policy<discrete_quantile<integer_round_up>, promote_double<false>>;
  const auto visits = static_cast<double>(n);
  const boost::math::binomial_distribution<double, Discrete> events(visits, p0);
  const double outside = (1.0 - coverage) / 2.0;
  return {quantile(events, outside) / visits, quantile(complement(events, outside)) / visits};
}

double periodic_inspection_delay(double period, double sensitivity) {
  return period * (1.0 / sensitivity - 0.5);
}

double random_inspection_delay(double rate, double sensitivity) {
  return 1.0 / (rate * sensitivity);
}

}  // namespace asepsim::science
