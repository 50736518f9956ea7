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
#include <vector>

#include "kernel/calendar.hpp"
#include "kernel/event_heap.hpp"

namespace asepsim::kernel {

class NativeCalendar final : public Calendar {
 public:
  [[nodiscard]] SimTime now() const override { return now_; }
  EventHandle schedule(SimTime at, EventPriority priority, EventAction action) override;
  bool cancel(EventHandle handle) override;
  void run() override;
  void stop() override { stopped_ = true; }

 private:
  static constexpr std::uint32_t none = 0xffffffffu;
  static constexpr std::size_t priorities = 8;

  struct Slot {
    EventAction action;  // empty: cancelled
    std::uint32_t generation = 0;
    std::uint32_t next = none;  // in a queue of the present moment, or in the free list
    bool in_heap = false;
  };
  struct Queue {
    std::uint32_t first = none;
    std::uint32_t last = none;
  };

  std::uint32_t new_slot();
  void free_slot(std::uint32_t index);
  void append_to_present(std::uint32_t index, std::size_t priority);
  std::uint32_t take_first();
  std::uint32_t take_from_heap();
  std::uint32_t take_from_present(std::size_t priority);
  void drop_cancelled();

  SimTime now_;
  EventHeap heap_;
  std::uint64_t sequence_ = 0;
  std::array<Queue, priorities> present_;
  unsigned present_mask_ = 0;  // bit p: present_[p] is not empty
  std::vector<Slot> slots_;
  std::uint32_t free_ = none;
  std::size_t cancelled_in_heap_ = 0;
  bool stopped_ = false;
};

}  // namespace asepsim::kernel
