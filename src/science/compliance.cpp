#include "science/compliance.hpp"

#include <algorithm>

#include "science/probability.hpp"

namespace asepsim::science {

double added_log_odds(const Pressure& p, const LapseCoefficients& k) {
  return k.per_minute_behind * std::min(p.minutes_behind, k.most_minutes) +
         k.per_hour_on_shift * p.hours_on_shift + p.training + (p.supervised ? k.supervision : 0);
}

double lapse_probability(double base, const Pressure& pressure,
                         const LapseCoefficients& coefficients) {
  if (base <= 0 || base >= 1) return base;
  return probability_of_log_odds(log_odds(base) + added_log_odds(pressure, coefficients));
}

}  // namespace asepsim::science
