// Mycobacteria of tap water on heads that were soaked: a common cause of all who share the water.
#include "unit/clinic/ledger_help.hpp"

namespace asepsim::clinic {
namespace {

// One head, soaked for ten minutes and rinsed; ann, bob and cem meet it one after the other.
std::string soaked(const std::string& rinse) {
  return with(constants, "log_reduction_virus: 2}", "log_reduction_virus: 2" + rinse + "}") +
         "instruments: {head: {policy: reuse_up_to, reuse_limit: 9, between_patients: "
         "chemical_soak}}\n" +
         arrivals({{"ann", "10 h"}, {"bob", "12 h"}, {"cem", "14 h"}});
}

double by_water(const Outcome& r, std::uint32_t visit) {
  double sum = 0;
  for (const LedgerEntry& entry : entries(r, visit, Hazard::mycobacterial_infection)) {
    EXPECT_EQ(entry.route, HarmRoute::water);
    sum += entry.weight * entry.probability;
  }
  return sum;
}

// Rinsed at half past, with the next needles out 110 minutes later: of a hundred CFU on the head
// 2^(-110 min / 48 h) = 0.97387 are left, of which the release fraction reaches the channels.
double infection(const Outcome& r) {
  const auto& b = *r.scenario.bacterial_infection;
  return 1 - std::exp(-b.mycobacteria * b.release_fraction * 100 * std::exp2(-110.0 / (48 * 60)));
}

TEST(RinseWater, ReachesWhoeverComesAfterARinse) {
  const Outcome r = run(soaked(", rinse: {contaminated: 0.2, germs: 2}"));
  EXPECT_EQ(by_water(r, 0), 0) << "a new head";
  EXPECT_GT(infection(r), 0);
  EXPECT_NEAR(by_water(r, 1), 0.2 * infection(r), 1e-12);
  EXPECT_NEAR(by_water(r, 2), 0.2 * infection(r), 1e-12);
}

// A half-life of 55 minutes is over twice: a quarter of a hundred CFU. 0.001 x 0.04 x 25 = 0.001.
TEST(RinseWater, FadesUntilTheNextPatient) {
  const std::string text =
      with(with(soaked(", rinse: {contaminated: 0.2, germs: 2}"), "organisms: {",
                "organisms: {mycobacteria: {half_life: 55 min}, "),
           "bioburden_if_colonised: 1.5,", "bioburden_if_colonised: 1.5, mycobacteria: 0.001,");
  const Outcome r = run(text);
  EXPECT_NEAR(by_water(r, 1), 0.2 * (1 - std::exp(-0.001)), 1e-12);
  EXPECT_NEAR(by_water(r, 2), 0.2 * (1 - std::exp(-0.001)), 1e-12);
}

TEST(RinseWater, MakesAClusterOfThoseWhoShareIt) {
  const Outcome r = run(soaked(", rinse: {contaminated: 0.2, germs: 2}"));
  double clusters = 0;
  for (const ClusterFact& fact : r.record.clusters) {
    if (fact.cause == CommonCause::water) clusters += fact.probability;
  }
  EXPECT_NEAR(clusters, 0.2 * infection(r) * infection(r), 1e-15);
}

TEST(RinseWater, ThatIsSterileCarriesNothing) {
  const Outcome r = run(soaked(""));
  for (std::uint32_t visit = 0; visit < 3; ++visit) {
    EXPECT_TRUE(entries(r, visit, Hazard::mycobacterial_infection).empty());
  }
}

// Drawn, the water is what it is for everybody: bob and cem are exposed together or not at all.
// 400 seeds of probability 0.5: within 3.9 standard errors, 0.0975; false alarm 1e-4, fixed seeds.
TEST(RinseWater, IsTheSameForAllWhoShareIt) {
  const auto plan = compile(scenario_from("estimation: {product_contamination: {mode: sample}}\n" +
                                          soaked(", rinse: {contaminated: 0.5, germs: 2}")));
  int exposed = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    std::array<bool, 3> met{};
    for (const LedgerEntry& e : run_replication(*plan, {.seed = seed}).ledger) {
      if (e.route == HarmRoute::water) met.at(e.visit) = true;
    }
    EXPECT_FALSE(met[0]);
    EXPECT_EQ(met[1], met[2]) << seed;
    exposed += met[1];
  }
  EXPECT_NEAR(exposed / 400.0, 0.5, 0.0975);
}

}  // namespace
}  // namespace asepsim::clinic
