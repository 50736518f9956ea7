// The benchmark networks as processes of our kernel, on whichever calendar.
#pragma once

#include <cstdint>

#include "bench/models/draws.hpp"
#include "kernel/kernel.hpp"

namespace asepsim::bench {

inline void add_usage(const kernel::ResourceSet& resources, Findings& findings) {
  for (std::size_t i = 0; i < resources.pool_count(); ++i) {
    const kernel::PoolUsage usage = resources.usage(kernel::PoolId{i});
    findings.busy += microseconds(usage.busy);
    findings.waiting += microseconds(usage.queue);
  }
}

class B1Processes {
 public:
  explicit B1Processes(kernel::Calendar& calendar) : simulation_(calendar) {
    needs_server_.add({resources_.add_pool("server", 1)});
  }
  kernel::Simulation& simulation() { return simulation_; }

  Findings run(std::uint64_t customers) {
    simulation_.spawn(arrivals(customers));
    simulation_.run();
    add_usage(resources_, findings_);
    return findings_;
  }

 private:
  kernel::Task<> arrivals(std::uint64_t customers) {
    Duration next = draws_.interarrival(0);
    for (std::uint64_t i = 0; i < customers; ++i) {
      co_await simulation_.hold(next, kernel::EventPriority::arrival);
      next = draws_.interarrival(i + 1);
      simulation_.spawn(customer(i), {"customer", i});
    }
  }

  kernel::Task<> customer(std::uint64_t i) {
    const SimTime arrived = simulation_.now();
    const Duration service = draws_.service_time(i);
    kernel::Grant grant = co_await resources_.seize(needs_server_);
    co_await simulation_.hold(service, kernel::EventPriority::release);
    resources_.release(grant.holding);
    findings_.in_system += simulation_.now() - arrived;
    ++findings_.customers;
  }

  kernel::Simulation simulation_;
  kernel::ResourceSet resources_{simulation_};
  kernel::Request needs_server_;
  B1Draws draws_;
  Findings findings_;
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

  Findings run(std::uint64_t patients) {
    simulation_.spawn(arrivals(patients));
    simulation_.run();
    add_usage(resources_, findings_);
    return findings_;
  }

 private:
  kernel::Task<> arrivals(std::uint64_t patients) {
    Duration next = draws_.interarrival(0);
    for (std::uint64_t i = 0; i < patients; ++i) {
      co_await simulation_.hold(next, kernel::EventPriority::arrival);
      next = draws_.interarrival(i + 1);
      simulation_.spawn(patient(i), {"patient", i});
    }
  }

  kernel::Task<> patient(std::uint64_t i) {
    const SimTime arrived = simulation_.now();
    const B2Needs needs = draws_.needs(i);
    kernel::Grant grant = co_await resources_.seize(needs_reception_);
    co_await simulation_.hold(needs.reception, kernel::EventPriority::release);
    resources_.release(grant.holding);

    grant = co_await resources_.seize(needs_consultation_);
    co_await simulation_.hold(needs.consultation, kernel::EventPriority::release);
    resources_.release(grant.holding);

    grant = co_await resources_.seize(needs_treatment_);
    co_await simulation_.hold(needs.treatment, kernel::EventPriority::release);
    resources_.release(grant.holding);
    findings_.in_system += simulation_.now() - arrived;
    ++findings_.customers;
    if (!needs.comes_back) co_return;

    co_await simulation_.hold(draws_.until_follow_up, kernel::EventPriority::arrival);
    const SimTime came_back = simulation_.now();
    grant = co_await resources_.seize(needs_consultation_);
    co_await simulation_.hold(draws_.follow_up_time(i), kernel::EventPriority::release);
    resources_.release(grant.holding);
    findings_.in_system += simulation_.now() - came_back;
  }

  kernel::Simulation simulation_;
  kernel::ResourceSet resources_{simulation_};
  kernel::Request needs_reception_, needs_consultation_, needs_treatment_;
  B2Draws draws_;
  Findings findings_;
};

}  // namespace asepsim::bench
