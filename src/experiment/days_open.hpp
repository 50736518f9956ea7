// On how many days the clinic opens within a stretch of the run.
#pragma once

#include "base/sim_time.hpp"
#include "scenario/time_settings.hpp"

namespace asepsim::experiment {

/// Days with opening hours that begin in [from, until); the fractional length in days if the
/// calendar is always open. `start` is the date on which the simulation clock is 0.
double days_open(const scenario::CalendarSettings& calendar, scenario::Date start, SimTime from,
                 SimTime until);

}  // namespace asepsim::experiment
