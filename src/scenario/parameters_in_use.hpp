// Every number that a scenario uses, with what it rests on: for the tables of a results folder.
//
// One entry a value of the sections that are there, sorted by path: quantities, whole numbers and
// random quantities, phototypes one by one. Left out are texts, switches and words, hours and rates
// (the resolved scenario has them), and the section `run` (the manifest has it). Ranges of a random
// quantity are those of its mean. Nothing is drawn or read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenario/citation.hpp"
#include "scenario/field.hpp"
#include "scenario/scenario.hpp"

namespace asepsim::scenario {

struct ParameterInUse {
  std::string path;                  ///< as `--set` takes it: pathways.session.talk.duration
  std::optional<double> value = {};  ///< in `unit`; the mean of a random quantity; none: unlimited
  std::string unit = {};             ///< empty: a plain number
  std::optional<double> low = {}, high = {};  ///< the range, in `unit`
  std::string written = {};  ///< as a scenario says it: {triangular: {min: 1 min, ...}}
  std::string place = {};    ///< where it was given; empty: it is the default
  std::string source = {};   ///< evidence rows or the author's words; empty: none
  std::string note = {};
  Basis basis = Basis::evidence;
  std::optional<EvidenceMark> mark = {};  ///< weakest of its source; none if it claims nothing

  /// A choice, or a default that nothing happens: no claim about nature or people.
  [[nodiscard]] bool claims_nothing() const {
    return basis == Basis::setting || (basis == Basis::neutral && place.empty());
  }
  /// Assumed, or known but not checked.
  [[nodiscard]] bool uncertain() const {
    return mark == EvidenceMark::assumption || mark == EvidenceMark::unconfirmed;
  }
};

std::vector<ParameterInUse> parameters_in_use(const Scenario& scenario);

/// How many of them claim something, and how many of those are assumed or unconfirmed.
struct ParameterCount {
  std::size_t all = 0, assumed = 0, unconfirmed = 0;
};
ParameterCount count(const std::vector<ParameterInUse>& parameters);

}  // namespace asepsim::scenario
