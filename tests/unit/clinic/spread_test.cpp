// Infections by one cause: when two patients are infected, and through which failure.
#include "clinic/spread.hpp"

#include "unit/clinic/ledger_help.hpp"

namespace asepsim::clinic {
namespace {

TEST(Spread, AddsUpToTwoOrMore) {
  // Of 0.1, 0.2, 0.3, 0.4: none 0.3024, one 0.4404 (Poisson-binomial).
  SourceSpread spread;
  double chance = 0;
  std::uint32_t patient = 0;
  for (const double p : {0.1, 0.2, 0.3, 0.4}) chance += spread.meets(p, patient++);
  EXPECT_NEAR(chance, 1 - 0.3024 - 0.4404, 1e-15);
}

// The same four: three 0.0404, four 0.0024.
TEST(Spread, AddsUpToAsManyAsMakeACluster) {
  for (const auto& [size, expected] : {std::pair{3u, 0.0428}, {4u, 0.0024}, {5u, 0.0}}) {
    SourceSpread spread;
    double chance = 0;
    std::uint32_t patient = 0;
    for (const double p : {0.1, 0.2, 0.3, 0.4}) chance += spread.meets(p, patient++, size);
    EXPECT_NEAR(chance, expected, 1e-15) << size;
  }
}

// Ann, with 0.1 and 0.2, is infected with 0.28: before bob (0.3), after him, or around him.
TEST(Spread, CountsAPatientWhoComesBackOnce) {
  constexpr std::uint32_t ann = 0, bob = 1;
  struct Exposure {
    std::uint32_t patient;
    double p;
  };
  const std::vector<Exposure> orders[] = {{{ann, 0.1}, {ann, 0.2}, {bob, 0.3}},
                                          {{bob, 0.3}, {ann, 0.1}, {ann, 0.2}},
                                          {{ann, 0.1}, {bob, 0.3}, {ann, 0.2}}};
  for (const std::vector<Exposure>& order : orders) {
    SharedSpread spread;
    double chance = 0;
    for (const Exposure& e : order) chance += spread.meets(e.p, e.patient);
    EXPECT_NEAR(chance, 0.28 * 0.3, 1e-15);
  }
  SourceSpread alone;
  EXPECT_EQ(alone.meets(0.1, ann) + alone.meets(0.2, ann), 0);
}

// Twenty others have come in between, and her place was taken: at least two of 22.
TEST(Spread, TakesAPatientForSomebodyNewAfterMoreThanItRemembers) {
  SharedSpread spread;
  double chance = 0;
  for (std::uint32_t i = 0; i < 22; ++i) chance += spread.meets(0.01, i % 21);
  EXPECT_NEAR(chance, 1 - std::pow(0.99, 22) - 22 * 0.01 * std::pow(0.99, 21), 1e-15);
}

TEST(Spread, KeepsTheDigitsOfRareEvents) {
  SourceSpread spread;
  spread.meets(1e-12, 0);
  EXPECT_NEAR(spread.meets(3e-12, 1), 3e-24, 1e-38);
}

// Ann's blood on the head that bob (an hour old, wiped once) and cem (two hours, twice) meet; four
// in ten are susceptible.
TEST(Cluster, OfOneSourceNeedsTwoOfItsTargetsInfected) {
  const Outcome r = run(constants + wiped + arrivals(three));
  const double bob = 0.4 * transmission(1, 1, 0.02, 24, 1, 2);
  const double cem = 0.4 * transmission(1, 1, 0.02, 24, 2, 4);
  EXPECT_NEAR(clusters(r.record, CommonCause::source, Hazard::hbv), 0.10 * 0.3 * bob * cem, 1e-15);
  EXPECT_EQ(clusters(r.record, CommonCause::load, Hazard::hbv), 0);
}

// The same three with bacteria: a thousand CFU from each, a tenth of it after each wipe. What bob
// left comes to cem before what ann did, and only cem has met it.
TEST(Cluster, OfOneSourceTellsOfItsBacteriaToo) {
  const Outcome r = run(constants + wiped + arrivals(three));
  const double own = own_dose(2), last = 0.04 * 100 * left_after(1),
               before = 0.04 * 10 * left_after(2);
  const double bob = infection(own + last) - infection(own);
  const double cem = infection(own + last + before) - infection(own + last);
  const double both = clusters(r.record, CommonCause::source, Hazard::bacterial_infection);
  EXPECT_NEAR(both / (bob * cem), 1, 1e-9);
}

// Cycles fail one time in ten and nothing shows it. Bob is needled twice with the set that ann had,
// the only one of its load; cem follows with two needlings that meet both.
const std::string needled_twice =
    with(with(with(constants, "duration: 20 min}]",
                   "duration: 20 min}, {step: again, kind: treatment, staff: nurse, instrument: "
                   "head, duration: 20 min}]"),
              "staff: {nurse: {", "human_factors: {workload_link: false}\nstaff: {nurse: {"),
         "sessions: 2", "sessions: 1");
const std::string failing_sets =
    "instruments: {head: {policy: reprocess, stock: 1, when_empty: wait}}\n" +
    with(with(with(with(sterilizing, "capacity: 6", "capacity: 1"), "packing: 1}", "packing: 0}"),
              "probability: 0, temperature_drop: 30 K, operator_share: 1, not_run: 0,",
              "probability: 0.1, temperature_drop: 30 K, operator_share: 1, not_run: 1,"),
         "false_positive: 0,",
         "false_positive: 0, printout_sensitivity: 0, chemical_sensitivity: 0,");

TEST(Cluster, OfALoadOfOneSetNeedsMoreThanOnePatientWhoIsNeedledTwice) {
  const Outcome r = run(needled_twice + failing_sets +
                        arrivals({{"ann", "9 h"}, {"bob", "12 h"}, {"cem", "15 h"}}));
  double old_blood = 0;
  for (const LedgerEntry& e : entries(r, 1, Hazard::hcv)) old_blood += e.probability;
  EXPECT_GT(old_blood, 0);
  for (const Hazard hazard : {Hazard::bacterial_infection, Hazard::hbv, Hazard::hcv, Hazard::hiv}) {
    EXPECT_EQ(clusters(r.record, CommonCause::load, hazard), 0);
  }
}

TEST(Cluster, OfOneSourceNeedsTwoPatientsAndNotTwoNeedlings) {
  const Outcome r = run(needled_twice + failing_sets + arrivals({{"ann", "9 h"}, {"bob", "12 h"}}));
  EXPECT_FALSE(entries(r, 1, Hazard::hcv).empty());
  EXPECT_EQ(clusters(r.record, CommonCause::source, Hazard::hcv), 0);
}

// CFU that get into the channels of what came on a bare head so many minutes ago.
double let_go(std::initializer_list<double> minutes) {
  double germs = 0;
  for (const double age : minutes) germs += 0.04 * 1000 * left_after(age / 60);
  return germs;
}

double either(double first, double second) {
  return 1 - (1 - first) * (1 - second);
}

// At ten, eleven and twelve, needles out after 20 and 40 minutes. What ann left in both is of one
// source; bob's comes to cem before.
TEST(Cluster, OfOneSourceTakesTwoNeedlingsOfAVisitTogether) {
  const Outcome r = run(needled_twice + bare + arrivals(three));
  const auto needle = [](double before, double germs) {
    return infection(own_dose(2) + before + germs) - infection(own_dose(2) + before);
  };
  const double bob = either(needle(0, let_go({60, 40})), needle(0, let_go({80, 60})));
  const double cem = either(needle(let_go({60, 40}), let_go({120, 100})),
                            needle(let_go({80, 60}), let_go({140, 120})));
  const double both = clusters(r.record, CommonCause::source, Hazard::bacterial_infection);
  EXPECT_NEAR(both / (bob * cem), 1, 1e-9);
}

// The status of one who is needled twice is drawn once, so its ratio counts once. Three in a
// hundred are infectious, drawn as one in two: of 2000 days the mean has an error of 2 to 3 %.
TEST(Ledger, CountsTheRatioOfASourceThatIsNeedledTwiceOnce) {
  const auto mean = [](const std::string& mode) {
    const auto plan =
        compile(scenario_from(needled_twice + bare + arrivals({{"ann", "10 h"}, {"bob", "11 h"}}) +
                              "estimation: {source_status: " + mode + "}\n"));
    double sum = 0;
    for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
      for (const LedgerEntry& e : run_replication(*plan, {.seed = seed}).ledger) {
        if (e.hazard == Hazard::hbv) sum += e.probability * e.weight;
      }
    }
    return sum;
  };
  const std::string tilt = "{mode: tilt, probability: 0.5, defensive_share: 10 %}";
  EXPECT_NEAR(mean(tilt) / mean("{mode: integrate}"), 1, 0.12);
}

// What bob's own status was drawn with says nothing of the risk by ann's blood: the entries of one
// of his needlings weigh as those of the other, where his own blood is the youngest on the head.
TEST(Ledger, KeepsTheTargetsOwnStatusOutOfWhatOthersWeigh) {
  const auto plan =
      compile(scenario_from(needled_twice + bare + arrivals({{"ann", "10 h"}, {"bob", "11 h"}}) +
                            "estimation: {source_status: {mode: tilt, probability: 0.5}}\n"));
  int pairs = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    std::vector<double> weights;
    for (const LedgerEntry& e : run_replication(*plan, {.seed = seed}).ledger) {
      if (e.hazard == Hazard::hcv && e.visit == 1 && e.probability > 0) weights.push_back(e.weight);
    }
    if (weights.empty()) continue;
    ASSERT_EQ(weights.size(), 2u) << seed;
    EXPECT_EQ(weights[0], weights[1]) << seed;
    ++pairs;
  }
  EXPECT_GT(pairs, 3);
}

// Everybody is needled twice from the bottle, whose germs infect each time with 1 - exp(-0.1).
TEST(Cluster, OfABottleNeedsTwoPatientsAndNotTwoNeedlings) {
  const std::string text =
      with(with(needled_twice, "length_fixed: 1 mm,", "length_fixed: 1 mm, product: serum,"),
           "bioburden_if_colonised: 1.5,", "bioburden_if_colonised: 1.5, mycobacteria: 0.001,") +
      single_use + "products: {serum: {patients_per_bottle: 9, contaminated: 0.01, germs: 2}}\n";
  const Outcome one = run(text + arrivals({{"ann", "10 h"}}));
  EXPECT_EQ(entries(one, 0, Hazard::mycobacterial_infection).size(), 2u);
  EXPECT_EQ(clusters(one.record, CommonCause::bottle, Hazard::mycobacterial_infection), 0);
  const Outcome two = run(text + arrivals({{"ann", "10 h"}, {"bob", "11 h"}}));
  const double each = 1 - std::exp(-0.2);
  EXPECT_NEAR(clusters(two.record, CommonCause::bottle, Hazard::mycobacterial_infection),
              0.01 * each * each, 1e-15);
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
  EXPECT_EQ(clusters(r.record, CommonCause::load, Hazard::bacterial_infection), 0);
}

// Ann's set comes out wet; there is no other, so cem is treated with it after bob. People leave
// nothing on it.
TEST(Cluster, OfOneSourceIsNotMadeByWhatAPackTookUp) {
  const std::string wet =
      "instruments: {head: {policy: reprocess, stock: 1, when_empty: reuse}}\n" +
      with(sterilizing, "drying: {wet: 0}",
           "drying: {wet: 1, seen: 0, recontaminated: 1, germs: 2}");
  const Outcome r = run(with(with(constants, "needle_bioburden: 1.5", "needle_bioburden: -20"),
                             "bioburden_if_colonised: 1.5", "bioburden_if_colonised: 0") +
                        wet + arrivals({{"ann", "10 h"}, {"bob", "12 h"}, {"cem", "12 h 25 min"}}));
  for (const std::uint32_t visit : {1u, 2u}) {
    EXPECT_EQ(by(r.record, visit, Hazard::bacterial_infection, HarmRoute::instrument).size(), 1u);
  }
  EXPECT_EQ(clusters(r.record, CommonCause::source, Hazard::bacterial_infection), 0);
}

// Two sets alike go through a load that may have failed in six ways, each after a wash that may
// have failed: more histories than are kept. Cem and dan are treated with them at the same time.
TEST(Cluster, OfALoadIsNotMadeByKeepingTheSameRareHistoryOfAllItsSets) {
  std::string room = with(sterilizing, "least_batch: 1", "least_batch: 2");
  room = with(room, "failure: 0}", "failure: 0.2}");
  room = with(room, "early_release: 0", "early_release: 0, cut_short: 0.1");
  room = with(room, "false_positive: 0,", "false_positive: 0, printout_sensitivity: 0,");
  room = with(room,
              "probability: 0, temperature_drop: 30 K, operator_share: 1, not_run: 0,\n"
              "            wrong_programme: 0, packing: 1",
              "probability: 0.5, temperature_drop: 75 K, air_pocket_drop: 70 K, hold_share: 0.001,"
              " operator_share: 0.5, not_run: 0.25, wrong_programme: 0.25, packing: 0.25");
  const auto plan = compile(scenario_from(
      with(constants, "nurse: {", "nurse: {count: 2, ") +
      "human_factors: {workload_link: false}\n"
      "instruments: {head: {policy: reprocess, stock: 2, when_empty: wait}}\n" +
      room + arrivals({{"ann", "10 h"}, {"bob", "10 h"}, {"cem", "14 h"}, {"dan", "14 h"}})));
  int apart = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    std::array<double, 4> risk{};
    for (const LedgerEntry& e : run_replication(*plan, {.seed = seed}).ledger) {
      if (e.hazard == Hazard::hcv && e.visit < 4) risk.at(e.visit) += e.probability;
    }
    apart += risk[2] != risk[3] ? 1 : 0;
  }
  EXPECT_GT(apart, 0);
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

// The machine has drifted, so that a good cycle leaves blood too. Drawn and not failed, the cycle
// has no part in bob's risk, and importance is told so.
TEST(ThroughFailure, IsToldOfABarrierThatWasDrawnAndHeld) {
  const std::string drifted = with(
      with(with(with(sterilizing,
                     "probability: 0, temperature_drop: 30 K, operator_share: 1, not_run: 0,",
                     "probability: 0.1, temperature_drop: 30 K, operator_share: 1, not_run: 1,"),
                "packing: 1", "packing: 0"),
           "drift: {onset: 0}", "drift: {onset: 1, drop: 70 K}"),
      "false_positive: 0,", "false_positive: 0, printout_sensitivity: 0,");
  const std::string text =
      constants + "human_factors: {workload_link: false}\n" +
      "instruments: {head: {policy: reprocess, stock: 1, when_empty: wait}}\n" +
      arrivals({{"ann", "10 h"}, {"bob", "12 h"}}) + drifted +
      "estimation: {load_failure: {mode: sample}}\n";
  const Outcome r = run(text, {.seed = 2});
  ASSERT_EQ(r.record.loads.at(0).fault, LoadFault::none) << "another seed is due";
  ASSERT_GT(risk(r, 1, Hazard::hcv), 0);
  std::size_t told = 0;
  for (const ThroughFact& fact : r.record.through) {
    if (r.record.ledger[fact.entry].hazard != Hazard::hcv) continue;
    EXPECT_EQ(fact.parts, HiddenShares{});
    ++told;
  }
  EXPECT_EQ(told, 1u);
}

}  // namespace
}  // namespace asepsim::clinic
