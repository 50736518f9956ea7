// Events of one occasion, on any calendar.
#include "kernel/calendar.hpp"

namespace asepsim::kernel {

EventHandle Calendar::schedule(SimTime at, EventPriority priority, EventAction action) {
  if (free_occasions_.empty()) {
    const auto slot = static_cast<std::uint32_t>(occasions_.size());
    Occasion& fresh = occasions_.emplace_back();
    fresh.happen = &happen_once;
    fresh.calendar = this;
    fresh.handle = {slot, 0};
    free_occasions_.push_back(slot);
  }
  Occasion& occasion = occasions_[free_occasions_.back()];
  occasion.action = action;
  schedule(occasion, at, priority);  // may throw: only then it is no longer free
  free_occasions_.pop_back();
  return occasion.handle;
}

bool Calendar::cancel(EventHandle handle) {
  if (handle.slot >= occasions_.size()) return false;
  Occasion& occasion = occasions_[handle.slot];
  if (occasion.handle != handle || !cancel(occasion)) return false;
  end(occasion);
  return true;
}

// Over before it happens: what it does may schedule another in its place.
void Calendar::happen_once(Event& event) {
  auto& occasion = static_cast<Occasion&>(event);
  const EventAction action = occasion.action;
  occasion.calendar->end(occasion);
  action.function(action.context);
}

void Calendar::end(Occasion& occasion) {
  free_occasions_.push_back(occasion.handle.slot);
  ++occasion.handle.generation;
}

}  // namespace asepsim::kernel
