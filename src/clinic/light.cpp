#include "clinic/light.hpp"

#include <algorithm>
#include <cmath>

#include "clinic/benefit.hpp"
#include "clinic/compliance.hpp"
#include "clinic/depth.hpp"
#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"
#include "clinic/skin_harm.hpp"
#include "science/efficacy.hpp"
#include "science/photothermal.hpp"

namespace asepsim::clinic {
namespace {

using scenario::Grade;
using scenario::Light;
using scenario::LightDevice;

constexpr double light_reddens_as = 0.5;  // needling so deep, mm: the depth of C18

std::size_t phototype_index(const Patient& p) {
  return static_cast<std::size_t>(std::max<int>(1, p.phototype)) - 1;
}

double error_of(const Light& light, Grade grade) {
  if (grade == Grade::expert) return light.error_expert;
  return grade == Grade::trained ? light.error_trained : light.error_untrained;
}

// The fluence that reaches the skin: the setting times the operator's error.
double fluence_for(Clinic& c, const Visit& v, const Patient& p, const LightDevice& device,
                   std::uint32_t staff) {
  const Light& light = *c.plan.scenario.light;
  const double setting = light.policy == scenario::FluencePolicy::fixed
                             ? device.fluence_fixed.value
                             : device.fluence[phototype_index(p)].value;
  const double error = tiredness(c, staff) * error_of(light, grade_of(c, staff)) *
                       c.random.normal(p.key, purpose::of("light.fluence"), draw_of_treatment(v));
  return setting * std::exp(error);
}

SkinAfter harm_by_heat(Clinic& c, const Visit& v, double rise, const LightPlan& limits,
                       const LightDevice& device) {
  const Light& light = *c.plan.scenario.light;
  const auto beyond = [&](double limit) {
    return science::burn_probability(rise, limit, {light.spread});
  };
  const double burn = beyond(limits.burn_rise);
  const double blister = beyond(limits.blister_rise) - burn;
  const double reddened = beyond(light.redness * limits.blister_rise);
  // One uniform for both, so that a burn is not a blister too.
  const double u = outcome_uniform(c, v, Hazard::burn);
  SkinAfter skin;
  skin.depth = device.wound->value;
  for (const auto& [hazard, probability, from] :
       {std::tuple{Hazard::burn, burn, 0.0}, std::tuple{Hazard::blister, blister, burn}}) {
    if (!expose(c, v, {hazard, HarmRoute::light, probability}, u, from)) continue;
    skin.burn = true;
    suffer(c, v, hazard);
  }
  skin.redness = try_hazard(c, v,
                            {Hazard::prolonged_erythema, HarmRoute::light,
                             reddened * prolonged_redness(c, light_reddens_as)});
  skin.darkening = beyond(light.darkening * limits.blister_rise);
  return skin;
}

struct Pulses {
  const LightDevice& device;
  const LightPlan& limits;
  double fluence;  // J/cm2
  double gain;     // of the benefit: how much of a wound they leave
};

void harm_by_light(Clinic& c, const Visit& v, const Patient& p, const Pulses& pulses) {
  const double rise = pulses.fluence * pulses.limits.rise_per_fluence[phototype_index(p)];
  SkinAfter skin = harm_by_heat(c, v, rise, pulses.limits, pulses.device);
  skin.wound = pulses.gain;
  harm_by_session(c, v, p);
  harm_by_pigment(c, v, p, skin, HarmRoute::light);
}

}  // namespace

void illuminate(Clinic& c, Visit& v, scenario::Modality modality, std::uint32_t staff) {
  const Patient& p = c.patients[v.patient];
  if (p.indication == no_index) return;
  const Light& light = *c.plan.scenario.light;
  const bool ipl = modality == scenario::Modality::ipl;
  const LightDevice& device = ipl ? light.ipl : light.picosecond;
  const double fluence = fluence_for(c, v, p, device, staff);
  const double gain = science::fluence_gain(fluence / device.usual_fluence, light.half_effect);
  add_benefit(c, v, {modality, gain});
  if (c.plan.scenario.complications) {
    v.odds_by_hand = operator_odds(c, staff);
    harm_by_light(c, v, p, {device, ipl ? c.plan.ipl : c.plan.picosecond, fluence, gain});
  }
  ++v.treated;
}

}  // namespace asepsim::clinic
