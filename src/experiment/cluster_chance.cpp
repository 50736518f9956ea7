#include "experiment/cluster_chance.hpp"

#include <cmath>
#include <unordered_map>

#include "experiment/poisson_binomial.hpp"

namespace asepsim::experiment {
namespace {

// Either of two, without taking the difference of two numbers near 1.
double either(double a, double b) {
  return a + b * (1 - a);
}

}  // namespace

double at_least_once(std::span<const double> probabilities) {
  double log_escape = 0;
  for (const double p : probabilities) log_escape += std::log1p(-p);
  return -std::expm1(log_escape);
}

std::vector<PersonalExposure> combined_by_person(std::span<const PersonalExposure> exposures) {
  std::vector<PersonalExposure> combined;
  std::unordered_map<std::uint32_t, std::size_t> place;
  for (const PersonalExposure& exposure : exposures) {
    const auto [found, fresh] = place.try_emplace(exposure.person, combined.size());
    if (fresh) {
      combined.push_back(exposure);
    } else {
      double& p = combined[found->second].probability;
      p = either(p, exposure.probability);
    }
  }
  return combined;
}

double at_least_given_causes(std::int64_t k, std::span<const Cause> causes) {
  double chance = 0;
  for (const Cause& cause : causes) chance += cause.weight * at_least(k, cause.probabilities);
  return chance;
}

}  // namespace asepsim::experiment
