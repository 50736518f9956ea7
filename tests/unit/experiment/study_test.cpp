// Whole studies on the real clinic: small queues, few replications.
#include "experiment/study.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace asepsim::experiment {
namespace {

using ::testing::Each;
using ::testing::IsEmpty;

// A desk with `servers` clerks, open day and night: an M/M/c queue for two days.
scenario::Scenario queue(std::int64_t servers) {
  scenario::Scenario s;
  s.name = "queue_" + std::to_string(servers);
  s.run.length = days(2);
  s.run.warm_up = hours(4);
  s.calendar.always_open = true;
  s.staff = {{.name = "clerk", .count = servers}};
  scenario::Step desk{.name = "desk", .staff = {"clerk"}};
  desk.duration.value = Distribution::exponential(8 * 60e6);
  s.pathways = {{"visit", {desk}}};
  scenario::ArrivalStream stream;
  stream.name = "patients";
  stream.pathway = "visit";
  stream.interarrival.emplace();
  stream.interarrival->value = Distribution::exponential(10 * 60e6);
  s.arrivals = {stream};
  return s;
}

StudySettings settings(int threads = 2) {
  StudySettings settings;
  settings.replications = 12;
  settings.threads = threads;
  return settings;
}

StudyResult one_and_two_clerks(const StudySettings& how) {
  return run_study({prepare(queue(1)), prepare(queue(2))}, how);
}

const KpiComparison& comparison_of(const StudyResult& result, const std::string& id) {
  const auto& all = result.comparisons.front();
  const auto found = std::find_if(all.begin(), all.end(), [&](const KpiComparison& c) {
    return result.scenarios.front().kpis[c.base_kpi].id == id;
  });
  EXPECT_NE(found, all.end()) << id;
  return *found;
}

void expect_same_numbers(const StudyResult& a, const StudyResult& b) {
  ASSERT_EQ(a.scenarios.size(), b.scenarios.size());
  for (std::size_t s = 0; s < a.scenarios.size(); ++s) {
    EXPECT_EQ(a.scenarios[s].replications, b.scenarios[s].replications);
    ASSERT_EQ(a.scenarios[s].estimates.size(), b.scenarios[s].estimates.size());
    for (std::size_t k = 0; k < a.scenarios[s].estimates.size(); ++k) {
      EXPECT_EQ(a.scenarios[s].estimates[k].value, b.scenarios[s].estimates[k].value);
      EXPECT_EQ(a.scenarios[s].estimates[k].half_width, b.scenarios[s].estimates[k].half_width);
    }
  }
}

TEST(Study, GivesTheSameNumbersOnAnyNumberOfThreads) {
  const StudyResult one = one_and_two_clerks(settings(1));
  expect_same_numbers(one, one_and_two_clerks(settings(2)));
  expect_same_numbers(one, one_and_two_clerks(settings(7)));
}

TEST(Study, GivesTheSameNumbersOnBothEngines) {
  StudySettings simgrid = settings();
  simgrid.engine = clinic::Engine::simgrid;
  expect_same_numbers(one_and_two_clerks(settings()), one_and_two_clerks(simgrid));
}

TEST(Study, ChecksTheFirstReplicationsOfEveryScenarioOnTheOtherEngine) {
  StudySettings how = settings();
  how.cross_checks = 2;
  const StudyResult result = one_and_two_clerks(how);
  ASSERT_EQ(result.cross_checks.size(), 4u);
  for (const CrossCheck& check : result.cross_checks) EXPECT_EQ(check.difference, "");
  EXPECT_EQ(result.cross_checks[3].scenario, 1u);
  EXPECT_EQ(result.cross_checks[3].replication, 1u);
  EXPECT_FALSE(has_differences(result));
}

TEST(Study, ChecksNothingIfAskedNotTo) {
  StudySettings how = settings();
  how.cross_checks = 0;
  EXPECT_THAT(one_and_two_clerks(how).cross_checks, IsEmpty());
}

TEST(Study, TwoClerksServeTheSamePatientsSooner) {
  const StudyResult result = one_and_two_clerks(settings());
  EXPECT_EQ(comparison_of(result, "wait.mean").finding, Finding::better);
  EXPECT_LT(comparison_of(result, "wait.mean").statistics.difference.high, 0);
  EXPECT_GT(*comparison_of(result, "wait.mean").statistics.correlation, 0);
}

TEST(Study, AScenarioComparedWithItselfIsIdentical) {
  const StudyResult result = run_study({prepare(queue(1)), prepare(queue(1))}, settings());
  EXPECT_EQ(comparison_of(result, "wait.mean").finding, Finding::identical);
  EXPECT_EQ(comparison_of(result, "stay.p95").finding, Finding::identical);
}

TEST(Study, IndependentRandomNumbersAreNotPaired) {
  StudySettings how = settings();
  how.independent = true;
  const StudyResult result = run_study({prepare(queue(1)), prepare(queue(1))}, how);
  EXPECT_NE(comparison_of(result, "wait.mean").statistics.difference.value, 0);
  EXPECT_FALSE(comparison_of(result, "wait.mean").statistics.correlation.has_value());
}

TEST(Study, CommonRandomNumbersNarrowTheDifference) {
  StudySettings independent = settings();
  independent.independent = true;
  const double apart =
      comparison_of(one_and_two_clerks(independent), "stay.mean").statistics.standard_error;
  const double paired =
      comparison_of(one_and_two_clerks(settings()), "stay.mean").statistics.standard_error;
  EXPECT_LT(paired, apart);
}

TEST(Study, ChecksTheLimitsOfEachScenario) {
  scenario::Scenario strict = queue(1);
  strict.limits = {{.kpi = "wait.mean", .at_most = 0.001, .at_least = {}},
                   {.kpi = "visits.total", .at_most = {}, .at_least = 1}};
  const StudyResult result = run_study({prepare(strict)}, settings());
  EXPECT_TRUE(has_limit(result, LimitState::broken));
  EXPECT_TRUE(has_limit(result, LimitState::met));
  EXPECT_FALSE(has_limit(result, LimitState::undecided));
}

TEST(Study, StoppedAtOnceIsInterruptedAndHasNothing) {
  std::stop_source stop;
  stop.request_stop();
  StudySettings how = settings();
  how.stop = stop.get_token();
  const StudyResult result = one_and_two_clerks(how);
  EXPECT_TRUE(result.interrupted);
  EXPECT_THAT(result.scenarios[0].replications, IsEmpty());
  EXPECT_EQ(result.scenarios[0].estimates[0].n, 0);
}

TEST(Study, TheSinkGetsRecordsByScenarioAndReplication) {
  std::vector<std::pair<std::size_t, std::uint64_t>> seen;
  StudySettings how = settings();
  how.sink = [&](std::size_t s, const clinic::ReplicationRecord& record) {
    seen.emplace_back(s, record.replication);
  };
  one_and_two_clerks(how);
  ASSERT_EQ(seen.size(), 24u);
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
}

}  // namespace
}  // namespace asepsim::experiment
