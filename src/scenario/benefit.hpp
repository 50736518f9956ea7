// What a course is for and what it can do: condition, target layers, severity, effect of a session.
//
// A session removes a share `effect x gain` of the severity that is left (F3); the gain is 0 to 1
// by the depth of the punctures or by the light that was given. What is seen lags behind (P36). The
// conditions are those of the starting documents; anything else has no effect unless it is
// declared. Source: evidence F3, P11, P26-P36, X4, gap 12.
#pragma once

#include <cstdint>

#include "scenario/light.hpp"
#include "scenario/sourced.hpp"

namespace asepsim::scenario {

/// What an indication is, for the model of benefit.
enum class Condition : std::uint8_t {
  pit_scars,
  fine_lines,
  acne,
  freckles,
  sensitive_skin,
  other
};

/// Layers of the skin from the surface downwards.
enum class SkinLayer : std::uint8_t {
  stratum_corneum,
  epidermis,
  papillary_dermis,
  reticular_dermis,
  fat
};

/// Where the gain of needling begins: at the top of this layer.
enum class GainFrom : std::uint8_t { epidermis, dermis };

/// Benefit of one indication.
struct IndicationBenefit {
  GainFrom gain_from = GainFrom::dermis;
  Variate severity{};          ///< score at entry, higher is worse
  Number grade{};              ///< points of the score that make a grade
  Number effect_needle{};      ///< share of the remaining score removed at gain 1 (P26, P34)
  Number effect_ipl{};         ///< the same by photon rejuvenation (X4)
  Number effect_picosecond{};  ///< the same by picosecond laser
  Number product{};            ///< factor of the effect by what is driven in (gap 12)
  Number unsuited{};           ///< share of patients with a form that needles do not help
  Time delay{};                ///< before anything shows (P24)
  Time lag{};                  ///< time constant of remodelling after that (P36)
  bool operator==(const IndicationBenefit&) const = default;
};

/// What all indications share.
struct Benefit {
  Variate responsiveness{};          ///< of a patient: factor of every effect, mean 1 (P26)
  Number full_share_of_dermis{};     ///< the gain is full at this share of the dermis (F3)
  Length fade{};                     ///< beyond the dermis the gain falls by 1/e over this (F3)
  Number told_no{};                  ///< probability that the consultation turns the unsuited down
  Time first_look{}, second_look{};  ///< after the last session (P30, O31)
  bool operator==(const Benefit&) const = default;
};

}  // namespace asepsim::scenario
