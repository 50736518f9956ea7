#include "science/dose_response.hpp"

#include <cmath>
#include <numbers>

namespace asepsim::science {

double channel_area_share(const InoculumParameters& inoculum) {
  const double r = inoculum.channel_radius_cm;
  return inoculum.punctures_per_cm2 * std::numbers::pi * r * r;
}

double skin_inoculum(double skin_cfu_per_cm2, double prep_log10, double treated_cm2,
                     const InoculumParameters& inoculum) {
  const double left = skin_cfu_per_cm2 * std::exp(-std::numbers::ln10 * prep_log10);
  return left * treated_cm2 * channel_area_share(inoculum) * inoculum.pushed_share;
}

double needle_inoculum(double needle_cfu, const InoculumParameters& inoculum) {
  return needle_cfu * inoculum.released_share;
}

double lesion_probability(double dose_cfu, const BetaPoisson& response) {
  // P = 1 - (1 + (D/N50)(2^(1/alpha) - 1))^-alpha, through expm1 for the small doses that matter.
  const double scaled = dose_cfu / response.median_dose * (std::exp2(1.0 / response.alpha) - 1.0);
  return -std::expm1(-response.alpha * std::log1p(scaled));
}

double infection_probability(double dose_cfu, const BetaPoisson& response) {
  return response.clinical_share * lesion_probability(dose_cfu, response);
}

}  // namespace asepsim::science
