#include "clinic/disinfection.hpp"

#include <algorithm>
#include <cmath>

#include "clinic/purposes.hpp"
#include "science/inactivation.hpp"

namespace asepsim::clinic {
namespace {

using scenario::Agent;

science::Disinfectant chemistry_of(Agent agent) {
  switch (agent) {
    case Agent::glutaraldehyde:
      return science::glutaraldehyde();
    case Agent::ortho_phthalaldehyde:
      return science::ortho_phthalaldehyde();
    case Agent::hypochlorite:
      return science::hypochlorite();
    case Agent::hydrogen_peroxide:
      return science::hydrogen_peroxide();
    case Agent::ethanol:
    case Agent::declared:
      break;
  }
  return {};
}

LogReductions declared(const Clinic& c, kernel::EntityKey key, std::uint64_t use) {
  const scenario::Disinfection& d = *c.plan.scenario.disinfection;
  const auto drawn = [&](const scenario::Variate& law, kernel::Purpose what) {
    return std::max(0.0, c.random.sample(law, key, what, use));
  };
  LogReductions log10;
  log10.fill(drawn(*d.log_reduction_virus, purpose::of("disinfection.virus")));
  log10[static_cast<std::size_t>(Organism::s_aureus)] =
      drawn(*d.log_reduction_bacteria, purpose::of("disinfection.bacteria"));
  return log10;
}

}  // namespace

LogReductions disinfected(const Clinic& c, kernel::EntityKey key, std::uint64_t use,
                          Duration contact) {
  const scenario::Disinfection& d = *c.plan.scenario.disinfection;
  if (d.agent == Agent::declared) return declared(c, key, use);
  science::Disinfectant agent = chemistry_of(d.agent);
  const double label_rate = agent.log10_per_min;
  science::ChemicalExposure exposure;
  exposure.concentration = d.strength * agent.reference_concentration;
  exposure.soil = d.soil;
  exposure.biofilm = c.random.bernoulli(d.biofilm, key, purpose::of("disinfection.biofilm"), use);
  // Luck is in how well the agent reaches the germs: where it kills nothing, luck kills nothing.
  const double luck = c.random.normal(key, purpose::of("disinfection.bacteria"), use);
  exposure.minutes = std::max(0.0, contact.minutes()) * std::exp(d.spread * luck);
  LogReductions log10;
  for (std::size_t i = 0; i < organisms; ++i) {
    agent.log10_per_min = label_rate * c.plan.chemical_factor[i];
    log10[i] = science::chemical_log_reduction(exposure, agent);
  }
  return log10;
}

}  // namespace asepsim::clinic
