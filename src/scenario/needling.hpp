// Needling: the device, how its length is chosen, the depth it reaches, and whose hand holds it.
// Source: evidence F1, D2, D5, D6, P3, P12, P42, S18, W7.
#pragma once

#include <cstdint>
#include <optional>

#include "scenario/sourced.hpp"

namespace asepsim::scenario {

enum class Device : std::uint8_t { pen, roller };

/// How the needle length is chosen.
enum class LengthPolicy : std::uint8_t { fixed, by_site, by_skin_thickness, novice_guess };

/// Which of the contradicting sources on the depth reached is believed (D5).
enum class PenetrationCase : std::uint8_t { usual, low };

/// Odds of skin harms by who needles, against a dermatologist (W7).
struct OperatorOdds {
  Number dermatologist{}, trained_nurse{}, certified_aesthetician{}, uncertified{}, unlicensed{};
  bool operator==(const OperatorOdds&) const = default;
};

/// The needling device and the depth it reaches.
struct Needling {
  Device device = Device::pen;
  LengthPolicy policy = LengthPolicy::fixed;
  std::optional<Length> least{};  ///< shortest setting; none: one step
  Length step{};                  ///< between two settings
  Length most{};                  ///< longest setting
  Number measurement_error{};     ///< by_skin_thickness: sd of measured / true thickness
  Length guess_spread{};          ///< novice_guess: sd around the length of the indication
  PenetrationCase penetration = PenetrationCase::usual;
  Variate fraction_short{};  ///< penetration fraction for lengths up to 1 mm (D5)
  Variate fraction_long{};   ///< ... from 1.25 mm; in between it runs linearly
  Variate fraction_low{};    ///< ... at every length in the low case (D2)
  Number puncture_cv{};      ///< spread of depth between punctures (P42)
  Number density{};          ///< channels per cm2 (P12)
  Number channel_radius{};   ///< cm (D2)
  Variate error_expert{}, error_trained{}, error_untrained{};  ///< mm added by the operator (D6)
  OperatorOdds operator_odds{};
  bool operator==(const Needling&) const = default;
};

}  // namespace asepsim::scenario
