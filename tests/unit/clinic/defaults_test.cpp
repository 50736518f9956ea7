// Numbers that stand by default in a scenario and in a formula are the same: one source of truth.
#include <gtest/gtest.h>

#include "scenario/read_scenario.hpp"
#include "science/complication.hpp"
#include "science/dose_response.hpp"
#include "science/efficacy.hpp"
#include "science/inactivation.hpp"
#include "science/needle_length.hpp"
#include "science/photothermal.hpp"
#include "unit/clinic/small_clinic.hpp"

namespace asepsim::clinic {
namespace {

double plain(const scenario::Number& number) {
  return number.value;
}

const scenario::Scenario& usual() {
  static const scenario::Scenario s = scenario_from(monday + skin + R"(
staff: {nurse: {end_of_shift: finish}}
bacterial_infection: {}
complications: {}
benefit: {}
light: {}
instruments: {head: {policy: single_use, between_patients: nothing}}
pathways:
  visit: [{step: treat, kind: treatment, staff: nurse, instrument: head, duration: 20 min}]
)" + arrivals({{"ann", "10 h"}}));
  return s;
}

TEST(Defaults, OfTheScenarioAreThoseOfTheDoseResponse) {
  const scenario::BacterialInfection& b = *usual().bacterial_infection;
  const science::BetaPoisson response;
  EXPECT_EQ(plain(b.alpha), response.alpha);
  EXPECT_EQ(plain(b.n50), response.median_dose);
  EXPECT_EQ(plain(b.severity), response.clinical_share);
  const science::InoculumParameters in;
  EXPECT_EQ(plain(b.release_fraction), in.released_share);
  EXPECT_EQ(plain(usual().needling->density), in.punctures_per_cm2);
  EXPECT_EQ(plain(usual().needling->channel_radius), in.channel_radius_cm);
}

TEST(Defaults, OfTheScenarioAreThoseOfTheComplications) {
  const scenario::Complications& k = *usual().complications;
  const science::PigmentationParameters p;
  for (std::size_t i = 0; i < k.pih.size(); ++i) EXPECT_EQ(plain(k.pih[i]), p.per_course[i]);
  EXPECT_EQ(plain(k.pih_reference_depth), p.reference_depth_mm);
  EXPECT_EQ(plain(k.pih_per_half_mm), p.log_odds_per_half_mm);
  EXPECT_EQ(plain(k.pih_redness), p.redness_odds_ratio);
  EXPECT_EQ(plain(k.pih_midday_sun), p.midday_sun_odds_ratio);
  EXPECT_EQ(plain(k.pih_sunscreen), p.sunscreen_odds_ratio);
  EXPECT_EQ(plain(k.pih_burn), p.burn_log_odds);
  EXPECT_EQ(plain(k.pih_irritant), p.irritant_odds_ratio);
  const science::ScarParameters scar;
  EXPECT_EQ(plain(k.scar), scar.anchor_per_session);
  EXPECT_EQ(plain(k.scar_reference_share), scar.anchor_share_in_fat);
  const science::HerpesParameters herpes;
  EXPECT_EQ(plain(k.rates.herpes), herpes.all_comers);
  EXPECT_EQ(plain(k.rates.herpes_carriage), herpes.carriage);
  EXPECT_EQ(plain(k.antiviral.factor), herpes.prophylaxis_factor);
}

TEST(Defaults, OfTheScenarioAreThoseOfBenefitAndLight) {
  const science::EfficacyParameters reach;
  EXPECT_EQ(plain(usual().benefit->full_share_of_dermis), reach.full_share_of_dermis);
  EXPECT_EQ(usual().benefit->fade->value, reach.fade_mm);
  EXPECT_EQ(plain(usual().light->spread), science::BurnSpread{}.sigma);
  EXPECT_EQ(usual().light->ipl.skin->value, science::EpidermisOptics{}.start_celsius);
}

}  // namespace
}  // namespace asepsim::clinic
