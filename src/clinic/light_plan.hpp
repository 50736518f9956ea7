// A light device made ready to run: how much each phototype heats by its fluence, and the rises at
// which the epidermis blisters and burns.
//
// The rise is proportional to the fluence (F16), so one number a phototype is enough; the critical
// rises cost a root search and are found once. Units: K, K per J/cm2.
#pragma once

#include <array>

#include "scenario/light.hpp"

namespace asepsim::clinic {

struct LightPlan {
  std::array<double, 6> rise_per_fluence{};  ///< K per J/cm2 by phototype
  double blister_rise = 0;                   ///< K, Arrhenius damage 1
  double burn_rise = 0;                      ///< K, the declared damage of a burn
};

/// Works a device out. [F16]
LightPlan plan_light(const scenario::Light& light, const scenario::LightDevice& device);

}  // namespace asepsim::clinic
