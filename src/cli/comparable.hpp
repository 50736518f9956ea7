// May these scenarios be compared, and what of them does not count in a comparison?
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "cli/load_scenarios.hpp"
#include "cli/options.hpp"

namespace asepsim::cli {

/// An error for each alternative whose amounts of money are in another currency than the base's.
std::vector<Diagnostic> currency_errors(const std::vector<LoadedScenario>& scenarios);

/// A sentence for each alternative whose own seed, replications or confidence are not used: those
/// of the base hold for all, unless an option names others.
std::vector<std::string> unused_settings(const StudyOptions& options,
                                         const std::vector<LoadedScenario>& scenarios);

}  // namespace asepsim::cli
