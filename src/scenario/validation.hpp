// What no single value can show: names that must exist, sums, orders, and steps that make sense
// together.
//
// Runs after reading, on all that could be read. A check keeps silent about paths that failed to be
// read, so that one mistake is told once. After validation without errors a Scenario may be
// trusted.
#pragma once

#include "scenario/reading.hpp"
#include "scenario/scenario.hpp"

namespace asepsim::scenario {

/// Reports everything that is wrong with the meaning of `scenario`.
void validate(const Scenario& scenario, Reading& reading);

}  // namespace asepsim::scenario
