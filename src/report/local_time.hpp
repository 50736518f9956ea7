// Simulation time for readers: local date and time, weekday, hour.
//
// The clinic's local time has no daylight-saving jumps; the simulation clock is 0 at midnight of
// the start date. Seconds are cut, not rounded, so that 08:59:59.7 is still before nine.
#pragma once

#include <string>

#include "base/sim_time.hpp"
#include "scenario/time_settings.hpp"

namespace asepsim::report {

/// 2027-01-04 09:30:00; empty for SimTime::never().
std::string date_time(scenario::Date start, SimTime at);

/// Mon, Tue ... Sun; empty for SimTime::never().
std::string weekday(scenario::Date start, SimTime at);

/// Whole hours since midnight, 0 to 23; -1 for SimTime::never().
int hour_of_day(SimTime at);

/// 2027-01-04.
std::string date(scenario::Date day);

}  // namespace asepsim::report
