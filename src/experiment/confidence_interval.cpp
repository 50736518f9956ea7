#include "experiment/confidence_interval.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>

#include "experiment/reference_law.hpp"

namespace asepsim::experiment {

namespace {

struct Proportion {
  double events, trials, share;
};

Proportion proportion(std::int64_t events, std::int64_t trials) {
  const auto x = static_cast<double>(events), n = static_cast<double>(trials);
  return {x, n, trials > 0 ? x / n : 0.0};
}

/// Upper Clopper-Pearson bound that leaves `outside` above it. At x = 0 in closed form.
double exact_upper(const Proportion& p, double outside) {
  if (p.events >= p.trials) return 1.0;
  if (p.events == 0) return -std::expm1(std::log(outside) / p.trials);
  return beta_quantile(1.0 - outside, p.events + 1.0, p.trials - p.events);
}

double exact_lower(const Proportion& p, double outside) {
  if (p.events == 0) return 0.0;
  return beta_quantile(outside, p.events, p.trials - p.events + 1.0);
}

/// A p in [low, high] where `inside` changes its answer; `inside` holds at one end only.
template <class Predicate>
double boundary(double inner, double outer, Predicate inside) {
  constexpr int halvings = 200;  // to the last digit, also of a bound near 0
  for (int i = 0; i < halvings; ++i) {
    const double middle = inner + (outer - inner) / 2;
    (inside(middle) ? inner : outer) = middle;
  }
  return inner;
}

}  // namespace

Estimate make_estimate(double value, Interval interval, std::int64_t n, std::string_view method) {
  if (!std::isfinite(value) || !std::isfinite(interval.low) || !std::isfinite(interval.high)) {
    return without_interval(value, n, method);
  }
  return {.value = value,
          .low = interval.low,
          .high = interval.high,
          .half_width = (interval.high - interval.low) / 2.0,
          .n = n,
          .method = method,
          .known = true};
}

Estimate without_interval(double value, std::int64_t n, std::string_view method) {
  const double shown = std::isfinite(value) ? value : 0.0;
  return {.value = shown, .low = shown, .high = shown, .n = n, .method = method};
}

Estimate student_interval(double mean, double variance, std::int64_t n, double confidence) {
  constexpr std::string_view method = "Student t";
  if (n < 2 || !(variance >= 0)) return without_interval(mean, n, method);
  const auto count = static_cast<double>(n);
  const double half =
      student_quantile((1.0 + confidence) / 2.0, count - 1.0) * std::sqrt(variance / count);
  return make_estimate(mean, {mean - half, mean + half}, n, method);
}

Estimate student_interval(std::span<const double> values, double confidence) {
  const PairMoments m = pair_moments(values, values);
  return student_interval(m.mean_numerator, m.variance_numerator, m.n, confidence);
}

Estimate wilson(std::int64_t events, std::int64_t trials, double confidence) {
  constexpr std::string_view method = "Wilson";
  const Proportion p = proportion(events, trials);
  if (trials <= 0) return without_interval(p.share, trials, method);
  const double z = normal_quantile((1.0 + confidence) / 2.0);
  const double pull = z * z / p.trials;
  const double centre = (p.share + pull / 2.0) / (1.0 + pull);
  const double half =
      z / (1.0 + pull) * std::sqrt(p.share * (1.0 - p.share) / p.trials + pull / (4.0 * p.trials));
  const double low = events == 0 ? 0.0 : std::max(0.0, centre - half);
  const double high = events == trials ? 1.0 : std::min(1.0, centre + half);
  return make_estimate(p.share, {low, high}, trials, method);
}

Estimate clopper_pearson(std::int64_t events, std::int64_t trials, double confidence) {
  constexpr std::string_view method = "Clopper-Pearson";
  const Proportion p = proportion(events, trials);
  if (trials <= 0) return without_interval(p.share, trials, method);
  const double tail = (1.0 - confidence) / 2.0;
  return make_estimate(p.share, {exact_lower(p, tail), exact_upper(p, tail)}, trials, method);
}

Estimate clopper_pearson_upper(std::int64_t events, std::int64_t trials, double confidence) {
  constexpr std::string_view method = "Clopper-Pearson, one-sided upper";
  const Proportion p = proportion(events, trials);
  if (trials <= 0) return without_interval(p.share, trials, method);
  return make_estimate(p.share, {0.0, exact_upper(p, 1.0 - confidence)}, trials, method);
}

Estimate jeffreys(std::int64_t events, std::int64_t trials, double confidence) {
  constexpr std::string_view method = "Jeffreys";
  const Proportion p = proportion(events, trials);
  if (trials <= 0) return without_interval(p.share, trials, method);
  const double tail = (1.0 - confidence) / 2.0;
  const double a = p.events + 0.5, b = p.trials - p.events + 0.5;
  const double low = events == 0 ? 0.0 : beta_quantile(tail, a, b);
  const double high = events == trials ? 1.0 : beta_quantile(1.0 - tail, a, b);
  return make_estimate(p.share, {low, high}, trials, method);
}

Estimate garwood(std::int64_t events, double exposure, double confidence) {
  constexpr std::string_view method = "Garwood";
  const auto x = static_cast<double>(events);
  if (!(exposure > 0)) return without_interval(0.0, events, method);
  const double tail = (1.0 - confidence) / 2.0;
  const double low = events == 0 ? 0.0 : chi_squared_quantile(tail, 2.0 * x) / 2.0;
  const double high = chi_squared_quantile(1.0 - tail, 2.0 * x + 2.0) / 2.0;
  return make_estimate(x / exposure, {low / exposure, high / exposure}, events, method);
}

Estimate fay_feuer(std::span<const double> weights, std::span<const std::int64_t> counts,
                   double confidence) {
  constexpr std::string_view method = "Fay-Feuer";
  assert(weights.size() == counts.size());
  double sum = 0, squares = 0, largest = 0;
  std::int64_t events = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double w = weights[i];
    sum += w * static_cast<double>(counts[i]);
    squares += w * w * static_cast<double>(counts[i]);
    largest = std::max(largest, w);
    events += counts[i];
  }
  if (!(largest > 0)) return without_interval(sum, events, method);
  const double tail = (1.0 - confidence) / 2.0;
  // Gamma with the mean and variance of the sum; for the upper end, of one more largest event.
  const auto bound = [](double mean, double variance, double probability) {
    return variance / (2.0 * mean) *
           chi_squared_quantile(probability, 2.0 * mean * mean / variance);
  };
  const double low = sum > 0 ? bound(sum, squares, tail) : 0.0;
  const double high = bound(sum + largest, squares + largest * largest, 1.0 - tail);
  return make_estimate(sum, {low, high}, events, method);
}

Estimate anytime_proportion(std::int64_t events, std::int64_t trials, double confidence) {
  constexpr std::string_view method = "beta-binomial confidence sequence";
  const Proportion p = proportion(events, trials);
  if (trials <= 0) return without_interval(p.share, trials, method);
  const double misses = p.trials - p.events;
  const double limit = std::log1p(-confidence) + std::lgamma(p.events + 1.0) +
                       std::lgamma(misses + 1.0) - std::lgamma(p.trials + 2.0);
  const auto term = [](double count, double log_p) { return count == 0 ? 0.0 : count * log_p; };
  const auto inside = [&](double q) {
    return term(p.events, std::log(q)) + term(misses, std::log1p(-q)) >= limit;
  };
  const double low = events == 0 ? 0.0 : boundary(p.share, 0.0, inside);
  const double high = events == trials ? 1.0 : boundary(p.share, 1.0, inside);
  return make_estimate(p.share, {low, high}, trials, method);
}

}  // namespace asepsim::experiment
