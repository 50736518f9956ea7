#include "kernel/native_calendar.hpp"

#include <bit>
#include <cassert>

#include "kernel/kernel.hpp"

namespace asepsim::kernel {
namespace {
constexpr unsigned priority_shift = 56;
constexpr std::size_t worth_rebuilding = 64;  // cancelled entries
}  // namespace

EventHandle NativeCalendar::schedule(SimTime at, EventPriority priority, EventAction action) {
  assert(at >= now_ && "an event cannot be scheduled in the past");
  const std::uint32_t index = new_slot();
  Slot& slot = slots_[index];
  slot.action = action;
  if (at == now_) {
    slot.in_heap = false;
    append_to_present(index, static_cast<std::size_t>(priority));
  } else {
    slot.in_heap = true;
    const auto order = static_cast<std::uint64_t>(priority) << priority_shift | sequence_++;
    heap_.push({at.microseconds(), order, index});
  }
  return {index, slot.generation};
}

bool NativeCalendar::cancel(EventHandle handle) {
  if (handle.slot >= slots_.size()) return false;
  Slot& slot = slots_[handle.slot];
  if (slot.generation != handle.generation) return false;
  ++slot.generation;  // the handle is stale from now on
  slot.action = {};
  if (slot.in_heap && ++cancelled_in_heap_ > worth_rebuilding) drop_cancelled();
  return true;
}

void NativeCalendar::run() {
  stopped_ = false;
  while (!stopped_) {
    const std::uint32_t index = take_first();
    if (index == none) break;
    const EventAction action = slots_[index].action;
    ++slots_[index].generation;
    free_slot(index);
    action.function(action.context);
  }
}

std::uint32_t NativeCalendar::new_slot() {
  if (free_ == none) {
    slots_.emplace_back();
    return static_cast<std::uint32_t>(slots_.size() - 1);
  }
  const std::uint32_t index = free_;
  free_ = slots_[index].next;
  return index;
}

void NativeCalendar::free_slot(std::uint32_t index) {
  slots_[index].next = free_;
  free_ = index;
}

void NativeCalendar::append_to_present(std::uint32_t index, std::size_t priority) {
  Queue& queue = present_[priority];
  slots_[index].next = none;
  (queue.first == none ? queue.first : slots_[queue.last].next) = index;
  queue.last = index;
  present_mask_ |= 1u << priority;
}

// The slot of the next event that was not cancelled; none at the end of the calendar. The clock
// moves only for an event that happens.
std::uint32_t NativeCalendar::take_first() {
  while (true) {
    std::uint32_t index = none;
    if (present_mask_ != 0) {
      const auto priority = static_cast<std::size_t>(std::countr_zero(present_mask_));
      const bool heap_first = !heap_.empty() && heap_.top().time == now_.microseconds() &&
                              heap_.top().order >> priority_shift <= priority;
      index = heap_first ? take_from_heap() : take_from_present(priority);
    } else if (!heap_.empty()) {
      index = take_from_heap();
    } else {
      return none;
    }
    if (index != none) return index;
  }
}

std::uint32_t NativeCalendar::take_from_heap() {
  const HeapEntry entry = heap_.top();
  heap_.pop();
  if (slots_[entry.slot].action.function == nullptr) {
    --cancelled_in_heap_;
    free_slot(entry.slot);
    return none;
  }
  now_ = SimTime::from_microseconds(entry.time);
  return entry.slot;
}

std::uint32_t NativeCalendar::take_from_present(std::size_t priority) {
  Queue& queue = present_[priority];
  const std::uint32_t index = queue.first;
  queue.first = slots_[index].next;
  if (queue.first == none) present_mask_ &= ~(1u << priority);
  if (slots_[index].action.function != nullptr) return index;
  free_slot(index);
  return none;
}

void NativeCalendar::drop_cancelled() {
  if (2 * cancelled_in_heap_ < heap_.size()) return;
  heap_.remove_if([this](const HeapEntry& entry) {
    if (slots_[entry.slot].action.function != nullptr) return false;
    free_slot(entry.slot);
    return true;
  });
  cancelled_in_heap_ = 0;
}

std::unique_ptr<Calendar> make_native_calendar() {
  return std::make_unique<NativeCalendar>();
}

}  // namespace asepsim::kernel
