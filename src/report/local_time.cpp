#include "report/local_time.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>

namespace asepsim::report {
namespace {

using std::chrono::days;
using std::chrono::microseconds;

constexpr std::array weekdays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

days day_of(SimTime at) {
  return std::chrono::floor<days>(microseconds(at.microseconds()));
}

std::chrono::seconds since_midnight(SimTime at) {
  const microseconds clock(at.microseconds());
  return std::chrono::floor<std::chrono::seconds>(clock - std::chrono::floor<days>(clock));
}

}  // namespace

std::string date(scenario::Date day) {
  const std::chrono::year_month_day parts(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(parts.year()),
                     static_cast<unsigned>(parts.month()), static_cast<unsigned>(parts.day()));
}

std::string date_time(scenario::Date start, SimTime at) {
  if (at >= SimTime::never()) return {};
  const std::chrono::hh_mm_ss clock(since_midnight(at));
  return fmt::format("{} {:02}:{:02}:{:02}", date(start + day_of(at)), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count());
}

std::string weekday(scenario::Date start, SimTime at) {
  if (at >= SimTime::never()) return {};
  return weekdays[std::chrono::weekday(start + day_of(at)).iso_encoding() - 1];
}

int hour_of_day(SimTime at) {
  if (at >= SimTime::never()) return -1;
  return static_cast<int>(std::chrono::floor<std::chrono::hours>(since_midnight(at)).count());
}

}  // namespace asepsim::report
