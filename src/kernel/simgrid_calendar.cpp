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

  void schedule(Event& event, SimTime at, EventPriority priority) override;
  bool cancel(Event& event) override;
  void forget(Event& event) override;
  void run() override;
  void stop() override { stopped_ = true; }

 private:
  enum class State : std::uint8_t { idle, future, due };
  // One a place; an event keeps its place from one time to the next.
  struct Entry {
    Event* event = nullptr;  // null: cancelled while it was due, or free
    SimTime at;
    std::uint64_t order = 0;  // priority and sequence
    Timer* timer = nullptr;   // set while SimGrid has the date
    State state = State::idle;
  };
  struct Due {
    std::uint64_t order;
    std::uint32_t place;
    bool operator<(const Due& other) const { return order > other.order; }  // first on top
  };

  Entry& entry_of(Event& event);
  void free_place(std::uint32_t place);
  void set_timer(std::uint32_t place);
  void take_timers_away();
  void fire(std::uint32_t place);
  void add_due(std::uint32_t place);
  std::uint32_t take_due();
  void happen();
  void perform(Event& event) noexcept;
  [[nodiscard]] double date_of(SimTime at) const;

  std::unique_lock<std::mutex> only_one_;
  Engine& engine_;
  double origin_;
  std::uint64_t sequence_ = 0;
  std::vector<Entry> entries_;
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

void SimGridCalendar::schedule(Event& event, SimTime at, EventPriority priority) {
  assert(at >= now_ && "an event cannot be scheduled in the past");
  assert(!event.scheduled && "an event is scheduled once at a time");
  Entry& entry = entry_of(event);
  entry.at = at;
  entry.order = static_cast<std::uint64_t>(priority) << 56 | sequence_++;
  if (at == now_) {
    add_due(event.place);
  } else {
    if (running_) set_timer(event.place);
    entry.state = State::future;
  }
  event.scheduled = true;
}

bool SimGridCalendar::cancel(Event& event) {
  if (!event.scheduled) return false;
  event.scheduled = false;
  Entry& entry = entries_[event.place];
  if (entry.state == State::due) {
    entry.event = nullptr;
    event.place = Event::nowhere;  // the old place becomes free when its turn comes
    return true;
  }
  if (entry.timer != nullptr) std::exchange(entry.timer, nullptr)->remove();
  entry.state = State::idle;
  return true;
}

void SimGridCalendar::forget(Event& event) {
  cancel(event);
  if (event.place != Event::nowhere) free_place(std::exchange(event.place, Event::nowhere));
}

// Outside run() no date is with SimGrid, so that its engine can be used for something else.
void SimGridCalendar::run() {
  stopped_ = false;
  running_ = true;
  for (std::uint32_t place = 0; place < entries_.size(); ++place) {
    if (entries_[place].state == State::future) set_timer(place);
  }
  if (!due_.empty()) Timer::set(std::max(date_of(now_), Engine::get_clock()), [this] { happen(); });
  engine_.run();
  running_ = false;
  take_timers_away();
  if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
}

void SimGridCalendar::set_timer(std::uint32_t place) {
  entries_[place].timer = Timer::set(date_of(entries_[place].at), [this, place] { fire(place); });
}

void SimGridCalendar::take_timers_away() {
  for (Entry& entry : entries_) {
    if (entry.timer != nullptr) std::exchange(entry.timer, nullptr)->remove();
  }
}

void SimGridCalendar::fire(std::uint32_t place) {
  Entry& entry = entries_[place];
  entry.timer = nullptr;
  now_ = SimTime::from_microseconds(std::llround(Engine::get_clock() - origin_));
  assert(now_ == entry.at && "SimGrid's clock shows the date of the event");
  add_due(place);
  const bool others_to_fire = Timer::next() == Engine::get_clock();
  if (!others_to_fire) happen();
}

void SimGridCalendar::add_due(std::uint32_t place) {
  entries_[place].state = State::due;
  due_.push_back({entries_[place].order, place});
  std::push_heap(due_.begin(), due_.end());
}

std::uint32_t SimGridCalendar::take_due() {
  std::pop_heap(due_.begin(), due_.end());
  const std::uint32_t place = due_.back().place;
  due_.pop_back();
  return place;
}

// Everything of the present moment, until stop(). A timer left behind would keep the engine going.
void SimGridCalendar::happen() {
  while (!stopped_ && !due_.empty()) {
    const std::uint32_t place = take_due();
    entries_[place].state = State::idle;
    Event* const event = entries_[place].event;
    if (event == nullptr) {
      free_place(place);
      continue;
    }
    event->scheduled = false;
    perform(*event);
  }
  if (stopped_) take_timers_away();
}

// An exception must not travel through SimGrid: it is kept until the engine has returned.
void SimGridCalendar::perform(Event& event) noexcept {
  try {
    event.happen(event);
  } catch (...) {
    failure_ = std::current_exception();
    stopped_ = true;
  }
}

SimGridCalendar::Entry& SimGridCalendar::entry_of(Event& event) {
  if (event.place != Event::nowhere) return entries_[event.place];
  if (free_.empty()) {
    free_.push_back(static_cast<std::uint32_t>(entries_.size()));
    entries_.emplace_back();
  }
  event.place = free_.back();
  free_.pop_back();
  entries_[event.place].event = &event;
  return entries_[event.place];
}

void SimGridCalendar::free_place(std::uint32_t place) {
  entries_[place] = {};
  free_.push_back(place);
}

}  // namespace

std::unique_ptr<Calendar> make_simgrid_calendar() {
  return std::make_unique<SimGridCalendar>();
}

}  // namespace asepsim::kernel
