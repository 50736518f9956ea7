// On target: whether punctures ended in the layers that an indication is treated in.
//
// A puncture is too shallow if it ends above the first layer on target, too deep if it ends below
// the last one. A needling is too shallow if more than half of its punctures are, and too deep if
// more than half are or if more than 5 % reach the fat unless that is a target, too: there scars
// begin (C8). Source: evidence F1, P11.
#pragma once

#include "clinic/observation.hpp"
#include "scenario/scenario.hpp"

namespace asepsim::experiment {

/// The layers on target, `from` not below `to`.
struct Target {
  scenario::SkinLayer from = scenario::SkinLayer::papillary_dermis;
  scenario::SkinLayer to = scenario::SkinLayer::reticular_dermis;
};

/// Shares of the punctures of one needling; they sum to 1.
struct TargetShares {
  double too_shallow = 0, on_target = 0, too_deep = 0;
  bool operator==(const TargetShares&) const = default;
};

TargetShares target_shares(const clinic::NeedlingFact& needling, const Target& target);

/// True if more than half of the punctures end above the target.
bool is_too_shallow(const clinic::NeedlingFact& needling, const Target& target);
/// True if too many of the punctures end below it.
bool is_too_deep(const clinic::NeedlingFact& needling, const Target& target);

}  // namespace asepsim::experiment
