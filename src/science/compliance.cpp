#include "science/compliance.hpp"

#include <algorithm>

#include "science/probability.hpp"

namespace asepsim::science {

double added_log_odds(const Pressure& pressure, const LapseCoefficients& coefficients) {
  const double behind = std::min(pressure.minutes_behind, coefficients.most_minutes);
  return coefficients.per_minute_behind * behind +
         coefficients.per_hour_on_shift * pressure.hours_on_shift + pressure.training +
         (pressure.supervised ? coefficients.supervision : 0);
}

double lapse_probability(double base, const Pressure& pressure,
                         const LapseCoefficients& coefficients) {
  if (base <= 0 || base >= 1) return base;
  return probability_of_log_odds(log_odds(base) + added_log_odds(pressure, coefficients));
}

}  // namespace asepsim::science
