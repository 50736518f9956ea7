// When the clinic runs: the run itself, opening hours, holidays, and hours of staff.
//
// Dates are real calendar dates of the proleptic Gregorian calendar in the clinic's local time,
// without daylight-saving jumps. Times of day are durations since midnight. Weekday 0 is Monday.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "scenario/sourced.hpp"

namespace asepsim::scenario {

using Date = std::chrono::sys_days;

/// From (inclusive) to (exclusive), both since midnight; from < to <= 24 h.
struct TimeRange {
  Duration from, to;
  bool operator==(const TimeRange&) const = default;
};
using DayHours = std::vector<TimeRange>;    ///< ordered, disjoint; empty: closed
using WeekHours = std::array<DayHours, 7>;  ///< Monday first

/// How long and how often to simulate.
struct RunSettings {
  Date start = Date{std::chrono::days{20822}};  ///< Monday 2027-01-04
  Duration length = days(365);
  Duration warm_up{};              ///< facts before this are not counted
  std::int64_t replications = 64;  ///< 1 to 1,000,000
  std::uint64_t seed = 1;
  double confidence = 0.95;  ///< of every interval, in (0.5, 1)
  /// What is simulated: warm-up and counted time together.
  [[nodiscard]] Duration whole() const { return warm_up + length; }
  bool operator==(const RunSettings&) const = default;
};

/// Opening hours.
struct CalendarSettings {
  bool always_open = false;                 ///< a plain queue, or a ward
  WeekHours opening{};                      ///< ignored when always_open
  std::vector<Date> holidays{};             ///< closed
  std::map<Date, DayHours> special_days{};  ///< other hours on one date; wins over holidays
  bool operator==(const CalendarSettings&) const = default;
};

/// Hours x weekdays request rate, per hour; [weekday][hour].
using RateTable = std::array<std::array<double, 24>, 7>;

}  // namespace asepsim::scenario
