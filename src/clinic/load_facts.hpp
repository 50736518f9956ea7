// Facts of sterilizers: loads, tests, and patients who were treated with what was called back.
// Rows of a record (observation.hpp).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "base/ids.hpp"
#include "base/sim_time.hpp"
#include "clinic/barriers.hpp"
#include "clinic/fact_index.hpp"

namespace asepsim::clinic {

enum class Indicator : std::uint8_t { not_run, passed, failed };
/// What went wrong with a load: somebody's error, but for the air pocket.
enum class LoadFault : std::uint8_t {
  none,
  not_run,          ///< shelved without a cycle, or the cycle was broken off before the hold
  wrong_programme,  ///< too short a hold
  packing,
  overload,
  air_pocket,  ///< not removed by the machine
  cut_short    ///< opened before the programme was over, knowingly
};
inline constexpr std::size_t load_faults = 7;
static_assert(load_faults == hidden_barriers, "the wash comes in place of no fault");

/// One load of a sterilizer. `loads.csv`
struct LoadFact {
  LoadId load{};
  std::uint16_t sterilizer = 0;
  std::uint16_t sets = 0;
  LoadFault fault = LoadFault::none;
  bool wet = false;           ///< came out wet, noticed or not
  float drift = 0;            ///< kelvin that the machine ran below its programme
  float temperature = 0;      ///< C reached at the coldest item
  float f0 = 0;               ///< min at 121.1 C, dry heat at 160 C; z of the scenario
  float log10_survivors = 0;  ///< per set, if its germs were as hardy as the indicator's; log10
  Indicator printout = Indicator::not_run, chemical = Indicator::not_run,
            biological = Indicator::not_run;
  SimTime started_at{}, ended_at{}, released_at{};  ///< released never(): not released
  SimTime biological_read_at = SimTime::never();
  std::uint16_t recalled = 0;            ///< sets called back unused
  std::uint16_t used_before_recall = 0;  ///< sets already used on patients
  bool operator==(const LoadFact&) const = default;
};

/// What a sterilizer is tested with when there is no load in it.
enum class MachineTest : std::uint8_t {
  retest,     ///< a cycle with a biological indicator, after one of a load was positive
  bowie_dick  ///< a cycle of its own before the first load of the day
};
inline constexpr std::size_t machine_tests = 2;

/// One test of a sterilizer without a load.
struct MachineTestFact {
  std::uint16_t sterilizer = 0;
  MachineTest test = MachineTest::retest;
  Indicator shown = Indicator::not_run;
  SimTime started_at{}, read_at{};
  bool operator==(const MachineTestFact&) const = default;
};

/// A patient who was treated with a set of a load before that load was called back. `recalls.csv`
struct RecallFact {
  LoadId load{};
  std::uint32_t visit = 0;    ///< index into visits
  std::uint32_t patient = 0;  ///< index into patients
  SimTime treated_at{}, recalled_at{};
  bool operator==(const RecallFact&) const = default;
};

}  // namespace asepsim::clinic
