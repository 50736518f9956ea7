#include "science/probability.hpp"

#include <cmath>
#include <numbers>

namespace asepsim::science {

double normal_cdf(double z) {
  return 0.5 * std::erfc(-z / std::numbers::sqrt2);
}

double normal_density(double z) {
  return std::exp(-0.5 * z * z) / std::sqrt(2.0 * std::numbers::pi);
}

double normal_at_least(double threshold, double mean, double sd) {
  if (sd <= 0) return mean >= threshold ? 1.0 : 0.0;
  return normal_cdf((mean - threshold) / sd);
}

double probability_of_log_odds(double log_odds) {
  return 1.0 / (1.0 + std::exp(-log_odds));
}

double log_odds(double probability) {
  return std::log(probability) - std::log1p(-probability);
}

double odds_multiplied(double probability, double odds_ratio) {
  if (probability >= 1) return 1.0;
  return probability * odds_ratio / (1.0 - probability + probability * odds_ratio);
}

double at_least_one(double probability, double trials) {
  if (trials <= 0) return 0.0;  // also when probability is 1, where log1p would be infinite
  return -std::expm1(trials * std::log1p(-probability));
}

double per_trial(double overall, double trials) {
  return -std::expm1(std::log1p(-overall) / trials);
}

}  // namespace asepsim::science
