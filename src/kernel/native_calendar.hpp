// The fast calendar: an event list of our own, no shared state, no allocation in the steady state.
//
// The order (time, priority, sequence) is the order of the entries of the EventList. An entry names
// its event by a place in a table; the event keeps its place from one time to the next, so that
// mostly nothing but the entry is written. Cancelling leaves the entry and its place behind, empty,
// and the event gets another place; when such entries outnumber the others they are dropped, so
// cancelling costs O(1) on average and the memory stays bounded.
//
// Limit: 2^24 events and cancelled entries at a time.
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
  explicit NativeCalendar(EventList list) : list_(std::move(list)) {}

  using Calendar::cancel;
  using Calendar::schedule;
  void schedule(Event& event, SimTime at, EventPriority priority) override;
  bool cancel(Event& event) override;
  void forget(Event& event) override;
  void run() override;
  void stop() override { stopped_ = true; }

 private:
  [[gnu::noinline]] void schedule_in_new_place(Event& event, SimTime at, EventPriority priority);
  void pass_over(std::uint32_t place);
  void drop_cancelled();

  EventList list_;
  std::vector<Event*> events_;  // by place; null: free or cancelled
  std::vector<std::uint32_t> free_places_;
  std::size_t cancelled_ = 0;  // entries still in the list
  bool stopped_ = false;
};

}  // namespace asepsim::kernel
