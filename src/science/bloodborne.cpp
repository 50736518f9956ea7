#include "science/bloodborne.hpp"

#include <cmath>
#include <numbers>

#include "science/transfer.hpp"

namespace asepsim::science {

double puncture_risk(const BloodborneVirus& virus, const NeedleCarriage& carriage, double hours,
                     double log_reduction) {
  return virus.needlestick_risk * carriage.volume_ratio * share_left(hours, virus.dry_half_life_h) *
         std::exp(-std::numbers::ln10 * log_reduction);
}

double effective_punctures(double punctures, const NeedleCarriage& carriage) {
  const double s = carriage.saturation_punctures;
  return -s * std::expm1(-punctures / s);
}

double session_risk(double risk, double punctures, const NeedleCarriage& carriage) {
  return -std::expm1(-risk * effective_punctures(punctures, carriage));
}

double transmission_probability(const Encounter& encounter, const BloodborneVirus& virus,
                                double session_risk) {
  return encounter.prevalence * virus.viraemic_share * encounter.susceptible * session_risk;
}

}  // namespace asepsim::science
