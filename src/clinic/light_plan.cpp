#include "clinic/light_plan.hpp"

#include "science/photothermal.hpp"

namespace asepsim::clinic {

LightPlan plan_light(const scenario::Light& light, const scenario::LightDevice& device) {
  science::EpidermisOptics optics;
  optics.start_celsius = device.skin->value;
  const science::LightPulse unit{device.wavelength, 1.0, device.pulse, device.coupling};
  LightPlan plan;
  for (std::size_t i = 0; i < plan.rise_per_fluence.size(); ++i) {
    plan.rise_per_fluence[i] = science::peak_rise(unit, light.melanin[i], optics);
  }
  plan.blister_rise = science::critical_rise(device.pulse, optics, {});
  plan.burn_rise = science::critical_rise(device.pulse, optics, {}, light.burn_damage);
  return plan;
}

}  // namespace asepsim::clinic
