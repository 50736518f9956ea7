#include "experiment/days_open.hpp"

#include <algorithm>
#include <chrono>

namespace asepsim::experiment {
namespace {

const scenario::DayHours& hours_of(const scenario::CalendarSettings& calendar,
                                   scenario::Date date) {
  static const scenario::DayHours closed;
  const auto special = calendar.special_days.find(date);
  if (special != calendar.special_days.end()) return special->second;
  const auto& holidays = calendar.holidays;
  if (std::find(holidays.begin(), holidays.end(), date) != holidays.end()) return closed;
  return calendar.opening[std::chrono::weekday(date).iso_encoding() - 1];
}

}  // namespace

double days_open(const scenario::CalendarSettings& calendar, scenario::Date start, SimTime from,
                 SimTime until) {
  if (calendar.always_open) return (until - from).days();
  double open = 0;
  scenario::Date date = start;
  for (SimTime midnight{}; midnight < until; midnight += days(1), date += std::chrono::days(1)) {
    const scenario::DayHours& hours = hours_of(calendar, date);
    if (hours.empty()) continue;
    const SimTime opens = midnight + hours.front().from;
    if (opens >= from && opens < until) ++open;
  }
  return open;
}

}  // namespace asepsim::experiment
