#include "experiment/forcing.hpp"

#include <algorithm>
#include <cmath>

namespace asepsim::experiment {

ForcedEvent force_before(double rate, double from, double horizon, double u) {
  const double hazard = rate * std::max(0.0, horizon - from);
  if (!(hazard > 0)) return {horizon, 0};
  const double probability = -std::expm1(-hazard);
  const double time = from - std::log1p(-u * probability) / rate;
  return {std::min(time, horizon), probability};
}

TiltedEvent tilt_before(double rate, double factor, double from, double horizon, double u) {
  const double left = std::max(0.0, horizon - from);
  if (!(rate > 0)) return {horizon, false, 1};
  const double waited = -std::log1p(-u) / (rate * factor);
  const double seen = std::min(waited, left);
  const double ratio = std::exp((factor - 1) * rate * seen);
  if (waited >= left) return {horizon, false, ratio};
  return {from + waited, true, ratio / factor};
}

Estimate outbreak_probability(const Estimate& index, const Estimate& spread) {
  const double mean = index.value * spread.value;
  const double value = -std::expm1(-mean);
  const std::int64_t n = std::min(index.n, spread.n);
  constexpr std::string_view method = "two phases, log scale";
  if (!index.known || !spread.known || !(mean > 0)) return without_interval(value, n, method);
  const double relative =
      std::hypot(index.half_width / index.value, spread.half_width / spread.value);
  const Interval interval{-std::expm1(-mean * std::exp(-relative)),
                          -std::expm1(-mean * std::exp(relative))};
  return make_estimate(value, interval, n, method);
}

}  // namespace asepsim::experiment
