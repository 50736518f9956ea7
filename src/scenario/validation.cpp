#include "scenario/validation.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenario/checker.hpp"
#include "scenario/spelling.hpp"

namespace asepsim::scenario {
namespace {

template <class S>
void collect(const std::vector<S>& things, Names& names) {
  for (const S& thing : things) names.known.insert(thing.name);
}

}  // namespace

Checker::Checker(const Scenario& s, Reading& r) : scenario(s), reading(r) {
  collect(s.rooms, rooms);
  collect(s.equipment, equipment);
  collect(s.consumables, consumables);
  collect(s.instruments, instruments);
  collect(s.sites, sites);
  collect(s.products, products);
  collect(s.indications, indications);
  collect(s.pathways, pathways);
  collect(s.staff, skills);
  for (const StaffGroup& group : s.staff)
    skills.known.insert(group.skills.begin(), group.skills.end());
}

bool Checker::reached(const std::string& path) const {
  return reading.places().reached(path);
}

bool Checker::whole(const std::string& path) const {
  return reading.places().whole(path);
}

void Checker::error(const std::string& path, std::string problem, std::string remedy) {
  if (!whole(path)) return;
  reading.findings().error(reading.places().of(path),
                           {path, std::move(problem), std::move(remedy)});
}

void Checker::error(const std::string& path, std::string problem, std::string remedy,
                    const std::string& other, std::string note) {
  if (!whole(path)) return;
  reading.findings().error(
      reading.places().of(path),
      {path, std::move(problem), std::move(remedy), reading.places().of(other), std::move(note)});
}

void Checker::warning(const std::string& path, std::string problem, std::string remedy) {
  if (!whole(path)) return;
  reading.findings().warning(reading.places().of(path),
                             {path, std::move(problem), std::move(remedy)});
}

std::string Checker::suggestion(const std::string& wanted, const Names& names) const {
  std::string define = fmt::format("define it in {}", names.section);
  if (names.known.empty() || reading.findings().many()) return define;
  const std::vector<std::string> known(names.known.begin(), names.known.end());
  return did_you_mean(wanted, known, "known names: " + enumeration(known));
}

void Checker::name(const std::string& path, const std::string& wanted, const Names& names) {
  if (names.known.contains(wanted) || !reached(std::string(names.section))) return;
  error(path, fmt::format("there is no {} \"{}\"", names.one, wanted), suggestion(wanted, names));
}

void Checker::names(const std::string& path, const std::vector<std::string>& list,
                    const Names& names) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string item = fmt::format("{}[{}]", path, i + 1);
    name(reading.places().given(item) ? item : path, list[i], names);
  }
}

std::vector<std::string> Checker::step_paths(const Pathway& pathway) const {
  const std::string above = "pathways." + pathway.name;
  std::set<std::string> taken;
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < pathway.steps.size(); ++i) {
    const std::string named = above + "." + pathway.steps[i].name;
    const bool fresh = reading.places().given(named) && taken.insert(named).second;
    paths.push_back(fresh ? named : fmt::format("{}[{}]", above, i + 1));
  }
  return paths;
}

bool Checker::steps_named(const Pathway& pathway) {
  return std::none_of(pathway.steps.begin(), pathway.steps.end(),
                      [](const Step& step) { return step.name.empty(); });
}

void validate(const Scenario& scenario, Reading& reading) {
  Checker checker(scenario, reading);
  check_names(checker);
  check_numbers(checker);
  check_calendar(checker);
  check_arrivals(checker);
  check_initial_state(checker);
  check_instruments(checker);
  check_safety(checker);
  check_supplies(checker);
  check_no_effect(checker);
  check_needling(checker);
  check_staffing(checker);
  check_upkeep(checker);
  check_duty(checker);
  check_routes(checker);
  check_visits(checker);
  check_estimation(checker);
}

}  // namespace asepsim::scenario
