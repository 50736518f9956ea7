// The families of distributions as the scenario language writes them.
//
// `{triangular: {min: 5 min, mode: 10 min, max: 15 min}}`, or as a list where the order is beyond
// doubt: `{triangular: [5 min, 10 min, 15 min]}`. Locations and spreads carry the unit of the
// field; shapes, logarithms and coefficients of variation are bare numbers.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <utility>

#include "base/distribution.hpp"
#include "scenario/reading.hpp"

namespace asepsim::scenario {

/// How a family is written.
struct FamilyText {
  Family family;
  std::string_view name;
  std::string_view list_form;   ///< parameters of the list form, or empty if it has none
  std::string_view parameters;  ///< all parameter names, separated by blanks
  std::string_view example;     ///< of durations
};

std::span<const FamilyText> all_families();
const FamilyText* family_named(std::string_view name);
const FamilyText& text_of(Family family);

/// The parameters of a family from its node; bounds of the field are for the caller to check.
bool read_family(const Slot& slot, const FamilyText& family, Distribution& out);

/// Least and largest value that can be drawn.
std::pair<double, double> support(const Distribution& distribution);

}  // namespace asepsim::scenario
