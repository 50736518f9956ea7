// Signals: processes wait until another process, or an event, says go.
//
// A signal is not remembered: notify wakes those who wait now, in the order in which they came.
// Woken processes go on at the same time with EventPriority::grant.
#pragma once

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/sim_time.hpp"
#include "kernel/process.hpp"
#include "kernel/simulation.hpp"
#include "kernel/wait_queue.hpp"

namespace asepsim::kernel {

class Signal {
 public:
  class Wait;

  /// `name`, a literal, is what a stuck process is said to wait for.
  Signal(Simulation& simulation, const char* name) : simulation_(simulation), name_(name) {}
  Signal(const Signal&) = delete;
  Signal& operator=(const Signal&) = delete;

  /// co_await -> Wake: completed by a notify, timed_out after `timeout`, or interrupted.
  [[nodiscard]] Wait wait(Duration timeout = Duration::forever());
  /// Wakes all who wait now.
  void notify_all();
  /// Wakes the one who has waited longest.
  void notify_one();
  [[nodiscard]] bool has_waiters() const { return !queue_.empty(); }

 private:
  Simulation& simulation_;
  const char* name_;
  WaitQueue queue_;
  std::uint64_t places_ = 0;
};

/// Awaiter of Signal::wait().
class Signal::Wait final : public Suspension {
 public:
  // NOLINTNEXTLINE(clang-analyzer-optin.cplusplus.UninitializedObject): its place in the queue
  Wait(Signal& signal, Duration timeout) : signal_(signal), timeout_(timeout) {}
  [[nodiscard]] bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> process);
  Wake await_resume() const noexcept { return wake_; }
  [[nodiscard]] std::string waiting_for() const override;
  void give_up(Wake why, int cause) override;

 private:
  Signal& signal_;
  Duration timeout_;
  WaitNode node_;
  Wake wake_ = Wake::completed;
};

inline Signal::Wait Signal::wait(Duration timeout) {
  return {*this, timeout};
}

}  // namespace asepsim::kernel
