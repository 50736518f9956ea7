// The benchmark networks as plain SimGrid actors with semaphores: an implementation that shares
// nothing with ours but the random draws.
//
// One unit of SimGrid's clock is a microsecond, as in SimGridCalendar. A treatment takes the
// practitioner first and then the room; as there are more rooms than practitioners nobody ever
// holds one while waiting for the other, which makes it the same as taking both at once.
#pragma once

#include <cstdint>
#include <simgrid/s4u.hpp>

#include "bench/models/draws.hpp"

namespace asepsim::bench {

/// The host all actors run on. SimGrid has one engine a process, so this must be called before the
/// first SimGridCalendar is made.
inline simgrid::s4u::Host* actor_host() {
  static simgrid::s4u::Host* const host = [] {
    static char program[] = "actors";
    static char quiet[] = "--log=root.thresh:error";
    static char small_stacks[] = "--cfg=contexts/stack-size:64";  // KiB; faster to create
    static char no_guard[] = "--cfg=contexts/guard-size:0";
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    static char contexts[] = "--cfg=contexts/factory:thread";
    static char* arguments[] = {program, quiet, contexts, nullptr};
    int count = 3;
    (void)small_stacks;
    (void)no_guard;
#else
    static char* arguments[] = {program, quiet, small_stacks, no_guard, nullptr};
    int count = 4;
#endif
    new simgrid::s4u::Engine(&count, arguments);  // SimGrid wants it to live to the end
    auto* zone = simgrid::s4u::create_full_zone("zone");
    auto* created = zone->create_host("host", 1e9)->seal();
    zone->seal();
    return created;
  }();
  return host;
}

inline void sleep(Duration duration) {
  simgrid::s4u::this_actor::sleep_for(static_cast<double>(duration.microseconds()));
}

class B1Actors {
 public:
  Findings run(std::uint64_t customers) {
    simgrid::s4u::Actor::create("arrivals", actor_host(), [this, customers] {
      for (std::uint64_t i = 0; i < customers; ++i) {
        sleep(draws_.interarrival(i));
        simgrid::s4u::Actor::create("customer", actor_host(), [this, i] { customer(i); });
      }
    });
    simgrid::s4u::Engine::get_instance()->run();
    return {rounded_microseconds(total_), {}, {}, customers};
  }

 private:
  void customer(std::uint64_t i) {
    const double arrived = simgrid::s4u::Engine::get_clock();
    server_->acquire();
    sleep(draws_.service_time(i));
    server_->release();
    total_ += simgrid::s4u::Engine::get_clock() - arrived;
  }

  B1Draws draws_;
  simgrid::s4u::SemaphorePtr server_ = simgrid::s4u::Semaphore::create(1);
  double total_ = 0;
};

class B2Actors {
 public:
  explicit B2Actors(Duration until_follow_up) : draws_(until_follow_up) {}

  Findings run(std::uint64_t patients) {
    simgrid::s4u::Actor::create("arrivals", actor_host(), [this, patients] {
      for (std::uint64_t i = 0; i < patients; ++i) {
        sleep(draws_.interarrival(i));
        simgrid::s4u::Actor::create("patient", actor_host(), [this, i] { patient(i); });
      }
    });
    simgrid::s4u::Engine::get_instance()->run();
    return {rounded_microseconds(total_), {}, {}, patients};
  }

 private:
  using Semaphore = simgrid::s4u::SemaphorePtr;

  static void serve(const Semaphore& servers, Duration time) {
    servers->acquire();
    sleep(time);
    servers->release();
  }
  void patient(std::uint64_t i) {
    const double arrived = simgrid::s4u::Engine::get_clock();
    const B2Needs needs = draws_.needs(i);
    serve(reception_, needs.reception);
    serve(consultation_, needs.consultation);
    practitioner_->acquire();
    serve(room_, needs.treatment);
    practitioner_->release();
    total_ += simgrid::s4u::Engine::get_clock() - arrived;
    if (!needs.comes_back) return;
    sleep(draws_.until_follow_up);
    const double came_back = simgrid::s4u::Engine::get_clock();
    serve(consultation_, draws_.follow_up_time(i));
    total_ += simgrid::s4u::Engine::get_clock() - came_back;
  }

  B2Draws draws_;
  Semaphore reception_ = simgrid::s4u::Semaphore::create(1);
  Semaphore consultation_ = simgrid::s4u::Semaphore::create(2);
  Semaphore room_ = simgrid::s4u::Semaphore::create(3);
  Semaphore practitioner_ = simgrid::s4u::Semaphore::create(2);
  double total_ = 0;
};

}  // namespace asepsim::bench
