// What is known of each condition: where its target lies, how bad it is at entry, and what a
// session does for it. Defaults of the scenario language, as YAML, each with its evidence.
#pragma once

#include <array>
#include <string_view>

#include "scenario/benefit.hpp"

namespace asepsim::scenario {

/// A default and the evidence it rests on.
struct KnownValue {
  std::string_view text, row;
};

struct KnownCondition {
  std::string_view name;
  std::string_view target_from, target_to, target_row;  ///< layers on target
  std::string_view gain_from;
  KnownValue severity, grade, needle, ipl, picosecond, unsuited, delay, lag;
};

namespace known {

inline constexpr std::string_view nothing = "assumption: no effect was published";
inline constexpr KnownValue global_scale{
    "{normal: {mean: 2.5, sd: 0.6, min: 1, max: 4}, range: [1.5, 3.5]}",
    "assumption: a physician's scale of 0 to 4"};
inline constexpr KnownValue one_point{"{value: 1, range: [0.5, 1.5]}", "assumption: scale 0 to 4"};
inline constexpr KnownValue none{"{value: 0, range: [0, 0.05]}", nothing};
inline constexpr KnownValue nobody{"{value: 0, range: [0 %, 10 %]}", "assumption: one form only"};
inline constexpr KnownValue at_once{"0 d", "F3"};
inline constexpr KnownValue remodelling{"{value: 48 d, range: [45 d, 60 d]}",
                                        "P36, fitted to P30 (V9)"};
inline constexpr KnownValue two_weeks{"{value: 14 d, range: [7 d, 30 d]}",
                                      "assumption: faster than collagen"};

}  // namespace known

/// In the order of Condition.
inline constexpr std::array known_conditions{
    KnownCondition{"pit_scars",
                   "reticular_dermis",
                   "reticular_dermis",
                   "F1",
                   "dermis",
                   {"{normal: {mean: 11.73, sd: 3.12, min: 1}}", "P26"},
                   {"{value: 3.6, range: [3, 4.2]}", "derived: P26 over P30"},
                   {"{value: 0.237, range: [0.15, 0.32]}", "derived: P26, P35 (calibrated on V6)"},
                   known::none,
                   {"{value: 0.06, range: [0, 0.12]}", "assumption: below needles"},
                   known::nobody,
                   known::at_once,
                   known::remodelling},
    KnownCondition{"fine_lines",
                   "papillary_dermis",
                   "reticular_dermis",
                   "assumption (P11)",
                   "dermis",
                   known::global_scale,
                   known::one_point,
                   {"{value: 0.10, range: [0.05, 0.2]}", "assumption (P34: after 2 sessions)"},
                   {"{value: 0.04, range: [0, 0.08]}", "assumption: below needles"},
                   {"{value: 0.05, range: [0, 0.1]}", "assumption: below needles"},
                   {"{value: 30 %, range: [10 %, 50 %]}", "assumption: share of dynamic lines"},
                   known::at_once,
                   {"{value: 48 d, range: [30 d, 60 d]}", "assumption (P36)"}},
    KnownCondition{"acne",
                   "papillary_dermis",
                   "reticular_dermis",
                   "assumption (P11)",
                   "dermis",
                   known::global_scale,
                   known::one_point,
                   {"{value: 0.10, range: [0, 0.2]}", "assumption: as for fine lines"},
                   {"{value: 0.08, range: [0, 0.15]}", "assumption: near needles"},
                   {"{value: 0.03, range: [0, 0.1]}", "assumption: below needles"},
                   known::nobody,
                   known::at_once,
                   known::two_weeks},
    KnownCondition{
        "freckles",
        "epidermis",
        "reticular_dermis",
        "assumption (P11)",
        "epidermis",
        known::global_scale,
        known::one_point,
        {"{value: 0.054, range: [0.026, 0.085]}", "assumption (gap 12: 10-30 % a course)"},
        {"{value: 0.293, range: [0.25, 0.4]}", "X4: half in two sessions"},
        {"{value: 0.35, range: [0.2, 0.5]}", "assumption (X4)"},
        {"{value: 15 %, range: [0 %, 30 %]}", "assumption: share of deep pigment"},
        known::at_once,
        known::two_weeks},
    KnownCondition{"sensitive_skin",
                   "epidermis",
                   "papillary_dermis",
                   "assumption (P11)",
                   "epidermis",
                   known::global_scale,
                   known::one_point,
                   {"{value: 0.15, range: [0, 0.3]}", "assumption (gap 12)"},
                   known::none,
                   known::none,
                   known::nobody,
                   {"{value: 28 d, range: [28 d, 48 d]}", "P24, P25"},
                   {"{value: 7 d, range: [3 d, 14 d]}", "assumption: soon after the cycle"}},
    KnownCondition{"other",
                   "papillary_dermis",
                   "reticular_dermis",
                   "assumption: in the dermis",
                   "dermis",
                   known::global_scale,
                   known::one_point,
                   known::none,
                   known::none,
                   known::none,
                   known::nobody,
                   known::at_once,
                   {"{value: 48 d, range: [30 d, 60 d]}", "assumption (P36)"}}};

constexpr const KnownCondition& known_condition(Condition condition) {
  return known_conditions[static_cast<std::size_t>(condition)];
}

/// The word of the condition an indication is named after, or "other".
constexpr std::string_view condition_named(std::string_view name) {
  for (const KnownCondition& condition : known_conditions) {
    if (condition.name == name) return condition.name;
  }
  return "other";
}

}  // namespace asepsim::scenario
