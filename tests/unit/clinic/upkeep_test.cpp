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
  const UnitFact& unit = unit_named(r, "laser 1");
  EXPECT_DOUBLE_EQ(minutes_in(unit, down), 50 + 70);
  EXPECT_DOUBLE_EQ(minutes_in(unit, busy), 10);
  EXPECT_DOUBLE_EQ(minutes_in(unit, idle), 16 * 60 - 130);
  EXPECT_DOUBLE_EQ(minutes_in(unit, off), 2 * 16 * 60);
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
  const UnitFact& unit = unit_named(r, "laser 1");
  EXPECT_DOUBLE_EQ(minutes_in(unit, down), 0);
  EXPECT_DOUBLE_EQ(minutes_in(unit, busy), 20);
  EXPECT_DOUBLE_EQ(minutes_in(unit, idle), 24 * 60 - 10);
  EXPECT_DOUBLE_EQ(minutes_in(unit, off), 3 * 16 * 60 - 10);
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
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "laser 1"), down), 4 * 60 + 50);
  EXPECT_NEAR(pool_named(r, "laser").capacity, 24 - (4 + 50.0 / 60), 1e-12);
}

TEST(Maintenance, OfOneKindIsSpreadOverItsMachines) {
  const Outcome r = run("run: {length: 4 d}\ncalendar: {opening: always}\n" +
                        laser("count: 2, maintenance: {every: 2 d, duration: 10 h}") +
                        arrivals({{"ann", "50 h"}}));
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "laser 1"), down), 2 * 600);  // days 1 and 3
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "laser 2"), down), 600);      // day 2; day 4 is over
}

TEST(Maintenance, IsDoneWhenDueWhereTheClinicNeverCloses) {
  // Hours round the clock: at midnight on days 2, 4 and 6 for 10 h each; bob waits on day 4.
  const Outcome r = run("run: {length: 7 d}\ncalendar: {opening: {every_day: \"00:00-24:00\"}}\n" +
                        laser("count: 1, maintenance: {every: 2 d, duration: 10 h, cost: 9 USD}") +
                        arrivals({{"bob", "97 h"}}));
  EXPECT_THAT(timeline(r), ElementsAre("bob shoot 4+1:00 4+10:00-4+10:10"));
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "laser 1"), down), 3 * 600);
  EXPECT_EQ(cents(r, Account::rent), 27'00);
}

TEST(Maintenance, LooksForALaterNightWithRoomForAllOfIt) {
  // Due in the night to Wednesday at 0:00, when 9 h are left of it: done on Wednesday at 17:00.
  const Outcome r = run(days_of_work(4) +
                        laser("count: 1, maintenance: {every: 2 d, duration: 10 h, cost: 9 USD}") +
                        arrivals({{"ann", "57 h"}}));
  EXPECT_THAT(timeline(r), ElementsAre("ann shoot 2+9:00 2+9:00-2+9:10"));
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "laser 1"), down), 0);
  EXPECT_EQ(cents(r, Account::rent), 9'00);
  ASSERT_EQ(r.record.upkeep.size(), 1u);
  EXPECT_EQ(clock(r.record.upkeep[0].from), "2+17:00");
}

TEST(Maintenance, IsPutOffIfTheMachineComesFreeTooLateAtNight) {
  // Due on Tuesday at noon, for 15 h 30 min of the 16 h of a night. ann keeps the laser until
  // 17:40, so it is done the night after, and the machine is there for bob on Wednesday morning.
  const Outcome r =
      run(days_of_work(3) +
          laser("count: 1, maintenance: {every: 36 h, duration: 15.5 h, cost: 9 USD}", "1 h") +
          "arrivals:\n"
          "  ann: {pathway: visit, interarrival: 40 h 40 min}\n"
          "  bob: {pathway: visit, interarrival: 57 h 5 min}\n");
  EXPECT_THAT(timeline(r),
              ElementsAre("ann shoot 1+16:40 1+16:40-1+17:40", "bob shoot 2+9:05 2+9:05-2+10:05"));
  ASSERT_EQ(r.record.upkeep.size(), 1u);
  EXPECT_EQ(clock(r.record.upkeep[0].from), "2+17:00");
}

TEST(Maintenance, WaitsForTheMachineAsLongAsTheNightHasRoom) {
  // The same, but ann is done at 17:30 sharp.
  const Outcome r =
      run(days_of_work(3) + laser("count: 1, maintenance: {every: 36 h, duration: 15.5 h}", "1 h") +
          "arrivals: {ann: {pathway: visit, interarrival: 40 h 30 min}}\n");
  ASSERT_EQ(r.record.upkeep.size(), 1u);
  EXPECT_EQ(clock(r.record.upkeep[0].from), "1+17:30");
}

TEST(Maintenance, IsDoneByDayIfTheRoomIsDirtyEveryNight) {
  // Due on Tuesday at 0:00. On Monday, Tuesday and Wednesday the last patient comes at 16:55, and
  // nobody is there to clean the laser until the next morning. Both nights before the next date are
  // lost, so it is done on Wednesday from 9:20 to 12:20, which counts for that day's date too. On
  // Thursday at 0:00 the laser is dirty again, but the evening is free.
  const Outcome r =
      run("run: {start: 2027-01-04, length: 4 d}\n"
          "calendar: {opening: {weekdays: \"09:00-17:00\"}}\n"
          "staff: {cleaner: {count: 1, end_of_shift: finish}}\n" +
          laser("count: 1, turnaround: {duration: 20 min, staff: cleaner}, maintenance: "
                "{every: 1 d, duration: 3 h}") +
          "arrivals:\n"
          "  ann: {pathway: visit, interarrival: 16 h 55 min}\n"
          "  bob: {pathway: visit, interarrival: 40 h 55 min}\n"
          "  cem: {pathway: visit, interarrival: 64 h 55 min}\n");
  ASSERT_EQ(r.record.upkeep.size(), 2u);
  EXPECT_EQ(clock(r.record.upkeep[0].from), "2+9:20");
  EXPECT_EQ(clock(r.record.upkeep[0].until), "2+12:20");
  EXPECT_EQ(r.record.upkeep[0].open, hours(3));
  EXPECT_EQ(clock(r.record.upkeep[1].from), "3+17:00");
  EXPECT_EQ(r.record.upkeep[1].open, Duration{});
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "laser 1"), down), 180);
}

TEST(Maintenance, IsNotMadeUpForDatesDuringARepair) {
  // Used on day 1 at 12:00, down for 10 d until day 11, 12:10. Maintained at midnight on days 1 and
  // 12; ten dates passed during the repair.
  const Outcome r =
      run("run: {start: 2027-01-04, length: 13 d}\n"
          "calendar: {opening: {every_day: \"09:00-17:00\"}}\n" +
          laser("count: 1, breakdowns: {uses_between: 1, repair: 10 d}, maintenance: "
                "{every: 1 d, duration: 2 h, cost: 100 USD}") +
          "arrivals: {ann: {pathway: visit, interarrival: 36 h, patience: 1 h}}\n");
  EXPECT_EQ(cents(r, Account::rent), 200'00);
}

TEST(Maintenance, IsDoneOnceForAllDatesThatPassWhileTheMachineIsInUse) {
  // ann has the laser from hour 47 to hour 107: the dates at hours 48 and 96 are one. The next
  // patient has it from hour 117 to hour 177, over the date at hour 144.
  const Outcome r =
      run("run: {length: 8 d}\ncalendar: {opening: always}\n" +
          laser("count: 1, maintenance: {every: 2 d, duration: 10 h, cost: 1 USD}", "60 h") +
          arrivals({{"ann", "47 h"}}));
  ASSERT_EQ(r.record.upkeep.size(), 2u);
  EXPECT_EQ(clock(r.record.upkeep[0].from), "4+11:00");
  EXPECT_EQ(clock(r.record.upkeep[1].from), "7+9:00");
  EXPECT_EQ(cents(r, Account::rent), 2'00);
}

TEST(Maintenance, IsPlannedForClosedHoursWithRoomForIt) {
  const auto at = [](int hour) { return SimTime{} + hours(hour); };
  const OpeningHours opening({{at(9), at(17)}, {at(33), at(41)}, {at(51), at(65)}});
  const auto found = [&](int from, int before, int length) {
    return closed_hours_for(opening, at(from), at(before), hours(length));
  };
  EXPECT_EQ(found(12, 100, 16), (Interval{at(17), at(33)}));
  EXPECT_EQ(found(20, 100, 13), (Interval{at(20), at(33)}));
  EXPECT_EQ(found(24, 100, 10), (Interval{at(41), at(51)}));
  EXPECT_EQ(found(24, 100, 11), (Interval{at(65), SimTime::never()}));
  EXPECT_EQ(found(24, 65, 11), std::nullopt);
  EXPECT_EQ(found(0, 100, 9), (Interval{at(0), at(9)}));
  EXPECT_EQ(found(70, 100, 1000), (Interval{at(70), SimTime::never()}));
  EXPECT_EQ(closed_hours_for(OpeningHours({{at(0), SimTime::never()}}), at(5), at(100), hours(1)),
            std::nullopt);
  EXPECT_EQ(
      closed_hours_for(OpeningHours({{at(0), at(24)}, {at(24), at(48)}}), at(5), at(48), hours(1)),
      std::nullopt);
}

}  // namespace
}  // namespace asepsim::clinic
