// A sterilizer after a positive indicator: tested again, put back or repaired; what is called back.
#include "unit/clinic/machine_tests_help.hpp"

namespace asepsim::clinic {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The five days of a week with one set, and what becomes of the machine after a positive one. Every
// cycle fails, nobody errs if `operator_share` is 0, and only biological indicators see it.
std::string failing_machine(const std::string& rule, const std::string& operator_share) {
  return with(clinic("run: {start: 2027-01-04, length: 5 d}"), "stock: 2", "stock: 1") +
         with(with(failing("printout_sensitivity: 0, chemical_sensitivity: 0, "
                           "biological_sensitivity: 1",
                           "on_cycle_end"),
                   "after_positive: keep_running", "after_positive: " + rule),
              "operator_share: 1,",
              "operator_share: " + operator_share + ", air_pocket_drop: 30 K,") +
         arrivals({{"ann", "10 h"}});
}

// Ann's load ends at 11:27 and its indicator is read a day later. A nurse loads the test until
// 11:31, it runs until 12:16 and is read on Wednesday at 12:16; ann's set, recalled and packed on
// Tuesday, is loaded then.
TEST(AfterPositive, ANegativeRetestPutsTheMachineBackIntoService) {
  const Outcome r = run(failing_machine("retest", "1"));
  EXPECT_THAT(tests(r), ElementsAre("retest 1+11:27-2+12:16 passed"));
  EXPECT_EQ(loads(r).at(1), "load 1 sets 1 2+12:20-2+13:05 released 2+13:05");
  EXPECT_EQ(r.record.loads[0].recalled, 1) << "called back at the first positive one";
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "sterilizer 1"), down), 4 + 45 + 24 * 60);
  // The test costs a cycle and an indicator; of the loads only the first carried one.
  const auto cycles = static_cast<std::int64_t>(r.record.loads.size()) + 1;
  EXPECT_EQ(cents(r, Account::sterilization), cycles * 1'70 + 2 * 10'00);
}

// The machine leaves air in the load of every cycle, of tests too: repaired for 2 h, three cycles
// of 45 min, read a day later.
TEST(AfterPositive, ASecondPositiveOneSendsTheMachineToRepair) {
  const Outcome r = run(failing_machine("retest", "0"));
  EXPECT_THAT(tests(r), ElementsAre("retest 1+11:27-2+12:16 failed"));
  EXPECT_EQ(r.record.loads[0].fault, LoadFault::air_pocket);
  // From Wednesday 12:16 to Thursday 16:31.
  EXPECT_EQ(loads(r).at(1), "load 1 sets 1 3+16:35-3+17:20 released 3+17:20");
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "sterilizer 1"), down),
                   4 + 45 + 24 * 60 + 120 + 3 * 45 + 24 * 60);
}

TEST(AfterPositive, RepairComesAtOnceWhereThatIsTheRule) {
  const Outcome r = run(failing_machine("repair", "1"));
  EXPECT_THAT(tests(r), IsEmpty());
  // Down from Tuesday 11:27 for 2 h, three cycles and a day: until Wednesday 15:42.
  EXPECT_EQ(loads(r).at(1), "load 1 sets 1 2+15:46-2+16:31 released 2+16:31");
}

TEST(AfterPositive, TheMachineGoesOnWhereNobodyCares) {
  const Outcome r = run(failing_machine("keep_running", "1"));
  EXPECT_THAT(tests(r), IsEmpty());
  EXPECT_EQ(loads(r).at(1), "load 1 sets 1 1+11:33-1+12:18 released 1+12:18");
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "sterilizer 1"), down), 0);
}

// Ann's load ends at 11:27, its indicator is read at 12:27. Bob's set, back at 11:30, is packed at
// 11:48, loaded at 11:52 and comes out at 12:37, of a machine in doubt: both sets are packed by
// 12:39 and wait for the test, which is loaded until 12:41, runs until 13:26 and is read at 14:26.
TEST(AfterPositive, ALoadThatIsInTheChamberThenIsRejected) {
  const std::string text =
      clinic() +
      with(failing("printout_sensitivity: 0, chemical_sensitivity: 0, biological_sensitivity: 1, "
                   "biological_delay: 1 h",
                   "on_cycle_end"),
           "after_positive: keep_running", "after_positive: retest") +
      arrivals({{"ann", "10 h"}, {"bob", "11 h 10 min"}});
  const Outcome r = run(text);
  EXPECT_THAT(tests(r), ElementsAre("retest 12:37-14:26 passed"));
  EXPECT_THAT(loads(r), ElementsAre("load 0 sets 1 10:42-11:27 released 11:27",
                                    "load 1 sets 1 11:52-12:37 released never",
                                    "load 2 sets 2 14:30-15:15 released 15:15"));
  const Outcome kept = run(with(text, "after_positive: retest", "after_positive: keep_running"));
  EXPECT_EQ(loads(kept).at(1), "load 1 sets 1 11:52-12:37 released 12:37")
      << "nobody takes the machine for doubtful";
}

// Repaired from the reading at 12:27, and again when the next cycle breaks down. The first seed
// whose first cycle runs through and whose second one does not.
TEST(AfterPositive, RepairHasItsOwnLuckEachTime) {
  std::string text = with(failing_machine("repair", "1"), "weekdays: \"09:00-17:00\"",
                          "weekdays: \"00:00-24:00\"");
  text = with(text, "biological_every: 30 d", "biological_every: 30 d, biological_delay: 1 h");
  text = with(text, "mean_cycles_between_breakdowns: 1e9", "mean_cycles_between_breakdowns: 2");
  text = with(text, "repair: 2 h", "repair: {uniform: [2 h, 8 h]}");
  const auto plan = compile(scenario_from(text));
  for (std::uint64_t seed = 1; seed < 1000; ++seed) {
    const ReplicationRecord record = run_replication(*plan, {.seed = seed});
    const std::vector<LoadFact>& l = record.loads;
    if (l.size() < 3 || l[0].released_at == SimTime::never()) continue;
    if (l[1].released_at != SimTime::never()) continue;
    // Three test cycles and the reading follow the first repair; four minutes load each machine.
    const double first = (l[1].started_at - l[0].biological_read_at).minutes() - 3 * 45 - 60 - 4;
    const double second = (l[2].started_at - l[1].ended_at).minutes() - 4;
    EXPECT_GE(first, 120);
    EXPECT_GE(second, 120);
    EXPECT_GT(std::abs(first - second), 0.001) << "of 360 minutes: false alarm 1e-5, seed fixed";
    return;
  }
  FAIL() << "no such loads";
}

// The second machine is not in doubt: it takes the set of the first.
TEST(AfterPositive, OtherMachinesStayInService) {
  const Outcome r = run(
      with(failing_machine("retest", "1"), "least_batch: 1", "sterilizers: 2\n  least_batch: 1"));
  EXPECT_EQ(loads(r).at(1), "load 1 sets 1 1+11:33-1+12:18 released 1+12:18");
  EXPECT_EQ(r.record.loads.at(1).sterilizer, 1);
}

// An indicator every 20 h, read an hour after the load. Ann (Monday 10:00, 20:00) ... the first
// seed whose loads are sound, faulty without an indicator, faulty with one.
TEST(AfterPositive, RecallsWhatCameAfterTheLastNegativeOne) {
  std::string text =
      with(clinic("run: {start: 2027-01-04, length: 40 h}"), "weekdays: \"09:00-17:00\"",
           "weekdays: \"00:00-24:00\"") +
      failing("printout_sensitivity: 0, chemical_sensitivity: 0, biological_sensitivity: 1",
              "on_cycle_end") +
      arrivals({{"ann", "10 h"}, {"bob", "19 h"}, {"cem", "31 h"}});
  text = with(with(with(text, "stock: 2", "stock: 9"), "probability: 1,", "probability: 0.5,"),
              "after_positive: keep_running", "after_positive: retest");
  text = with(text, "biological_every: 30 d", "biological_every: 20 h, biological_delay: 1 h");
  const auto plan = compile(scenario_from(text));
  for (std::uint64_t seed = 1; seed < 1000; ++seed) {
    const ReplicationRecord record = run_replication(*plan, {.seed = seed});
    const std::vector<LoadFact>& l = record.loads;
    std::size_t positive = 0;
    while (positive < l.size() && l[positive].biological != Indicator::failed) ++positive;
    if (l.size() < 4 || positive == l.size() || positive < 2) continue;
    std::size_t negative = positive;
    while (negative > 0 && l[negative].biological != Indicator::passed) --negative;
    if (l[negative].biological != Indicator::passed || positive - negative < 2) continue;
    for (std::size_t i = 0; i < l.size(); ++i) {
      const bool suspect = i > negative && l[i].ended_at < l[positive].biological_read_at;
      EXPECT_EQ(l[i].recalled, suspect ? l[i].sets : 0) << "load " << i << " of seed " << seed;
    }
    return;
  }
  FAIL() << "no such loads";
}

}  // namespace
}  // namespace asepsim::clinic
