#include "science/transfer.hpp"

#include <cmath>

namespace asepsim::science {

double share_apart(double lambda, double touches) {
  return std::pow(1.0 - lambda, touches);
}

double share_left(double hours, double half_life_h) {
  return std::exp2(-hours / half_life_h);
}

}  // namespace asepsim::science
