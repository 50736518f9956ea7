// What the checks of validation share: the scenario, its names, and how to report. Private to
// validation_*.cpp.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/reading.hpp"
#include "scenario/scenario.hpp"

namespace asepsim::scenario {

/// Names of one collection and how to speak of them.
struct Names {
  std::string_view one;      ///< "room"
  std::string_view section;  ///< "rooms": where they are defined
  std::set<std::string, std::less<>> known{};
};

class Checker {
 public:
  Checker(const Scenario& s, Reading& r);

  const Scenario& scenario;
  Reading& reading;
  Names skills{"skill", "staff"}, rooms{"room", "rooms"}, equipment{"machine", "equipment"},
      consumables{"consumable", "consumables"}, instruments{"instrument", "instruments"},
      sites{"site", "sites"}, products{"product", "products"},
      indications{"indication", "indications"}, pathways{"pathway", "pathways"};

  /// Reports at the place of `path`, unless it or something in it could not be read.
  void error(const std::string& path, std::string problem, std::string remedy = {});
  /// The same with a second place, that of `other`.
  void error(const std::string& path, std::string problem, std::string remedy,
             const std::string& other, std::string note);
  void warning(const std::string& path, std::string problem, std::string remedy = {});
  /// Reports a name that is not among the known ones.
  void name(const std::string& path, const std::string& wanted, const Names& names);
  void names(const std::string& path, const std::vector<std::string>& list, const Names& names);
  /// "did you mean ...?" or what may stand there.
  [[nodiscard]] std::string suggestion(const std::string& wanted, const Names& names) const;
  /// True if the section was read as far as its names go.
  [[nodiscard]] bool reached(const std::string& path) const;
  [[nodiscard]] bool whole(const std::string& path) const;

  /// Paths of the steps of a pathway, as the reader named them.
  [[nodiscard]] std::vector<std::string> step_paths(const Pathway& pathway) const;
  /// True if every step of the pathway has its name.
  [[nodiscard]] static bool steps_named(const Pathway& pathway);
};

void check_names(Checker& c);
void check_numbers(Checker& c);
void check_calendar(Checker& c);
void check_arrivals(Checker& c);
void check_initial_state(Checker& c);
void check_instruments(Checker& c);
void check_safety(Checker& c);
void check_supplies(Checker& c);
void check_no_effect(Checker& c);
void check_needling(Checker& c);
void check_staffing(Checker& c);
void check_upkeep(Checker& c);
void check_duty(Checker& c);
void check_routes(Checker& c);
void check_visits(Checker& c);
void check_estimation(Checker& c);

}  // namespace asepsim::scenario
