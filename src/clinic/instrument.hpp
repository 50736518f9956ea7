// Needle heads and loads: individuals with a history.
//
// A reusable head remembers what it met since it was last safe: germs (expected CFU) and the
// sources whose blood it may carry, each with the share of that blood still infectious. The status
// of a source is never drawn: it is a virtual source, integrated out by prevalence in the risk
// ledger.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "base/ids.hpp"
#include "base/sim_time.hpp"
#include "clinic/observation.hpp"
#include "kernel/kernel.hpp"

namespace asepsim::clinic {

/// An earlier patient whose blood a head may still carry.
struct VirtualSource {
  std::uint32_t visit = 0;   ///< index into record.visits
  SimTime at{};              ///< when the blood came on the head
  double log_reduction = 0;  ///< log10 taken off since by cleaning, heat and chemicals
};

enum class HeadStage : std::uint8_t { sterile, in_use, dirty, in_process, discarded };

struct Head {
  std::uint16_t kind = 0;
  InstrumentId serial{};  ///< unique in the replication; slots are used again
  kernel::EntityKey key{};
  HeadStage stage = HeadStage::sterile;
  HeadStage before_use = HeadStage::sterile;  ///< while in use: what it was before
  std::uint32_t cycles = 0;
  std::uint16_t reuses = 0;              ///< patients since last sterile
  double germs = 0;                      ///< expected CFU on it
  std::vector<VirtualSource> sources{};  ///< oldest first
  std::uint64_t uses = 0;                ///< in its life: index of its draws
  SimTime used_at{};                     ///< last
  LoadId load{};                         ///< of its last cycle
  SimTime sterile_since{};
  SimTime packed_at{};
  kernel::ProcessId reprocessing{};  ///< while dirty: the process that will wash it
};

/// Log reduction beyond which a source is forgotten: its risk is below 1e-15 of the untreated one.
inline constexpr double negligible_log10 = 15;
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

/// One sterilizer: how it spends the counted time, and what its biological indicators have told.
/// Idle while the clinic is closed is off, as for rooms; late cycles extend the day.
struct Machine {
  kernel::UnitState state = kernel::UnitState::idle;
  bool closed = false;  ///< the clinic is
  SimTime since{};
  std::array<Duration, kernel::unit_states> time{};
  std::uint64_t loads = 0;
  std::optional<SimTime> last_biological{};           ///< when an indicator last rode with a load
  std::vector<std::uint32_t> loads_since_negative{};  ///< released loads a positive one recalls

  void enter(SimTime now, kernel::UnitState next) {
    settle(now);
    state = next;
    if (next == kernel::UnitState::busy) ++loads;
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

/// State of the sterilizers and what is packed before them.
struct SterilizingRoom {
  explicit SterilizingRoom(kernel::Simulation& sim) : packed_changed(sim, "packed sets") {}
  std::deque<std::uint32_t> packed{};  ///< heads, oldest first
  kernel::Signal packed_changed;
  bool loading = false;                       ///< somebody is loading a machine
  std::vector<std::uint16_t> used_of_load{};  ///< sets of each load used on patients
  std::uint64_t cycles_started = 0;
  std::vector<Machine> machines{};
};

}  // namespace asepsim::clinic
