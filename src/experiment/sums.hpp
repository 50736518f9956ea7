// The vector of quantities while it is being added up. Private to the room.
#pragma once

#include <vector>

#include "experiment/quantity.hpp"

namespace asepsim::experiment {

/// The vector of quantities, addressed by name.
class Sums {
 public:
  explicit Sums(std::size_t slots) : sums_(slots) {}
  double& operator[](Quantity quantity) { return sums_[slot(quantity)]; }
  double& operator[](Slot index) { return sums_[index]; }

 private:
  std::vector<double> sums_;
};

}  // namespace asepsim::experiment
