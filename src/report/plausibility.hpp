// Results that make no sense as those of a clinic, although every number was computed as defined.
//
// Nobody came; many are still inside at the end, so that waits of those who left are too short to
// speak for all; many are sent home; most courses were of no benefit. One sentence each, for
// warnings.
#pragma once

#include <string>
#include <vector>

#include "experiment/study.hpp"

namespace asepsim::report {

std::vector<std::string> implausible(const experiment::ScenarioResult& scenario);

}  // namespace asepsim::report
