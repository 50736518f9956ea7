// Opening hours on the simulation clock: weekdays, holidays, special days, midnight.
#include "clinic/opening_hours.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace asepsim::clinic {
namespace {

using std::chrono::January;
using std::chrono::sys_days;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr scenario::Date day(unsigned n) {
  return sys_days{std::chrono::year{2027} / January / std::chrono::day{n}};  // the 4th is a Monday
}

SimTime at(std::int64_t hour_of_run) {
  return SimTime{} + hours(hour_of_run);
}

Interval open(std::int64_t from, std::int64_t to) {
  return {at(from), at(to)};
}

// Mondays 9-12 and 13-17, Tuesdays 9-17.
scenario::CalendarSettings two_days() {
  scenario::CalendarSettings calendar;
  calendar.opening[0] = {{hours(9), hours(12)}, {hours(13), hours(17)}};
  calendar.opening[1] = {{hours(9), hours(17)}};
  return calendar;
}

TEST(OpeningHours, EndWaitingAtMidnightOrWithTheNightThatIsOpen) {
  const OpeningHours days({open(9, 12), open(13, 17), open(33, 41)});
  EXPECT_EQ(days.end_of_waiting(at(10)), at(24));
  EXPECT_EQ(days.end_of_waiting(at(12)), at(24)) << "closed for lunch";
  EXPECT_EQ(days.end_of_waiting(at(20)), at(24));
  EXPECT_EQ(days.end_of_waiting(at(25)), at(25)) << "eight hours before opening";
  EXPECT_EQ(days.end_of_waiting(at(30)), at(48)) << "three hours before";
  EXPECT_EQ(days.end_of_waiting(at(49)), at(49)) << "never opens again";
  EXPECT_EQ(days.end_of_waiting(at(2)), at(2)) << "before the first day";
  const OpeningHours night({open(18, 26), open(42, 50)});
  EXPECT_EQ(night.end_of_waiting(at(20)), at(26));
  EXPECT_EQ(night.end_of_waiting(at(25)), at(26)) << "the night that began yesterday";
  EXPECT_EQ(night.end_of_waiting(at(27)), at(27));
  EXPECT_EQ(night.end_of_waiting(at(40)), at(50));
  const OpeningHours until_midnight({open(9, 24)});
  EXPECT_EQ(until_midnight.end_of_waiting(at(10)), at(24));
  const OpeningHours always({{at(0), SimTime::never()}});
  EXPECT_EQ(always.end_of_waiting(at(10)), SimTime::never());
}

TEST(OpeningHours, FollowTheWeekdayOfTheDate) {
  const Horizon horizon{day(4), at(24 * 8)};
  EXPECT_THAT(expand_opening(two_days(), horizon),
              ElementsAre(open(9, 12), open(13, 17), open(33, 41), open(177, 180), open(181, 185)));
  EXPECT_EQ(weekday_at(horizon, at(0)), 0);
  EXPECT_EQ(weekday_at(horizon, at(24 * 6 + 23)), 6);
  EXPECT_EQ(weekday_at(horizon, at(24 * 7)), 0);
  // A run that starts on Wednesday the 6th meets Monday five days later.
  EXPECT_THAT(expand_opening(two_days(), {day(6), at(24 * 6)}),
              ElementsAre(open(129, 132), open(133, 137)));
}

TEST(OpeningHours, AreEmptyOnHolidays) {
  scenario::CalendarSettings calendar = two_days();
  calendar.holidays = {day(4)};
  EXPECT_THAT(expand_opening(calendar, {day(4), at(48)}), ElementsAre(open(33, 41)));
}

TEST(OpeningHours, OfASpecialDayWinOverWeekdayAndHoliday) {
  scenario::CalendarSettings calendar = two_days();
  calendar.holidays = {day(4)};
  calendar.special_days[day(4)] = {{hours(10), hours(11)}};
  calendar.special_days[day(5)] = {};
  calendar.special_days[day(6)] = {{hours(8), hours(9)}};
  EXPECT_THAT(expand_opening(calendar, {day(4), at(72)}), ElementsAre(open(10, 11), open(56, 57)));
}

TEST(OpeningHours, ThatTouchAtMidnightAreOne) {
  EXPECT_THAT(joined({open(9, 24), open(24, 30), open(33, 40)}),
              ElementsAre(open(9, 30), open(33, 40)));
  EXPECT_THAT(joined({}), IsEmpty());
}

TEST(OpeningHours, TellTheNextOpening) {
  const OpeningHours opening{{open(9, 12), open(13, 17)}};
  EXPECT_EQ(opening.next_open(at(0)), at(9));
  EXPECT_EQ(opening.next_open(at(9)), at(9));
  EXPECT_EQ(opening.next_open(at(10)), at(10)) << "open: at once";
  EXPECT_EQ(opening.next_open(at(12)), at(13)) << "closing time is closed";
  EXPECT_EQ(opening.next_open(at(17)), SimTime::never());
  EXPECT_FALSE(opening.is_open(at(9) - microseconds(1)));
  EXPECT_TRUE(opening.is_open(at(9)));
  EXPECT_TRUE(opening.is_open(at(12) - microseconds(1)));
  EXPECT_FALSE(opening.is_open(at(12)));
}

TEST(Midnight, BeginsTheDay) {
  EXPECT_EQ(midnight_before(at(24)), at(24));
  EXPECT_EQ(midnight_before(at(24) - microseconds(1)), at(0));
  EXPECT_EQ(midnight_before(SimTime{} - hours(1)), SimTime{} - hours(24)) << "before the run too";
}

TEST(Rosters, AreCutToTheHoursOfASpecialDay) {
  scenario::CalendarSettings calendar;
  calendar.special_days[day(4)] = {{hours(10), hours(14)}};  // Monday
  calendar.special_days[day(9)] = {{hours(10), hours(14)}};  // Saturday
  scenario::WeekHours roster{};
  roster[0] = {{hours(9), hours(12)}, {hours(13), hours(17)}};
  EXPECT_THAT(expand_roster(roster, calendar, {day(4), at(24 * 7)}),
              ElementsAre(open(10, 12), open(13, 14)))
      << "nobody comes on Saturday who has no shift then";
}

TEST(Rosters, AreEmptyOnHolidays) {
  scenario::CalendarSettings calendar;
  calendar.holidays = {day(4)};
  EXPECT_THAT(expand_roster(two_days().opening, calendar, {day(4), at(48)}),
              ElementsAre(open(33, 41)));
}

}  // namespace
}  // namespace asepsim::clinic
