// Soaking and wiping with named agents, and germs in bottles: by hand.
#include "clinic/disinfection.hpp"

#include "unit/clinic/ledger_help.hpp"

namespace asepsim::clinic {
namespace {

std::string soaked(const std::string& agent) {
  return with(constants,
              "disinfection: {duration: 10 min, log_reduction_bacteria: 1, "
              "log_reduction_virus: 2}",
              "disinfection: {" + agent + "}");
}

double needle_part(const Outcome& r, std::uint32_t visit) {
  double sum = 0;
  for (const LedgerEntry& entry : entries(r, visit, Hazard::bacterial_infection)) {
    if (entry.route == HarmRoute::instrument) sum += entry.probability;
  }
  return sum;
}

// Of so many CFU left by ann, an hour later.
double needle_risk(double germs) {
  return infection(own_dose(2) + germs * left_after(1) * 0.04) - infection(own_dose(2));
}

TEST(Soak, InEthanolKillsByContactTime) {
  // 3.5 log10 a minute on a clean head (I38); half a minute leaves 1000 / 10^1.75 CFU of ann's.
  const Outcome r =
      run(soaked("agent: ethanol, duration: 30 s, soil: 0, spread: 0") + wiped + arrivals(three));
  EXPECT_NEAR(needle_part(r, 1), needle_risk(1000 / std::pow(10, 1.75)), 1e-9);
}

TEST(Soak, InWaterTakesNothingOff) {
  const Outcome r =
      run(soaked("agent: glutaraldehyde, duration: 20 min, soil: 0, strength: 0, spread: 2") +
          wiped + arrivals(three));
  EXPECT_NEAR(needle_part(r, 1), needle_risk(1000), 1e-12);
}

TEST(Soak, OfABiofilmNeverReachesBeyondItsTail) {
  // F5: 1 in 10,000 survives in biofilm however long the soak and however well it went.
  const auto plan = compile(scenario_from(
      soaked("agent: ethanol, duration: 30 min, soil: 0, biofilm: 100 %, spread: 0.5") + wiped +
      arrivals(three)));
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Outcome r{plan->scenario, run_replication(*plan, {.seed = seed})};
    EXPECT_NEAR(needle_part(r, 1) / needle_risk(0.1), 1, 1e-3) << "seed " << seed;
  }
}

TEST(Soak, GoesBetterOrWorseByAFactor) {
  // 3.5 log10 in a minute at the median; luck makes minutes longer or shorter, never negative.
  const auto plan = compile(scenario_from(
      soaked("agent: ethanol, duration: 30 s, soil: 0, spread: 0.5") + wiped + arrivals(three)));
  int better = 0;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const Outcome r{plan->scenario, run_replication(*plan, {.seed = seed})};
    EXPECT_LT(needle_part(r, 1), needle_risk(1000)) << "seed " << seed;
    better += needle_part(r, 1) < needle_risk(1000 / std::pow(10, 1.75)) ? 1 : 0;
  }
  EXPECT_NEAR(better, 100, 28)
      << "half of them; 3.9 standard errors, false alarm 1e-4, fixed seeds";
}

TEST(Soak, InDilutedEthanolHardlyKills) {
  // The exponent of alcohol is 9 (I43): at half strength 1/512 of the rate.
  const Outcome r =
      run(soaked("agent: ethanol, duration: 30 s, soil: 0, spread: 0, strength: 0.5") + wiped +
          arrivals(three));
  EXPECT_NEAR(needle_part(r, 1), needle_risk(1000 / std::pow(10, 1.75 / 512)), 1e-9);
}

TEST(Soak, IsSlowedByBloodAndByHardierGerms) {
  const Outcome r =
      run(soaked("agent: ethanol, duration: 1 min, soil: 1, spread: 0") + wiped + arrivals(three));
  // Soil 1 takes ethanol from 3.5 to 1.8 (I38); hepatitis B dies at half that speed.
  EXPECT_NEAR(needle_part(r, 1), needle_risk(1000 / std::pow(10, 1.8)), 2e-4 * needle_risk(1000));
  EXPECT_NEAR(risk(r, 1, Hazard::hbv), 0.4 * transmission(0.10, 0.3, 0.02, 24, 1, 0.9), 2e-6);
}

TEST(Soak, ThatIsSkippedTakesNothingOff) {
  const Outcome r = run(soaked("agent: hypochlorite, duration: 10 min, skipped: 100 %") + wiped +
                        arrivals(three));
  EXPECT_NEAR(needle_part(r, 1), needle_risk(1000), 1e-12);
}

// Ann, bob and cem are treated from one bottle; a fourth would open the next.
std::string bottled(const std::string& more) {
  return with(constants, "length_fixed: 1 mm,", "length_fixed: 1 mm, product: serum,") +
         single_use + "products: {serum: {patients_per_bottle: 3, contaminated: 0.01, germs: 2" +
         more + "}}\n" + arrivals(three);
}

TEST(Bottle, ExposesEverybodyTreatedFromIt) {
  const Outcome r = run(with(bottled(""), "bioburden_if_colonised: 1.5,",
                             "bioburden_if_colonised: 1.5, mycobacteria: 0.001,"));
  for (std::uint32_t visit = 0; visit < 3; ++visit) {
    EXPECT_NEAR(risk(r, visit, Hazard::mycobacterial_infection), 0.01 * (1 - std::exp(-0.1)),
                1e-15);
    EXPECT_EQ(entries(r, visit, Hazard::mycobacterial_infection)[0].route, HarmRoute::product);
  }
}

// Two bottles for three patients, the second still open; heads end with the ratio 1 each.
TEST(Bottle, EndsItsLineageWithTheRunAtTheLatest) {
  const std::string text = with(bottled(""), "patients_per_bottle: 3", "patients_per_bottle: 2");
  const RatioSum heads = run(text).record.lineages;
  const RatioSum all =
      run(text + "estimation: {product_contamination: {mode: tilt, probability: 0.5}}\n")
          .record.lineages;
  EXPECT_EQ(all.n - heads.n, 2);
}

TEST(Bottle, IsContaminatedForAllItsPatientsAlikeInTheStory) {
  const std::string text = with(bottled(""), "contaminated: 0.01", "contaminated: 0.5") +
                           "estimation: {product_contamination: {mode: sample}}\n";
  const auto plan = compile(scenario_from(text));
  int contaminated = 0;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    std::size_t exposed = 0;
    for (const LedgerEntry& entry : run_replication(*plan, {.seed = seed}).ledger) {
      exposed += entry.hazard == Hazard::mycobacterial_infection ? 1 : 0;
    }
    EXPECT_TRUE(exposed == 0 || exposed == 3) << exposed;
    contaminated += exposed == 3 ? 1 : 0;
  }
  EXPECT_NEAR(contaminated, 100, 28) << "3.9 standard errors, false alarm 1e-4, fixed seeds";
}

}  // namespace
}  // namespace asepsim::clinic
