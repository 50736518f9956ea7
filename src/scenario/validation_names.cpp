// Every name that is mentioned exists, and no name means two things.
#include <fmt/format.h>

#include <map>

#include "scenario/checker.hpp"
#include "scenario/limits.hpp"

namespace asepsim::scenario {
namespace {

// What a step may keep: the people, rooms and machines it has seized itself.
Names keepable(const Step& step) {
  Names own{"name", "staff, rooms or equipment of the step"};
  own.known.insert(step.staff.begin(), step.staff.end());
  own.known.insert(step.rooms.begin(), step.rooms.end());
  own.known.insert(step.equipment.begin(), step.equipment.end());
  return own;
}

void check_kept(Checker& c, const std::string& path, const Step& step) {
  const Names own = keepable(step);
  for (std::size_t i = 0; i < step.keep.size(); ++i) {
    const std::string& name = step.keep[i];
    const std::string here = fmt::format("{}.keep[{}]", path, i + 1);
    if (own.known.contains(name)) continue;
    if (name == step.instrument) {
      c.error(here, fmt::format("\"{}\" is an instrument: it stays with the patient anyway", name),
              "remove it from keep");
    } else {
      c.error(here, fmt::format("\"{}\" is kept but not seized by this step", name),
              c.suggestion(name, own));
    }
  }
}

void check_released(Checker& c, const std::string& path, const Step& step, const Names& kept) {
  for (std::size_t i = 0; i < step.release.size(); ++i) {
    const std::string& name = step.release[i];
    if (kept.known.contains(name)) continue;
    c.error(fmt::format("{}.release[{}]", path, i + 1),
            fmt::format("no earlier step keeps \"{}\"", name), c.suggestion(name, kept));
  }
}

void check_step_names(Checker& c, const std::string& path, const Step& step) {
  c.names(path + ".staff", step.staff, c.skills);
  c.names(path + ".rooms", step.rooms, c.rooms);
  c.names(path + ".equipment", step.equipment, c.equipment);
  if (!step.instrument.empty()) c.name(path + ".instrument", step.instrument, c.instruments);
  for (const auto& [name, quantity] : step.consumables)
    c.name(fmt::format("{}.consumables.{}", path, name), name, c.consumables);
  for (std::size_t i = 0; i < step.next.size(); ++i) {
    c.names(fmt::format("{}.next[{}].indications", path, i + 1), step.next[i].indications,
            c.indications);
  }
  check_kept(c, path, step);
}

void check_pathway_names(Checker& c, const Pathway& pathway) {
  const auto paths = c.step_paths(pathway);
  Names kept{"name", "keep of the step that seizes it"};
  std::map<std::string, std::size_t> first;
  if (pathway.name == "for") {
    c.error("pathways.for", "no pathway may be called for",
            "choose another name: key figures of staff begin with wait.for");
  }
  for (std::size_t i = 0; i < pathway.steps.size(); ++i) {
    const Step& step = pathway.steps[i];
    check_step_names(c, paths[i], step);
    if (c.whole("pathways." + pathway.name)) check_released(c, paths[i], step, kept);
    kept.known.insert(step.keep.begin(), step.keep.end());
    if (step.name.empty()) continue;
    const auto [before, fresh] = first.emplace(step.name, i);
    if (!fresh) {
      c.error(paths[i] + ".step", fmt::format("two steps are called \"{}\"", step.name),
              "give each step of a pathway its own name", paths[before->second],
              "the first of them");
    }
    if (step.name == "end")
      c.error(paths[i] + ".step", "no step may be called end", "end is where a visit ends");
    if (step.name == "p95") {
      c.error(paths[i] + ".step", "no step may be called p95",
              "choose another name: key figures of steps end in .p95");
    }
  }
}

// Rooms, machines and skills share the name space of keep and release.
void check_distinct(Checker& c) {
  for (const RoomKind& machine : c.scenario.equipment) {
    if (c.rooms.known.contains(machine.name)) {
      c.error("equipment." + machine.name, "a room has this name too", "rename one of the two",
              "rooms." + machine.name, "the room");
    }
  }
  const auto against_skills = [&](const std::vector<RoomKind>& kinds, const std::string& section) {
    for (const RoomKind& kind : kinds) {
      if (c.skills.known.contains(kind.name))
        c.error(section + "." + kind.name, "a skill has this name too", "rename one of the two");
    }
  };
  against_skills(c.scenario.rooms, "rooms");
  against_skills(c.scenario.equipment, "equipment");
}

void check_turnarounds(Checker& c, const std::vector<RoomKind>& kinds, const std::string& section) {
  for (const RoomKind& kind : kinds) {
    if (kind.turnaround && !kind.turnaround->staff.empty())
      c.name(section + "." + kind.name + ".turnaround.staff", kind.turnaround->staff, c.skills);
  }
}

}  // namespace

void check_names(Checker& c) {
  const Scenario& s = c.scenario;
  for (const Pathway& pathway : s.pathways) check_pathway_names(c, pathway);
  for (const ArrivalStream& stream : s.arrivals)
    c.name("arrivals." + stream.name + ".pathway", stream.pathway, c.pathways);
  for (const Indication& indication : s.indications)
    c.name("indications." + indication.name + ".site", indication.site, c.sites);
  for (const Indication& indication : s.indications) {
    if (!indication.product.empty())
      c.name("indications." + indication.name + ".product", indication.product, c.products);
  }
  if (s.complications && !s.complications->pathway.empty())
    c.name("complications.pathway", s.complications->pathway, c.pathways);
  if (s.follow_up) c.name("follow_up.pathway", s.follow_up->pathway, c.pathways);
  if (s.sterilization) c.name("sterilization.staff", s.sterilization->staff, c.skills);
  if (!s.human_factors.supervisor.empty()) {
    c.name("human_factors.supervisor", s.human_factors.supervisor, c.skills);
  }
  check_turnarounds(c, s.rooms, "rooms");
  check_turnarounds(c, s.equipment, "equipment");
  check_distinct(c);
  if (c.skills.known.size() > limits::skills) {
    c.error("staff",
            fmt::format("{} different skills, at most {} are possible", c.skills.known.size(),
                        limits::skills),
            "a group's name is a skill too; merge groups or skills");
  }
}

}  // namespace asepsim::scenario
