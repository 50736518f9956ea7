// The benchmark networks as processes of our kernel, on whichever calendar.
#pragma once

#include <cstdint>

#include "bench/models/draws.hpp"
#include "kernel/kernel.hpp"

namespace asepsim::bench {

class B1Processes {
 public:
  explicit B1Processes(kernel::Calendar& calendar) : simulation_(calendar) {
    needs_server_.add({resources_.add_pool("server", 1)});
  }
  kernel::Simulation& simulation() { return simulation_; }

  TimeInSystem run(std::uint64_t customers) {
    simulation_.spawn(arrivals(customers));
    simulation_.run();
    return result_;
  }

 private:
  kernel::Task<> arrivals(std::uint64_t customers) {
    for (std::uint64_t i = 0; i < customers; ++i) {
      co_await simulation_.hold(draws_.interarrival(i), kernel::EventPriority::arrival);
      simulation_.spawn(customer(i), {"customer", i});
    }
  }

  kernel::Task<> customer(std::uint64_t i) {
    const SimTime arrived = simulation_.now();
    kernel::Grant grant = co_await resources_.seize(needs_server_);
    co_await simulation_.hold(draws_.service_time(i), kernel::EventPriority::release);
    resources_.release(grant.holding);
    result_.total += simulation_.now() - arrived;
    ++result_.customers;
  }

  kernel::Simulation simulation_;
  kernel::ResourceSet resources_{simulation_};
  kernel::Request needs_server_;
  B1Draws draws_;
  TimeInSystem result_;
};

class B2Processes {
 public:
  B2Processes(kernel::Calendar& calendar, Duration until_follow_up)
      : simulation_(calendar), draws_(until_follow_up) {
    needs_reception_.add({resources_.add_pool("reception", 1)});
    needs_consultation_.add({resources_.add_pool("consultation", 2)});
    needs_treatment_.add({resources_.add_pool("room", 3)});
    needs_treatment_.add({resources_.add_pool("practitioner", 2)});
  }
  kernel::Simulation& simulation() { return simulation_; }

  TimeInSystem run(std::uint64_t patients) {
    simulation_.spawn(arrivals(patients));
    simulation_.run();
    return result_;
  }

 private:
  kernel::Task<> arrivals(std::uint64_t patients) {
    for (std::uint64_t i = 0; i < patients; ++i) {
      co_await simulation_.hold(draws_.interarrival(i), kernel::EventPriority::arrival);
      simulation_.spawn(patient(i), {"patient", i});
    }
  }

  kernel::Task<> patient(std::uint64_t i) {
    const SimTime arrived = simulation_.now();
    kernel::Grant grant = co_await resources_.seize(needs_reception_);
    co_await simulation_.hold(draws_.reception_time(i), kernel::EventPriority::release);
    resources_.release(grant.holding);

    grant = co_await resources_.seize(needs_consultation_);
    co_await simulation_.hold(draws_.consultation_time(i), kernel::EventPriority::release);
    resources_.release(grant.holding);

    grant = co_await resources_.seize(needs_treatment_);
    co_await simulation_.hold(draws_.treatment_time(i), kernel::EventPriority::release);
    resources_.release(grant.holding);
    result_.total += simulation_.now() - arrived;
    ++result_.customers;
    if (!draws_.comes_back(i)) co_return;

    co_await simulation_.hold(draws_.until_follow_up, kernel::EventPriority::arrival);
    const SimTime came_back = simulation_.now();
    grant = co_await resources_.seize(needs_consultation_);
    co_await simulation_.hold(draws_.follow_up_time(i), kernel::EventPriority::release);
    resources_.release(grant.holding);
    result_.total += simulation_.now() - came_back;
  }

  kernel::Simulation simulation_;
  kernel::ResourceSet resources_{simulation_};
  kernel::Request needs_reception_, needs_consultation_, needs_treatment_;
  B2Draws draws_;
  TimeInSystem result_;
};

}  // namespace asepsim::bench
