// The random draws of the benchmark networks: the same numbers for every model of a network.
//
// B1 is M/M/1: customers every 10 s on average, one server with a mean of 8 s.
// B2 is a small clinic: patients every 10 min; reception (1 server, mean 4 min); consultation (2
// servers, mean 15 min); treatment (a room of 3 and a practitioner of 2 at once, mean 16 min); with
// probability 0.15 a follow-up some days later (consultation, mean 8 min). All exponential.
#pragma once

#include <cstdint>

#include "kernel/kernel.hpp"

namespace asepsim::bench {

// Hashed by the compiler, for every model alike.
namespace purpose {
inline constexpr kernel::Purpose arrival{"arrival"};
inline constexpr kernel::Purpose service{"service"};
inline constexpr kernel::Purpose reception{"reception"};
inline constexpr kernel::Purpose consultation{"consultation"};
inline constexpr kernel::Purpose treatment{"treatment"};
inline constexpr kernel::Purpose returns{"returns"};
inline constexpr kernel::Purpose follow_up{"follow-up"};
}  // namespace purpose

class Draws {
 public:
  [[nodiscard]] Duration exponential(std::uint64_t customer, kernel::Purpose purpose,
                                     Duration mean) const {
    const double standard = source_.exponential(kernel::EntityKey{customer}, purpose);
    return rounded_microseconds(standard * static_cast<double>(mean.microseconds()));
  }
  [[nodiscard]] bool happens(std::uint64_t customer, kernel::Purpose purpose, double p) const {
    return source_.bernoulli(p, kernel::EntityKey{customer}, purpose);
  }

 private:
  kernel::RandomSource source_{20240229, 1};
};

struct B1Draws : Draws {
  [[nodiscard]] Duration interarrival(std::uint64_t i) const {
    return exponential(i, purpose::arrival, seconds(10));
  }
  [[nodiscard]] Duration service_time(std::uint64_t i) const {
    return exponential(i, purpose::service, seconds(8));
  }
};

/// What a patient of B2 brings along, drawn on arrival.
struct B2Needs {
  Duration reception, consultation, treatment;
  bool comes_back;
};

struct B2Draws : Draws {
  explicit B2Draws(Duration absence) : until_follow_up(absence) {}
  [[nodiscard]] Duration interarrival(std::uint64_t i) const {
    return exponential(i, purpose::arrival, minutes(10));
  }
  [[nodiscard]] B2Needs needs(std::uint64_t i) const {
    return {exponential(i, purpose::reception, minutes(4)),
            exponential(i, purpose::consultation, minutes(15)),
            exponential(i, purpose::treatment, minutes(16)), happens(i, purpose::returns, 0.15)};
  }
  [[nodiscard]] Duration follow_up_time(std::uint64_t i) const {
    return exponential(i, purpose::follow_up, minutes(8));
  }
  Duration until_follow_up;
};

/// What a model tells: the sum of all times in the system, follow-ups included, and the time
/// integrals of busy units and of waiting customers over all pools (a customer who waits for two
/// pools counts twice). The actors do not tell the integrals.
struct Findings {
  Duration in_system;
  Duration busy;
  Duration waiting;
  std::uint64_t customers = 0;

  bool operator==(const Findings&) const = default;
  [[nodiscard]] double mean_minutes() const {
    return in_system.minutes() / static_cast<double>(customers);
  }
};

}  // namespace asepsim::bench
