#include "clinic/opening_hours.hpp"

#include <algorithm>

#include "scenario/calendar_days.hpp"

namespace asepsim::clinic {
namespace {

constexpr std::int64_t day_length = days(1).microseconds();

// First interval that ends after `at`.
auto first_after(const std::vector<Interval>& intervals, SimTime at) {
  return std::upper_bound(intervals.begin(), intervals.end(), at,
                          [](SimTime t, const Interval& i) { return t < i.to; });
}

// The hours of each day of the horizon, as `hours_on(date)` gives them.
template <class HoursOn>
std::vector<Interval> expand_days(const Horizon& horizon, HoursOn hours_on) {
  std::vector<Interval> out;
  scenario::Date date = horizon.start;
  for (SimTime day{}; day < horizon.end; day += days(1), date += std::chrono::days{1}) {
    for (const scenario::TimeRange& range : hours_on(date)) {
      out.push_back({day + range.from, day + range.to});
    }
  }
  return out;
}

}  // namespace

SimTime midnight_before(SimTime at) {
  const std::int64_t us = at.microseconds();
  const std::int64_t day = us >= 0 ? us / day_length : (us - day_length + 1) / day_length;
  return SimTime::from_microseconds(day * day_length);
}

int weekday_at(const Horizon& horizon, SimTime at) {
  const auto day = midnight_before(at).microseconds() / day_length;
  const scenario::Date date = horizon.start + std::chrono::days{day};
  return static_cast<int>(std::chrono::weekday{date}.iso_encoding()) - 1;
}

std::vector<Interval> expand_opening(const scenario::CalendarSettings& calendar,
                                     const Horizon& horizon) {
  return expand_days(horizon, [&](scenario::Date date) { return opening_on(calendar, date); });
}

std::vector<Interval> expand_roster(const scenario::WeekHours& hours,
                                    const scenario::CalendarSettings& calendar,
                                    const Horizon& horizon) {
  return expand_days(horizon,
                     [&](scenario::Date date) { return roster_on(hours, calendar, date); });
}

std::vector<Interval> joined(const std::vector<Interval>& intervals) {
  std::vector<Interval> out;
  for (const Interval& next : intervals) {
    if (!out.empty() && out.back().to == next.from) {
      out.back().to = next.to;
    } else {
      out.push_back(next);
    }
  }
  return out;
}

bool OpeningHours::is_open(SimTime at) const {
  const auto i = first_after(intervals_, at);
  return i != intervals_.end() && i->from <= at;
}

SimTime OpeningHours::next_open(SimTime at) const {
  const auto i = first_after(intervals_, at);
  if (i == intervals_.end()) return SimTime::never();
  return std::max(i->from, at);
}

SimTime OpeningHours::end_of_waiting(SimTime at) const {
  constexpr Duration early = hours(4);
  const auto midnight_after = [](SimTime time) { return midnight_before(time) + days(1); };
  auto day = first_after(intervals_, at);  // open now, or the next to open
  const bool waits_for_it = day != intervals_.end() && day->from - at <= early;
  if (!waits_for_it) {  // closed: of the day that began last
    if (day == intervals_.begin()) return at;
    --day;
    if (midnight_after(day->from) <= at) return at;
  }
  const SimTime midnight = midnight_after(std::max(day->from, SimTime{}));
  const auto through = first_after(intervals_, midnight);
  const bool open_then = through != intervals_.end() && through->from < midnight;
  return std::max(open_then ? through->to : midnight, waits_for_it ? day->to : at);
}

}  // namespace asepsim::clinic
