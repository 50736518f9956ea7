// Simulation time.
//
// The simulation clock is an integer: signed 64-bit microseconds since the start of the run. Two
// events are simultaneous exactly when their integers are equal, on every machine. Duration is the
// difference of two SimTime values. Neither converts from a bare number: write minutes(5).
// Range: about 292,000 years either way, so no scenario within the limits of the reader overflows.
#pragma once

#include <cmath>
#include <compare>
#include <cstdint>
#include <limits>

namespace asepsim::inline base {

/// A length of time in whole microseconds; may be negative (an early arrival).
class Duration {
 public:
  constexpr Duration() = default;
  static constexpr Duration from_microseconds(std::int64_t us) { return Duration{us}; }
  /// Largest representable duration; stands for "never" in patience and horizons.
  static constexpr Duration forever() {
    return Duration{std::numeric_limits<std::int64_t>::max() / 4};
  }

  [[nodiscard]] constexpr std::int64_t microseconds() const { return us_; }
  [[nodiscard]] constexpr double seconds() const { return static_cast<double>(us_) / 1e6; }
  [[nodiscard]] constexpr double minutes() const { return static_cast<double>(us_) / 60e6; }
  [[nodiscard]] constexpr double hours() const { return static_cast<double>(us_) / 3600e6; }
  [[nodiscard]] constexpr double days() const { return static_cast<double>(us_) / 86400e6; }

  constexpr auto operator<=>(const Duration&) const = default;
  constexpr Duration operator-() const { return Duration{-us_}; }
  constexpr Duration operator+(Duration o) const { return Duration{us_ + o.us_}; }
  constexpr Duration operator-(Duration o) const { return Duration{us_ - o.us_}; }
  constexpr Duration operator*(std::int64_t k) const { return Duration{us_ * k}; }
  constexpr Duration& operator+=(Duration o) { return *this = *this + o; }
  constexpr Duration& operator-=(Duration o) { return *this = *this - o; }

 private:
  constexpr explicit Duration(std::int64_t us) : us_(us) {}
  std::int64_t us_ = 0;
};

constexpr Duration microseconds(std::int64_t n) {
  return Duration::from_microseconds(n);
}
constexpr Duration seconds(std::int64_t n) {
  return microseconds(n * 1'000'000);
}
constexpr Duration minutes(std::int64_t n) {
  return seconds(n * 60);
}
constexpr Duration hours(std::int64_t n) {
  return minutes(n * 60);
}
constexpr Duration days(std::int64_t n) {
  return hours(n * 24);
}

/// Nearest whole microsecond to `us` (half away from zero); saturates at +-Duration::forever().
inline Duration rounded_microseconds(double us) {
  constexpr double limit = 2.3e18;
  if (us >= limit) return Duration::forever();
  if (us <= -limit) return -Duration::forever();
  return microseconds(static_cast<std::int64_t>(std::llround(us)));
}

/// A point on the simulation clock; SimTime{} is the start of the run.
class SimTime {
 public:
  constexpr SimTime() = default;
  static constexpr SimTime from_microseconds(std::int64_t us) { return SimTime{us}; }
  /// A point no event reaches.
  static constexpr SimTime never() { return SimTime{std::numeric_limits<std::int64_t>::max() / 2}; }

  [[nodiscard]] constexpr std::int64_t microseconds() const { return us_; }
  [[nodiscard]] constexpr Duration since_start() const { return base::microseconds(us_); }

  constexpr auto operator<=>(const SimTime&) const = default;
  constexpr SimTime operator+(Duration d) const { return SimTime{us_ + d.microseconds()}; }
  constexpr SimTime operator-(Duration d) const { return SimTime{us_ - d.microseconds()}; }
  constexpr Duration operator-(SimTime o) const { return base::microseconds(us_ - o.us_); }
  constexpr SimTime& operator+=(Duration d) { return *this = *this + d; }

 private:
  constexpr explicit SimTime(std::int64_t us) : us_(us) {}
  std::int64_t us_ = 0;
};

}  // namespace asepsim::inline base
