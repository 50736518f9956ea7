// The event calendar: the list of future events and the simulation clock.
//
// Events happen in the order (time, priority, sequence of scheduling): integers all three, so the
// order is total and the same everywhere. Two calendars implement this interface: NativeCalendar
// (fast, no shared state) and SimGridCalendar (SimGrid owns clock, timers and main loop). A model
// cannot tell them apart. What happens often is an Event, which belongs to its owner and costs the
// calendar no bookkeeping; a mere EventAction will do for what happens once.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

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

/// Something that happens, once or again and again: part of whatever it concerns, which tells by
/// `happen` what it does. Scheduled at most once at a time. It must stay where it is, and be
/// forgotten by its calendar before it goes.
struct Event {
  static constexpr std::uint32_t nowhere = 0xffffffffu;

  void (*happen)(Event& event) = nullptr;
  std::uint32_t place = nowhere;  ///< where its calendar knows it by
  bool scheduled = false;         ///< kept by its calendar
};

/// What an event of one occasion does: a plain function and its context.
struct EventAction {
  void (*function)(void* context) = nullptr;
  void* context = nullptr;
};

/// Names an event of one occasion so that it can be cancelled; stale handles are recognised.
struct EventHandle {
  std::uint32_t slot = 0xffffffffu;
  std::uint32_t generation = 0;
  bool operator==(const EventHandle&) const = default;
};

class Calendar {
 public:
  Calendar() = default;
  Calendar(const Calendar&) = delete;
  Calendar& operator=(const Calendar&) = delete;
  virtual ~Calendar() = default;
  /// The simulation clock.
  [[nodiscard]] SimTime now() const { return now_; }
  /// `event`, which is not scheduled, will happen at `at` (not before now()). O(log n), no
  /// allocation in the steady state.
  virtual void schedule(Event& event, SimTime at, EventPriority priority) = 0;
  /// The event will not happen; false if it was not scheduled. O(log n).
  virtual bool cancel(Event& event) = 0;
  /// The same, and nothing of the calendar refers to the event any more.
  virtual void forget(Event& event) = 0;
  /// Runs events in order until none is left or stop() was called.
  virtual void run() = 0;
  /// Ends run() after the present event.
  virtual void stop() = 0;

  /// Schedules an event of one occasion, which does `action`.
  EventHandle schedule(SimTime at, EventPriority priority, EventAction action);
  /// Cancels it; false if it has happened or was cancelled before.
  bool cancel(EventHandle handle);

 protected:
  SimTime now_;  // moved by the calendar alone; read at every step, hence not virtual

 private:
  struct Occasion : Event {
    Calendar* calendar = nullptr;
    EventAction action;
    EventHandle handle;
  };
  static void happen_once(Event& event);
  void end(Occasion& occasion);

  std::deque<Occasion> occasions_;
  std::vector<std::uint32_t> free_occasions_;
};

}  // namespace asepsim::kernel
