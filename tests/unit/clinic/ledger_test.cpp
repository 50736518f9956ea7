// The risk ledger: probabilities of one visit computed by hand from the published formulas.
#include "unit/clinic/ledger_help.hpp"

namespace asepsim::clinic {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Ledger, HasTheOwnSkinsRiskByHand) {
  const Outcome r = run(constants + single_use + arrivals({{"ann", "10 h"}}));
  const auto list = entries(r, 0, Hazard::bacterial_infection);
  ASSERT_EQ(list.size(), 1u);
  EXPECT_EQ(list[0].route, HarmRoute::own_skin);
  EXPECT_NEAR(list[0].probability, infection(own_dose(2)), 1e-12);
  EXPECT_NEAR(own_dose(2), 9.62113, 1e-5);
  EXPECT_EQ(clock(list[0].at), "10:20");
  EXPECT_EQ(list[0].weight, 1);
  for (const Hazard virus : {Hazard::hbv, Hazard::hcv, Hazard::hiv}) {
    EXPECT_THAT(entries(r, 0, virus), IsEmpty()) << "a new head carries no blood";
  }
}

TEST(Ledger, LessensTheOwnSkinsRiskByAPreparationThatWasDone) {
  const std::string section = "skin_preparation: {log_reduction: 1.5, skipped: 0}\n";
  const Outcome without_step = run(constants + section + single_use + arrivals({{"ann", "10 h"}}));
  EXPECT_NEAR(risk(without_step, 0, Hazard::bacterial_infection), infection(own_dose(2)), 1e-12);
  EXPECT_FALSE(without_step.record.needlings[0].prepared);
  const std::string prepared = with(constants, "visit: [{step: treat",
                                    "visit: [{step: prep, kind: skin_prep, duration: 3 min}, "
                                    "{step: treat");
  const Outcome r = run(prepared + section + single_use + arrivals({{"ann", "10 h"}}));
  EXPECT_NEAR(risk(r, 0, Hazard::bacterial_infection), infection(own_dose(0.5)), 1e-12);
  EXPECT_TRUE(r.record.needlings[0].prepared);
  const Outcome skipped = run(with(prepared + section, "skipped: 0", "skipped: 1") + single_use +
                              arrivals({{"ann", "10 h"}}));
  EXPECT_NEAR(risk(skipped, 0, Hazard::bacterial_infection), infection(own_dose(2)), 1e-12);
  EXPECT_THAT(timeline(skipped),
              ElementsAre("ann prep 10:00 10:00-10:00", "ann treat 10:00 10:00-10:20"));
}

TEST(Ledger, GivesTheNeedleWhatItAddsToTheOwnSkin) {
  const Outcome r = run(constants + wiped + arrivals(three));
  // 10^3 CFU from ann, wiped to 100; bob adds 10^3 and all 1100 are wiped to 110. Meanwhile half of
  // them die in 48 h.
  const auto bob = entries(r, 1, Hazard::bacterial_infection);
  ASSERT_EQ(bob.size(), 2u);
  EXPECT_EQ(bob[1].route, HarmRoute::instrument);
  const double skin = infection(own_dose(2));
  EXPECT_NEAR(bob[0].probability, skin, 1e-12);
  EXPECT_NEAR(bob[1].probability, infection(own_dose(2) + 100 * left_after(1) * 0.04) - skin,
              1e-12);
  const auto cem = entries(r, 2, Hazard::bacterial_infection);
  const double both = 10 * left_after(2) + 100 * left_after(1);
  EXPECT_NEAR(cem.at(1).probability, infection(own_dose(2) + both * 0.04) - skin, 1e-12);
}

// The head is wiped within minutes or lies in the agent for 20 hours: of the 100 CFU of ann's that
// the agent leaves, bob meets a quarter a day later, with a half-life of twelve hours.
TEST(Ledger, GermsOnAHeadDieWithTimeWhateverIsTakenOffMeanwhile) {
  for (const std::string wait : {"10 min", "20 h"}) {
    std::string text = with(constants + wiped, "length: 1 d", "length: 3 d");
    text = with(with(text, "half_life: 48 h", "half_life: 12 h"), "duration: 10 min, log",
                "duration: " + wait + ", log");
    const Outcome r = run(text + arrivals({{"ann", "34 h"}, {"bob", "58 h"}}));
    double needle = 0;
    for (std::uint32_t visit = 0; visit < r.record.visits.size(); ++visit) {
      if (name_of(r, visit) != "bob") continue;
      for (const LedgerEntry& entry : entries(r, visit, Hazard::bacterial_infection)) {
        if (entry.route == HarmRoute::instrument) needle += entry.probability;
      }
    }
    EXPECT_NEAR(needle, infection(own_dose(2) + 25 * 0.04) - infection(own_dose(2)), 1e-12) << wait;
  }
}

TEST(Ledger, HasTheBloodborneRiskByHand) {
  const Outcome r = run(constants + wiped + arrivals(three));
  EXPECT_NEAR(r.record.needlings[0].bleeding, bleeding(), 1e-6);
  // Bob: ann's blood is an hour old, two log10 were wiped off. 40 % are not immune to HBV.
  EXPECT_NEAR(risk(r, 1, Hazard::hbv), 0.4 * transmission(0.10, 0.3, 0.02, 24, 1, 2), 1e-9);
  EXPECT_NEAR(risk(r, 1, Hazard::hcv), transmission(0.04, 1, 0.01, 6, 1, 2), 1e-9);
  EXPECT_NEAR(risk(r, 1, Hazard::hiv), transmission(0.02, 0.5, 0.03, 1, 1, 2), 1e-9);
}

TEST(Ledger, CombinesVirtualSourcesAsIndependent) {
  const Outcome r = run(constants + wiped + arrivals(three));
  // Cem: ann's blood two hours old and wiped twice, bob's an hour old and wiped once.
  const double ann = transmission(0.10, 0.3, 0.02, 24, 2, 4);
  const double bob = transmission(0.10, 0.3, 0.02, 24, 1, 2);
  EXPECT_NEAR(risk(r, 2, Hazard::hbv), 0.4 * (1 - (1 - ann) * (1 - bob)), 1e-9);
  const double ann_hcv = transmission(0.04, 1, 0.01, 6, 2, 4);
  const double bob_hcv = transmission(0.04, 1, 0.01, 6, 1, 2);
  EXPECT_NEAR(risk(r, 2, Hazard::hcv), 1 - (1 - ann_hcv) * (1 - bob_hcv), 1e-9);
}

TEST(Ledger, RemembersEverybodyWhoseBloodIsOnAHead) {
  // Twelve patients with one head, nothing done in between: the last one meets eleven sources.
  const std::string bare =
      "instruments: {head: {policy: reuse_up_to, reuse_limit: 99, between_patients: nothing}}\n";
  std::vector<std::pair<std::string, std::string>> twelve;
  for (int i = 0; i < 12; ++i) {
    twelve.push_back({std::string(1, static_cast<char>('a' + i)),
                      "9 h " + std::to_string(20 * i + 10) + " min"});
  }
  const Outcome r = run(constants + bare + arrivals(twelve));
  double escape = 1;
  for (int source = 0; source < 11; ++source) {
    escape *= 1 - transmission(0.10, 0.3, 0.02, 24, (11 - source) / 3.0, 0);
  }
  EXPECT_NEAR(risk(r, 11, Hazard::hbv), 0.4 * (1 - escape), 1e-8);
  EXPECT_EQ(r.record.needlings[11].reuses, 11);
}

TEST(Ledger, WithoutPrevalenceHasNoBloodborneRisk) {
  const std::string healthy =
      with(with(with(constants, "hbv: 10 %", "hbv: 0 %"), "hcv: 4 %", "hcv: 0 %"), "hiv: 2 %",
           "hiv: 0 %");
  const Outcome r = run(healthy + wiped + arrivals(three));
  for (const LedgerEntry& entry : r.record.ledger) {
    EXPECT_EQ(entry.hazard, Hazard::bacterial_infection);
  }
}

TEST(Ledger, ASterilizedHeadCarriesNothing) {
  // 134 C for 3.5 min take off 34 log10: bob's and cem's risk from the instrument is nil.
  const Outcome r =
      run(constants + "instruments: {head: {policy: reprocess, stock: 1, when_empty: wait}}\n" +
          sterilizing + arrivals({{"ann", "10 h"}, {"bob", "12 h"}}));
  EXPECT_THAT(entries(r, 1, Hazard::hbv), IsEmpty());
  const auto bob = entries(r, 1, Hazard::bacterial_infection);
  EXPECT_NEAR(bob.at(0).probability, infection(own_dose(2)), 1e-12);
  double needle = 0;
  for (const LedgerEntry& entry : bob) {
    if (entry.route == HarmRoute::instrument) needle += entry.probability;
  }
  EXPECT_LT(needle, 1e-30);
  EXPECT_EQ(bob.at(0).load, LoadId{std::uint32_t{0}}) << "the ledger names the load";
}

TEST(Ledger, HasTheHarmsOfDepthByHand) {
  const Outcome r = run(constants + single_use + R"(
complications:
  erythema: {lognormal: {median: 24 h, sigma: 0.6}}
  erythema_per_mm: 0.5
  erythema_prolonged: 4 d
  bruise_per_fat_share: 0.5
  pih: {I: 0, II: 0, III: 2 %, IV: 0, V: 0, VI: 0}
  pih_reference_sunscreen: 0
  pih_reference_midday_sun: 0
  pih_reference_depth: 1.5 mm
  pih_per_half_mm: 1.2
  pih_midday_sun: 8.1
  scar: 1.37 %
  scar_reference_share: 0.24
)" + arrivals({{"ann", "10 h"}}));
  const NeedlingFact& needling = r.record.needlings.at(0);
  EXPECT_FLOAT_EQ(needling.length, 1.0f);
  EXPECT_FLOAT_EQ(needling.depth, 0.9f);
  // Punctures beyond 0.085 + 1 mm; the other layers end at 0.01, 0.085 and 0.235 mm.
  const double fat = phi((0.9 - 1.085) / 0.1125);
  EXPECT_NEAR(needling.shares[4], fat, 1e-6);
  EXPECT_NEAR(needling.shares[3], phi((0.9 - 0.235) / 0.1125) - fat, 1e-6);
  // C18: median 24 h x (1 + 0.5 x 0.4) at 0.9 mm, longer than 96 h.
  EXPECT_NEAR(risk(r, 0, Hazard::prolonged_erythema), phi(std::log(24 * 1.2 / 96) / 0.6), 1e-6);
  EXPECT_NEAR(risk(r, 0, Hazard::bruise), 0.5 * fat, 1e-7);
  EXPECT_NEAR(risk(r, 0, Hazard::scar), 1 - std::pow(1 - 0.0137, fat / 0.24), 1e-7);
  // F13: 0.6 mm shallower than the reference, midday sun; a course of two sessions.
  const double odds = 0.02 / 0.98 * std::exp(1.2 * (0.9 - 1.5) / 0.5) * 8.1;
  const double course = odds / (1 + odds);
  EXPECT_NEAR(risk(r, 0, Hazard::pigmentation), 1 - std::sqrt(1 - course), 1e-6);
}

TEST(Ledger, FollowsTheLengthPolicy) {
  const auto depth = [](const std::string& policy, const std::string& more) {
    const std::string text =
        with(constants, "needling: {", "needling: {policy: " + policy + more + ", ");
    return run(text + single_use + arrivals({{"ann", "10 h"}})).record.needlings.at(0).length;
  };
  EXPECT_FLOAT_EQ(depth("fixed", ""), 1.0f);
  EXPECT_FLOAT_EQ(run(with(with(constants, "needling: {", "needling: {policy: by_site, "),
                           "length_by_site: 1 mm", "length_by_site: 0.5 mm") +
                      single_use + arrivals({{"ann", "10 h"}}))
                      .record.needlings.at(0)
                      .length,
                  0.5f);
  // Half of a dermis of 1 mm below 0.085 mm of epidermis is at 0.585 mm; 0.75 mm reaches 0.675,
  // 0.5 mm reaches 0.45: the longer one is nearer.
  EXPECT_FLOAT_EQ(depth("by_skin_thickness", ", measurement_error: 0 %"), 0.75f);
}

// Everything happens often: 1,600 replications of a day with 16 patients and one bare head.
TEST(Ledger, AgreesWithTheCrudeCounts) {
  std::string risky = with(constants, "severity: 0.05", "severity: 0.9");
  risky = with(risky, "hbv: 10 %", "hbv: 90 %");
  risky = with(risky, "hcv: 4 %", "hcv: 40 %");
  risky = with(risky, "hiv: 2 %", "hiv: 50 %");
  risky += R"(
instruments: {head: {policy: reuse_up_to, reuse_limit: 99, between_patients: nothing}}
complications:
  erythema: {lognormal: {median: 48 h, sigma: 0.6}}
  bruise_per_fat_share: 1
  pih: {I: 0, II: 0, III: 30 %, IV: 0, V: 0, VI: 0}
  scar: 60 %
  rates: {herpes: 20 %, granuloma: 2 %, irritant_dermatitis: 30 %, acne_flare: 40 %,
          hypertrophic_scar: 40 %}
  usual_swelling: {prolonged: 24 h}
  usual_dryness: {prolonged: 72 h}
products: {serum: {approved: false, irritation: 2}}
aftercare: {irritants_per_day: 50 %, vitamin_c: 100 %, irritants_until: 6 h, occlusion: 0}
arrivals: {ann: {pathway: visit, interarrival: 30 min}}
)";
  risky = with(risky, "acne: {share: 100 %", "acne: {product: serum, share: 100 %");
  risky = with(risky, "length_fixed: 1 mm", "length_fixed: 1.25 mm");
  const auto plan = compile(scenario_from(risky));
  std::array<double, hazards> expected{}, variance{}, happened{};
  for (std::uint64_t i = 0; i < 1'600; ++i) {
    for (const LedgerEntry& entry : run_replication(*plan, {1, i}).ledger) {
      const auto hazard = static_cast<std::size_t>(entry.hazard);
      expected[hazard] += entry.probability;
      variance[hazard] += entry.probability * (1 - entry.probability);
      happened[hazard] += entry.happened ? 1 : 0;
    }
  }
  // Each interval of 3.9 standard errors lies within 10 % of the ledger's sum, at least 7.8
  // standard errors: false alarm 1e-4 for each of them, and the seed is fixed.
  for (std::size_t hazard = 0; hazard < hazards; ++hazard) {
    const auto which = static_cast<Hazard>(hazard);
    if (which == Hazard::mycobacterial_infection || which == Hazard::blister ||
        which == Hazard::burn)
      continue;
    const char* name = word(static_cast<Hazard>(hazard));
    const double reach = 3.9 * std::sqrt(variance[hazard]);
    EXPECT_LT(2 * reach, 0.10 * expected[hazard]) << name << ": too few to tell";
    EXPECT_LT(std::abs(happened[hazard] - expected[hazard]) + reach, 0.10 * expected[hazard])
        << name << ": " << happened[hazard] << " of " << expected[hazard];
  }
}

// D80 is 10 min in dry heat, ten times that in moist heat, and a tenth of it 20 C higher: an oven
// at 100 C takes two log10 off in two minutes, as the wash did. Nothing shows that this is too
// little.
TEST(Ledger, KnowsThatAnOvenKillsByTheZOfDryHeat) {
  std::string oven = with(sterilizing, "temperature: 134 C, hold: 3.5 min",
                          "class: dry_heat, temperature: 100 C, hold: 2 min");
  oven = with(oven, "false_positive: 0,",
              "false_positive: 0, printout_sensitivity: 0, chemical_sensitivity: 0,");
  const Outcome r =
      run(with(constants, "hbv: {half_life: 24 h}",
               "dry_heat_factor: 10, hbv: {half_life: 24 h, heat_d80: 1 min, heat_z: 8 K}") +
          "instruments: {head: {policy: reprocess, stock: 1, when_empty: wait}}\n" +
          arrivals({{"ann", "10 h"}, {"bob", "14 h"}}) + oven);
  EXPECT_NEAR(risk(r, 1, Hazard::hbv), 0.4 * transmission(0.10, 0.3, 0.02, 24, 4, 2 + 2), 1e-12);
}

}  // namespace
}  // namespace asepsim::clinic
