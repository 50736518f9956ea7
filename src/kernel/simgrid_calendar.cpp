// The reference calendar: SimGrid's engine owns the clock, the future dates and the main loop.
//
// Every future event is a SimGrid timer; the engine moves the clock from date to date and fires
// them. SimGrid does not order timers of one date, so those that fire are gathered until no other
// of the date is left, and then happen in the order of the contract together with the events that
// are scheduled for the present moment meanwhile.
//
// SimGrid has one engine a process and its clock is never reset. A calendar therefore starts at an
// origin, one microsecond after whatever the clock shows, and holds a mutex as long as it lives.
// The clock counts microseconds as a double: exact up to 2^53.

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <exception>
#include <mutex>
#include <simgrid/kernel/Timer.hpp>
#include <simgrid/s4u/Engine.hpp>
#include <simgrid/s4u/NetZone.hpp>
#include <stdexcept>
#include <utility>
#include <vector>

#include "kernel/kernel.hpp"

namespace asepsim::kernel {
namespace {

using simgrid::kernel::timer::Timer;
using simgrid::s4u::Engine;

// SimGrid's engine is a singleton, so is its guard.
std::mutex& engine_guard() {
  static std::mutex guard;
  return guard;
}

// Options go through a command line of our own; SimGrid never sees the user's.
Engine* make_engine() {
  static char program[] = "asepsim";
  static char quiet[] = "--log=root.thresh:error";
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  static char contexts[] = "--cfg=contexts/factory:thread";  // the default one upsets sanitizers
  static char* arguments[] = {program, quiet, contexts, nullptr};
  int count = 3;
#else
  static char* arguments[] = {program, quiet, nullptr};
  int count = 2;
#endif
  auto* engine = new Engine(&count, arguments);  // lives as long as the process, as SimGrid wants
  simgrid::s4u::create_empty_zone("clock")->seal();
  return engine;
}

Engine& the_engine() {
  return Engine::has_instance() ? *Engine::get_instance() : *make_engine();
}

class SimGridCalendar final : public Calendar {
 public:
  SimGridCalendar()
      : only_one_(engine_guard()), engine_(the_engine()), origin_(Engine::get_clock() + 1) {}
  SimGridCalendar(const SimGridCalendar&) = delete;
  SimGridCalendar& operator=(const SimGridCalendar&) = delete;
  ~SimGridCalendar() override { take_timers_away(); }

  EventHandle schedule(SimTime at, EventPriority priority, EventAction action) override;
  bool cancel(EventHandle handle) override;
  void run() override;
  void stop() override { stopped_ = true; }

 private:
  enum class Place : std::uint8_t { free, future, due, cancelled };
  struct Event {
    EventAction action;
    SimTime at;
    std::uint64_t order = 0;  // priority and sequence
    Timer* timer = nullptr;   // set while SimGrid has the date
    std::uint32_t generation = 0;
    Place place = Place::free;
  };
  struct Due {
    std::uint64_t order;
    std::uint32_t slot;
    bool operator<(const Due& other) const { return order > other.order; }  // first on top
  };

  std::uint32_t new_slot();
  void free_slot(std::uint32_t slot);
  void set_timer(std::uint32_t slot);
  void take_timers_away();
  void fire(std::uint32_t slot);
  void add_due(std::uint32_t slot);
  std::uint32_t take_due();
  void happen();
  void perform(EventAction action) noexcept;
  [[nodiscard]] double date_of(SimTime at) const;

  std::unique_lock<std::mutex> only_one_;
  Engine& engine_;
  double origin_;
  std::uint64_t sequence_ = 0;
  std::vector<Event> events_;
  std::vector<std::uint32_t> free_;
  std::vector<Due> due_;  // a heap: events of the present moment
  std::exception_ptr failure_;
  bool running_ = false;
  bool stopped_ = false;
};

double SimGridCalendar::date_of(SimTime at) const {
  constexpr double exact_limit = 9007199254740992.0;
  const double date = origin_ + static_cast<double>(at.microseconds());
  if (date >= exact_limit)
    throw std::overflow_error("SimGrid's clock is exact up to 2^53 microseconds only");
  return date;
}

EventHandle SimGridCalendar::schedule(SimTime at, EventPriority priority, EventAction action) {
  assert(at >= now_ && "an event cannot be scheduled in the past");
  const std::uint32_t slot = new_slot();
  Event& event = events_[slot];
  event.action = action;
  event.at = at;
  event.order = static_cast<std::uint64_t>(priority) << 56 | sequence_++;
  if (at == now_) {
    add_due(slot);
  } else {
    event.place = Place::future;
    if (running_) set_timer(slot);
  }
  return {slot, event.generation};
}

bool SimGridCalendar::cancel(EventHandle handle) {
  if (handle.slot >= events_.size()) return false;
  Event& event = events_[handle.slot];
  if (event.generation != handle.generation || event.place == Place::free) return false;
  ++event.generation;
  if (event.place == Place::due) {
    event.place = Place::cancelled;  // freed when its turn comes
    return true;
  }
  if (event.timer != nullptr) event.timer->remove();
  free_slot(handle.slot);
  return true;
}

// Outside run() no date is with SimGrid, so that its engine can be used for something else.
void SimGridCalendar::run() {
  stopped_ = false;
  running_ = true;
  for (std::uint32_t slot = 0; slot < events_.size(); ++slot) {
    if (events_[slot].place == Place::future) set_timer(slot);
  }
  if (!due_.empty()) Timer::set(std::max(date_of(now_), Engine::get_clock()), [this] { happen(); });
  engine_.run();
  running_ = false;
  take_timers_away();
  if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
}

void SimGridCalendar::set_timer(std::uint32_t slot) {
  events_[slot].timer = Timer::set(date_of(events_[slot].at), [this, slot] { fire(slot); });
}

void SimGridCalendar::take_timers_away() {
  for (Event& event : events_) {
    if (event.timer != nullptr) std::exchange(event.timer, nullptr)->remove();
  }
}

void SimGridCalendar::fire(std::uint32_t slot) {
  Event& event = events_[slot];
  event.timer = nullptr;
  now_ = SimTime::from_microseconds(std::llround(Engine::get_clock() - origin_));
  assert(now_ == event.at && "SimGrid's clock shows the date of the event");
  add_due(slot);
  const bool others_to_fire = Timer::next() == Engine::get_clock();
  if (!others_to_fire) happen();
}

void SimGridCalendar::add_due(std::uint32_t slot) {
  events_[slot].place = Place::due;
  due_.push_back({events_[slot].order, slot});
  std::push_heap(due_.begin(), due_.end());
}

std::uint32_t SimGridCalendar::take_due() {
  std::pop_heap(due_.begin(), due_.end());
  const std::uint32_t slot = due_.back().slot;
  due_.pop_back();
  return slot;
}

// Everything of the present moment, until stop(). A timer left behind would keep the engine going.
void SimGridCalendar::happen() {
  while (!stopped_ && !due_.empty()) {
    const std::uint32_t slot = take_due();
    const bool cancelled = events_[slot].place == Place::cancelled;
    const EventAction action = events_[slot].action;
    if (!cancelled) ++events_[slot].generation;
    free_slot(slot);
    if (!cancelled) perform(action);
  }
  if (stopped_) take_timers_away();
}

// An exception must not travel through SimGrid: it is kept until the engine has returned.
void SimGridCalendar::perform(EventAction action) noexcept {
  try {
    action.function(action.context);
  } catch (...) {
    failure_ = std::current_exception();
    stopped_ = true;
  }
}

std::uint32_t SimGridCalendar::new_slot() {
  if (free_.empty()) {
    events_.emplace_back();
    return static_cast<std::uint32_t>(events_.size() - 1);
  }
  const std::uint32_t slot = free_.back();
  free_.pop_back();
  return slot;
}

void SimGridCalendar::free_slot(std::uint32_t slot) {
  events_[slot].place = Place::free;
  events_[slot].timer = nullptr;
  free_.push_back(slot);
}

}  // namespace

std::unique_ptr<Calendar> make_simgrid_calendar() {
  return std::make_unique<SimGridCalendar>();
}

}  // namespace asepsim::kernel
