// The resources of a simulation: who gets which units, and when.
//
// Contract in resource.hpp. What makes it quick: every request that can be met is met at the moment
// units come free, so a newcomer that finds what it needs may take it without looking at any queue,
// and a release with nobody waiting touches its own pools only. Nothing is allocated in the steady
// state. The set must outlive the waiting of the processes that use it, not the processes.
//
// Pre-emption takes the WHOLE holding of the victim (latest grant of the highest priority number
// first) and interrupts it with cause `pre_empted`; its Holding is then lost(), and release() of it
// only forgets it. A process that is about to go on cannot be interrupted but may still lose its
// units, so a holder of pre-emptible units asks lost() before it starts; serve() does all this.
#pragma once

#include <array>
#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <limits>
#include <string>
#include <vector>

#include "base/sim_time.hpp"
#include "kernel/resource.hpp"
#include "kernel/resource_pool.hpp"
#include "kernel/simulation.hpp"
#include "kernel/wait_queue.hpp"

namespace asepsim::kernel {

class ResourceSet {
 public:
  class Seize;
  class Withdraw;

  /// Capacity of an anonymous pool that never makes anybody wait.
  static constexpr std::int64_t unlimited = std::numeric_limits<std::int64_t>::max() / 4;
  /// Cause of the interrupt that a pre-empted holder gets.
  static constexpr int pre_empted = std::numeric_limits<int>::min();

  explicit ResourceSet(Simulation& simulation) : simulation_(simulation) {}
  ResourceSet(const ResourceSet&) = delete;
  ResourceSet& operator=(const ResourceSet&) = delete;

  /// A pool of `capacity` anonymous units.
  PoolId add_pool(std::string name, std::int64_t capacity);
  /// A pool of named units, empty at first.
  PoolId add_named_pool(std::string name);
  /// A unit of a named pool.
  UnitId add_unit(PoolId pool, std::string name, SkillMask skills = 0,
                  UnitState initial = UnitState::idle);

  /// co_await -> Grant. Takes all that is claimed or waits for it. The request must live until
  /// then.
  [[nodiscard]] Seize seize(const Request& request);
  /// The same at an earlier `place` in the order of asking (a pre-empted service comes back).
  [[nodiscard]] Seize seize_at(std::uint64_t place, const Request& request);
  /// Takes all at once or nothing.
  bool try_seize(const Request& request, Grant& out);
  /// Gives back everything held.
  void release(Holding& holding);
  /// Gives back what is held of one pool.
  void release(Holding& holding, PoolId pool);
  /// Gives back one named unit.
  void release(Holding& holding, UnitId unit);
  /// Gives back one named unit, which becomes `state` instead of idle until restore().
  void release_into(Holding& holding, UnitId unit, UnitState state);
  /// True if the units were taken away by a more urgent request.
  [[nodiscard]] bool lost(const Holding& holding) const;
  /// What is still held can no longer be taken away.
  void secure(Holding& holding);

  /// co_await -> Wake. Waits until the unit is free, ahead of all requests, and puts it in `state`
  /// (neither idle nor busy). Interrupted, or not free within `patience`: it stays as it is.
  [[nodiscard]] Withdraw withdraw(UnitId unit, UnitState state,
                                  Duration patience = Duration::forever());
  /// A withdrawn unit stays away for another reason (a break that lasts to the end of the shift).
  void stay_away(UnitId id, UnitState state);
  /// Brings a unit back to idle (or to whoever waits to withdraw it).
  void restore(UnitId id);
  /// Changes an anonymous pool; if it shrinks, holders finish first.
  void set_capacity(PoolId id, std::int64_t capacity);

  [[nodiscard]] UnitState state(UnitId unit) const { return units_[unit.index()].state; }
  [[nodiscard]] SkillMask skills(UnitId unit) const { return units_[unit.index()].skills; }
  [[nodiscard]] PoolId pool_of(UnitId unit) const { return units_[unit.index()].pool; }
  [[nodiscard]] const std::string& name(UnitId unit) const { return units_[unit.index()].name; }
  [[nodiscard]] const std::string& name(PoolId pool) const { return pools_[pool.index()].name; }
  /// Units on duty: the capacity of an anonymous pool, the units not off of a named one.
  [[nodiscard]] std::int64_t capacity(PoolId pool) const { return pools_[pool.index()].capacity; }
  [[nodiscard]] std::int64_t busy(PoolId pool) const { return pools_[pool.index()].busy; }
  /// Units that could be seized now.
  [[nodiscard]] std::int64_t free(PoolId pool) const { return pools_[pool.index()].free(); }
  /// Requests waiting that claim something of this pool.
  [[nodiscard]] std::size_t queue_length(PoolId pool) const {
    return pools_[pool.index()].queue.size();
  }
  /// True if the units on duty (not off) could satisfy the claim once all are free.
  [[nodiscard]] bool can_ever_serve(const Claim& claim) const;
  /// Calls `visit(ProcessId, const Request&)` for those waiting for the pool, in queue order.
  template <class F>
  void for_each_waiting(PoolId pool, F visit) const;

  /// Time in each state up to now.
  [[nodiscard]] std::array<Duration, unit_states> usage(UnitId id) const;
  [[nodiscard]] PoolUsage usage(PoolId id) const;
  /// Forgets what was observed so far (end of the warm-up).
  void reset_statistics();

  [[nodiscard]] std::size_t pool_count() const { return pools_.size(); }
  [[nodiscard]] std::size_t unit_count() const { return units_.size(); }
  [[nodiscard]] Simulation& simulation() { return simulation_; }

 private:
  using Pool = detail::ResourcePool;
  using Unit = detail::ResourceUnit;
  using ClaimNode = detail::ClaimNode;
  using FreedPools = detail::FreedPools;
  using Ticket = detail::Ticket;

  // Taking and giving back (resource_set.cpp).
  bool take_or_pre_empt(const Request& request, ProcessId who, Grant& grant);
  [[nodiscard]] static bool is_plain(const Request& request, const Pool& pool);
  bool take_plain(Pool& pool, const Claim& claim);
  bool take_by_pre_emption(const Request& request, ProcessId who, Grant& grant);
  [[nodiscard]] bool can_take(const Request& request) const;
  [[nodiscard]] std::int64_t available(const Claim& claim) const;
  [[nodiscard]] std::int64_t suitable_idle(const Pool& pool, const Claim& claim) const;
  [[nodiscard]] bool suits(const Unit& unit, const Claim& claim) const;
  void take(const Request& request, ProcessId who, Grant& grant);
  void take_claims(const Request& request, Holding& holding);
  void take_units(Pool& pool, const Claim& claim, Holding& holding);
  void take_out(Holding& holding, UnitId unit);
  void give_back(const Holding::Part& part);
  void unit_comes_free(Unit& unit);
  void set_state(Unit& unit, UnitState state);
  void change_capacity(Pool& pool, std::int64_t capacity) const;
  static void add_part(Holding& holding, const Holding::Part& part);
  UnitId id_of(const Unit& unit) const {
    return UnitId{static_cast<std::size_t>(&unit - units_.data())};
  }

  // Several claims on one pool (resource_matching.cpp).
  class Matching;
  [[nodiscard]] static bool repeats_pool(const Request& request, std::size_t claim);
  [[nodiscard]] static bool shares_pools(const Request& request);
  bool would_suffice(const Request& request, const std::vector<std::uint32_t>& victims);
  bool choose_among_shared(const Request& request);

  // Waiting (resource_queue.cpp).
  void join_other_queues(Seize& waiter);
  void leave_queues(Seize& waiter);
  void serve_waiting();
  void serve_queue(std::uint32_t index);
  void serve_queues();
  [[nodiscard]] PoolId last_freed(const Request& request) const;
  bool serve_one(Seize& waiter, PoolId last_to_come);
  void go_on_with(Seize& waiter, PoolId last_to_come);
  bool hand_over(Pool& pool, const Holding::Part& part);
  void release_several(Holding& holding);
  void join(ClaimNode& node, Seize& waiter, std::uint32_t index);
  void leave(WaitNode& node, Pool& pool);
  ClaimNode& new_node();

  // Pre-emption (resource_preemption.cpp).
  [[nodiscard]] bool is_lost(const Holding& holding) const;
  void add_ticket(const Request& request, ProcessId who, Grant& grant);
  void forget_ticket(Holding& holding);
  void update_ticket(const Holding& holding);
  bool pre_empt(const Request& request, ProcessId who);
  bool choose_victims(const Request& request, ProcessId who);
  [[nodiscard]] std::int64_t contribution(const Holding& holding, const Claim& claim) const;

  Simulation& simulation_;
  std::vector<Pool> pools_;
  std::vector<Unit> units_;
  std::uint64_t places_ = 0;
  FreedPools freed_;  // since the last serve_waiting()
  std::deque<ClaimNode> nodes_;
  ClaimNode* free_nodes_ = nullptr;
  std::vector<Ticket> tickets_;
  std::vector<std::uint32_t> free_tickets_;
  std::vector<std::uint32_t> victims_;  // of the pre-emption under way
};

/// Awaiter of ResourceSet::seize().
class ResourceSet::Seize final : public Suspension {
 public:
  // What waiting needs stays unset until it comes to that.
  // NOLINTBEGIN(clang-analyzer-optin.cplusplus.UninitializedObject)
  Seize(ResourceSet& set, const Request& request, std::uint64_t place)
      : set_(set), request_(request) {
    grant_.place = place;
  }
  // NOLINTEND(clang-analyzer-optin.cplusplus.UninitializedObject)
  [[nodiscard]] bool await_ready();
  void await_suspend(std::coroutine_handle<> process);
  [[nodiscard]] Grant await_resume() const noexcept {
    Grant grant = grant_;
    if (plain_ && grant.wake == Wake::completed) grant.holding.take_all_of(request_.claims[0]);
    return grant;
  }
  [[nodiscard]] std::string waiting_for() const override;
  void give_up(Wake why, int cause) override;
  [[nodiscard]] const Request& request() const { return request_; }

 private:
  friend class ResourceSet;
  ResourceSet& set_;
  const Request& request_;
  detail::ClaimNode node_;                   // of the first claim, while it waits
  detail::ClaimNode* more_nodes_ = nullptr;  // of the other pools
  bool plain_;                               // see ResourceSet::is_plain; set by await_ready()
  Grant grant_;  // a plain one gets its holding when the process goes on
};

/// Awaiter of ResourceSet::withdraw().
class ResourceSet::Withdraw final : public Suspension {
 public:
  Withdraw(ResourceSet& set, UnitId unit, UnitState state, Duration patience)  // NOLINT: as above
      : set_(set), unit_(unit), state_(state), patience_(patience) {}
  [[nodiscard]] bool await_ready();
  void await_suspend(std::coroutine_handle<> process);
  Wake await_resume() const noexcept { return wake_; }
  [[nodiscard]] std::string waiting_for() const override;
  void give_up(Wake why, int cause) override;

 private:
  friend class ResourceSet;
  ResourceSet& set_;
  UnitId unit_;
  UnitState state_;
  Duration patience_;
  Wake wake_ = Wake::completed;
  WaitNode node_;
};

inline ResourceSet::Seize ResourceSet::seize(const Request& request) {
  return {*this, request, places_++};
}
inline ResourceSet::Seize ResourceSet::seize_at(std::uint64_t place, const Request& request) {
  return {*this, request, place};
}
inline ResourceSet::Withdraw ResourceSet::withdraw(UnitId unit, UnitState state,
                                                   Duration patience) {
  return {*this, unit, state, patience};
}

template <class F>
void ResourceSet::for_each_waiting(PoolId pool, F visit) const {
  for (WaitNode* node = pools_[pool.index()].queue.first(); node != nullptr; node = node->after) {
    const auto& waiter = *static_cast<const Seize*>(node->waiter);
    visit(waiter.process(), waiter.request());
  }
}

}  // namespace asepsim::kernel
