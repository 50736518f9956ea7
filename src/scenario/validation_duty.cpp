// Steps whose people are never there while the clinic is open.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

#include "scenario/calendar_days.hpp"
#include "scenario/checker.hpp"

namespace asepsim::scenario {
namespace {

bool overlap(const DayHours& a, const DayHours& b) {
  return !common_hours(a, b).empty();
}

// On an ordinary weekday, or on a special day that falls on a weekday of theirs. A clinic that is
// always open has no hours of its own to meet.
bool meets_opening(const WeekHours& roster, const CalendarSettings& calendar) {
  for (std::size_t day = 0; day < roster.size(); ++day) {
    if (calendar.always_open ? !roster[day].empty() : overlap(roster[day], calendar.opening[day]))
      return true;
  }
  return std::any_of(
      calendar.special_days.begin(), calendar.special_days.end(),
      [&](const auto& day) { return !roster_on(roster, calendar, day.first).empty(); });
}

bool has_skill(const StaffGroup& group, const std::string& skill) {
  return group.name == skill ||
         std::find(group.skills.begin(), group.skills.end(), skill) != group.skills.end();
}

// Those who write no hours work whenever the clinic is open.
bool never_on_duty(const Scenario& s, const std::string& skill) {
  bool anybody = false;
  for (const StaffGroup& group : s.staff) {
    if (group.count == 0 || !has_skill(group, skill)) continue;
    anybody = true;
    if (!group.hours || meets_opening(*group.hours, s.calendar)) return false;
  }
  return anybody;
}

}  // namespace

void check_duty(Checker& c) {
  const Scenario& s = c.scenario;
  if (!c.whole("staff") || !c.whole("calendar")) return;
  std::set<std::string> told;
  for (const Pathway& pathway : s.pathways) {
    const auto paths = c.step_paths(pathway);
    for (std::size_t i = 0; i < pathway.steps.size(); ++i) {
      for (const std::string& skill : pathway.steps[i].staff) {
        if (never_on_duty(s, skill) && told.insert(skill).second) {
          c.warning(paths[i] + ".staff",
                    fmt::format("nobody with the skill \"{}\" is ever on duty while the clinic "
                                "is open",
                                skill),
                    "patients wait here in vain: change hours of staff or opening hours");
        }
      }
    }
  }
}

}  // namespace asepsim::scenario
