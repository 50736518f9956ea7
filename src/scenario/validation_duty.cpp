// Steps whose people are never there while the clinic is open.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

#include "scenario/checker.hpp"

namespace asepsim::scenario {
namespace {

bool overlap(const WeekHours& a, const WeekHours& b) {
  for (std::size_t day = 0; day < a.size(); ++day) {
    for (const TimeRange& x : a[day]) {
      for (const TimeRange& y : b[day])
        if (x.from < y.to && y.from < x.to) return true;
    }
  }
  return false;
}

bool has_skill(const StaffGroup& group, const std::string& skill) {
  return group.name == skill ||
         std::find(group.skills.begin(), group.skills.end(), skill) != group.skills.end();
}

// Those who write no hours work whenever the clinic is open. On special days everybody does.
bool never_on_duty(const Scenario& s, const std::string& skill) {
  bool anybody = false;
  for (const StaffGroup& group : s.staff) {
    if (group.count == 0 || !has_skill(group, skill)) continue;
    anybody = true;
    if (!group.hours || overlap(*group.hours, s.calendar.opening)) return false;
  }
  return anybody;
}

bool opens_on_special_days(const CalendarSettings& calendar) {
  return std::any_of(calendar.special_days.begin(), calendar.special_days.end(),
                     [](const auto& day) { return !day.second.empty(); });
}

}  // namespace

void check_duty(Checker& c) {
  const Scenario& s = c.scenario;
  if (!c.whole("staff") || !c.whole("calendar") || opens_on_special_days(s.calendar)) return;
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
