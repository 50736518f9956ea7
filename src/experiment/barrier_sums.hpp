// What the facts of one replication say of barriers: how often each failed, and how much of the
// risk of each hazard was met in sessions in which it had.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "clinic/observation.hpp"

namespace asepsim::experiment {

struct BarrierSums {
  double sessions = 0;                            ///< needlings
  std::array<double, clinic::barriers> failed{};  ///< sums of chances, or counts
  /// By hazard: sums of weight x probability that go through a failure, or lie in a visit with one.
  std::array<std::array<double, clinic::barriers>, clinic::hazards> risk{};
  bool operator==(const BarrierSums&) const = default;
};

/// Needlings and exposures of counted visits; `counted` has 1 for each visit that counts.
BarrierSums barrier_sums(const clinic::ReplicationRecord& record,
                         const std::vector<std::uint8_t>& counted);

}  // namespace asepsim::experiment
