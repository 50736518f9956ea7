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

experiment::Importance measures(const std::vector<experiment::ReplicationSummary>& summaries,
                                const std::string& harm, const std::string& barrier) {
  for (const experiment::Importance& row : experiment::importance(summaries, 0.95)) {
    const bool of_harm = experiment::harm_groups()[row.harm].name == harm;
    if (of_harm && row.barrier && experiment::barrier_word(*row.barrier) == barrier) {
      return row;
    }
  }
  throw std::invalid_argument("no barrier " + barrier);
}

struct Change {
  std::string scenario, harm, barrier, field, never, always;
};

// The clinic runs again with the barrier made perfect, and with it gone: what the ledger of the
// unchanged clinic said must come out. Common random numbers; the runs differ a little in who waits
// for whom, which the margins of 5 % of the risk, and of 10 % of the risk without the barrier, are
// for. A wash or a soak that always fails piles up the blood of several patients, which is more
// than one failure does: only skin preparation is tried both ways.
TEST(Importance, SaysWhatAClinicWithoutTheFailureShows) {
  const Change changes[] = {
      {"chemical_soak_only", "bloodborne", "disinfection", "disinfection.skipped", "0", ""},
      {"reusable_rollers_autoclave", "bloodborne", "surfaces", "hygiene.surfaces", "1", ""},
      {"reusable_rollers_autoclave", "bloodborne", "device", "hygiene.device", "1", ""},
      {"reusable_rollers_autoclave", "bacterial_infection", "skin_preparation",
       "skin_preparation.skipped", "0", "1"}};
  for (const Change& change : changes) {
    const auto as_it_is = run(change.scenario, {});
    const experiment::Importance row = measures(as_it_is, change.harm, change.barrier);
    const auto risk = [&](const std::string& value) {
      const auto summaries = run(change.scenario, {{change.field, value}});
      return measures(summaries, change.harm, "contact_time").risk;
    };
    EXPECT_NEAR(row.fussell_vesely.value, 1 - risk(change.never) / row.risk, 0.05)
        << change.barrier;
    if (change.always.empty()) continue;
    // Without preparation no contact time is asked for: any barrier tells the risk.
    const auto without = run(change.scenario, {{change.field, change.always}});
    const double always = measures(without, change.harm, "fresh_gloves").risk / row.risk;
    EXPECT_NEAR(row.achievement.value, always, 0.1 * always) << change.barrier;
  }
}

// Hygiene does not touch blood on needles: whatever busy hours have in company, its barriers are
// worth nothing against it. Four standard errors.
TEST(Importance, IsNotTakenInByBusyHours) {
  const auto summaries = run("reusable_rollers_autoclave", {});
  for (const char* barrier : {"skin_preparation", "contact_time"}) {
    const experiment::Estimate part = measures(summaries, "bloodborne", barrier).fussell_vesely;
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

// The unsafe clinic, ten times as infectious as where single harms are counted, so that clusters
// can be counted. 3.9 standard errors of a Poisson count: a false alarm of 1e-4.
TEST(Clusters, AreAsManyAsCountingFinds) {
  const auto plan = testing::unsafe_rollers("0.05");
  double expected = 0, happened = 0;
  for (std::uint64_t i = 0; i < 24; ++i) {
    const Clusters clusters = by_load(clinic::run_replication(*plan, {1, i}));
    expected += clusters.expected;
    happened += clusters.happened;
  }
  ASSERT_GT(expected, 200);
  EXPECT_NEAR(happened, expected, 3.9 * std::sqrt(expected));
}

}  // namespace
}  // namespace asepsim
