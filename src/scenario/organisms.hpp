// The germs of the model and what they withstand: heat, drying, chemicals.
//
// Six organisms: S. aureus and rapidly growing mycobacteria, herpes simplex, and the three
// bloodborne viruses. The spores of biological indicators are not among them: they prove a cycle
// (sterilization.d121), and nobody falls ill of them. Each has what matters where it goes: heads
// that are sterilized or soaked carry S. aureus and the viruses; mycobacteria come with tap water
// after the disinfection and only dry. Heat: log-linear death, one log10 in `heat_d80` minutes of
// moist heat at 80 C, tenfold faster every `heat_z` kelvin (F6); in dry heat slower, and tenfold
// faster every sterilization.z_value kelvin. Drying: a half-life. Evidence I19
// says no more of vegetative germs than that steam kills them too fast to measure, so that the heat
// figures are assumptions with wide ranges.
#pragma once

#include "scenario/sourced.hpp"

namespace asepsim::scenario {

/// A germ that heads carry.
struct Organism {
  Number heat_d80{};  ///< minutes for one log10 in moist heat at 80 C
  Number heat_z{};    ///< kelvin for a tenfold change of that time, in moist heat
  Time half_life{};   ///< on a dry surface
  Number chemical{};  ///< rate at which disinfectants kill it, over that of vegetative bacteria
  bool operator==(const Organism&) const = default;
};

/// Mycobacteria that a rinse in tap water leaves on a head.
struct Mycobacteria {
  Time half_life{};  ///< until the next patient
  bool operator==(const Mycobacteria&) const = default;
};

struct Organisms {
  Organism s_aureus{};
  Mycobacteria mycobacteria{};
  Organism hsv{}, hbv{}, hcv{}, hiv{};
  Number dry_heat_factor{};  ///< D in dry heat over D in moist heat, at 80 C
  bool operator==(const Organisms&) const = default;
};

}  // namespace asepsim::scenario
