#include "science/transfer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace asepsim::science {

Contact after_touch(const Contact& before, double lambda) {
  const double moved = lambda * (before.first - before.second);
  return {before.first - moved, before.second + moved};
}

double density_after_touches(double recipient, double source, double lambda, double touches) {
  return source + (recipient - source) * share_apart(lambda, touches);
}

double share_apart(double lambda, double touches) {
  return std::pow(1.0 - lambda, touches);
}

double combined_log10(double log10_a, double log10_b) {
  const double larger = std::max(log10_a, log10_b);
  if (larger == -std::numeric_limits<double>::infinity()) return larger;
  const double gap = std::min(log10_a, log10_b) - larger;
  return larger + std::log1p(std::exp(std::numbers::ln10 * gap)) / std::numbers::ln10;
}

double share_left(double hours, double half_life_h) {
  return std::exp2(-hours / half_life_h);
}

}  // namespace asepsim::science
