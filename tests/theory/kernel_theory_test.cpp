// What no scenario can say: a rate of arrivals that is a sine of time. Mt/M/infinity (Eick, Massey
// and Whitt 1993) has a Poisson number in the system, so its variance must equal its known mean.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numbers>
#include <string>

#include "kernel/kernel.hpp"
#include "theory/equivalence.hpp"

namespace asepsim::theory {
namespace {

using kernel::EntityKey;
using kernel::Purpose;

// One unit of the model's time is a minute.
Duration time_units(double t) {
  return rounded_microseconds(t * 60e6);
}

// Rate 10 + 5 sin(2 pi t / 8), thinned from 15; unlimited servers, mean service 1; empty at first.
class MtMInfinity {
 public:
  MtMInfinity(kernel::Calendar& calendar, std::uint64_t replication)
      : simulation_(calendar), random_(21, replication) {
    server_.add({resources_.add_pool("servers", kernel::ResourceSet::unlimited)});
  }

  kernel::Simulation& simulation() { return simulation_; }

  /// Numbers in the system at times 2, 4 and 6.
  std::array<double, 3> run() {
    simulation_.spawn(arrivals());
    simulation_.spawn(observe());
    simulation_.run();
    return seen_;
  }

 private:
  kernel::Task<> arrivals() {
    for (std::uint64_t i = 0;; ++i) {
      const EntityKey key{i};
      co_await simulation_.hold(time_units(random_.exponential(key, Purpose{"arrival"}) / 15));
      const double t = simulation_.now().since_start().minutes();
      const double rate = 10 + 5 * std::sin(2 * std::numbers::pi * t / 8);
      if (random_.bernoulli(rate / 15, key, Purpose{"thinning"})) simulation_.spawn(customer(key));
    }
  }
  kernel::Task<> customer(EntityKey key) {
    kernel::Grant grant = co_await resources_.seize(server_);
    co_await simulation_.hold(time_units(random_.exponential(key, Purpose{"service"})));
    resources_.release(grant.holding);
  }
  kernel::Task<> observe() {
    for (double& seen : seen_) {
      co_await simulation_.hold(time_units(2), kernel::EventPriority::observation);
      seen = static_cast<double>(resources_.busy(server_.claims[0].pool));
    }
    simulation_.calendar().stop();
  }

  kernel::Simulation simulation_;
  kernel::ResourceSet resources_{simulation_};
  kernel::RandomSource random_;
  kernel::Request server_;
  std::array<double, 3> seen_{};
};

TEST(Theory, MtMInfinityIsPoissonWithTheKnownMean) {
  constexpr std::array oracle{12.06778053, 12.29011911, 6.888800558};
  std::array<kernel::Tally, 3> numbers, squares;
  for (std::uint64_t replication = 1; replication <= 30'000; ++replication) {
    const auto calendar = kernel::make_native_calendar();
    const auto seen = MtMInfinity(*calendar, replication).run();
    for (std::size_t i = 0; i < 3; ++i) {
      numbers[i].add(seen[i]);
      squares[i].add((seen[i] - oracle[i]) * (seen[i] - oracle[i]));
    }
  }
  for (std::size_t i = 0; i < 3; ++i) {
    const std::string at = "at " + std::to_string(2 * (i + 1));
    expect_equivalent("mean " + at, numbers[i], oracle[i], 0.02);
    expect_equivalent("variance " + at, squares[i], oracle[i], 0.06);  // Poisson: equals the mean
  }
}

}  // namespace
}  // namespace asepsim::theory
