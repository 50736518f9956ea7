// What the facts of one replication say of barriers: how often each may fail, what risk would go if
// it never did, and how much risk there would be if it always did.
//
// A hidden failure has its chance and the part of each exposure that goes through it: without it
// that part becomes what it is when all is well. A decision on record was a draw of known
// probability, so that weighing what followed by one over that probability tells what would have
// followed had all decisions gone one way (Horvitz & Thompson 1952), whatever else a busy hour
// brings. Both look at the patient who meets the failure, not at what follows from an infection.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "clinic/observation.hpp"

namespace asepsim::experiment {

/// Hidden ones first, then decisions; clinic/barriers.hpp.
inline constexpr std::size_t barriers = clinic::first_moment_barrier + clinic::moments;

/// Infections, the harms that barriers are against.
inline constexpr std::array barrier_hazards = {clinic::Hazard::bacterial_infection,
                                               clinic::Hazard::hbv,
                                               clinic::Hazard::hcv,
                                               clinic::Hazard::hiv,
                                               clinic::Hazard::mycobacterial_infection,
                                               clinic::Hazard::herpes};

/// Sums of one hazard and one barrier, of weight x probability.
struct BarrierRisk {
  double gone = 0;  ///< if it never failed
  double more = 0;  ///< if it always did
  bool operator==(const BarrierRisk&) const = default;
};

struct BarrierSums {
  double needled = 0;                     ///< visits with needles
  std::array<double, barriers> chance{};  ///< of failing, summed over them
  std::array<std::array<BarrierRisk, barriers>, barrier_hazards.size()> risk{};
  bool operator==(const BarrierSums&) const = default;
};

/// Exposures of counted visits with needles; `counted` has 1 for each visit that counts. Several
/// needlings in one visit are one: they share the head, the hands and the skin.
BarrierSums barrier_sums(const clinic::ReplicationRecord& record,
                         const std::vector<std::uint8_t>& counted);

/// wash, cycle, programme, packing, loading, air_removal, whole_cycle, disinfection, or the word of
/// the moment.
std::string barrier_word(std::size_t barrier);

}  // namespace asepsim::experiment
