#include "kernel/native_calendar.hpp"

#include <bit>
#include <cassert>

#include "kernel/kernel.hpp"

namespace asepsim::kernel {
namespace {
constexpr std::size_t worth_rebuilding = 64;  // cancelled entries
}  // namespace

// The rare cases are calls in tail position, so that the common ones need no stack frame.
EventHandle NativeCalendar::schedule(SimTime at, EventPriority priority, EventAction action) {
  assert(at >= now_ && "an event cannot be scheduled in the past");
  if (free_ == none) [[unlikely]]
    return schedule_in_new_slot(at, priority, action);
  const std::uint32_t index = free_;
  Slot& slot = slots_[index];
  free_ = slot.next;
  slot.action = action;
  slot.in_list = at != now_;
  if (!slot.in_list) {
    append_to_present(index, static_cast<unsigned>(priority));
  } else if (!list_.push_soon(at.microseconds(), static_cast<unsigned>(priority), index)) {
    return schedule_far_ahead(at, priority, index);
  }
  return std::bit_cast<EventHandle>(slot.handle);
}

EventHandle NativeCalendar::schedule_in_new_slot(SimTime at, EventPriority priority,
                                                 EventAction action) {
  const auto index = static_cast<std::uint32_t>(slots_.size());
  slots_.emplace_back().handle = std::bit_cast<std::uint64_t>(EventHandle{index, 0});
  free_slot(index);
  return schedule(at, priority, action);
}

EventHandle NativeCalendar::schedule_far_ahead(SimTime at, EventPriority priority,
                                               std::uint32_t index) {
  list_.push(at.microseconds(), static_cast<unsigned>(priority), index);
  return std::bit_cast<EventHandle>(slots_[index].handle);
}

bool NativeCalendar::cancel(EventHandle handle) {
  if (handle.slot >= slots_.size()) return false;
  Slot& slot = slots_[handle.slot];
  if (slot.handle != std::bit_cast<std::uint64_t>(handle)) return false;
  slot.age();
  slot.action = {};
  if (slot.in_list && ++cancelled_in_list_ > worth_rebuilding) drop_cancelled();
  return true;
}

[[gnu::flatten]] void NativeCalendar::run() {
  stopped_ = false;
  while (!stopped_ && happen_next()) {
  }
}

// The next event happens, or turns out to be cancelled; false at the end of the calendar. The clock
// moves only for an event that happens.
bool NativeCalendar::happen_next() {
  SimTime at = now_;
  std::uint32_t index = none;
  if (present_mask_ != 0 && !list_comes_before_present()) {
    index = take_from_present();
  } else {
    if (list_.empty()) return false;
    const EventEntry entry = list_.pop();
    at = SimTime::from_microseconds(entry.time());
    index = entry.slot();
  }
  Slot& slot = slots_[index];
  const EventAction action = slot.action;
  slot.age();
  free_slot(index);
  if (action.function == nullptr) [[unlikely]] {
    if (slot.in_list) --cancelled_in_list_;
    return true;
  }
  now_ = at;
  action.function(action.context);
  return true;
}

void NativeCalendar::Slot::age() {
  auto next_handle = std::bit_cast<EventHandle>(handle);
  ++next_handle.generation;
  handle = std::bit_cast<std::uint64_t>(next_handle);
}

void NativeCalendar::free_slot(std::uint32_t index) {
  slots_[index].next = free_;
  free_ = index;
}

void NativeCalendar::append_to_present(std::uint32_t index, unsigned priority) {
  Queue& queue = present_[priority];
  const unsigned bit = 1u << priority;
  ((present_mask_ & bit) == 0 ? queue.first : slots_[queue.last].next) = index;
  queue.last = index;
  present_mask_ |= bit;
}

// What the list holds for the present moment was scheduled before what the queues hold.
bool NativeCalendar::list_comes_before_present() const {
  const EventEntry& first = list_.first();
  return first.time() == now_.microseconds() &&
         first.priority() <= static_cast<unsigned>(std::countr_zero(present_mask_));
}

std::uint32_t NativeCalendar::take_from_present() {
  Queue& queue = present_[static_cast<std::size_t>(std::countr_zero(present_mask_))];
  const std::uint32_t index = queue.first;
  if (index == queue.last) {
    present_mask_ &= present_mask_ - 1;
  } else {
    queue.first = slots_[index].next;
  }
  return index;
}

void NativeCalendar::drop_cancelled() {
  if (2 * cancelled_in_list_ < list_.size()) return;
  list_.remove_if([this](const EventEntry& entry) {
    if (slots_[entry.slot()].action.function != nullptr) return false;
    free_slot(entry.slot());
    return true;
  });
  cancelled_in_list_ = 0;
}

std::unique_ptr<Calendar> make_native_calendar() {
  return std::make_unique<NativeCalendar>();
}

}  // namespace asepsim::kernel
