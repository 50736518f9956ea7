#include "clinic/depth.hpp"

#include <algorithm>

#include "clinic/compliance.hpp"
#include "clinic/purposes.hpp"
#include "science/needle_length.hpp"

namespace asepsim::clinic {
namespace {

using scenario::Grade;
using scenario::LengthPolicy;

// The skin as measured, with its error; the target is a share of the whole dermis.
double length_by_measure(Clinic& c, const Visit& v, const Patient& p) {
  const double error =
      c.plan.scenario.needling->measurement_error *
      c.random.normal(p.key, purpose::of("treatment.measure"), draw_of_treatment(v));
  science::SkinLayers measured = p.skin;
  measured.papillary = 0;
  measured.dermis *= std::max(0.2, 1 + error);
  const science::TargetDepth target{science::Layer::reticular_dermis,
                                    c.plan.scenario.indications[p.indication].target_fraction};
  return science::length_by_skin_thickness(target, measured, c.plan.penetration, c.plan.device);
}

// The length the operator sets, by the clinic's policy.
double length_for(Clinic& c, const Visit& v, const Patient& p) {
  const scenario::Scenario& s = c.plan.scenario;
  const double recommended = s.indications[p.indication].length_fixed->value;
  switch (s.needling->policy) {
    case LengthPolicy::by_site: {
      const scenario::Site& site = s.sites[c.plan.indication_sites[p.indication]];
      return science::fixed_length(site.length_by_site->value, c.plan.device);
    }
    case LengthPolicy::by_skin_thickness:
      return length_by_measure(c, v, p);
    case LengthPolicy::novice_guess: {
      const double z = c.random.normal(p.key, purpose::of("treatment.guess"), draw_of_treatment(v));
      return science::guessed_length(recommended, s.needling->guess_spread->value, z,
                                     c.plan.device);
    }
    case LengthPolicy::fixed:
      break;
  }
  return science::fixed_length(recommended, c.plan.device);
}

// Share of the set length that is reached. Two laws meet between 1 and 1.25 mm: one uniform goes
// through both, and a length in between has its part of each (D5).
double fraction_reached(Clinic& c, const Visit& v, const Patient& p, double length) {
  const auto drawn = [&](const kernel::QuantileTable& law) {
    return c.random.sample(law, p.key, purpose::of("treatment.fraction"), draw_of_treatment(v));
  };
  const science::Penetration& borders = c.plan.penetration;
  if (length <= borders.shallow_up_to_mm) return drawn(c.plan.fraction_short);
  if (length >= borders.deep_from_mm) return drawn(c.plan.fraction_long);
  return science::penetration_at(length, drawn(c.plan.fraction_short), drawn(c.plan.fraction_long),
                                 borders);
}

const scenario::Variate& error_of(const scenario::Needling& needling, Grade grade) {
  if (grade == Grade::expert) return needling.error_expert;
  return grade == Grade::trained ? needling.error_trained : needling.error_untrained;
}

double operator_error(Clinic& c, const Visit& v, const Patient& p, std::uint32_t staff) {
  const Grade grade = grade_of(c, staff);
  return tiredness(c, staff) * c.random.sample(error_of(*c.plan.scenario.needling, grade), p.key,
                                               purpose::of("treatment.error"),
                                               draw_of_treatment(v));
}

}  // namespace

Grade grade_of(const Clinic& c, std::uint32_t staff) {
  return staff < c.plan.staff.size() ? c.plan.staff[staff].group->grade : Grade::untrained;
}

double puncture_spread(const Clinic& c, const Patient& p, double depth_mm) {
  const scenario::Scenario& s = c.plan.scenario;
  const std::uint16_t site = c.plan.indication_sites[p.indication];
  const double within = site == no_index ? 0.0 : s.sites[site].within_cv.value;
  return science::depth_spread(depth_mm, s.needling->puncture_cv, within);
}

NeedlingFact puncture(Clinic& c, const Visit& v, const Patient& p, std::uint32_t staff) {
  NeedlingFact fact;
  fact.visit = v.fact;
  const double length = length_for(c, v, p);
  const double eta = fraction_reached(c, v, p, length);
  const double depth = science::true_depth(length, eta, operator_error(c, v, p, staff), 0);
  const double spread = puncture_spread(c, p, depth);
  const science::LayerShares shares = science::layer_shares(depth, spread, p.skin);
  fact.length = static_cast<float>(length);
  fact.depth = static_cast<float>(depth);
  fact.shares = {static_cast<float>(shares.stratum_corneum), static_cast<float>(shares.epidermis),
                 static_cast<float>(shares.papillary), static_cast<float>(shares.reticular),
                 static_cast<float>(shares.fat)};
  fact.bleeding = static_cast<float>(science::bleeding_probability(depth, spread, p.skin));
  fact.prepared = v.preparation > 0;
  return fact;
}

double operator_odds(const Clinic& c, std::uint32_t staff) {
  if (!c.plan.scenario.needling) return 1;
  const scenario::OperatorOdds& odds = c.plan.scenario.needling->operator_odds;
  if (staff >= c.plan.staff.size()) return odds.uncertified;
  switch (c.plan.staff[staff].group->qualification) {
    case scenario::Qualification::dermatologist:
      return odds.dermatologist;
    case scenario::Qualification::trained_nurse:
      return odds.trained_nurse;
    case scenario::Qualification::certified_aesthetician:
      return odds.certified_aesthetician;
    case scenario::Qualification::uncertified:
      return odds.uncertified;
    case scenario::Qualification::unlicensed:
      break;
  }
  return odds.unlicensed;
}

}  // namespace asepsim::clinic
