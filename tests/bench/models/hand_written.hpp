// The benchmark networks as bare event loops: what one would write without a kernel.
//
// A std::priority_queue of plain events, a switch, counters, queues and the two time integrals of
// every textbook's example (servers busy, customers waiting); no processes, no names, nothing else.
// The measure of what the kernel costs.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <queue>
#include <tuple>
#include <vector>

#include "bench/models/draws.hpp"

namespace asepsim::bench {

enum class Happening : std::uint8_t {
  departed,
  checked_in,
  consulted,
  treated,
  seen_again,
  comes_back,
  arrives
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

/// A number and its time integral.
class BareLevel {
 public:
  void change(std::int64_t by, std::int64_t now) {
    area_ += level_ * (now - changed_);
    changed_ = now;
    level_ += by;
  }
  [[nodiscard]] std::int64_t level() const { return level_; }
  [[nodiscard]] std::int64_t area() const { return area_; }

 private:
  std::int64_t level_ = 0, changed_ = 0, area_ = 0;
};

class B1ByHand {
 public:
  Findings run(std::uint64_t customers) {
    customers_.resize(customers);
    calendar_.schedule(draws_.interarrival(0).microseconds(), Happening::arrives, 0);
    BareEvent event;
    while (calendar_.next(event)) {
      if (event.what == Happening::arrives) {
        arrive(event);
      } else {
        depart(event);
      }
    }
    return {microseconds(in_system_), microseconds(busy_.area()), microseconds(queue_.area()),
            customers};
  }

 private:
  struct Customer {
    std::int64_t arrived;
    std::int64_t service;
  };

  void arrive(const BareEvent& event) {
    const std::uint64_t next = std::uint64_t{event.customer} + 1;
    if (next < customers_.size())
      calendar_.schedule(event.time + draws_.interarrival(next).microseconds(), Happening::arrives,
                         next);
    customers_[event.customer] = {event.time, draws_.service_time(event.customer).microseconds()};
    if (busy_.level() > 0) {
      waiting_.push_back(event.customer);
      queue_.change(1, event.time);
    } else {
      busy_.change(1, event.time);
      start(event.time, event.customer);
    }
  }
  void depart(const BareEvent& event) {
    in_system_ += event.time - customers_[event.customer].arrived;
    if (waiting_.empty()) {
      busy_.change(-1, event.time);
    } else {
      start(event.time, waiting_.front());
      waiting_.pop_front();
      queue_.change(-1, event.time);
    }
  }
  void start(std::int64_t now, std::uint32_t customer) {
    calendar_.schedule(now + customers_[customer].service, Happening::departed, customer);
  }

  BareCalendar calendar_;
  B1Draws draws_;
  std::vector<Customer> customers_;
  std::deque<std::uint32_t> waiting_;
  BareLevel busy_, queue_;
  std::int64_t in_system_ = 0;
};

class B2ByHand {
 public:
  explicit B2ByHand(Duration until_follow_up) : draws_(until_follow_up) {}

  Findings run(std::uint64_t patients) {
    patients_.resize(patients);
    calendar_.schedule(draws_.interarrival(0).microseconds(), Happening::arrives, 0);
    BareEvent event;
    while (calendar_.next(event)) {
      now_ = event.time;
      happen(event.what, event.customer);
    }
    std::int64_t busy = 0, queue = 0;
    for (const Station* station : {&registering_, &consulting_, &rooms_, &practitioners_}) {
      busy += station->busy.area();
      queue += station->queue.area();
    }
    return {microseconds(in_system_), microseconds(busy), microseconds(queue), patients};
  }

 private:
  struct Patient {
    std::int64_t arrived;
    B2Needs needs;
  };
  struct Visit {
    std::uint32_t patient;
    bool again;
  };
  struct Station {
    std::int64_t servers;
    std::deque<Visit> waiting = {};
    BareLevel busy = {}, queue = {};
  };

  void happen(Happening what, std::uint32_t patient) {
    switch (what) {
      case Happening::arrives:
        return arrive(patient);
      case Happening::checked_in:
        release(registering_);
        return ask(consulting_, {patient, false});
      case Happening::consulted:
        release(consulting_);
        return ask_for_treatment(patient);
      case Happening::treated:
        return leave(patient);
      case Happening::comes_back:
        patients_[patient].arrived = now_;
        return ask(consulting_, {patient, true});
      case Happening::seen_again:
        release(consulting_);
        in_system_ += now_ - patients_[patient].arrived;
        return;
      case Happening::departed:
        return;
    }
  }
  void arrive(std::uint32_t patient) {
    const std::uint64_t next = std::uint64_t{patient} + 1;
    if (next < patients_.size())
      calendar_.schedule(now_ + draws_.interarrival(next).microseconds(), Happening::arrives, next);
    patients_[patient] = {now_, draws_.needs(patient)};
    ask(registering_, {patient, false});
  }
  void leave(std::uint32_t patient) {
    release_treatment();
    in_system_ += now_ - patients_[patient].arrived;
    if (patients_[patient].needs.comes_back)
      calendar_.schedule(now_ + draws_.until_follow_up.microseconds(), Happening::comes_back,
                         patient);
  }

  void ask(Station& station, Visit visit) {
    if (station.busy.level() < station.servers) {
      station.busy.change(1, now_);
      start(station, visit);
    } else {
      station.waiting.push_back(visit);
      station.queue.change(1, now_);
    }
  }
  void release(Station& station) {
    if (station.waiting.empty()) {
      station.busy.change(-1, now_);
    } else {
      start(station, station.waiting.front());
      station.waiting.pop_front();
      station.queue.change(-1, now_);
    }
  }
  // A treatment needs a room and a practitioner at once; who waits, waits for both.
  void ask_for_treatment(std::uint32_t patient) {
    if (rooms_.busy.level() < rooms_.servers &&
        practitioners_.busy.level() < practitioners_.servers) {
      start_treatment(patient);
    } else {
      rooms_.waiting.push_back({patient, false});
      rooms_.queue.change(1, now_);
      practitioners_.queue.change(1, now_);
    }
  }
  void release_treatment() {
    rooms_.busy.change(-1, now_);
    practitioners_.busy.change(-1, now_);
    if (rooms_.waiting.empty()) return;
    const std::uint32_t patient = rooms_.waiting.front().patient;
    rooms_.waiting.pop_front();
    rooms_.queue.change(-1, now_);
    practitioners_.queue.change(-1, now_);
    start_treatment(patient);
  }
  void start_treatment(std::uint32_t patient) {
    rooms_.busy.change(1, now_);
    practitioners_.busy.change(1, now_);
    schedule(patients_[patient].needs.treatment, Happening::treated, patient);
  }

  void start(const Station& station, Visit visit) {
    const B2Needs& needs = patients_[visit.patient].needs;
    if (&station == &registering_) {
      schedule(needs.reception, Happening::checked_in, visit.patient);
    } else if (visit.again) {
      schedule(draws_.follow_up_time(visit.patient), Happening::seen_again, visit.patient);
    } else {
      schedule(needs.consultation, Happening::consulted, visit.patient);
    }
  }
  void schedule(Duration after, Happening what, std::uint32_t patient) {
    calendar_.schedule(now_ + after.microseconds(), what, patient);
  }

  BareCalendar calendar_;
  B2Draws draws_;
  std::vector<Patient> patients_;
  Station registering_{1}, consulting_{2}, rooms_{3}, practitioners_{2};
  std::int64_t now_ = 0, in_system_ = 0;
};

}  // namespace asepsim::bench
