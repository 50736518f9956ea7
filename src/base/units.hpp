// Units of measure that are not time: a number that carries its unit in its type.
//
// Lengths are millimetres, temperatures degrees Celsius, money whole cents of the scenario's
// currency (integers, so that sums are exact and conserved).
#pragma once

#include <cmath>
#include <compare>
#include <cstdint>

namespace asepsim::inline base {

/// A length in millimetres.
struct Millimetres {
  double value = 0;
  constexpr auto operator<=>(const Millimetres&) const = default;
};

/// A temperature in degrees Celsius.
struct Celsius {
  double value = 0;
  constexpr auto operator<=>(const Celsius&) const = default;
};

/// An amount of money in cents of the scenario's currency.
struct Money {
  std::int64_t cents = 0;

  static constexpr Money from_cents(std::int64_t c) { return Money{c}; }
  /// Nearest cent to `units` of currency.
  static Money from_units(double units) {
    return Money{static_cast<std::int64_t>(std::llround(units * 100.0))};
  }
  [[nodiscard]] constexpr double units() const { return static_cast<double>(cents) / 100.0; }
  constexpr auto operator<=>(const Money&) const = default;
  constexpr Money operator+(Money o) const { return Money{cents + o.cents}; }
  constexpr Money operator-(Money o) const { return Money{cents - o.cents}; }
  constexpr Money operator*(std::int64_t n) const { return Money{cents * n}; }
  constexpr Money& operator+=(Money o) { return *this = *this + o; }
};

}  // namespace asepsim::inline base
