// Impossible seizes: a step that asks for more than there is would wait for ever.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "scenario/checker.hpp"

namespace asepsim::scenario {
namespace {

constexpr std::size_t most_seized = 8;  // in one step

// Groups that hold each skill.
using Holders = std::map<std::string, std::vector<std::size_t>>;
using Counts = std::map<std::string, std::int64_t>;

Holders holders_of_skills(const Scenario& s) {
  Holders holders;
  for (std::size_t g = 0; g < s.staff.size(); ++g) {
    std::set<std::string> skills(s.staff[g].skills.begin(), s.staff[g].skills.end());
    skills.insert(s.staff[g].name);
    for (const std::string& skill : skills) holders[skill].push_back(g);
  }
  return holders;
}

// Finds different people for all skills at once, along augmenting paths over staff groups.
class Assignment {
 public:
  Assignment(const Scenario& s, const Holders& holders, const std::vector<std::string>& skills)
      : scenario_(s), holders_(holders), skills_(skills) {}

  bool exists() {
    for (std::size_t skill = 0; skill < skills_.size(); ++skill) {
      seen_.clear();
      if (!assign(skill)) return false;
    }
    return true;
  }

 private:
  bool assign(std::size_t skill) {
    for (const std::size_t group : holders_.at(skills_[skill])) {
      if (!seen_.insert(group).second) continue;
      auto& taken = taken_[group];
      if (static_cast<std::int64_t>(taken.size()) < scenario_.staff[group].count) {
        taken.push_back(skill);
        return true;
      }
      for (std::size_t& other : taken) {
        if (assign(other)) {
          other = skill;
          return true;
        }
      }
    }
    return false;
  }

  const Scenario& scenario_;
  const Holders& holders_;
  const std::vector<std::string>& skills_;
  std::map<std::size_t, std::vector<std::size_t>> taken_{};  // skills given to each group
  std::set<std::size_t> seen_{};
};

Counts counts_of(const std::vector<RoomKind>& kinds) {
  Counts counts;
  for (const RoomKind& kind : kinds) counts.emplace(kind.name, kind.count);
  return counts;
}

void check_people(Checker& c, const Holders& holders, const Step& step, const std::string& path) {
  const auto known = [&](const std::string& skill) { return holders.contains(skill); };
  if (!std::all_of(step.staff.begin(), step.staff.end(), known)) return;
  for (const std::string& skill : step.staff) {
    const auto& groups = holders.at(skill);
    const auto anybody = [&](std::size_t g) { return c.scenario.staff[g].count > 0; };
    if (std::any_of(groups.begin(), groups.end(), anybody)) continue;
    c.error(path + ".staff", fmt::format("nobody has the skill \"{}\"", skill),
            "raise the count of a group that has it");
    return;
  }
  if (!Assignment(c.scenario, holders, step.staff).exists()) {
    c.error(
        path + ".staff",
        fmt::format("impossible: {} people at once, but there are not so many with these skills",
                    step.staff.size()),
        "each skill named takes one person; raise a count or share the skill");
  }
}

void check_kinds(Checker& c, const std::vector<std::string>& wanted, const Counts& counts,
                 const std::string& step, const std::string& section) {
  const std::string path = step + "." + section;
  std::map<std::string, std::int64_t> asked;
  for (const std::string& name : wanted) ++asked[name];
  for (const auto& [name, number] : asked) {
    if (number > 1) {
      c.error(path, fmt::format("\"{}\" is named {} times", name, number),
              "a step takes one of each kind");
    }
    const auto kind = counts.find(name);
    if (kind != counts.end() && kind->second == 0) {
      c.error(path, fmt::format("impossible: the count of \"{}\" is 0", name), "raise the count",
              fmt::format("{}.{}.count", section, name), "the count");
    }
  }
}

}  // namespace

void check_staffing(Checker& c) {
  const Holders holders = holders_of_skills(c.scenario);
  const Counts rooms = counts_of(c.scenario.rooms), machines = counts_of(c.scenario.equipment);
  const bool staff_known = c.whole("staff");
  for (const Pathway& pathway : c.scenario.pathways) {
    const auto paths = c.step_paths(pathway);
    for (std::size_t i = 0; i < pathway.steps.size(); ++i) {
      const Step& step = pathway.steps[i];
      const auto seized = step.staff.size() + step.rooms.size() + step.equipment.size();
      if (seized > most_seized) {
        c.error(paths[i],
                fmt::format("{} people, rooms and machines in one step, at most {} are "
                            "possible",
                            seized, most_seized),
                "divide the step");
        continue;
      }
      if (staff_known) check_people(c, holders, step, paths[i]);
      check_kinds(c, step.rooms, rooms, paths[i], "rooms");
      check_kinds(c, step.equipment, machines, paths[i], "equipment");
    }
  }
}

}  // namespace asepsim::scenario
