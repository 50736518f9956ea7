// The event calendar: the list of future events and the simulation clock.
//
// Events happen in the order (time, priority, sequence of scheduling): integers all three, so the
// order is total and the same everywhere. Two calendars implement this interface: NativeCalendar
// (fast, no shared state) and SimGridCalendar (SimGrid owns clock, timers and main loop). A model
// cannot tell them apart.
#pragma once

#include <cstdint>

#include "base/sim_time.hpp"

namespace asepsim::kernel {

/// Order among events of the same time. Lower happens first.
enum class EventPriority : std::uint8_t {
  release = 0,      ///< a unit is freed before anybody asks for one
  roster = 1,       ///< staff come and go before patients meet them
  machine = 2,      ///< machines finish and break down before they are looked at
  grant = 3,        ///< a waiting process gets what was freed before newcomers ask
  step = 4,         ///< processes go on (the default)
  arrival = 5,      ///< newcomers come after those who are inside have moved
  observation = 6,  ///< snapshots see the state after all changes of that moment
  end_of_run = 7    ///< the run ends last
};

/// What an event does: a plain function and its context, so that scheduling allocates nothing.
struct EventAction {
  void (*function)(void* context) = nullptr;
  void* context = nullptr;
};

/// Names a scheduled event so that it can be cancelled; stale handles are recognised.
struct EventHandle {
  std::uint32_t slot = 0xffffffffu;
  std::uint32_t generation = 0;
};

class Calendar {
 public:
  virtual ~Calendar() = default;
  /// The simulation clock.
  [[nodiscard]] SimTime now() const { return now_; }
  /// Schedules `action` at `at` (not before now()). O(log n), no allocation in the steady state.
  virtual EventHandle schedule(SimTime at, EventPriority priority, EventAction action) = 0;
  /// Removes a scheduled event; false if it has happened or was cancelled before. O(log n).
  virtual bool cancel(EventHandle handle) = 0;
  /// Runs events in order until none is left or stop() was called.
  virtual void run() = 0;
  /// Ends run() after the present event.
  virtual void stop() = 0;

 protected:
  SimTime now_;  // moved by the calendar alone; read at every step, hence not virtual
};

}  // namespace asepsim::kernel
