// Breakdowns and maintenance of rooms and machines: what they keep from whom, and for how long.
#include "clinic/upkeep.hpp"

#include "unit/clinic/small_clinic.hpp"

namespace asepsim::clinic {
namespace {

using testing::ElementsAre;

std::string laser(const std::string& settings, const std::string& minutes = "10 min") {
  return "equipment: {laser: {" + settings +
         "}}\npathways: {visit: [{step: shoot, equipment: " + "laser, duration: " + minutes +
         "}]}\n";
}

std::string days_of_work(int days) {
  return "run: {start: 2027-01-04, length: " + std::to_string(days) +
         " d}\ncalendar: {opening: {weekdays: \"09:00-17:00\"}}\n";
}

TEST(Breakdown, TakesTheMachineAwayAfterTheStepInHand) {
  const Outcome r =
      run(monday + laser("count: 1, breakdowns: {uses_between: 1, repair: 30 min, cost: 200 USD}") +
          arrivals({{"ann", "10 h"}, {"bob", "10 h 5 min"}}));
  EXPECT_THAT(timeline(r),
              ElementsAre("ann shoot 10:00 10:00-10:10", "bob shoot 10:05 10:40-10:50"));
  const UnitFact& unit = unit_named(r, "laser 1");
  EXPECT_DOUBLE_EQ(minutes_in(unit, busy), 20);
  EXPECT_DOUBLE_EQ(minutes_in(unit, down), 60);
  EXPECT_DOUBLE_EQ(minutes_in(unit, idle), 8 * 60 - 80);
  EXPECT_DOUBLE_EQ(minutes_in(unit, off), 16 * 60);
  EXPECT_DOUBLE_EQ(pool_named(r, "laser").capacity, 7);
  EXPECT_EQ(cents(r, Account::rent), 400'00);
}

TEST(Breakdown, OfOneMachineLeavesTheOthers) {
  const Outcome r = run(monday + laser("count: 2, breakdowns: {uses_between: 1, repair: 2 h}") +
                        arrivals({{"ann", "10 h"}, {"bob", "10 h 5 min"}, {"cem", "10 h 12 min"}}));
  EXPECT_THAT(timeline(r), ElementsAre("ann shoot 10:00 10:00-10:10", "bob shoot 10:05 10:05-10:15",
                                       "cem shoot 10:12 12:10-12:20"));
}

TEST(Breakdown, IsRepairedWhenTheMachineIsClean) {
  const Outcome r = run(monday +
                        laser("count: 1, turnaround: {duration: 5 min}, breakdowns: "
                              "{uses_between: 1, repair: 30 min}") +
                        arrivals({{"ann", "10 h"}, {"bob", "10 h 5 min"}}));
  EXPECT_THAT(timeline(r),
              ElementsAre("ann shoot 10:00 10:00-10:10", "bob shoot 10:05 10:45-10:55"));
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "laser 1"), cleaning), 10);
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "laser 1"), down), 60);
}

TEST(Breakdown, SendsHomeAtClosingWhomItKeepsWaiting) {
  const Outcome r =
      run(days_of_work(2) + laser("count: 1, breakdowns: {uses_between: 1, repair: 6 h}") +
          arrivals({{"ann", "15 h"}, {"bob", "16 h"}}));
  EXPECT_THAT(timeline(r),
              ElementsAre("ann shoot 15:00 15:00-15:10", "bob shoot 16:00 17:00-17:00 sent_away"));
}

TEST(Breakdown, OvernightTakesNothingFromTheHoursOfTheClinic) {
  // Used until 16:10 and down until 10:10 the next day: 50 min of Monday, 70 min of Tuesday.
  const Outcome r =
      run(days_of_work(2) + laser("count: 1, breakdowns: {uses_between: 1, repair: 18 h}") +
          arrivals({{"ann", "16 h"}}));
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "laser 1"), down), 18 * 60);
  EXPECT_DOUBLE_EQ(pool_named(r, "laser").capacity, 16 - 2);
}

// 72,000 uses, each the last before a breakdown with probability 1/20: 3600 are expected, with a
// standard deviation of 58.5. The 99 % interval (+-151) must lie within 10 %: false alarm below
// 0.1 %.
TEST(Breakdown, ComesAfterTheDeclaredNumberOfUses) {
  const Outcome r =
      run("run: {length: 100 d}\ncalendar: {opening: always}\n" +
          laser("count: 1, breakdowns: {uses_between: 20, repair: 0 s, cost: 1 USD}", "1 min") +
          arrivals({{"ann", "2 min"}}));
  const auto breakdowns = static_cast<double>(cents(r, Account::rent)) / 100;
  EXPECT_NEAR(static_cast<double>(r.record.steps.size()), 72'000, 1);
  EXPECT_GT(breakdowns - 151, 3600 * 0.9);
  EXPECT_LT(breakdowns + 151, 3600 * 1.1);
}

TEST(Breakdown, StrikesTheSameUsesHoweverLongTheRepair) {
  const auto cost = [](const std::string& repair) {
    return cents(
        run(always +
            laser("count: 1, breakdowns: {uses_between: 4, cost: 1 USD, repair: " + repair + "}") +
            arrivals({{"ann", "30 min"}})),
        Account::rent);
  };
  const std::int64_t quick = cost("1 min");
  EXPECT_GT(quick, 0);
  EXPECT_EQ(quick, cost("15 min"));
}

TEST(Maintenance, IsDoneWhileTheClinicIsClosed) {
  // Due on Tuesday at noon; the last patient of the day keeps the laser until 17:10.
  const Outcome r =
      run(days_of_work(3) +
          laser("count: 1, maintenance: {every: 36 h, duration: 2 h, cost: 80 USD}", "20 min") +
          arrivals({{"ann", "40 h 50 min"}}));
  EXPECT_THAT(timeline(r), ElementsAre("ann shoot 1+16:50 1+16:50-1+17:10"));
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "laser 1"), down), 120);
  EXPECT_NEAR(pool_named(r, "laser").capacity, 24 + 10.0 / 60, 1e-12);
  EXPECT_EQ(cents(r, Account::rent), 80'00);
}

TEST(Maintenance, ThatFitsNoNightWaitsForThePatientInHandOnly) {
  // Due on Tuesday at noon for 20 h: from 12:10, when ann is done, until 8:10 on Wednesday.
  const Outcome r = run(days_of_work(3) +
                        laser("count: 1, maintenance: {every: 36 h, duration: 20 h}", "20 min") +
                        "arrivals:\n"
                        "  ann: {pathway: visit, interarrival: 35 h 50 min}\n"
                        "  bob: {pathway: visit, interarrival: 36 h 5 min, patience: 30 min}\n");
  EXPECT_THAT(timeline(r), ElementsAre("ann shoot 1+11:50 1+11:50-1+12:10",
                                       "bob shoot 1+12:05 1+12:35-1+12:35 reneged"));
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "laser 1"), down), 20 * 60);
  EXPECT_NEAR(pool_named(r, "laser").capacity, 24 - (4 + 50.0 / 60), 1e-12);
}

TEST(Maintenance, OfOneKindIsSpreadOverItsMachines) {
  const Outcome r = run("run: {length: 4 d}\ncalendar: {opening: always}\n" +
                        laser("count: 2, maintenance: {every: 2 d, duration: 10 h}") +
                        arrivals({{"ann", "50 h"}}));
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "laser 1"), down), 2 * 600);  // days 1 and 3
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "laser 2"), down), 600);      // day 2; day 4 is over
}

TEST(Maintenance, IsPlannedForTheNextClosedHoursOrAtOnce) {
  const auto at = [](int hour) { return SimTime{} + hours(hour); };
  const OpeningHours opening({{at(9), at(17)}, {at(33), at(41)}});
  EXPECT_EQ(planned_start(opening, at(12), hours(16)), at(17));
  EXPECT_EQ(planned_start(opening, at(12), hours(17)), at(12));
  EXPECT_EQ(planned_start(opening, at(20), hours(13)), at(20));
  EXPECT_EQ(planned_start(opening, at(40), hours(1000)), at(41));
  EXPECT_EQ(planned_start(opening, at(50), hours(1)), at(50));
}

}  // namespace
}  // namespace asepsim::clinic
