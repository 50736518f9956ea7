// `--set path=value`: changes of single values from the command line, after inheritance.
//
// A path names keys with dots between; steps of a pathway are named by their step, entries of other
// lists by their number from 1: `pathways.session.treatment.duration=30 min`,
// `limits.1.at_most=20`. The value is YAML; `null` removes the key. Every message names the
// setting.
#pragma once

#include <vector>

#include "scenario/findings.hpp"
#include "scenario/node.hpp"
#include "scenario/read_scenario.hpp"

namespace asepsim::scenario {

/// Applies the settings to the document in order; reports those that lead nowhere.
void apply_overrides(Node& document, const std::vector<Override>& overrides, Findings& findings);

}  // namespace asepsim::scenario
