// When a sterilizer begins to drift: drawn cycle by cycle, or given to a replication.
//
// Every cycle of a machine that does not drift is a trial. A replication of a stratum has the first
// trials given: the first drift begins at a trial drawn given that it is among them, or none of
// them begins one; the trials after that are drawn as ever. Both strata together, each with its
// probability, are the clinic as it is.
// Source: Cochran 1977 (strata); Rubino & Tuffin 2009 (forcing).
#pragma once

#include <cstdint>

#include "clinic/observation.hpp"
#include "kernel/kernel.hpp"

namespace asepsim::clinic {

class Plan;
struct Clinic;

struct DriftOnset {
  std::uint64_t given = 0;   ///< so many trials are not drawn
  std::uint64_t at = 0;      ///< the one of them, from 1, that begins it; 0: none
  std::uint64_t trials = 0;  ///< so far, of all machines
};

/// The trials that strata are about, and the probability of a drift among them; nothing if drift is
/// drawn like everything else.
struct DriftTrials {
  std::uint64_t number = 0;
  double probability = 0;  ///< in (0, 1), or 0
};
DriftTrials drift_trials(const Plan& plan);

/// What is given to a replication of this stratum.
DriftOnset given_onset(const Clinic& clinic, Given given);

/// One trial: does the machine begin to drift in the cycle `key`?
bool drift_begins(Clinic& clinic, kernel::EntityKey key);

}  // namespace asepsim::clinic
