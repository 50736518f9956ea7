// Stores: places where things lie until somebody takes them.
//
// Items are numbers that name things of the model (an instrument, a load). They leave in the order
// in which they came, the oldest first; those who wait for one are served in the order (priority,
// time of asking). An item that is put while somebody waits goes straight to the first of them, who
// goes on at the same time with EventPriority::grant.
#pragma once

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/sim_time.hpp"
#include "kernel/process.hpp"
#include "kernel/simulation.hpp"
#include "kernel/wait_queue.hpp"

namespace asepsim::kernel {

/// Outcome of a get: `item` is yours only if `wake` is completed.
struct StoreGet {
  Wake wake = Wake::completed;
  std::uint32_t item = 0;
  SimTime asked_at;
};

class Store {
 public:
  class Get;

  Store(Simulation& simulation, std::string name)
      : simulation_(simulation), name_(std::move(name)) {}
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  /// Puts an item in, or hands it to the first who waits.
  void put(std::uint32_t item);
  /// co_await -> StoreGet. Takes the oldest item; waits at most `patience` for one.
  [[nodiscard]] Get get(std::int32_t priority = 100, Duration patience = Duration::forever());
  /// Takes an item out from anywhere; false if it is not there.
  bool remove(std::uint32_t item);

  /// Items lying in the store.
  [[nodiscard]] std::size_t size() const { return items_.size() - first_; }
  /// Processes waiting for an item.
  [[nodiscard]] std::size_t waiting() const { return queue_.size(); }
  /// The items, oldest first; valid until the store changes.
  [[nodiscard]] std::span<const std::uint32_t> items() const {
    return std::span(items_).subspan(first_);
  }
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  std::uint32_t take_oldest();

  Simulation& simulation_;
  std::string name_;
  std::vector<std::uint32_t> items_;
  std::size_t first_ = 0;  // items before it have left
  WaitQueue queue_;
  std::uint64_t places_ = 0;
};

/// Awaiter of Store::get().
class Store::Get final : public Suspension {
 public:
  Get(Store& store, std::int32_t priority, Duration patience);
  [[nodiscard]] bool await_ready();
  void await_suspend(std::coroutine_handle<> process);
  [[nodiscard]] StoreGet await_resume() const noexcept { return result_; }
  [[nodiscard]] std::string waiting_for() const override { return "store " + store_.name_; }
  void give_up(Wake why, int cause) override;

 private:
  friend class Store;
  Store& store_;
  Duration patience_;
  WaitNode node_;
  StoreGet result_;
};

inline Store::Get Store::get(std::int32_t priority, Duration patience) {
  return {*this, priority, patience};
}

}  // namespace asepsim::kernel
