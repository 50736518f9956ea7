#include "experiment/days_open.hpp"

#include <chrono>

#include "scenario/calendar_days.hpp"

namespace asepsim::experiment {
double days_open(const scenario::CalendarSettings& calendar, scenario::Date start, SimTime from,
                 SimTime until) {
  if (calendar.always_open) return (until - from).days();
  double open = 0;
  scenario::Date date = start;
  for (SimTime midnight{}; midnight < until; midnight += days(1), date += std::chrono::days(1)) {
    const scenario::DayHours hours = opening_on(calendar, date);
    if (hours.empty()) continue;
    const SimTime opens = midnight + hours.front().from;
    if (opens >= from && opens < until) ++open;
  }
  return open;
}

}  // namespace asepsim::experiment
