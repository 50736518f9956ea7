// Several exposures together: of one patient, and of patients who share a cause.
//
// Exposures of one patient are survived one after the other: 1 - prod(1 - p). Patients exposed
// through one load or one source are independent only given its state: the chance of k or more
// infections is computed for each state and then mixed with the states' probabilities. Mixing
// first and computing then would make clusters far too rare.
// All probabilities lie in [0, 1]; results keep their digits down to 1e-300.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace asepsim::experiment {

/// Probability of at least one event among independent exposures.
double at_least_once(std::span<const double> probabilities);

/// One exposure of somebody.
struct PersonalExposure {
  std::uint32_t person = 0;
  double probability = 0;
};

/// The exposures of each person combined, in the order of first appearance.
std::vector<PersonalExposure> combined_by_person(std::span<const PersonalExposure> exposures);

/// A state of the shared cause (the load failed, or it did not), and what follows from it.
struct Cause {
  double weight = 0;                    ///< probability of this state; they sum to 1
  std::vector<double> probabilities{};  ///< of each person, given the state
};

/// P(at least k events): Poisson-binomial given each cause, mixed over the causes.
double at_least_given_causes(std::int64_t k, std::span<const Cause> causes);

}  // namespace asepsim::experiment
