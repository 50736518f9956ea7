#include "kernel/native_calendar.hpp"

#include <bit>
#include <cassert>

#include "kernel/kernel.hpp"

namespace asepsim::kernel {
namespace {
constexpr std::size_t worth_rebuilding = 64;  // cancelled entries
}  // namespace

// The rare cases are calls in tail position, so that the common one needs no stack frame.
EventHandle NativeCalendar::schedule(SimTime at, EventPriority priority, EventAction action) {
  assert(at >= now_ && "an event cannot be scheduled in the past");
  if (free_ == none) [[unlikely]]
    return schedule_in_new_slot(at, priority, action);
  const std::uint32_t index = free_;
  Slot& slot = slots_[index];
  free_ = slot.next;
  slot.action = action;
  const EventEntry entry =
      events_.next_entry(at.microseconds(), static_cast<unsigned>(priority), index);
  if (!events_.push_soon(entry)) return schedule_far_ahead(entry);
  return std::bit_cast<EventHandle>(slot.handle);
}

EventHandle NativeCalendar::schedule_in_new_slot(SimTime at, EventPriority priority,
                                                 EventAction action) {
  const auto index = static_cast<std::uint32_t>(slots_.size());
  slots_.emplace_back().handle = std::bit_cast<std::uint64_t>(EventHandle{index, 0});
  free_slot(index);
  return schedule(at, priority, action);
}

EventHandle NativeCalendar::schedule_far_ahead(EventEntry entry) {
  events_.push(entry);
  return std::bit_cast<EventHandle>(slots_[entry.slot()].handle);
}

bool NativeCalendar::cancel(EventHandle handle) {
  if (handle.slot >= slots_.size()) return false;
  Slot& slot = slots_[handle.slot];
  if (slot.handle != std::bit_cast<std::uint64_t>(handle)) return false;
  slot.age();
  slot.action = {};
  if (++cancelled_ > worth_rebuilding && 2 * cancelled_ > events_.size()) drop_cancelled();
  return true;
}

// The clock moves only for an event that happens.
[[gnu::flatten]] void NativeCalendar::run() {
  stopped_ = false;
  while (!stopped_ && !events_.empty()) {
    const EventEntry entry = events_.pop();
    Slot& slot = slots_[entry.slot()];
    const EventAction action = slot.action;
    slot.age();
    free_slot(entry.slot());
    if (action.function == nullptr) [[unlikely]] {
      --cancelled_;
      continue;
    }
    now_ = SimTime::from_microseconds(entry.time());
    action.function(action.context);
  }
}

void NativeCalendar::Slot::age() {
  constexpr auto one_generation = std::bit_cast<std::uint64_t>(EventHandle{0, 1});
  handle += one_generation;
}

void NativeCalendar::free_slot(std::uint32_t index) {
  slots_[index].next = free_;
  free_ = index;
}

void NativeCalendar::drop_cancelled() {
  events_.remove_if([this](const EventEntry& entry) {
    if (slots_[entry.slot()].action.function != nullptr) return false;
    free_slot(entry.slot());
    return true;
  });
  cancelled_ = 0;
}

std::unique_ptr<Calendar> make_native_calendar() {
  return std::make_unique<NativeCalendar>();
}

}  // namespace asepsim::kernel
