// Impossible seizes: a step that asks for more than there is would wait for ever.
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>

#include "scenario/checker.hpp"

namespace asepsim::scenario {
namespace {

constexpr std::size_t most_seized = 8;  // in one step

bool holds(const StaffGroup& group, const std::string& skill) {
  return group.name == skill ||
         std::find(group.skills.begin(), group.skills.end(), skill) != group.skills.end();
}

std::int64_t people_with(const Scenario& s, const std::string& skill) {
  std::int64_t people = 0;
  for (const StaffGroup& group : s.staff)
    if (holds(group, skill)) people += group.count;
  return people;
}

// Can different people be found for all skills at once? Augmenting paths over staff groups.
bool assignable(const Scenario& s, const std::vector<std::string>& skills) {
  std::vector<std::vector<std::size_t>> taken(s.staff.size());  // skills given to each group
  std::vector<bool> seen;
  const std::function<bool(std::size_t)> assign = [&](std::size_t skill) {
    for (std::size_t g = 0; g < s.staff.size(); ++g) {
      if (seen[g] || !holds(s.staff[g], skills[skill])) continue;
      seen[g] = true;
      if (static_cast<std::int64_t>(taken[g].size()) < s.staff[g].count) {
        taken[g].push_back(skill);
        return true;
      }
      for (std::size_t& other : taken[g]) {
        if (!assign(other)) continue;
        other = skill;
        return true;
      }
    }
    return false;
  };
  for (std::size_t i = 0; i < skills.size(); ++i) {
    seen.assign(s.staff.size(), false);
    if (!assign(i)) return false;
  }
  return true;
}

void check_people(Checker& c, const Step& step, const std::string& path) {
  const auto known = [&](const std::string& skill) { return c.skills.known.contains(skill); };
  if (!c.whole("staff") || !std::all_of(step.staff.begin(), step.staff.end(), known)) return;
  for (const std::string& skill : step.staff)
    if (people_with(c.scenario, skill) == 0) {
      c.error(path + ".staff", fmt::format("nobody has the skill \"{}\"", skill),
              "raise the count of a group that has it");
      return;
    }
  if (!assignable(c.scenario, step.staff))
    c.error(
        path + ".staff",
        fmt::format("impossible: {} people at once, but there are not so many with these skills",
                    step.staff.size()),
        "each skill named takes one person; raise a count or share the skill");
}

void check_kinds(Checker& c, const std::vector<std::string>& wanted,
                 const std::vector<RoomKind>& kinds, const std::string& step,
                 const std::string& section) {
  const std::string path = step + "." + section;
  std::map<std::string, std::int64_t> asked;
  for (const std::string& name : wanted) ++asked[name];
  for (const auto& [name, number] : asked) {
    if (number > 1)
      c.error(path, fmt::format("\"{}\" is named {} times", name, number),
              "a step takes one of each kind");
    const auto kind =
        std::find_if(kinds.begin(), kinds.end(), [&](const RoomKind& k) { return k.name == name; });
    if (kind != kinds.end() && kind->count == 0)
      c.error(path, fmt::format("impossible: the count of \"{}\" is 0", name), "raise the count",
              section + "." + name + ".count", "the count");
  }
}

}  // namespace

void check_staffing(Checker& c) {
  for (const Pathway& pathway : c.scenario.pathways) {
    const auto paths = c.step_paths(pathway);
    for (std::size_t i = 0; i < pathway.steps.size(); ++i) {
      const Step& step = pathway.steps[i];
      const auto seized = step.staff.size() + step.rooms.size() + step.equipment.size();
      if (seized > most_seized)
        c.error(paths[i],
                fmt::format("{} people, rooms and machines in one step, at most {} are "
                            "possible",
                            seized, most_seized),
                "divide the step");
      check_people(c, step, paths[i]);
      check_kinds(c, step.rooms, c.scenario.rooms, paths[i], "rooms");
      check_kinds(c, step.equipment, c.scenario.equipment, paths[i], "equipment");
    }
  }
}

}  // namespace asepsim::scenario
