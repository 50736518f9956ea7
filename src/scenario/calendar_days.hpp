// The hours of one date: weekdays, holidays and special days together.
#pragma once

#include "scenario/time_settings.hpp"

namespace asepsim::scenario {

/// The opening hours on `date`: those of a special day, none on a holiday, else the weekday's. Of a
/// calendar that is not always open.
DayHours opening_on(const CalendarSettings& calendar, Date date);

/// The hours on `date` of people with the roster `hours`: none on a holiday; on a special day the
/// part of that weekday's roster that falls into the special hours, so that who is off on that
/// weekday stays off.
DayHours roster_on(const WeekHours& hours, const CalendarSettings& calendar, Date date);

/// The hours that are in both.
DayHours common_hours(const DayHours& a, const DayHours& b);

}  // namespace asepsim::scenario
