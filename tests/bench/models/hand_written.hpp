// The benchmark networks as bare event loops: what one would write without a kernel.
//
// A std::priority_queue of plain events, a switch, counters and queues; no processes, no names, no
// statistics but the time in system. The measure of what the kernel costs.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <queue>
#include <tuple>
#include <utility>
#include <vector>

#include "bench/models/draws.hpp"

namespace asepsim::bench {

enum class Happening : std::uint8_t {
  departure,
  treated,
  consulted,
  checked_in,
  seen_again,
  comes_back,
  arrival
};

struct BareEvent {
  std::int64_t time;
  std::uint32_t sequence;
  std::uint32_t customer;
  Happening what;

  bool operator>(const BareEvent& other) const {
    return std::tie(time, what, sequence) > std::tie(other.time, other.what, other.sequence);
  }
};

class BareCalendar {
 public:
  void schedule(std::int64_t time, Happening what, std::uint64_t customer) {
    events_.push({time, sequence_++, static_cast<std::uint32_t>(customer), what});
  }
  bool next(BareEvent& event) {
    if (events_.empty()) return false;
    event = events_.top();
    events_.pop();
    return true;
  }

 private:
  std::priority_queue<BareEvent, std::vector<BareEvent>, std::greater<>> events_;
  std::uint32_t sequence_ = 0;
};

class B1ByHand {
 public:
  TimeInSystem run(std::uint64_t customers) {
    arrived_.resize(customers);
    calendar_.schedule(draws_.interarrival(0).microseconds(), Happening::arrival, 0);
    BareEvent event;
    while (calendar_.next(event)) {
      if (event.what == Happening::arrival) {
        arrive(event);
      } else {
        depart(event);
      }
    }
    return {microseconds(total_), customers};
  }

 private:
  void arrive(const BareEvent& event) {
    const std::uint64_t next = std::uint64_t{event.customer} + 1;
    if (next < arrived_.size())
      calendar_.schedule(event.time + draws_.interarrival(next).microseconds(), Happening::arrival,
                         next);
    arrived_[event.customer] = event.time;
    if (busy_) {
      waiting_.push_back(event.customer);
    } else {
      start(event.time, event.customer);
    }
  }
  void depart(const BareEvent& event) {
    total_ += event.time - arrived_[event.customer];
    busy_ = false;
    if (waiting_.empty()) return;
    start(event.time, waiting_.front());
    waiting_.pop_front();
  }
  void start(std::int64_t now, std::uint32_t customer) {
    busy_ = true;
    calendar_.schedule(now + draws_.service_time(customer).microseconds(), Happening::departure,
                       customer);
  }

  BareCalendar calendar_;
  B1Draws draws_;
  std::vector<std::int64_t> arrived_;
  std::deque<std::uint32_t> waiting_;
  bool busy_ = false;
  std::int64_t total_ = 0;
};

class B2ByHand {
 public:
  explicit B2ByHand(Duration until_follow_up) : draws_(until_follow_up) {}

  TimeInSystem run(std::uint64_t patients) {
    arrived_.resize(patients);
    calendar_.schedule(draws_.interarrival(0).microseconds(), Happening::arrival, 0);
    BareEvent event;
    while (calendar_.next(event)) {
      now_ = event.time;
      happen(event.what, event.customer);
    }
    return {microseconds(total_), patients};
  }

 private:
  struct Consultation {
    std::uint32_t patient;
    bool again;
  };

  void happen(Happening what, std::uint32_t patient) {
    switch (what) {
      case Happening::arrival:
        return arrive(patient);
      case Happening::checked_in:
        ++reception_;
        start_reception();
        consulting_.push_back({patient, false});
        return start_consultation();
      case Happening::consulted:
        ++consultants_;
        start_consultation();
        treating_.push_back(patient);
        return start_treatment();
      case Happening::treated:
        return leave(patient);
      case Happening::comes_back:
        arrived_[patient] = now_;
        consulting_.push_back({patient, true});
        return start_consultation();
      case Happening::seen_again:
        ++consultants_;
        total_ += now_ - arrived_[patient];
        return start_consultation();
      case Happening::departure:
        return;
    }
  }
  void arrive(std::uint32_t patient) {
    const std::uint64_t next = std::uint64_t{patient} + 1;
    if (next < arrived_.size())
      calendar_.schedule(now_ + draws_.interarrival(next).microseconds(), Happening::arrival, next);
    arrived_[patient] = now_;
    registering_.push_back(patient);
    start_reception();
  }
  void leave(std::uint32_t patient) {
    ++rooms_;
    ++practitioners_;
    start_treatment();
    total_ += now_ - arrived_[patient];
    if (draws_.comes_back(patient))
      calendar_.schedule(now_ + draws_.until_follow_up.microseconds(), Happening::comes_back,
                         patient);
  }
  void start_reception() {
    if (reception_ == 0 || registering_.empty()) return;
    --reception_;
    const std::uint32_t patient = registering_.front();
    registering_.pop_front();
    calendar_.schedule(now_ + draws_.reception_time(patient).microseconds(), Happening::checked_in,
                       patient);
  }
  void start_consultation() {
    if (consultants_ == 0 || consulting_.empty()) return;
    --consultants_;
    const auto [patient, again] = consulting_.front();
    consulting_.pop_front();
    const Duration time =
        again ? draws_.follow_up_time(patient) : draws_.consultation_time(patient);
    calendar_.schedule(now_ + time.microseconds(),
                       again ? Happening::seen_again : Happening::consulted, patient);
  }
  void start_treatment() {
    if (rooms_ == 0 || practitioners_ == 0 || treating_.empty()) return;
    --rooms_;
    --practitioners_;
    const std::uint32_t patient = treating_.front();
    treating_.pop_front();
    calendar_.schedule(now_ + draws_.treatment_time(patient).microseconds(), Happening::treated,
                       patient);
  }

  BareCalendar calendar_;
  B2Draws draws_;
  std::vector<std::int64_t> arrived_;
  std::deque<std::uint32_t> registering_, treating_;
  std::deque<Consultation> consulting_;
  int reception_ = 1, consultants_ = 2, rooms_ = 3, practitioners_ = 2;
  std::int64_t now_ = 0, total_ = 0;
};

}  // namespace asepsim::bench
