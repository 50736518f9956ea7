// Two needlings in one visit: each has luck of its own.
#include "unit/clinic/ledger_help.hpp"

namespace asepsim::clinic {
namespace {

// Depth has a spread; the germs of the bottle infect in half of all needlings.
std::string treated(const std::string& second) {
  const std::string text =
      with(with(with(constants, "duration: 20 min}]", "duration: 20 min}" + second + "]"),
                "fraction_short: 0.9", "fraction_short: {uniform: {min: 0.6, max: 0.9}}"),
           "length_fixed: 1 mm,", "length_fixed: 1 mm, product: serum,");
  return with(text, "bioburden_if_colonised: 1.5,",
              "bioburden_if_colonised: 1.5, mycobacteria: 0.00693147,") +
         single_use + "products: {serum: {patients_per_bottle: 9, contaminated: 1, germs: 2}}\n" +
         "human_factors: {workload_link: false}\n" + arrivals({{"ann", "10 h"}});
}
const std::string again =
    ", {step: again, kind: treatment, staff: nurse, instrument: head, duration: 20 min}";

TEST(TwoNeedlings, ReachDepthsOfTheirOwn) {
  const Outcome once = run(treated("")), twice = run(treated(again));
  ASSERT_EQ(twice.record.needlings.size(), 2u);
  EXPECT_EQ(twice.record.needlings[0], once.record.needlings.at(0)) << "the first is what it was";
  EXPECT_NE(twice.record.needlings[0].depth, twice.record.needlings[1].depth);
}

// Both infect in a quarter of 400 visits and not in half of them: 100 within 3.9 standard errors of
// 8.7, false alarm 1e-4, and the seeds are fixed.
TEST(TwoNeedlings, HarmIndependently) {
  const auto plan = compile(scenario_from(treated(again)));
  int both = 0, some = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    int infections = 0;
    for (const LedgerEntry& e : run_replication(*plan, {.seed = seed}).ledger) {
      if (e.hazard != Hazard::mycobacterial_infection) continue;
      EXPECT_NEAR(e.probability, 0.5, 1e-6);
      infections += e.happened ? 1 : 0;
    }
    both += infections == 2 ? 1 : 0;
    some += infections > 0 ? 1 : 0;
  }
  EXPECT_NEAR(both, 100, 34);
  EXPECT_NEAR(some, 300, 34);
}

TEST(TwoNeedlings, AreDecisionsOfTheirOwn) {
  const std::string prepared =
      with(treated(again), "visit: [{step: treat",
           "visit: [{step: prep, kind: skin_prep, duration: 3 min}, {step: treat");
  const std::string text = with(prepared, ", {step: again",
                                ", {step: prep_again, kind: skin_prep, duration: 3 min}, "
                                "{step: again") +
                           "skin_preparation: {log_reduction: 1.5, skipped: 0.5, cut_short: 0}\n";
  const auto plan = compile(scenario_from(text));
  int alike = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    std::vector<bool> kept;
    for (const ComplianceFact& fact : run_replication(*plan, {.seed = seed}).compliance) {
      if (fact.moment == Moment::skin_preparation) kept.push_back(fact.complied);
    }
    ASSERT_EQ(kept.size(), 2u);
    alike += kept[0] == kept[1] ? 1 : 0;
  }
  EXPECT_NEAR(alike, 200, 39) << "3.9 standard errors of 10: false alarm 1e-4, fixed seeds";
}

}  // namespace
}  // namespace asepsim::clinic
