#include "clinic/consequence.hpp"

#include <array>

#include "science/complication.hpp"

namespace asepsim::clinic {
namespace {

using scenario::Complications;
using science::OnsetLags;

// In the order of Hazard.
constexpr std::array<scenario::Consequence Complications::*, hazards> consequences{
    &Complications::infection,
    &Complications::bloodborne,
    &Complications::bloodborne,
    &Complications::bloodborne,
    &Complications::prolonged_erythema,
    &Complications::bruise,
    &Complications::pigmentation,
    &Complications::scarring,
    &Complications::mycobacterial_infection,
    &Complications::herpes,
    &Complications::granuloma,
    &Complications::irritant_dermatitis,
    &Complications::acne_flare,
    &Complications::blister,
    &Complications::burn,
    &Complications::hypertrophic_scar,
    &Complications::swelling,
    &Complications::dryness};

// In the order of Hazard; null: the first sign is when the patient comes back.
constexpr std::array<science::OnsetLag OnsetLags::*, hazards> onsets{
    &OnsetLags::s_aureus,
    &OnsetLags::hepatitis_b,
    &OnsetLags::hepatitis_c,
    &OnsetLags::hiv,
    nullptr,
    nullptr,
    &OnsetLags::pigmentation,
    nullptr,
    &OnsetLags::mycobacteria,
    &OnsetLags::herpes,
    &OnsetLags::granuloma,
    &OnsetLags::irritant_dermatitis,
    &OnsetLags::acne_flare,
    &OnsetLags::burn,
    &OnsetLags::burn,
    &OnsetLags::hypertrophic_scar,
    nullptr,
    nullptr};

}  // namespace

const scenario::Consequence& consequence_of(const Complications& complications, Hazard hazard) {
  return complications.*consequences[static_cast<std::size_t>(hazard)];
}

Distribution time_to_onset(const scenario::Scenario& s, Hazard hazard) {
  if (hazard == Hazard::bacterial_infection && s.bacterial_infection) {
    return s.bacterial_infection->lag;
  }
  const auto onset = onsets[static_cast<std::size_t>(hazard)];
  if (onset == nullptr) return Distribution::constant(0);
  constexpr double day = 86400e6;  // microseconds
  const science::OnsetLag lag = OnsetLags{}.*onset;
  return Distribution::lognormal_median_sigma(lag.median_d * day, lag.sigma);
}

}  // namespace asepsim::clinic
