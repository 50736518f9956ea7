// Light in place of needles: photon rejuvenation (IPL) and picosecond laser (F16, X3-X8).
#pragma once

#include <array>
#include <cstdint>

#include "scenario/sourced.hpp"

namespace asepsim::scenario {

/// What a treatment step is done with.
enum class Modality : std::uint8_t { microneedle, ipl, picosecond };

enum class FluencePolicy : std::uint8_t { by_phototype, fixed };

/// One device and the settings it is used with.
struct LightDevice {
  Number wavelength{};              ///< nm
  Number pulse{};                   ///< ms
  std::array<Number, 6> fluence{};  ///< J/cm2 by phototype
  Number fluence_fixed{};           ///< J/cm2 of the policy fixed
  Number usual_fluence{};           ///< J/cm2 at which the effects of benefit and the wound hold
  Number coupling{};                ///< share of the fluence that heats as this wavelength would
  Temperature skin{};               ///< of the skin at the start of the pulse: cooling
  Length wound{};  ///< depth of needling that would injure the skin as much, heat aside
  bool operator==(const LightDevice&) const = default;
};

struct Light {
  FluencePolicy policy = FluencePolicy::by_phototype;
  LightDevice ipl{}, picosecond{};
  Number error_expert{}, error_trained{}, error_untrained{};  ///< sd of the logarithm of fluence
  Number half_effect{};             ///< fluence of half the saturated effect, of the usual one
  Number spread{};                  ///< between people: sd of the logarithm of the rise (V25)
  std::array<Number, 6> melanin{};  ///< volume share in the epidermis by phototype (F16)
  Number burn_damage{};             ///< Arrhenius damage of a burn; a blister has 1
  Number redness{};                 ///< rise that reddens for days, of that which blisters (V25)
  Number darkening{};               ///< rise that darkens, of that which blisters (V25)
  bool operator==(const Light&) const = default;
};

}  // namespace asepsim::scenario
