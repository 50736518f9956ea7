// What a ResourceSet keeps of its pools, units, waiting claims and pre-emptible holdings.
//
// Plain records without behaviour of their own; the rules are in the resource_*.cpp files. Idle
// units of a pool are linked in the order (idle since, unit id), so the first suitable one is the
// one idle longest.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/sim_time.hpp"
#include "kernel/process.hpp"
#include "kernel/resource.hpp"
#include "kernel/wait_queue.hpp"

namespace asepsim::kernel::detail {

inline constexpr std::uint32_t no_unit = 0xffffffffu;
inline constexpr std::uint32_t no_ticket = 0xffffffffu;

struct ResourceUnit {
  std::string name;
  PoolId pool;
  SkillMask skills = 0;
  UnitState state = UnitState::idle;
  SimTime since;  // in this state
  std::array<Duration, unit_states> usage{};
  std::uint32_t idle_before = no_unit;  // neighbours among the idle units of the pool
  std::uint32_t idle_after = no_unit;
  WaitQueue withdrawals;
};

/// The time integral of a level that is an integer: level x now - sum of (change x time of change).
/// The sums wrap around like all unsigned numbers; the integral itself fits.
class LevelIntegral {
 public:
  void change(std::int64_t by, SimTime now) { sum_ += unsigned_of(by) * time_of(now); }
  /// Since the start or the last reset, in level-microseconds.
  [[nodiscard]] std::int64_t value(std::int64_t level, SimTime now) const {
    return static_cast<std::int64_t>(unsigned_of(level) * time_of(now) - sum_);
  }
  void reset(std::int64_t level, SimTime now) { sum_ = unsigned_of(level) * time_of(now); }

 private:
  static std::uint64_t unsigned_of(std::int64_t n) { return static_cast<std::uint64_t>(n); }
  static std::uint64_t time_of(SimTime t) { return unsigned_of(t.microseconds()); }
  std::uint64_t sum_ = 0;
};

struct alignas(64) ResourcePool {
  std::int64_t capacity = 0;  // named: units not off
  std::int64_t busy = 0;
  std::int64_t idle = 0;  // named only
  WaitQueue queue;
  LevelIntegral busy_integral, queue_integral, capacity_integral;
  std::int64_t seizes = 0;
  std::int64_t units = 0;
  std::uint32_t first_idle = no_unit;
  std::uint32_t last_idle = no_unit;
  bool named = false;
  std::string name;

  /// Units that could be seized now; negative while a shrunk pool is still in use.
  [[nodiscard]] std::int64_t free() const { return named ? idle : capacity - busy; }
};

/// One claim of a waiting request in the queue of its pool.
struct ClaimNode : WaitNode {
  ClaimNode* next_of_waiter;  // of nodes beyond the first, and of free ones
  std::uint32_t pool;
};

/// The kernel's record of a holding that may be lost.
struct Ticket {
  enum class Status : std::uint8_t { unused, held, lost };
  Status status = Status::unused;
  std::int32_t priority = 0;
  std::uint64_t granted = 0;  // in the order of granting
  ProcessId process;
  Holding holding;
};

/// The pools in which units came free while somebody waited there: a short list without repeats.
class FreedPools {
 public:
  struct Entry {
    std::uint32_t pool;
    WaitNode* next;  ///< of the waiters still to be asked
  };

  void add(std::uint32_t pool) {
    if (!has(pool)) entries_.push_back({pool, nullptr});
  }
  void clear() { entries_.clear(); }
  [[nodiscard]] bool empty() const { return entries_.empty(); }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] std::uint32_t first() const { return entries_.front().pool; }
  [[nodiscard]] bool has(std::uint32_t pool) const {
    for (const Entry& entry : entries_)
      if (entry.pool == pool) return true;
    return false;
  }
  [[nodiscard]] auto begin() { return entries_.begin(); }
  [[nodiscard]] auto end() { return entries_.end(); }

 private:
  std::vector<Entry> entries_;
};

}  // namespace asepsim::kernel::detail
