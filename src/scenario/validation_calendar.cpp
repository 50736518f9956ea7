// Opening hours, shifts and breaks; streams of patients.
#include <fmt/format.h>

#include <algorithm>

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
  for (std::size_t i = 0; i < group.breaks.size(); ++i)
    if (group.breaks[i].length >= hours(24))
      c.error(fmt::format("{}.breaks[{}].length", path, i + 1), "a break is shorter than a day");
}

void check_booked(Checker& c, const ArrivalStream& stream, const std::string& path) {
  if (!c.scenario.booking && c.reached("booking"))
    c.error(path + ".kind", "booked patients need an appointment book",
            "add the section booking; {} takes its defaults");
  if (!stream.lead_time)
    c.error(path, "booked patients need lead_time",
            "add  lead_time: {gamma: {mean: 10 d, sd: 7 d}}");
  if (stream.balk_at >= 0)
    c.warning(path + ".balk_at", "only walk-ins balk; this has no effect here");
}

void check_stream(Checker& c, const ArrivalStream& stream) {
  const std::string path = "arrivals." + stream.name;
  if (stream.rate && stream.interarrival)
    c.error(path + ".rate", "rate and interarrival both", "keep one of the two",
            path + ".interarrival", "the other");
  if (!stream.rate && !stream.interarrival)
    c.error(path, "how often do they come?", "add rate or interarrival");
  if (stream.interarrival && stream.rate_factor != 1.0)
    c.warning(path + ".rate_factor", "scales rate only; this has no effect on interarrival");
  if (stream.kind == ArrivalKind::booked)
    check_booked(c, stream, path);
  else if (stream.lead_time)
    c.warning(path + ".lead_time", "walk-ins have no appointment; this has no effect here");
}

}  // namespace

void check_calendar(Checker& c) {
  const CalendarSettings& calendar = c.scenario.calendar;
  if (!calendar.always_open && never(calendar.opening) && calendar.special_days.empty())
    c.error("calendar.opening", "the clinic never opens", "write its hours, or always");
  for (const StaffGroup& group : c.scenario.staff) check_group(c, group);
}

void check_arrivals(Checker& c) {
  for (const ArrivalStream& stream : c.scenario.arrivals) check_stream(c, stream);
  if (c.scenario.arrivals.empty() && c.reached("arrivals"))
    c.error("arrivals", "there are no streams of patients", "add one");
}

}  // namespace asepsim::scenario
