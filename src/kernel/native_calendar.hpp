// The fast calendar: a heap of our own, no shared state, no allocation in the steady state.
//
// Future events wait in a 4-ary heap. Events for the present moment, which are about half of all,
// go into one queue for each priority instead; the order (time, priority, sequence) is kept because
// whatever the heap holds for the present moment was scheduled before, so with a lower sequence.
// Cancelling empties the event's slot and leaves the heap entry behind; when such entries outnumber
// the others the heap is rebuilt, so cancelling costs O(1) on average and the memory stays bounded.
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "kernel/calendar.hpp"
#include "kernel/event_list.hpp"

namespace asepsim::kernel {

class NativeCalendar final : public Calendar {
 public:
  NativeCalendar() = default;
  /// With a heap whose sequences start elsewhere, for tests.
  explicit NativeCalendar(EventList heap) : list_(std::move(heap)) {}

  EventHandle schedule(SimTime at, EventPriority priority, EventAction action) override;
  bool cancel(EventHandle handle) override;
  void run() override;
  void stop() override { stopped_ = true; }

 private:
  static constexpr std::uint32_t none = 0xffffffffu;
  static constexpr std::size_t priorities = 8;

  struct Slot {
    EventAction action;    // empty: cancelled
    std::uint64_t handle;  // the EventHandle, in one word because slots are reused at once
    std::uint32_t next;    // in a queue of the present moment, or in the free list
    bool in_list;

    void age();  // makes the present handle stale
  };
  struct Queue {  // valid while its bit in present_mask_ is set
    std::uint32_t first;
    std::uint32_t last;
  };

  [[gnu::noinline]] EventHandle schedule_in_new_slot(SimTime at, EventPriority priority,
                                                     EventAction action);
  [[gnu::noinline]] EventHandle schedule_far_ahead(SimTime at, EventPriority priority,
                                                   std::uint32_t index);
  void free_slot(std::uint32_t index);
  void append_to_present(std::uint32_t index, unsigned priority);
  bool happen_next();
  [[nodiscard]] bool list_comes_before_present() const;
  std::uint32_t take_from_present();
  void drop_cancelled();

  EventList list_;
  std::array<Queue, priorities> present_{};
  unsigned present_mask_ = 0;  // bit p: present_[p] is not empty
  std::vector<Slot> slots_;
  std::uint32_t free_ = none;
  std::size_t cancelled_in_list_ = 0;
  bool stopped_ = false;
};

}  // namespace asepsim::kernel
