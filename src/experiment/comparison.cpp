#include "experiment/comparison.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <functional>
#include <numeric>

#include "experiment/reference_law.hpp"

namespace asepsim::experiment {

namespace {

/// Two-sided p-value of a difference; without any spread it is certain, one way or the other.
double p_value_of(double difference, double standard_error, double degrees) {
  if (standard_error > 0) return student_p_value(difference / standard_error, degrees);
  return difference == 0 ? 1.0 : 0.0;
}

std::vector<double> differences(std::span<const double> base, std::span<const double> alternative) {
  assert(base.size() == alternative.size());
  std::vector<double> d(base.size());
  std::transform(alternative.begin(), alternative.end(), base.begin(), d.begin(), std::minus<>());
  return d;
}

double share_where(const std::vector<double>& values, auto condition) {
  if (values.empty()) return 0.0;
  const auto count = std::count_if(values.begin(), values.end(), condition);
  return static_cast<double>(count) / static_cast<double>(values.size());
}

/// Variance of a mean, s^2 / n, and what it adds to Welch's degrees of freedom.
struct MeanVariance {
  double of_mean, share_of_degrees;
};

MeanVariance mean_variance(double variance, std::int64_t n) {
  const auto count = static_cast<double>(n);
  const double of_mean = variance / count;
  return {of_mean, of_mean * of_mean / (count - 1.0)};
}

MarginTest margin_test(double mean, double variance, std::int64_t n, double alpha) {
  return {.difference = student_interval(mean, variance, n, 1.0 - 2.0 * alpha)};
}

}  // namespace

Comparison paired_difference(std::span<const double> base, std::span<const double> alternative,
                             double confidence) {
  const std::vector<double> d = differences(base, alternative);
  const PairMoments pair = pair_moments(alternative, base);
  const PairMoments own = pair_moments(d, d);
  Comparison c;
  c.difference = student_interval(own.mean_numerator, own.variance_numerator, own.n, confidence);
  c.difference.method = "paired Student t";
  c.share_larger = share_where(d, [](double x) { return x > 0; });
  c.share_smaller = share_where(d, [](double x) { return x < 0; });
  if (!c.difference.known) return c;
  c.standard_error = std::sqrt(own.variance_numerator / static_cast<double>(own.n));
  c.degrees_of_freedom = static_cast<double>(own.n - 1);
  c.p_value = p_value_of(c.difference.value, c.standard_error, c.degrees_of_freedom);
  const double product = pair.variance_numerator * pair.variance_denominator;
  if (product > 0) c.correlation = pair.covariance / std::sqrt(product);
  const double independent = pair.variance_numerator + pair.variance_denominator;
  if (own.variance_numerator > 0) c.variance_reduction = independent / own.variance_numerator;
  c.verdict = verdict_of(c.difference);
  return c;
}

Comparison welch(std::span<const double> base, std::span<const double> alternative,
                 double confidence) {
  constexpr std::string_view method = "Welch t";
  const PairMoments b = pair_moments(base, base);
  const PairMoments a = pair_moments(alternative, alternative);
  const double difference = a.mean_numerator - b.mean_numerator;
  Comparison c;
  c.difference = without_interval(difference, a.n + b.n, method);
  if (a.n < 2 || b.n < 2) return c;
  const MeanVariance of_a = mean_variance(a.variance_numerator, a.n);
  const MeanVariance of_b = mean_variance(b.variance_numerator, b.n);
  const double variance = of_a.of_mean + of_b.of_mean;
  c.standard_error = std::sqrt(variance);
  c.degrees_of_freedom = variance > 0
                             ? variance * variance / (of_a.share_of_degrees + of_b.share_of_degrees)
                             : static_cast<double>(a.n + b.n - 2);
  const double half =
      student_quantile((1.0 + confidence) / 2.0, c.degrees_of_freedom) * c.standard_error;
  c.difference =
      make_estimate(difference, {difference - half, difference + half}, a.n + b.n, method);
  c.p_value = p_value_of(difference, c.standard_error, c.degrees_of_freedom);
  c.verdict = verdict_of(c.difference);
  return c;
}

Comparison stratified_difference(std::span<const Stratum> strata, double confidence) {
  const StratifiedMean mean = mean_over(strata);
  Comparison c;
  c.difference = stratified(strata, confidence);
  if (!mean.known) return c;
  c.standard_error = mean.standard_error;
  c.degrees_of_freedom = mean.degrees;
  c.p_value = p_value_of(mean.value, mean.standard_error, mean.degrees);
  c.verdict = verdict_of(c.difference);
  return c;
}

Verdict verdict_of(const Estimate& difference) {
  if (!difference.known) return Verdict::undecided;
  if (difference.high < 0) return Verdict::lower;
  if (difference.low > 0) return Verdict::higher;
  return Verdict::undecided;
}

Verdict verdict_of(const Comparison& comparison, double adjusted_p, double alpha) {
  if (!comparison.difference.known || !(adjusted_p < alpha)) return Verdict::undecided;
  if (comparison.difference.value < 0) return Verdict::lower;
  if (comparison.difference.value > 0) return Verdict::higher;
  return Verdict::undecided;
}

std::vector<double> holm(std::span<const double> p_values) {
  std::vector<std::size_t> order(p_values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t i, std::size_t j) { return p_values[i] < p_values[j]; });
  std::vector<double> adjusted(p_values.size());
  double largest = 0;
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    const auto still_open = static_cast<double>(order.size() - rank);
    largest = std::max(largest, std::min(1.0, still_open * p_values[order[rank]]));
    adjusted[order[rank]] = largest;
  }
  return adjusted;
}

double mcnemar_p_value(std::int64_t only_base, std::int64_t only_alternative) {
  const std::int64_t fewer = std::min(only_base, only_alternative);
  const std::int64_t discordant = only_base + only_alternative;
  if (discordant == 0) return 1.0;
  return std::min(1.0, 2.0 * binomial_cdf(fewer, discordant, 0.5));
}

MarginTest non_inferiority(double mean, double variance, std::int64_t n, double margin,
                           double alpha) {
  MarginTest test = margin_test(mean, variance, n, alpha);
  if (!test.difference.known) return test;
  if (test.difference.high < margin) test.verdict = MarginVerdict::shown;
  if (test.difference.low >= margin) test.verdict = MarginVerdict::refuted;
  return test;
}

MarginTest equivalence(double mean, double variance, std::int64_t n, double margin, double alpha) {
  MarginTest test = margin_test(mean, variance, n, alpha);
  const Estimate& d = test.difference;
  if (!d.known) return test;
  if (d.low > -margin && d.high < margin) test.verdict = MarginVerdict::shown;
  if (d.low >= margin || d.high <= -margin) test.verdict = MarginVerdict::refuted;
  return test;
}

}  // namespace asepsim::experiment
