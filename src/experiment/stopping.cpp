#include "experiment/stopping.hpp"

#include <algorithm>
#include <cmath>

namespace asepsim::experiment {

double relative_limit(double gamma) {
  return gamma / (1.0 + gamma);
}

bool precise_enough(const Estimate& estimate, const PrecisionTarget& target) {
  if (!estimate.known) return false;
  const double relative = relative_limit(target.relative) * std::abs(estimate.value);
  const double allowed = std::max(relative, target.absolute);
  return allowed > 0 && estimate.half_width <= allowed;
}

StopDecision StoppingRule::at_boundary(std::int64_t replications, bool all_precise) {
  if (!all_precise) precise_since_.reset();
  if (replications < limits_.minimum) return StopDecision::go_on;
  if (all_precise && !precise_since_) precise_since_ = replications;
  if (precise_since_) {
    const std::int64_t since = *precise_since_;
    const std::int64_t ahead = limits_.look_ahead * std::max<std::int64_t>(since, 100) / 100;
    if (replications >= since + ahead) return StopDecision::precise;
  }
  if (replications < limits_.maximum) return StopDecision::go_on;
  return all_precise ? StopDecision::precise : StopDecision::exhausted;
}

}  // namespace asepsim::experiment
