#include "science/forcing.hpp"

#include <algorithm>
#include <cmath>

namespace asepsim::science {

ForcedEvent force_before(double rate, double from, double horizon, double u) {
  const double hazard = rate * std::max(0.0, horizon - from);
  if (!(hazard > 0)) return {horizon, 0};
  const double probability = -std::expm1(-hazard);
  const double time = from - std::log1p(-u * probability) / rate;
  return {std::min(time, horizon), probability};
}

ForcedTrial force_within(double p, std::uint64_t trials, double u) {
  const ForcedEvent event = force_before(-std::log1p(-p), 0, static_cast<double>(trials), u);
  const auto whole = static_cast<std::uint64_t>(std::floor(event.time));
  return {std::min(whole + 1, trials), event.probability};
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

}  // namespace asepsim::science
