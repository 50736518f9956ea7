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

struct ResourcePool {
  std::string name;
  bool named = false;
  std::int64_t capacity = 0;  // named: units not off
  std::int64_t busy = 0;
  std::int64_t idle = 0;  // named only
  std::uint32_t first_idle = no_unit;
  std::uint32_t last_idle = no_unit;
  WaitQueue queue;
  SimTime accounted_to;
  PoolUsage usage;

  /// Units that could be seized now; negative while a shrunk pool is still in use.
  [[nodiscard]] std::int64_t free() const { return named ? idle : capacity - busy; }
};

/// One claim of a waiting request in the queue of its pool.
struct ClaimNode : WaitNode {
  ClaimNode* next_of_waiter = nullptr;
  std::uint32_t pool = 0;
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

  FreedPools() = default;
  FreedPools(const FreedPools&) = delete;
  FreedPools& operator=(const FreedPools&) = delete;

  void add(std::uint32_t pool) {
    if (has(pool)) return;
    if (count_ >= few_.size()) {  // only a pre-emption with many victims comes here
      if (many_.empty()) many_.assign(few_.begin(), few_.end());
      many_.push_back({pool, nullptr});
      entries_ = many_.data();
    } else {
      few_[count_] = {pool, nullptr};
    }
    ++count_;
  }
  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] bool has(std::uint32_t pool) const {
    for (std::size_t i = 0; i < count_; ++i)
      if (entries_[i].pool == pool) return true;
    return false;
  }
  [[nodiscard]] Entry* begin() { return entries_; }
  [[nodiscard]] Entry* end() { return entries_ + count_; }

 private:
  std::array<Entry, 16> few_;  // uninitialised beyond count_
  std::vector<Entry> many_;
  Entry* entries_ = few_.data();
  std::size_t count_ = 0;
};

}  // namespace asepsim::kernel::detail
