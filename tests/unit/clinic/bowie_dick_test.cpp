// The Bowie-Dick test of the day: air that is not removed is found before the first load.
#include "unit/clinic/machine_tests_help.hpp"

namespace asepsim::clinic {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string daily =
    "  bowie_dick: {daily: true, duration: 20 min, sensitivity: 1, price: 4 USD}\n";

// Four minutes of loading and twenty of the test from nine o'clock; ann's load comes after.
TEST(BowieDick, ComesBeforeTheFirstLoadOfTheDay) {
  const Outcome r = run(clinic() + sterilizing + daily + arrivals({{"ann", "10 h"}}));
  EXPECT_THAT(tests(r), ElementsAre("bowie_dick 9:00-9:24 passed"));
  EXPECT_THAT(loads(r), ElementsAre("load 0 sets 1 10:42-11:27 released 11:27"));
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "sterilizer 1"), busy), 20 + 45);
  EXPECT_EQ(cents(r, Account::sterilization), 2 * 1'70 + 10'00 + 4'00);
}

TEST(BowieDick, IsNoLoadOfTheMachine) {
  const Outcome r = run(clinic() + sterilizing + daily + arrivals({{"ann", "10 h"}}));
  EXPECT_EQ(pool_named(r, "sterilizer").seizes, 1u);
}

TEST(BowieDick, IsMadeEveryDayAndByEachMachine) {
  const Outcome r = run(clinic("run: {start: 2027-01-04, length: 2 d}") +
                        with(sterilizing, "least_batch: 1", "sterilizers: 2\n  least_batch: 1") +
                        daily + arrivals({{"ann", "10 h"}}));
  EXPECT_EQ(tests(r).size(), 4u);
}

TEST(BowieDick, IsNotMadeUnlessItIsTheRule) {
  EXPECT_THAT(tests(run(clinic() + sterilizing + arrivals({{"ann", "10 h"}}))), IsEmpty());
}

// From ann's load on the machine runs 5 K cold, because it leaves air in the chamber (or not).
Outcome cold_since_monday(const std::string& air, const std::string& rule) {
  const std::string cold =
      with(with(sterilizing, "drift: {onset: 0}", "drift: {onset: 1, drop: 5 K, air: " + air + "}"),
           "after_positive: keep_running", "after_positive: " + rule);
  return run(clinic("run: {start: 2027-01-04, length: 2 d}") + cold + daily +
             arrivals({{"ann", "10 h"}}));
}

// Repaired from 9:48 on Tuesday for 2 h, three cycles and a day: longer than the run.
TEST(BowieDick, ThatFailsTwiceSendsTheMachineToRepairBeforeItsFirstLoad) {
  const Outcome r = cold_since_monday("1", "retest");
  EXPECT_THAT(tests(r),
              ElementsAre("bowie_dick 9:00-9:24 passed", "bowie_dick 1+9:00-1+9:24 failed",
                          "bowie_dick 1+9:24-1+9:48 failed"));
  EXPECT_FLOAT_EQ(r.record.loads.at(0).drift, 5);
  EXPECT_EQ(r.record.loads.size(), 1u);
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "sterilizer 1"), down), 14 * 60 + 12);
}

TEST(BowieDick, KnowsNothingOfOtherReasonsToRunCold) {
  EXPECT_THAT(tests(cold_since_monday("0", "retest")),
              ElementsAre("bowie_dick 9:00-9:24 passed", "bowie_dick 1+9:00-1+9:24 passed"));
}

TEST(BowieDick, ChangesNothingWhereNobodyActsOnIt) {
  const Outcome r = cold_since_monday("1", "keep_running");
  EXPECT_THAT(tests(r),
              ElementsAre("bowie_dick 9:00-9:24 passed", "bowie_dick 1+9:00-1+9:24 failed"));
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "sterilizer 1"), down), 0);
}

}  // namespace
}  // namespace asepsim::clinic
