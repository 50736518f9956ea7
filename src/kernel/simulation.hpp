// The simulation: processes on an event calendar.
//
// A Simulation starts processes, lets them hold and wait, interrupts them and knows at the end who
// is stuck. It owns the frames of its processes and destroys the unfinished ones with itself; the
// Calendar must outlive it. Everything happens in the calendar's order (time, priority, sequence):
//
//   spawn          the process starts by an event of its own, never inside the caller
//   hold           goes on by an event of the given priority
//   woken waiters  (signal, store, resource) go on at the same time with EventPriority::grant
//   time-outs and interrupts take effect with EventPriority::step
//
// Whoever makes processes wait derives from Suspension and uses suspend() and wake().
#pragma once

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <string>
#include <vector>

#include "base/sim_time.hpp"
#include "kernel/calendar.hpp"
#include "kernel/frame_pool.hpp"
#include "kernel/process.hpp"
#include "kernel/task.hpp"

namespace asepsim::kernel {

class Simulation;
class Suspension;

namespace detail {
/// The kernel's record of one process; its address is stable while the Simulation lives. As an
/// event it makes the process go on, or time out.
struct ProcessRecord : Event {
  Simulation* simulation = nullptr;
  std::coroutine_handle<> resume_point;
  Suspension* suspension = nullptr;  // null: running, or about to go on
  std::coroutine_handle<> root;      // null: the slot is free
  ProcessId id;
  ProcessName name;
  SimTime since;  // of the suspension
  ProcessRecord* next_free = nullptr;
};
}  // namespace detail

/// Why a process is suspended. Lives in its coroutine frame; its destructor must do nothing.
class Suspension {
 public:
  /// What the process waits for, for messages ("seize nurse x1").
  [[nodiscard]] virtual std::string waiting_for() const = 0;
  /// The wait is over without success (interrupted, timed out): leave the queue and note why.
  virtual void give_up(Wake why, int cause) = 0;
  /// The waiting process; valid after Simulation::suspend().
  [[nodiscard]] ProcessId process() const { return record_->id; }

 protected:
  Suspension() = default;
  Suspension(const Suspension&) = default;
  ~Suspension() = default;

 private:
  friend class Simulation;
  detail::ProcessRecord* record_;  // set by Simulation::suspend()
};

/// Awaiter of Simulation::hold().
class Hold final : public Suspension {
 public:
  // What an interrupt leaves behind stays unset until there is one: this is built at every hold.
  // NOLINTNEXTLINE(clang-analyzer-optin.cplusplus.UninitializedObject)
  Hold(Simulation& simulation, SimTime until, EventPriority priority)
      : simulation_(simulation), until_(until), priority_(priority) {}
  [[nodiscard]] bool await_ready() const noexcept { return false; }
  inline void await_suspend(std::coroutine_handle<> process);
  HoldEnd await_resume() const noexcept {
    if (wake_ == Wake::completed) [[likely]]
      return {};
    return {wake_, remaining_, cause_};
  }
  [[nodiscard]] std::string waiting_for() const override { return "the end of a hold"; }
  void give_up(Wake why, int cause) override;

 private:
  Simulation& simulation_;
  SimTime until_;
  EventPriority priority_;
  Wake wake_ = Wake::completed;
  int cause_;           // of an interrupt
  Duration remaining_;  // when interrupted
};

class Simulation {
 public:
  explicit Simulation(Calendar& calendar) : calendar_(calendar) {}
  Simulation(const Simulation&) = delete;
  Simulation& operator=(const Simulation&) = delete;
  ~Simulation();

  /// The simulation clock.
  [[nodiscard]] SimTime now() const { return calendar_.now(); }
  [[nodiscard]] Calendar& calendar() { return calendar_; }
  /// Itself: a Simulation& as first parameter of a coroutine tells where its frame lives.
  [[nodiscard]] Simulation& simulation() { return *this; }
  /// Where the frames of its processes live.
  [[nodiscard]] FramePool& frames() { return frames_; }

  /// Makes `body` a process that starts at the present time, after those already due.
  ProcessId spawn(Task<> body, ProcessName name = {}) {
    return spawn(std::move(body), name, now());
  }
  /// Makes `body` a process that starts at `at` (not before now()).
  ProcessId spawn(Task<> body, ProcessName name, SimTime at,
                  EventPriority priority = EventPriority::step);

  /// co_await -> HoldEnd. Lets `duration` pass; a negative one counts as zero, and a hold of
  /// Duration::forever() ends only by an interrupt.
  [[nodiscard]] Hold hold(Duration duration, EventPriority priority = EventPriority::step) {
    return {*this, now() + (duration < Duration{} ? Duration{} : duration), priority};
  }
  /// co_await -> HoldEnd. Holds until `at`; a time already past counts as the present.
  [[nodiscard]] Hold hold_until(SimTime at, EventPriority priority = EventPriority::step) {
    return {*this, at < now() ? now() : at, priority};
  }

  /// Takes a process out of its hold or wait: it goes on at the present time with
  /// Wake::interrupted and `cause`. False if the process has ended, has not started, is running, or
  /// is already about to go on (its wait is over).
  bool interrupt(ProcessId process, int cause);
  /// True if the process has not ended.
  [[nodiscard]] bool alive(ProcessId process) const;
  /// The process that is running; none outside of processes.
  [[nodiscard]] ProcessId current() const { return current_ ? current_->id : ProcessId{}; }
  /// What the process is called ("patient 12"); empty if it has ended.
  [[nodiscard]] std::string name_of(ProcessId process) const;
  /// Events so far: how often a process was set going.
  [[nodiscard]] std::uint64_t events() const { return events_; }
  /// Processes that have not ended.
  [[nodiscard]] std::size_t process_count() const { return alive_; }

  /// Destroys the unfinished processes and cancels their events, before what they refer to goes.
  void abandon();

  /// Runs to the end of the calendar or until Calendar::stop(); an exception that left a process
  /// ends the run and is rethrown here.
  void run();
  /// Processes that are suspended although no event is coming for them, by process slot.
  [[nodiscard]] std::vector<StuckProcess> stuck() const;

  /// The running process waits to be woken; `waits` must stay where it is until it goes on.
  void suspend(Suspension& waits, std::coroutine_handle<> resume_point) {
    current_->suspension = &waits;
    current_->resume_point = resume_point;
    current_->since = now();
    waits.record_ = current_;
  }
  /// The running process waits to go on at `at`, if nothing else wakes it before.
  void suspend_until(Suspension& waits, std::coroutine_handle<> resume_point, SimTime at,
                     EventPriority priority) {
    ProcessRecord& record = *current_;
    record.suspension = &waits;
    record.resume_point = resume_point;
    waits.record_ = &record;
    calendar_.schedule(record, at, priority);
  }
  /// A process suspended by suspend() gives up after `patience` (forever: never).
  void give_up_after(Suspension& waits, Duration patience);
  /// The wait is over: the process goes on at the present time and can no longer be interrupted.
  void wake(Suspension& waits, EventPriority priority = EventPriority::grant) {
    wake(*waits.record_, priority);
  }

 private:
  friend class detail::PromiseBase;
  using ProcessRecord = detail::ProcessRecord;

  static void go_on(Event& process);
  static void time_out(Event& process);
  void wake(ProcessRecord& record, EventPriority priority) {
    if (record.scheduled) [[unlikely]]
      cancel_event(record);
    record.suspension = nullptr;
    calendar_.schedule(record, now(), priority);
  }
  void cancel_event(ProcessRecord& record);
  [[gnu::noinline]] ProcessId spawn_with_new_record(Task<> body, ProcessName name, SimTime at,
                                                    EventPriority priority);
  void fail(const std::exception_ptr& failure);
  void strike_off(ProcessRecord& record);
  [[nodiscard]] const ProcessRecord* find(ProcessId process) const;

  Calendar& calendar_;
  FramePool frames_;
  std::deque<ProcessRecord> records_;
  ProcessRecord* free_ = nullptr;
  std::size_t alive_ = 0;
  ProcessRecord* current_ = nullptr;
  std::uint64_t events_ = 0;
  std::exception_ptr failure_;
};

inline void Hold::await_suspend(std::coroutine_handle<> process) {
  if (until_ < SimTime{} + Duration::forever()) [[likely]] {
    simulation_.suspend_until(*this, process, until_, priority_);
  } else {
    simulation_.suspend(*this, process);
  }
}

}  // namespace asepsim::kernel
