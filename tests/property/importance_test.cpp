// Promises of importance and clusters: they say what a changed clinic shows, and what counting
// finds.
#include "experiment/importance.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "experiment/study.hpp"
#include "property/shipped.hpp"

namespace asepsim {
namespace {

using clinic::Hazard;
using testing::is_counted;
using testing::Mean;
using testing::mean_of;
using testing::plan_of;
using testing::shipped;

constexpr std::uint64_t replications = 16;

std::vector<experiment::ReplicationSummary> run(const std::string& name,
                                                const std::vector<scenario::Override>& changes) {
  const experiment::PreparedScenario prepared = experiment::prepare(shipped(name, changes));
  std::vector<experiment::ReplicationSummary> all;
  for (std::uint64_t i = 0; i < replications; ++i) {
    all.push_back(
        experiment::summarise(prepared.counting, clinic::run_replication(*prepared.plan, {1, i})));
  }
  return all;
}

experiment::Importance bloodborne(const std::vector<experiment::ReplicationSummary>& summaries,
                                  const std::string& barrier) {
  for (const experiment::Importance& row : experiment::importance(summaries, 0.95)) {
    if (row.harm == 0 && row.barrier && experiment::barrier_word(*row.barrier) == barrier) {
      return row;
    }
  }
  throw std::invalid_argument("no barrier " + barrier);
}

// Bloodborne risk of a session, by the ledger.
double risk(const std::vector<experiment::ReplicationSummary>& summaries) {
  double expected = 0, sessions = 0;
  for (const auto& summary : summaries) {
    sessions += summary.rows.barriers.sessions;
    for (const Hazard hazard : {Hazard::hbv, Hazard::hcv, Hazard::hiv}) {
      for (const auto& route : summary.rows.exposures[static_cast<std::size_t>(hazard)]) {
        expected += route.expected;
      }
    }
  }
  return expected / sessions;
}

struct Change {
  std::string scenario, barrier, field, never, always;
};

// The clinic runs again with the barrier made perfect, and with it gone: what the ledger of the
// unchanged clinic said must come out. Common random numbers; the runs differ a little in who waits
// for whom, which the margin of 5 % of the risk is for.
TEST(Importance, SaysWhatAClinicWithoutTheFailureShows) {
  const Change changes[] = {
      {"reusable_rollers_autoclave", "wash", "sterilization.wash.failure", "0", ""},
      {"chemical_soak_only", "disinfection", "disinfection.skipped", "0", "1"}};
  for (const Change& change : changes) {
    const auto as_it_is = run(change.scenario, {});
    const experiment::Importance row = bloodborne(as_it_is, change.barrier);
    const double before = risk(as_it_is);
    const double never = risk(run(change.scenario, {{change.field, change.never}}));
    EXPECT_NEAR(row.fussell_vesely.value, 1 - never / before, 0.05) << change.barrier;
    if (change.always.empty()) continue;
    const double always = risk(run(change.scenario, {{change.field, change.always}}));
    EXPECT_NEAR(row.achievement.value, always / before, 0.1 * always / before) << change.barrier;
  }
}

// Hygiene does not touch blood on needles: whatever busy hours have in company, its barriers are
// worth nothing against it. Four standard errors.
TEST(Importance, IsNotTakenInByBusyHours) {
  const auto summaries = run("reusable_rollers_autoclave", {});
  for (const char* barrier : {"skin_preparation", "contact_time"}) {
    const experiment::Estimate part = bloodborne(summaries, barrier).fussell_vesely;
    EXPECT_LT(std::abs(part.value), 2 * part.half_width) << barrier;
    EXPECT_LT(part.half_width, 0.05) << barrier;
  }
}

struct Clusters {
  double expected = 0, happened = 0;
};

// Two or more patients infected with hepatitis B by sets of one load.
Clusters by_load(const clinic::ReplicationRecord& record) {
  Clusters clusters;
  for (const clinic::ClusterFact& fact : record.clusters) {
    const bool asked = fact.cause == clinic::CommonCause::load && fact.hazard == Hazard::hbv;
    if (asked) clusters.expected += fact.probability;
  }
  std::map<std::uint32_t, std::set<std::uint32_t>> infected;
  for (const clinic::LedgerEntry& entry : record.ledger) {
    if (entry.hazard != Hazard::hbv || !entry.happened) continue;
    infected[entry.load.index()].insert(record.visits[entry.visit].patient);
  }
  for (const auto& [load, patients] : infected) clusters.happened += patients.size() > 1 ? 1 : 0;
  return clusters;
}

// The clinic of RareHarm.IsWhatCountingFindsWhereItCanBeCounted, ten times as infectious, so that
// clusters can be counted. 3.9 standard errors of a Poisson count: a false alarm of 1e-4.
TEST(Clusters, AreAsManyAsCountingFinds) {
  const auto plan = plan_of("reusable_rollers_autoclave",
                            {{"population.hbv", "0.5"},
                             {"bloodborne.hbv.viraemic", "1"},
                             {"bloodborne.hbv.infectivity", "0.05"},
                             {"sterilization.failure.probability", "0.5"},
                             {"sterilization.failure.not_run", "0.3"},
                             {"sterilization.indicators.printout_sensitivity", "0"},
                             {"sterilization.indicators.chemical_sensitivity", "0"},
                             {"sterilization.indicators.biological_sensitivity", "0"},
                             {"sterilization.wash.failure", "0.5"}});
  double expected = 0, happened = 0;
  for (std::uint64_t i = 0; i < 8; ++i) {
    const Clusters clusters = by_load(clinic::run_replication(*plan, {1, i}));
    expected += clusters.expected;
    happened += clusters.happened;
  }
  ASSERT_GT(expected, 200);
  EXPECT_NEAR(happened, expected, 3.9 * std::sqrt(expected));
}

}  // namespace
}  // namespace asepsim
