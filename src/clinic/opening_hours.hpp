// Opening hours and shifts on the simulation clock.
//
// Weekly hours, holidays and special days of the scenario become a sorted list of disjoint
// intervals [from, to) of SimTime over the horizon of the run. Pure functions of the scenario; the
// same lists serve every replication.
#pragma once

#include <vector>

#include "base/sim_time.hpp"
#include "scenario/time_settings.hpp"

namespace asepsim::clinic {

/// From (inclusive) to (exclusive) on the simulation clock.
struct Interval {
  SimTime from, to;
  bool operator==(const Interval&) const = default;
};

/// The days of a run: start date and length.
struct Horizon {
  scenario::Date start;
  SimTime end;
};

/// Weekday (0 Monday .. 6 Sunday) of the day `at` falls on.
int weekday_at(const Horizon& horizon, SimTime at);

/// Midnight that begins the day `at` falls on.
SimTime midnight_before(SimTime at);

/// The opening hours over the horizon, of a calendar that is not always open.
std::vector<Interval> expand_opening(const scenario::CalendarSettings& calendar,
                                     const Horizon& horizon);

/// The roster `hours` over the horizon: nothing on holidays, cut to the hours of special days.
std::vector<Interval> expand_roster(const scenario::WeekHours& hours,
                                    const scenario::CalendarSettings& calendar,
                                    const Horizon& horizon);

/// The same hours with intervals that touch, as at midnight, made one.
std::vector<Interval> joined(const std::vector<Interval>& intervals);

/// Looks up times in a sorted list of intervals; an always-open clinic has one endless interval.
class OpeningHours {
 public:
  OpeningHours() = default;
  explicit OpeningHours(std::vector<Interval> intervals) : intervals_(std::move(intervals)) {}

  [[nodiscard]] const std::vector<Interval>& intervals() const { return intervals_; }
  [[nodiscard]] bool is_open(SimTime at) const;
  /// `at` if open then, else the next opening; never() if the clinic does not open again.
  [[nodiscard]] SimTime next_open(SimTime at) const;
  /// When whoever waits at `at` has to go at the latest: at the end of the clinic's day, which is
  /// the midnight after it opened or, if it is open then, its closing. Up to four hours before
  /// opening the day to come counts; other waits in closed hours end at once. never() if the clinic
  /// does not close.
  [[nodiscard]] SimTime end_of_waiting(SimTime at) const;

 private:
  std::vector<Interval> intervals_;
};

}  // namespace asepsim::clinic
