// Limits on key figures that do not exist: the reader of scenarios knows no key figures.
#pragma once

#include <vector>

#include "base/diagnostic.hpp"
#include "experiment/counting_plan.hpp"
#include "scenario/scenario.hpp"

namespace asepsim::cli {

/// One error for each limit of `scenario` on an unknown figure; `places` as in ReadResult::limits.
std::vector<Diagnostic> unknown_limits(const scenario::Scenario& scenario,
                                       const std::vector<SourcePlace>& places,
                                       const experiment::CountingPlan& counting);

}  // namespace asepsim::cli
