// What is left out of a load when sets are wanted: indicators, waiting, the end of the cycle.
#include "science/compliance.hpp"
#include "science/inactivation.hpp"
#include "unit/clinic/load_help.hpp"

namespace asepsim::clinic {
namespace {

const std::string all_kept = "{indicators_skipped: 0, early_release: 0}";

// Every cycle fails, and chemical and biological indicators would show it.
std::string with_shortcuts(const std::string& shortcuts, const std::string& release) {
  return clinic(three_days) +
         with(failing("printout_sensitivity: 0, chemical_sensitivity: 1, biological_sensitivity: 1",
                      release),
              all_kept, shortcuts) +
         arrivals({{"ann", "10 h"}});
}

std::vector<ComplianceFact> of_loads(const Outcome& r) {
  std::vector<ComplianceFact> facts;
  for (const ComplianceFact& fact : r.record.compliance) {
    if (fact.load != no_fact) facts.push_back(fact);
  }
  return facts;
}

TEST(Shortcuts, ALoadWithoutIndicatorsIsReleasedWhateverHappenedToIt) {
  const Outcome r = run(with_shortcuts("{indicators_skipped: 1, early_release: 0}", "on_chemical"));
  EXPECT_EQ(loads(r).at(0), "load 0 sets 1 10:42-11:27 released 11:27");
  EXPECT_EQ(r.record.loads[0].chemical, Indicator::not_run);
  EXPECT_EQ(r.record.loads[0].biological, Indicator::not_run);
  const auto facts = of_loads(r);
  ASSERT_FALSE(facts.empty());
  EXPECT_EQ(facts[0].moment, Moment::load_indicators);
  EXPECT_EQ(facts[0].load, 0u);
  EXPECT_EQ(facts[0].visit, no_fact);
  EXPECT_FALSE(facts[0].complied);
  const Outcome kept = run(with_shortcuts(all_kept, "on_chemical"));
  EXPECT_EQ(kept.record.loads[0].chemical, Indicator::failed);
  EXPECT_TRUE(of_loads(kept).empty()) << "nobody ever leaves them out";
}

TEST(Shortcuts, AResultThatWillNotComeIsNotWaitedFor) {
  const Outcome r =
      run(with_shortcuts("{indicators_skipped: 1, early_release: 0}", "on_biological"));
  EXPECT_EQ(loads(r).at(0), "load 0 sets 1 10:42-11:27 released 11:27");
  EXPECT_EQ(r.record.loads[0].biological_read_at, SimTime::never());
}

// Blind to all but the biological indicator, which is read a day after the release and recalls it.
TEST(Shortcuts, ALoadReleasedEarlyIsCalledBackWhenTheResultComes) {
  const Outcome r =
      run(with(with_shortcuts("{indicators_skipped: 0, early_release: 1}", "on_biological"),
               "chemical_sensitivity: 1", "chemical_sensitivity: 0"));
  EXPECT_EQ(loads(r).at(0), "load 0 sets 1 10:42-11:27 released 11:27");
  EXPECT_EQ(r.record.loads[0].biological, Indicator::failed);
  EXPECT_EQ(clock(r.record.loads[0].biological_read_at), "1+11:27");
  EXPECT_EQ(r.record.loads[0].recalled, 1);
  EXPECT_EQ(of_loads(r).at(0).moment, Moment::load_release);
}

// Of 45 minutes the hold of 3.5 begins after 20.75. Opened before, at some share of them.
TEST(Shortcuts, ACycleCutShortEndsEarlyAndHoldsAsLongAsItRan) {
  const std::string text =
      clinic() +
      with(sterilizing, all_kept, "{indicators_skipped: 0, early_release: 0, cut_short: 1}") +
      arrivals({{"ann", "10 h"}});
  const auto plan = compile(scenario_from(text));
  int cut_within_the_hold = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const LoadFact load = run_replication(*plan, {.seed = seed}).loads.at(0);
    EXPECT_EQ(load.fault, LoadFault::cut_short);
    const double ran = (load.ended_at - load.started_at).minutes();
    EXPECT_LT(ran, 45);
    const double held = std::clamp(ran - 20.75, 0.0, 3.5);
    EXPECT_NEAR(load.f0, science::lethality_of_hold(134, held, science::HeatResistance{}), 1e-3);
    cut_within_the_hold += held > 0 && held < 3.5;
  }
  // Each with the chance 3.5 / 45: none of 60 has the chance 0.8 %; the seeds are fixed.
  EXPECT_GT(cut_within_the_hold, 0);
}

// One set: bob waits for it from 10:10, 32 minutes when it is loaded at 10:42. Each adds 0.03, and
// each hour since nine 0.04.
TEST(Shortcuts, AreMoreLikelyWhilePatientsWaitForSets) {
  const std::string waiting =
      with(clinic(), "stock: 2", "stock: 1") +
      with(sterilizing, all_kept, "{indicators_skipped: 0.5, early_release: 0}") +
      arrivals({{"ann", "10 h"}, {"bob", "10 h 10 min"}});
  const double lapse = 1 / (1 + std::exp(-(0.03 * 32 + 0.04 * 1.7)));
  EXPECT_NEAR(of_loads(run(waiting)).at(0).probability, 1 - lapse, 1e-6);
  EXPECT_NEAR(of_loads(run("human_factors: {workload_link: false}\n" + waiting)).at(0).probability,
              0.5, 1e-6);
}

}  // namespace
}  // namespace asepsim::clinic
