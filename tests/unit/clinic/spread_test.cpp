// Infections by one cause: when two patients are infected, and through which failure.
#include "clinic/spread.hpp"

#include "unit/clinic/ledger_help.hpp"

namespace asepsim::clinic {
namespace {

TEST(Spread, AddsUpToTwoOrMore) {
  // Of 0.1, 0.2, 0.3, 0.4: none 0.3024, one 0.4404 (Poisson-binomial).
  Spread spread;
  double chance = 0;
  for (const double p : {0.1, 0.2, 0.3, 0.4}) chance += spread.meets(p);
  EXPECT_NEAR(chance, 1 - 0.3024 - 0.4404, 1e-15);
}

TEST(Spread, KeepsTheDigitsOfRareEvents) {
  Spread spread;
  spread.meets(1e-12);
  EXPECT_NEAR(spread.meets(3e-12), 3e-24, 1e-38);
}

double clusters(const Outcome& r, CommonCause cause, Hazard hazard) {
  double sum = 0;
  for (const ClusterFact& fact : r.record.clusters) {
    if (fact.cause == cause && fact.hazard == hazard) sum += fact.probability;
  }
  return sum;
}

// Ann's blood on the head that bob (an hour old, wiped once) and cem (two hours, twice) meet; four
// in ten are susceptible.
TEST(Cluster, OfOneSourceNeedsTwoOfItsTargetsInfected) {
  const Outcome r = run(constants + wiped + arrivals(three));
  const double bob = 0.4 * transmission(1, 1, 0.02, 24, 1, 2);
  const double cem = 0.4 * transmission(1, 1, 0.02, 24, 2, 4);
  EXPECT_NEAR(clusters(r, CommonCause::source, Hazard::hbv), 0.10 * 0.3 * bob * cem, 1e-15);
  EXPECT_EQ(clusters(r, CommonCause::load, Hazard::hbv), 0);
}

// Tilted, ratios would have to be carried in pairs: no clusters rather than wrong ones.
TEST(Cluster, IsNotRecordedWhereBranchesAreWeighed) {
  const Outcome r = run(constants + wiped + arrivals(three) +
                        "estimation: {source_status: {mode: tilt, probability: 0.5}}\n");
  EXPECT_TRUE(r.record.clusters.empty());
}

// Ann, bob, cem and dan share two sets of one load that comes out wet: what the packs take up comes
// on each of them by itself, and the cycle was a good one.
TEST(Cluster, OfALoadIsNotMadeByWhatItsPacksTakeUpAfterTheHeat) {
  const std::string two_sets =
      "instruments: {head: {policy: reprocess, stock: 2, when_empty: wait}}\n" +
      with(with(sterilizing, "least_batch: 1", "least_batch: 2"), "drying: {wet: 0}",
           "drying: {wet: 1, seen: 0, recontaminated: 1, germs: 2}");
  const Outcome r =
      run(with(constants, "nurse: {", "nurse: {count: 2, ") + two_sets +
          arrivals({{"ann", "10 h"}, {"bob", "10 h"}, {"cem", "14 h"}, {"dan", "14 h"}}));
  for (const std::uint32_t visit : {2u, 3u}) {
    EXPECT_GT(entries(r, visit, Hazard::bacterial_infection).back().probability, 1e-6);
    EXPECT_EQ(entries(r, visit, Hazard::bacterial_infection).back().route, HarmRoute::instrument);
  }
  EXPECT_EQ(clusters(r, CommonCause::load, Hazard::bacterial_infection), 0);
}

// One cycle in ten is never run and nothing shows it: bob meets ann's blood only then, whatever
// the wash did; the wash failed in a fifth.
TEST(ThroughFailure, GoesThePartOfARiskThatNeedsIt) {
  const std::string unseen = with(
      with(with(with(sterilizing,
                     "probability: 0, temperature_drop: 30 K, operator_share: 1, "
                     "not_run: 0,",
                     "probability: 0.1, temperature_drop: 30 K, operator_share: 1, not_run: 1,"),
                "packing: 1", "packing: 0"),
           "failure: 0}", "failure: 0.2}"),
      "false_positive: 0,", "false_positive: 0, printout_sensitivity: 0, chemical_sensitivity: 0,");
  const Outcome r = run(constants + "human_factors: {workload_link: false}\n" +
                        "instruments: {head: {policy: reprocess, stock: 1, when_empty: wait}}\n" +
                        arrivals({{"ann", "10 h"}, {"bob", "12 h"}}) + unseen);
  const double clean = 0.4 * transmission(0.10, 0.3, 0.02, 24, 2, 2);
  const double soiled = 0.4 * transmission(0.10, 0.3, 0.02, 24, 2, 0);
  for (const ThroughFact& fact : r.record.through) {
    const LedgerEntry& entry = r.record.ledger[fact.entry];
    if (entry.hazard != Hazard::hbv) continue;
    EXPECT_NEAR(entry.probability, 0.1 * (0.8 * clean + 0.2 * soiled), 1e-12);
    EXPECT_NEAR(fact.parts[0], 0.1 * 0.2 * soiled, 1e-9);
    EXPECT_NEAR(fact.parts[1], entry.probability, 1e-9);
    return;
  }
  FAIL() << "nothing goes through the failures";
}

}  // namespace
}  // namespace asepsim::clinic
