#include "kernel/native_calendar.hpp"

#include <cassert>
#include <stdexcept>

#include "kernel/kernel.hpp"

namespace asepsim::kernel {
namespace {
constexpr std::size_t worth_rebuilding = 64;  // cancelled entries
}  // namespace

// The rare cases are calls in tail position, so that the common one needs no stack frame.
void NativeCalendar::schedule(Event& event, SimTime at, EventPriority priority) {
  assert(at >= now_ && "an event cannot be scheduled in the past");
  assert(!event.scheduled && "an event is scheduled once at a time");
  if (event.place == Event::nowhere) [[unlikely]]
    return schedule_in_new_place(event, at, priority);
  event.scheduled = true;
  const EventEntry entry =
      list_.next_entry(at.microseconds(), static_cast<unsigned>(priority), event.place);
  if (!list_.push_soon(entry)) list_.push(entry);
}

void NativeCalendar::schedule_in_new_place(Event& event, SimTime at, EventPriority priority) {
  if (free_places_.empty()) {
    if (events_.size() == EventEntry::slots)
      throw std::length_error("more than 16 million events on the calendar");
    free_places_.push_back(static_cast<std::uint32_t>(events_.size()));
    events_.push_back(nullptr);
  }
  event.place = free_places_.back();
  free_places_.pop_back();
  events_[event.place] = &event;
  schedule(event, at, priority);
}

bool NativeCalendar::cancel(Event& event) {
  if (!event.scheduled) return false;
  event.scheduled = false;
  events_[event.place] = nullptr;
  event.place = Event::nowhere;
  if (++cancelled_ > worth_rebuilding && 2 * cancelled_ > list_.size()) drop_cancelled();
  return true;
}

void NativeCalendar::forget(Event& event) {
  if (cancel(event) || event.place == Event::nowhere) return;
  events_[event.place] = nullptr;
  free_places_.push_back(event.place);
  event.place = Event::nowhere;
}

// The clock moves only for an event that happens.
[[gnu::flatten]] void NativeCalendar::run() {
  stopped_ = false;
  while (!stopped_ && !list_.empty()) {
    const EventEntry entry = list_.pop();
    Event* const event = events_[entry.slot()];
    if (event == nullptr) [[unlikely]] {
      pass_over(entry.slot());
      continue;
    }
    event->scheduled = false;
    now_ = SimTime::from_microseconds(entry.time());
    event->happen(*event);
  }
}

[[gnu::noinline]] void NativeCalendar::pass_over(std::uint32_t place) {
  free_places_.push_back(place);
  --cancelled_;
}

void NativeCalendar::drop_cancelled() {
  list_.remove_if([this](const EventEntry& entry) {
    if (events_[entry.slot()] != nullptr) return false;
    free_places_.push_back(entry.slot());
    return true;
  });
  cancelled_ = 0;
}

std::unique_ptr<Calendar> make_native_calendar() {
  return std::make_unique<NativeCalendar>();
}

}  // namespace asepsim::kernel
