// The same networks as plain SimGrid actors with semaphores agree with ours.
//
// Both sides use the same random numbers, so this is no statistical test: the mean time in the
// system must be the same to a millionth (SimGrid adds up doubles, we add up integers).
#include "bench/models/simgrid_actors.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <simgrid/s4u.hpp>

#include "bench/models/draws.hpp"
#include "bench/models/processes.hpp"
#include "kernel/kernel.hpp"

namespace asepsim::theory {
namespace {

using bench::actor_host;
using bench::Findings;
using kernel::EntityKey;
using kernel::Purpose;

// The host must exist before any other test has SimGrid's engine made.
class ActorHost : public testing::Environment {
 public:
  void SetUp() override { actor_host(); }
};
const testing::Environment* const actor_environment =
    testing::AddGlobalTestEnvironment(new ActorHost);

void expect_agreement(const Findings& processes, const Findings& actors, std::uint64_t customers) {
  EXPECT_EQ(processes.customers, customers);
  EXPECT_EQ(actors.customers, customers);
  EXPECT_NEAR(processes.mean_minutes() / actors.mean_minutes(), 1, 1e-6);
}

TEST(SimGridActors, AgreeOnMM1) {
  const auto calendar = kernel::make_native_calendar();
  expect_agreement(bench::B1Processes(*calendar).run(10'000), bench::B1Actors{}.run(10'000),
                   10'000);
}

TEST(SimGridActors, AgreeOnAClinicWithFollowUps) {
  const auto calendar = kernel::make_native_calendar();
  expect_agreement(bench::B2Processes(*calendar, days(7)).run(5'000),
                   bench::B2Actors(days(7)).run(5'000), 5'000);
}

// A network of stations with several servers each; a customer's way through it is drawn beforehand.
class Network {
 public:
  struct Station {
    int servers;
    double mean_minutes;
  };

  Network(std::vector<Station> stations, double mean_gap_minutes, double p_return)
      : stations_(std::move(stations)), mean_gap_(mean_gap_minutes), p_return_(p_return) {}

  [[nodiscard]] const std::vector<Station>& stations() const { return stations_; }
  [[nodiscard]] Duration gap(std::uint64_t i) const { return draw(i, 0, "gap", mean_gap_); }
  [[nodiscard]] Duration service(std::uint64_t i, std::uint64_t step, std::size_t station) const {
    return draw(i, step, "service", stations_[station].mean_minutes);
  }
  /// Where customer `i` goes at `step`: through all stations in turn, and with probability
  /// p_return on from each, beginning again after the last.
  [[nodiscard]] bool goes_on(std::uint64_t i, std::uint64_t step) const {
    return random_.bernoulli(p_return_, EntityKey{i}, Purpose{"goes on"}, step);
  }

 private:
  [[nodiscard]] Duration draw(std::uint64_t i, std::uint64_t step, const char* what,
                              double mean) const {
    return rounded_microseconds(60e6 * mean *
                                random_.exponential(EntityKey{i}, Purpose{what}, step));
  }

  std::vector<Station> stations_;
  double mean_gap_, p_return_;
  kernel::RandomSource random_{99, 1};
};

class NetworkProcesses {
 public:
  NetworkProcesses(kernel::Calendar& calendar, const Network& network)
      : simulation_(calendar), network_(network) {
    for (const Network::Station& station : network.stations())
      requests_.emplace_back().add({resources_.add_pool("station", station.servers)});
  }
  kernel::Simulation& simulation() { return simulation_; }

  Findings run(std::uint64_t customers) {
    simulation_.spawn(arrivals(customers));
    simulation_.run();
    return findings_;
  }

 private:
  kernel::Task<> arrivals(std::uint64_t customers) {
    for (std::uint64_t i = 0; i < customers; ++i) {
      co_await simulation_.hold(network_.gap(i));
      simulation_.spawn(customer(i));
    }
  }
  kernel::Task<> customer(std::uint64_t i) {
    const SimTime arrived = simulation_.now();
    for (std::uint64_t step = 0;; ++step) {
      const std::size_t station = step % requests_.size();
      kernel::Grant grant = co_await resources_.seize(requests_[station]);
      co_await simulation_.hold(network_.service(i, step, station));
      resources_.release(grant.holding);
      if (!network_.goes_on(i, step)) break;
    }
    findings_.in_system += simulation_.now() - arrived;
    ++findings_.customers;
  }

  kernel::Simulation simulation_;
  kernel::ResourceSet resources_{simulation_};
  const Network& network_;
  std::deque<kernel::Request> requests_;
  Findings findings_;
};

class NetworkActors {
 public:
  explicit NetworkActors(const Network& network) : network_(network) {
    for (const Network::Station& station : network.stations())
      servers_.push_back(simgrid::s4u::Semaphore::create(static_cast<unsigned>(station.servers)));
  }

  Findings run(std::uint64_t customers) {
    simgrid::s4u::Actor::create("arrivals", actor_host(), [this, customers] {
      for (std::uint64_t i = 0; i < customers; ++i) {
        bench::sleep(network_.gap(i));
        simgrid::s4u::Actor::create("customer", actor_host(), [this, i] { customer(i); });
      }
    });
    simgrid::s4u::Engine::get_instance()->run();
    return {rounded_microseconds(total_), {}, {}, served_};
  }

 private:
  void customer(std::uint64_t i) {
    const double arrived = simgrid::s4u::Engine::get_clock();
    for (std::uint64_t step = 0;; ++step) {
      const std::size_t station = step % servers_.size();
      servers_[station]->acquire();
      bench::sleep(network_.service(i, step, station));
      servers_[station]->release();
      if (!network_.goes_on(i, step)) break;
    }
    total_ += simgrid::s4u::Engine::get_clock() - arrived;
    ++served_;
  }

  const Network& network_;
  std::vector<simgrid::s4u::SemaphorePtr> servers_;
  double total_ = 0;
  std::uint64_t served_ = 0;
};

void expect_networks_to_agree(const Network& network, std::uint64_t customers) {
  const auto calendar = kernel::make_native_calendar();
  expect_agreement(NetworkProcesses(*calendar, network).run(customers),
                   NetworkActors(network).run(customers), customers);
}

TEST(SimGridActors, AgreeOnMM4) {
  expect_networks_to_agree(Network({{4, 14}}, 4, 0), 10'000);
}

TEST(SimGridActors, AgreeOnAJacksonNetwork) {
  expect_networks_to_agree(Network({{2, 1}, {1, 1.25}}, 1 / .975, .35), 10'000);
}

}  // namespace
}  // namespace asepsim::theory
