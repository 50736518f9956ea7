// Opening hours, shifts and breaks; streams of patients.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "scenario/calendar_days.hpp"
#include "scenario/checker.hpp"

namespace asepsim::scenario {
namespace {

bool never(const WeekHours& week) {
  return std::all_of(week.begin(), week.end(), [](const DayHours& day) { return day.empty(); });
}

// The rule at the end of a shift decides results, so it must be chosen, not inherited by silence.
void check_end_of_shift(Checker& c, const StaffGroup& group) {
  const bool shifts = !c.scenario.calendar.always_open || group.hours.has_value();
  const std::string path = "staff." + group.name + ".end_of_shift";
  if (!shifts || c.reading.places().given(path) || !c.reached("calendar")) return;
  c.error(path, "say what becomes of the work in hand when the shift ends",
          "add  end_of_shift: finish, hand_over, suspend or overtime");
}

void check_group(Checker& c, const StaffGroup& group) {
  const std::string path = "staff." + group.name;
  check_end_of_shift(c, group);
  if (group.hours && never(*group.hours))
    c.error(path + ".hours", "these hours are empty", "remove the group or write its hours");
  for (std::size_t i = 0; i < group.breaks.size(); ++i) {
    if (group.breaks[i].length >= hours(24)) {
      c.error(fmt::format("{}.breaks[{}].length", path, i + 1), "a break is shorter than a day",
              "write less than 24 h");
    }
  }
}

void check_booked(Checker& c, const ArrivalStream& stream, const std::string& path) {
  if (!c.scenario.booking && c.reached("booking")) {
    c.error(path + ".kind", "booked patients need an appointment book",
            "add the section booking; {} takes its defaults");
  }
  if (!stream.lead_time) {
    c.error(path, "booked patients need lead_time",
            "add  lead_time: {gamma: {mean: 10 d, sd: 7 d}}");
  }
  if (stream.balk_at >= 0)
    c.warning(path + ".balk_at", "only walk-ins balk; this has no effect here");
}

void check_stream(Checker& c, const ArrivalStream& stream) {
  const std::string path = "arrivals." + stream.name;
  if (stream.rate && stream.interarrival) {
    c.error(path + ".rate", "rate and interarrival both", "keep one of the two",
            path + ".interarrival", "the other");
  }
  if (!stream.rate && !stream.interarrival)
    c.error(path, "how often do they come?", "add rate or interarrival");
  if (stream.interarrival && stream.rate_factor != 1.0)
    c.warning(path + ".rate_factor", "scales rate only; this has no effect on interarrival");
  if (stream.kind == ArrivalKind::booked) {
    check_booked(c, stream, path);
  } else if (stream.lead_time) {
    c.warning(path + ".lead_time", "walk-ins have no appointment; this has no effect here");
  }
}

bool opens_within_run(const Scenario& s) {
  const Duration whole = s.run.whole();
  Date date = s.run.start;
  for (Duration day{}; day < whole; day += days(1), date += std::chrono::days{1}) {
    for (const TimeRange& range : opening_on(s.calendar, date))
      if (day + range.from < whole) return true;
  }
  return false;
}

void check_opening(Checker& c) {
  const CalendarSettings& calendar = c.scenario.calendar;
  if (!calendar.always_open && never(calendar.opening) && calendar.special_days.empty()) {
    c.error("calendar.opening", "the clinic never opens", "write its hours, or always");
  } else if (!calendar.always_open && c.whole("run") && c.whole("calendar") &&
             !opens_within_run(c.scenario)) {
    c.warning("calendar.opening", "the clinic never opens within the run",
              "no patient comes; check run.start, run.length and holidays");
  }
}

// Staff with hours of their own stay away on holidays even where the clinic is always open.
void check_days_without_effect(Checker& c) {
  const auto own = [](const StaffGroup& group) { return group.hours.has_value(); };
  const auto& staff = c.scenario.staff;
  if (!c.scenario.calendar.always_open || std::any_of(staff.begin(), staff.end(), own)) return;
  const std::string why = "the clinic is always open; this has no effect here";
  const std::string remedy = "write the opening hours by weekday";
  if (!c.scenario.calendar.holidays.empty()) c.warning("calendar.holidays", why, remedy);
  if (!c.scenario.calendar.special_days.empty()) c.warning("calendar.special_days", why, remedy);
}

}  // namespace

void check_calendar(Checker& c) {
  check_opening(c);
  if (c.whole("staff")) check_days_without_effect(c);
  for (const StaffGroup& group : c.scenario.staff) check_group(c, group);
}

void check_arrivals(Checker& c) {
  for (const ArrivalStream& stream : c.scenario.arrivals) check_stream(c, stream);
  if (c.scenario.arrivals.empty() && c.reached("arrivals"))
    c.error("arrivals", "there are no streams of patients", "add one");
}

}  // namespace asepsim::scenario
