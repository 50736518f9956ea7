#include "scenario/families.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace asepsim::scenario {
namespace {

constexpr std::array families{
    FamilyText{Family::constant, "constant", "value", "value", "constant: 5 min"},
    FamilyText{Family::uniform, "uniform", "min max", "min max", "uniform: [5 min, 10 min]"},
    FamilyText{Family::triangular, "triangular", "min mode max", "min mode max",
               "triangular: [5 min, 10 min, 15 min]"},
    FamilyText{Family::exponential, "exponential", "mean", "mean", "exponential: 5 min"},
    FamilyText{Family::normal, "normal", "mean sd", "mean sd cv min max",
               "normal: {mean: 20 min, sd: 5 min, min: 5 min}"},
    FamilyText{Family::lognormal, "lognormal", "", "mean sd cv median sigma log_mean",
               "lognormal: {mean: 22 min, cv: 0.35}"},
    FamilyText{Family::gamma, "gamma", "", "mean sd cv shape scale",
               "gamma: {mean: 20 min, sd: 8 min}"},
    FamilyText{Family::weibull, "weibull", "", "shape scale",
               "weibull: {shape: 1.5, scale: 20 min}"},
    FamilyText{Family::beta, "beta", "", "mean sd alpha beta min max",
               "beta: {mean: 10 min, sd: 2 min, min: 5 min, max: 20 min}"},
    FamilyText{Family::empirical, "empirical", "", "file column unit values",
               "empirical: {file: times.csv, column: minutes, unit: min}"},
    FamilyText{Family::discrete, "discrete", "", "values weights cumulative",
               "discrete: {values: [3, 4], weights: [1, 2]}"},
    FamilyText{Family::logistic, "logistic", "", "location scale shape",
               "logistic: {location: -15 min, scale: 8 min, shape: 1}"},
};

constexpr double infinity = std::numeric_limits<double>::infinity();

}  // namespace

std::span<const FamilyText> all_families() {
  return families;
}

const FamilyText* family_named(std::string_view name) {
  const auto it = std::find_if(families.begin(), families.end(),
                               [&](const FamilyText& family) { return family.name == name; });
  return it == families.end() ? nullptr : &*it;
}

const FamilyText& text_of(Family family) {
  return families.at(static_cast<std::size_t>(family));
}

std::pair<double, double> support(const Distribution& d) {
  switch (d.family) {
    case Family::constant:
      return {d.a, d.a};
    case Family::uniform:
      return {d.a, d.b};
    case Family::triangular:
      return {d.a, d.c};
    case Family::normal:
    case Family::beta:
      return {d.c, d.d};
    case Family::exponential:
    case Family::lognormal:
    case Family::gamma:
    case Family::weibull:
      return {0, infinity};
    case Family::logistic:
      return {-infinity, infinity};
    case Family::empirical:
    case Family::discrete:
      break;
  }
  const auto [least, most] = std::minmax_element(d.values.begin(), d.values.end());
  return {*least, *most};
}

}  // namespace asepsim::scenario
