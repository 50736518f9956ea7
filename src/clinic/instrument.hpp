// Needle heads and loads: individuals with a history.
//
// A reusable head remembers what it met since it was last safe, twice: as the story has it
// (`truth`) and in every way its hidden history may have gone, for the risk ledger (germs.hpp).
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "base/ids.hpp"
#include "base/sim_time.hpp"
#include "clinic/drift_onset.hpp"
#include "clinic/germs.hpp"
#include "clinic/observation.hpp"
#include "kernel/kernel.hpp"

namespace asepsim::clinic {

/// Mycobacteria that rinsing left on a head, should that water have carried any.
struct RinseTrace {
  double cfu = 0;  ///< at that time; 0: not rinsed in tap water
  SimTime at{};
  std::uint32_t water = 0;  ///< index into the clinic's waters
};

enum class HeadStage : std::uint8_t { sterile, in_use, dirty, in_process, discarded };

struct Head {
  std::uint16_t kind = 0;
  InstrumentId serial{};  ///< unique in the replication; slots are used again
  kernel::EntityKey key{};
  HeadStage stage = HeadStage::sterile;
  HeadStage before_use = HeadStage::sterile;  ///< while in use: what it was before
  std::uint32_t cycles = 0;
  std::uint16_t reuses = 0;                      ///< patients since last sterile
  History truth{};                               ///< as the story has it
  std::vector<History> histories = {History{}};  ///< for the ledger; never empty
  RinseTrace rinsed{};                           ///< since it last touched a patient
  std::uint64_t uses = 0;                        ///< in its life: index of its draws
  std::uint64_t packings = 0;                    ///< since its last use: the same of packing
  SimTime used_at{};                             ///< last
  std::uint32_t used_by = nobody;                ///< last, by index of staff
  LoadId load{};                                 ///< of its last cycle
  HiddenShares failed{};                         ///< see NeedlingFact
  SimTime reprocessed_at{};                      ///< end of its last wash or cycle
  LoadId heated_in{};                            ///< the load, if that was a cycle
  bool undisinfected = false;                    ///< after its last patient, see NeedlingFact
  float skipping = 0;                            ///< chance of that
  SimTime sterile_since{};
  SimTime packed_at{};
  kernel::ProcessId reprocessing{};  ///< while dirty: the process that will wash it
};

/// A treatment of a head whose success nobody sees: `truth` in the story, a fork in the histories.
inline void take(Head& head, const Fork& fork, const Arm& truth, const Branching& branching,
                 RatioSum& ended) {
  reduce(head.truth, truth.kill_in(head.truth.soiled));
  head.truth.cause = truth.cause;
  follow(head.histories, fork, truth, branching, ended);
}

/// Used single-use heads within reach, of each kind.
inline constexpr std::size_t most_used_kept = 2;

/// All heads, the sterile stores by kind, and used heads that may be taken again.
struct InstrumentStock {
  std::deque<Head> heads{};
  std::vector<std::uint32_t> free_slots{};
  std::uint32_t serials = 0;
  std::vector<std::unique_ptr<kernel::Store>> stores{};  ///< by kind; null if not reprocessed
  std::vector<std::vector<std::uint32_t>> used{};        ///< by kind, last used at the back
  std::vector<std::vector<std::uint32_t>> unopened{};    ///< by kind, taken and put back
  std::vector<std::uint64_t> taken{};                    ///< by kind, in the counted time
};

/// What is to be done about a machine before it runs again.
enum class Doubt : std::uint8_t { none, to_test, to_repair };

/// One sterilizer: how it spends the counted time, and what its biological indicators have told.
/// Idle while the clinic is closed is off, as for rooms; late cycles extend the day.
struct Machine {
  kernel::UnitState state = kernel::UnitState::idle;
  bool closed = false;  ///< the clinic is
  SimTime since{};
  std::array<Duration, kernel::unit_states> time{};
  std::uint64_t loads = 0;
  double drift = 0;                                   ///< kelvin that it runs below its programme
  bool leaves_air = false;                            ///< that is why
  bool test_due = false;                              ///< the Bowie-Dick test of the day
  SimTime serviced_at{};                              ///< last set right
  Doubt doubt = Doubt::none;                          ///< a biological indicator was positive
  kernel::EntityKey doubted_by{};                     ///< the load it was in
  std::optional<SimTime> last_biological{};           ///< when an indicator last rode with a load
  std::vector<std::uint32_t> loads_since_negative{};  ///< released loads a positive one recalls

  void enter(SimTime now, kernel::UnitState next) {
    settle(now);
    state = next;
  }
  /// A load begins; a test without one is no load.
  void begin_load(SimTime now) {
    enter(now, kernel::UnitState::busy);
    ++loads;
  }
  /// The clinic closes or opens.
  void close(SimTime now, bool now_closed) {
    settle(now);
    closed = now_closed;
  }
  /// Counting begins.
  void restart(SimTime now) {
    time = {};
    since = now;
    loads = 0;
  }

 private:
  void settle(SimTime now) {
    const bool off = closed && state == kernel::UnitState::idle;
    time[static_cast<std::size_t>(off ? kernel::UnitState::off : state)] += now - since;
    since = now;
  }
};

/// Infections through the sets of one load, by organism and by what was wrong with it.
using LoadSpread = std::array<std::array<LoadFaultSpread, load_faults>, organisms>;

/// State of the sterilizers and what is packed before them.
struct SterilizingRoom {
  explicit SterilizingRoom(kernel::Simulation& sim) : packed_changed(sim, "packed sets") {}
  std::deque<std::uint32_t> packed{};  ///< heads, oldest first
  kernel::Signal packed_changed;
  bool loading = false;                       ///< somebody is loading a machine
  std::vector<std::uint16_t> used_of_load{};  ///< sets of each load used on patients
  std::deque<LoadSpread> spread_of_load{};    ///< infections through each load
  std::vector<RecallFact> treated{};          ///< with which load, should it be called back
  std::uint64_t cycles_started = 0;
  DriftOnset drift_onset{};
  std::vector<Machine> machines{};
};

}  // namespace asepsim::clinic
