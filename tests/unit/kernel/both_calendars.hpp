// Runs a test on each of the two calendars.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "kernel/kernel.hpp"

namespace asepsim::kernel {

using CalendarMaker = std::unique_ptr<Calendar> (*)();

/// Base of a fixture that is instantiated for both calendars.
class OnBothCalendars : public testing::TestWithParam<CalendarMaker> {
 protected:
  std::unique_ptr<Calendar> calendar_ = GetParam()();
};

inline std::string calendar_name(const testing::TestParamInfo<CalendarMaker>& maker) {
  return maker.param == &make_native_calendar ? "native" : "simgrid";
}

inline SimTime at_minute(std::int64_t n) {
  return SimTime{} + minutes(n);
}

}  // namespace asepsim::kernel

#define INSTANTIATE_ON_BOTH_CALENDARS(fixture)                                             \
  INSTANTIATE_TEST_SUITE_P(Each, fixture,                                                  \
                           testing::Values(&make_native_calendar, &make_simgrid_calendar), \
                           calendar_name)
