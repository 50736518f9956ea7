// How deep a needling went: the length that was set, the hand that set it, and where the punctures
// ended. Lengths and depths in mm. Source: evidence F1, F2, D5, D6, P9, P42, S18.
#pragma once

#include "clinic/clinic.hpp"

namespace asepsim::clinic {

/// One needling of patient `p` by `staff` (index into the plan's staff): its depth and the shares
/// of punctures by layer.
NeedlingFact puncture(Clinic& clinic, const Visit& visit, const Patient& p, std::uint32_t staff);

/// Spread of the punctures about their mean depth, relative to the skin around them, mm.
double puncture_spread(const Clinic& clinic, const Patient& p, double depth_mm);

/// Skill of the person with this index; untrained if there is none.
scenario::Grade grade_of(const Clinic& clinic, std::uint32_t staff);

/// Odds of a skin harm by who treats (index into the plan's staff), against a dermatologist. [W7]
double operator_odds(const Clinic& clinic, std::uint32_t staff);

}  // namespace asepsim::clinic
