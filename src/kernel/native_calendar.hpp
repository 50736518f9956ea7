// The fast calendar: an event list of our own, no shared state, no allocation in the steady state.
//
// The order (time, priority, sequence) is the order of the entries of the EventList; what an event
// does lies in a slot that its entry names. Cancelling empties the slot and leaves the entry
// behind; when such entries outnumber the others they are dropped, so cancelling costs O(1) on
// average and the memory stays bounded.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "kernel/calendar.hpp"
#include "kernel/event_list.hpp"

namespace asepsim::kernel {

class NativeCalendar final : public Calendar {
 public:
  NativeCalendar() = default;
  /// With a list whose sequences start elsewhere, for tests.
  explicit NativeCalendar(EventList events) : events_(std::move(events)) {}

  EventHandle schedule(SimTime at, EventPriority priority, EventAction action) override;
  bool cancel(EventHandle handle) override;
  void run() override;
  void stop() override { stopped_ = true; }

 private:
  static constexpr std::uint32_t none = 0xffffffffu;

  struct Slot {
    EventAction action;         // empty: cancelled
    std::uint64_t handle = 0;   // the EventHandle, in one word because slots are reused at once
    std::uint32_t next = none;  // in the free list

    void age();  // makes the present handle stale
  };

  [[gnu::noinline]] EventHandle schedule_in_new_slot(SimTime at, EventPriority priority,
                                                     EventAction action);
  [[gnu::noinline]] EventHandle schedule_far_ahead(EventEntry entry);
  void free_slot(std::uint32_t index);
  void drop_cancelled();

  EventList events_;
  std::vector<Slot> slots_;
  std::uint32_t free_ = none;
  std::size_t cancelled_ = 0;  // entries still in the list
  bool stopped_ = false;
};

}  // namespace asepsim::kernel
