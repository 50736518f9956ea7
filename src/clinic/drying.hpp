// Packs that come out wet: who notices, what it tells of the cycle, what wet sets take up.
//
// A cycle that is opened before its drying is over always leaves water behind (if cycles of this
// sterilizer leave any at all), every other one by chance. Wetness therefore tells how the cycle
// went, dryness too: the ways it may have gone are weighed by the chance of what the story has for
// the packs (dry; wet and sent back; wet and not noticed), because what happens to the sets from
// then on depends on it. Whether somebody notices depends on nothing else and tells nothing.
// Units: probabilities, CFU. Source: evidence I13; methods 4.1.
#pragma once

#include "clinic/cycle.hpp"

namespace asepsim::clinic {

/// How the packs of a load came out.
struct Wetness {
  bool wet = false;
  bool noticed = false;  ///< and sent back

  [[nodiscard]] bool unnoticed() const { return wet && !noticed; }
};

/// Draws it.
Wetness wetness_of(const Clinic& clinic, const Cycle& cycle);

/// Weighs the ways that the cycle may have gone by the chance that its packs come out so.
void learn_from_wetness(CycleHypotheses& ways, const scenario::Drying& drying, bool wet);

/// Some sets of a wet load that nobody noticed take up germs of hands and shelves, now.
void recontaminate(Clinic& clinic, const Cycle& cycle);

}  // namespace asepsim::clinic
