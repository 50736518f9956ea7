// How many steps a visit takes, from the routes of its pathway.
//
// The routes that one kind of patient may take (one indication; first or later sessions) are the
// probabilities of a Markov chain over the steps. Its expected number of steps until the end is
// found by eliminating one step after the other, adding positive numbers only, so that a way out of
// one in ten million is still seen.
#pragma once

#include <vector>

#include "scenario/pathway.hpp"
#include "scenario/patients.hpp"

namespace asepsim::scenario {

/// Expected steps of one visit by the kind of patient that takes most; infinite if a kind of
/// patient never leaves. Routes to unknown steps count as leaving.
double expected_steps(const Pathway& pathway, const std::vector<Indication>& indications);

}  // namespace asepsim::scenario
