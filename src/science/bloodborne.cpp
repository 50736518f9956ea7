#include "science/bloodborne.hpp"

#include <cmath>
#include <numbers>

#include "science/transfer.hpp"

namespace asepsim::science {

double puncture_risk(const BloodborneVirus& virus, double hours, double log_reduction) {
  return virus.infectivity * share_left(hours, virus.dry_half_life_h) *
         std::exp(-std::numbers::ln10 * log_reduction);
}

double session_risk(double risk, double punctures) {
  return -std::expm1(-risk * punctures);
}

}  // namespace asepsim::science
