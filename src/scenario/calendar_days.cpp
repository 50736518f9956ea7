#include "scenario/calendar_days.hpp"

#include <algorithm>
#include <chrono>

namespace asepsim::scenario {
namespace {

const DayHours& weekday_hours(const WeekHours& hours, Date date) {
  return hours[std::chrono::weekday{date}.iso_encoding() - 1];
}

bool is_holiday(const CalendarSettings& calendar, Date date) {
  const auto& holidays = calendar.holidays;
  return std::find(holidays.begin(), holidays.end(), date) != holidays.end();
}

}  // namespace

DayHours opening_on(const CalendarSettings& calendar, Date date) {
  const auto special = calendar.special_days.find(date);
  if (special != calendar.special_days.end()) return special->second;
  return is_holiday(calendar, date) ? DayHours{} : weekday_hours(calendar.opening, date);
}

DayHours roster_on(const WeekHours& hours, const CalendarSettings& calendar, Date date) {
  const auto special = calendar.special_days.find(date);
  if (special != calendar.special_days.end())
    return common_hours(weekday_hours(hours, date), special->second);
  return is_holiday(calendar, date) ? DayHours{} : weekday_hours(hours, date);
}

DayHours common_hours(const DayHours& a, const DayHours& b) {
  DayHours common;
  for (const TimeRange& x : a) {
    for (const TimeRange& y : b) {
      const TimeRange both{std::max(x.from, y.from), std::min(x.to, y.to)};
      if (both.from < both.to) common.push_back(both);
    }
  }
  return common;
}

}  // namespace asepsim::scenario
