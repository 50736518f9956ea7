#include "experiment/outbreak.hpp"

#include <algorithm>
#include <cmath>

namespace asepsim::experiment {

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
