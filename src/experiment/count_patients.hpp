// Counting patients over all their sessions (counting.hpp has the rest and the rules). Private to
// the room.
#pragma once

#include <cstdint>
#include <vector>

#include "clinic/observation.hpp"
#include "experiment/sums.hpp"

namespace asepsim::experiment {

/// Patients treated in visits that count, and the chance of each to have caught a bloodborne virus
/// in any of them: 1 - product over the exposures of 1 - weight x probability. With weights of
/// independent lineages this is still unbiased.
void count_patients(Sums& sums, const clinic::ReplicationRecord& record,
                    const std::vector<std::uint8_t>& counted);

}  // namespace asepsim::experiment
