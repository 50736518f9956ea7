// Germs on hands, gloves, surfaces, devices and needled skin.
//
// S. aureus is counted as it is. Whether an earlier patient had a virus is not known to the clinic:
// each virus has two densities, `truth` by the status that the story drew and `expected` for the
// risk ledger, in which every source counts with the chance that it infects times the likelihood
// ratio of the branch that decided it. Touching, fading and cleaning are linear in the densities
// and so is the risk of the small doses of contact, so that the sum over sources is all that has
// to be carried: it is exact, and the ratio stays with what is contaminated. In the ledger it is
// therefore in the probability of an entry; the weight has only what lies beyond a probability of
// one. The gates see the ratios where the statuses are drawn, with the heads (contamination.cpp).
// Units: CFU/cm2; bloodborne viruses in what the blood of one used needle carries, per cm2; herpes
// in infectious particles per cm2. Source: evidence F8, methods 4.1.
#pragma once

#include <array>
#include <cstddef>

#include "base/sim_time.hpp"
#include "clinic/germs.hpp"
#include "clinic/observation.hpp"

namespace asepsim::clinic {

/// Viruses that hands, devices and surfaces carry: those of blood, in the order of their hazards,
/// and herpes.
inline constexpr std::size_t carried_viruses = viruses + 1;
inline constexpr std::size_t herpes_virus = viruses;
constexpr Organism carried_organism(std::size_t virus) {
  return virus == herpes_virus ? Organism::hsv : static_cast<Organism>(organism_of_virus(virus));
}

/// Densities on one thing.
struct Film {
  double bacteria = 0;
  std::array<double, carried_viruses> expected{}, truth{};

  [[nodiscard]] bool has_virus() const {
    for (std::size_t v = 0; v < carried_viruses; ++v) {
      if (expected[v] > 0 || truth[v] > 0) return true;
    }
    return false;
  }
};

/// Applies `change(of one, of other)` to each density of `one`.
template <class Change>
void combine(Film& one, const Film& other, Change change) {
  one.bacteria = change(one.bacteria, other.bacteria);
  for (std::size_t v = 0; v < carried_viruses; ++v) {
    one.expected[v] = change(one.expected[v], other.expected[v]);
    one.truth[v] = change(one.truth[v], other.truth[v]);
  }
}

inline Film scaled(Film film, double factor) {
  combine(film, film, [factor](double density, double) { return density * factor; });
  return film;
}

/// What was there `at` a time.
struct Deposit {
  Film film{};
  SimTime at{};
  std::uint32_t decision = no_fact;  ///< whether it was cleaned last: index into compliance
};

}  // namespace asepsim::clinic
