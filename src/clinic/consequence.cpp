#include "clinic/consequence.hpp"

#include "science/complication.hpp"

namespace asepsim::clinic {
namespace {

Distribution lognormal(const science::OnsetLag& lag) {
  constexpr double day = 86400e6;  // microseconds
  return Distribution::lognormal_median_sigma(lag.median_d * day, lag.sigma);
}

}  // namespace

const scenario::Consequence& consequence_of(const scenario::Complications& k, Hazard hazard) {
  switch (hazard) {
    case Hazard::hbv:
    case Hazard::hcv:
    case Hazard::hiv:
      return k.bloodborne;
    case Hazard::prolonged_erythema:
      return k.prolonged_erythema;
    case Hazard::bruise:
      return k.bruise;
    case Hazard::pigmentation:
      return k.pigmentation;
    case Hazard::scar:
      return k.scarring;
    case Hazard::mycobacterial_infection:
      return k.mycobacterial_infection;
    case Hazard::herpes:
      return k.herpes;
    case Hazard::granuloma:
      return k.granuloma;
    case Hazard::irritant_dermatitis:
      return k.irritant_dermatitis;
    case Hazard::acne_flare:
      return k.acne_flare;
    case Hazard::blister:
      return k.blister;
    case Hazard::burn:
      return k.burn;
    case Hazard::hypertrophic_scar:
      return k.hypertrophic_scar;
    case Hazard::swelling:
      return k.swelling;
    case Hazard::dryness:
      return k.dryness;
    case Hazard::bacterial_infection:
      break;
  }
  return k.infection;
}

Distribution time_to_onset(const scenario::Scenario& s, Hazard hazard) {
  const science::OnsetLags lags{};
  switch (hazard) {
    case Hazard::bacterial_infection:
      return s.bacterial_infection ? s.bacterial_infection->lag.value : lognormal(lags.s_aureus);
    case Hazard::hbv:
      return lognormal(lags.hepatitis_b);
    case Hazard::hcv:
      return lognormal(lags.hepatitis_c);
    case Hazard::hiv:
      return lognormal(lags.hiv);
    case Hazard::pigmentation:
      return lognormal(lags.pigmentation);
    case Hazard::mycobacterial_infection:
      return lognormal(lags.mycobacteria);
    case Hazard::herpes:
      return lognormal(lags.herpes);
    case Hazard::granuloma:
      return lognormal(lags.granuloma);
    case Hazard::irritant_dermatitis:
      return lognormal(lags.irritant_dermatitis);
    case Hazard::acne_flare:
      return lognormal(lags.acne_flare);
    case Hazard::blister:
    case Hazard::burn:
      return lognormal(lags.burn);
    case Hazard::hypertrophic_scar:
      return lognormal(lags.hypertrophic_scar);
    case Hazard::prolonged_erythema:
    case Hazard::bruise:
    case Hazard::scar:
    case Hazard::swelling:
    case Hazard::dryness:
      break;
  }
  return Distribution::constant(0);
}

}  // namespace asepsim::clinic
