// Ratios of means over replications: delta method, jackknife, paired on the log scale.
#include <cassert>
#include <cmath>
#include <cstddef>

#include "experiment/confidence_interval.hpp"
#include "experiment/reference_law.hpp"

namespace asepsim::experiment {

namespace {

double half_width(double standard_error, std::int64_t n, double confidence) {
  return student_quantile((1.0 + confidence) / 2.0, static_cast<double>(n - 1)) * standard_error;
}

Estimate around(double value, double half, std::int64_t n, std::string_view method) {
  return make_estimate(value, {value - half, value + half}, n, method);
}

double sum_of(std::span<const double> values) {
  double sum = 0;
  for (const double v : values) sum += v;
  return sum;
}

}  // namespace

PairMoments pair_moments(std::span<const double> numerator, std::span<const double> denominator) {
  assert(numerator.size() == denominator.size());
  PairMoments m{.n = static_cast<std::int64_t>(numerator.size())};
  if (m.n == 0) return m;
  const auto n = static_cast<double>(m.n);
  m.mean_numerator = sum_of(numerator) / n;
  m.mean_denominator = sum_of(denominator) / n;
  if (m.n == 1) return m;
  for (std::size_t i = 0; i < numerator.size(); ++i) {
    const double y = numerator[i] - m.mean_numerator, x = denominator[i] - m.mean_denominator;
    m.variance_numerator += y * y / (n - 1.0);
    m.variance_denominator += x * x / (n - 1.0);
    m.covariance += y * x / (n - 1.0);
  }
  return m;
}

Estimate ratio_interval(const PairMoments& m, double confidence) {
  constexpr std::string_view method = "ratio, delta method";
  if (m.mean_denominator == 0) return without_interval(0.0, m.n, method);
  const double ratio = m.mean_numerator / m.mean_denominator;
  if (m.n < 2) return without_interval(ratio, m.n, method);
  const double variance =
      m.variance_numerator - 2.0 * ratio * m.covariance + ratio * ratio * m.variance_denominator;
  const double error =
      std::sqrt(std::max(0.0, variance) / static_cast<double>(m.n)) / std::abs(m.mean_denominator);
  return around(ratio, half_width(error, m.n, confidence), m.n, method);
}

Estimate ratio_interval(std::span<const double> numerator, std::span<const double> denominator,
                        double confidence) {
  return ratio_interval(pair_moments(numerator, denominator), confidence);
}

Estimate jackknife_ratio(std::span<const double> numerator, std::span<const double> denominator,
                         double confidence) {
  constexpr std::string_view method = "ratio, jackknife";
  assert(numerator.size() == denominator.size());
  const auto n = static_cast<std::int64_t>(numerator.size());
  const auto count = static_cast<double>(n);
  const double y = sum_of(numerator), x = sum_of(denominator);
  if (x == 0) return without_interval(0.0, n, method);
  if (n < 2) return without_interval(y / x, n, method);
  double mean = 0, squares = 0;  // of the pseudo-values, by Welford
  for (std::size_t i = 0; i < numerator.size(); ++i) {
    const double left_out = (y - numerator[i]) / (x - denominator[i]);
    const double pseudo = count * y / x - (count - 1.0) * left_out;
    const double step = pseudo - mean;
    mean += step / static_cast<double>(i + 1);
    squares += step * (pseudo - mean);
  }
  const double error = std::sqrt(squares / (count - 1.0) / count);
  return around(mean, half_width(error, n, confidence), n, method);
}

Estimate paired_ratio(std::span<const double> base, std::span<const double> alternative,
                      double confidence) {
  constexpr std::string_view method = "paired ratio, log scale";
  const PairMoments m = pair_moments(alternative, base);
  if (!(m.mean_numerator > 0) || !(m.mean_denominator > 0)) {
    const double ratio = m.mean_denominator > 0 ? m.mean_numerator / m.mean_denominator : 0.0;
    return without_interval(ratio, m.n, method);
  }
  const double a = m.mean_numerator, b = m.mean_denominator;
  if (m.n < 2) return without_interval(a / b, m.n, method);
  // Variance of ln(a) - ln(b) by the delta method, with the covariance that pairing brings.
  const double variance = m.variance_numerator / (a * a) + m.variance_denominator / (b * b) -
                          2.0 * m.covariance / (a * b);
  const double error = std::sqrt(std::max(0.0, variance) / static_cast<double>(m.n));
  const double factor = std::exp(half_width(error, m.n, confidence));
  return make_estimate(a / b, {a / b / factor, a / b * factor}, m.n, method);
}

}  // namespace asepsim::experiment
