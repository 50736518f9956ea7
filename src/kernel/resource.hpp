// Resources: units that processes seize and release.
//
// A ResourceSet holds all pools of one simulation. A pool is either a number of anonymous units
// (capacity n, or unlimited) or a list of named units, each with a skill mask and a state. A
// Request claims units of one or several pools ALL OR NOTHING. Waiting requests are served in the
// order (priority, time of asking, sequence); a request that still lacks something does not block
// others behind it. Among free named units that have the skill, the one idle longest is taken
// (ties: the lower unit id), unless the claim names a unit.
//
// Withdrawing a named unit (shift end, break, breakdown, cleaning) waits until it is free and takes
// precedence over waiting requests; restore() brings it back. Time in each state is accounted
// per unit, and queue length, busy units and capacity per pool.
//
// This header has the values; ResourceSet is in resource_set.hpp, serve() in service.hpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "base/sim_time.hpp"
#include "kernel/process.hpp"

namespace asepsim::kernel {

using PoolId = Id<struct PoolTag>;
using UnitId = Id<struct UnitTag>;  ///< across all pools of the set
using SkillMask = std::uint64_t;    ///< bit per skill; 0 in a claim: anybody

enum class UnitState : std::uint8_t { idle, busy, down, on_break, cleaning, off };
inline constexpr std::size_t unit_states = 6;

struct Claim {
  PoolId pool;
  std::int32_t quantity = 1;
  SkillMask skills = 0;  ///< every bit must be held by the unit
  UnitId unit{};         ///< if it exists: this very unit and no other
};

inline constexpr std::size_t most_claims = 8;

/// What a process asks for. At most `most_claims` claims, on distinct pools; only a pool of named
/// units may be claimed several times, one unit each: a unit serves one claim.
struct Request {
  std::array<Claim, most_claims> claims{};
  std::uint8_t claim_count = 0;
  std::int32_t priority = 100;              ///< lower is served first
  Duration patience = Duration::forever();  ///< gives up after this (Wake::timed_out)
  bool pre_empt = false;                    ///< may take units from holders of higher number
  bool pre_emptible = false;                ///< may lose units to such requests (see serve())

  Request& add(Claim claim);  ///< asserts on overflow
};

/// Units held by a process. Not an owner: release it through the ResourceSet.
struct Holding {
  struct Part {
    PoolId pool;
    std::int32_t quantity = 0;  ///< anonymous units
    UnitId unit;                ///< or the named unit (one Part a unit)
  };
  /// An array of 12 whose elements have no value before they are set: holdings are copied often.
  class Parts {
   public:
    [[nodiscard]] static constexpr std::size_t size() { return 12; }
    [[nodiscard]] Part& operator[](std::size_t i) { return reinterpret_cast<Part*>(memory_)[i]; }
    [[nodiscard]] const Part& operator[](std::size_t i) const {
      return reinterpret_cast<const Part*>(memory_)[i];
    }

   private:
    alignas(Part) std::byte memory_[12 * sizeof(Part)];
  };

  Parts parts;
  std::uint8_t part_count = 0;
  std::uint32_t ticket = 0xffffffffu;  ///< kernel's record of a pre-emptible holding

  Holding() {}  // NOLINT: leaves the parts alone
  Holding(const Holding& other) { *this = other; }
  Holding& operator=(const Holding& other) {
    part_count = other.part_count;
    ticket = other.ticket;
    if (part_count == 0) return *this;
    parts[0] = other.parts[0];  // most often the only one
    const std::size_t count = part_count;
    for (std::size_t i = 1; i < count; ++i) parts[i] = other.parts[i];
    return *this;
  }

  /// All that `claim` says, of a pool of anonymous units; nothing is held before.
  void take_all_of(const Claim& claim) {
    parts[0] = {claim.pool, claim.quantity, {}};
    part_count = 1;
  }
  [[nodiscard]] bool empty() const { return part_count == 0; }
  /// The first named unit held of `pool`; none() if there is none.
  [[nodiscard]] UnitId unit_of(PoolId pool) const;
};

/// Outcome of a seize.
struct Grant {
  Wake wake = Wake::completed;  ///< completed: `holding` is yours; otherwise nothing is held
  Holding holding;
  SimTime asked_at;
  PoolId last_to_come;      ///< the pool that completed the request; none() if no wait
  int cause = 0;            ///< of an interrupt
  std::uint64_t place = 0;  ///< in the order of asking; grows with every seize of the set
};

/// What was observed of a pool since the start, or since reset_statistics().
struct PoolUsage {
  std::int64_t busy = 0;      ///< integral of busy units, in unit-microseconds
  std::int64_t capacity = 0;  ///< integral of units on duty (not off); 0 if unlimited
  std::int64_t queue = 0;     ///< integral of waiting requests, in request-microseconds
  std::int64_t seizes = 0;    ///< requests granted
  std::int64_t units = 0;     ///< units granted
};

/// What becomes of a service that lost its units to a more urgent request.
enum class OnPreempt : std::uint8_t { resume, restart, resample };

}  // namespace asepsim::kernel
