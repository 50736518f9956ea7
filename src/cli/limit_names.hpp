// Limits on key figures that do not exist: the reader of scenarios knows no key figures.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "experiment/counting_plan.hpp"
#include "scenario/read_scenario.hpp"

namespace asepsim::cli {

/// One error for each limit of `scenario`, with the place where its figure is named in `inputs`;
/// `file` stands for a limit that is in none of them (--set).
std::vector<Diagnostic> unknown_limits(const std::string& file, const scenario::Scenario& scenario,
                                       const experiment::CountingPlan& counting,
                                       const std::vector<scenario::InputFile>& inputs);

}  // namespace asepsim::cli
