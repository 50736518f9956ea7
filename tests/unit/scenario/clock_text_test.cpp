// Times of day, hours, weekdays and dates.
#include "scenario/clock_text.hpp"

#include <gtest/gtest.h>

namespace asepsim::scenario {
namespace {

TEST(TimesOfDay, AreReadWithAndWithoutMinutes) {
  EXPECT_EQ(parse_time_of_day("9").value, hours(9));
  EXPECT_EQ(parse_time_of_day("09:30").value, minutes(570));
  EXPECT_EQ(parse_time_of_day("24:00").value, hours(24));
  for (const char* text : {"", "25:00", "9:5", "9:60", "24:01", "noon", "9h", "09:30:00", "-1:00"})
    EXPECT_FALSE(parse_time_of_day(text)) << text;
}

TEST(TimeRanges, EndAfterTheyBegin) {
  const auto range = parse_time_range("09:00-13:30");
  ASSERT_TRUE(range);
  EXPECT_EQ(range.value->from, hours(9));
  EXPECT_EQ(range.value->to, minutes(810));
  EXPECT_EQ(parse_time_range("9-13").value, parse_time_range("09:00 – 13:00").value);
  for (const char* text : {"13-9", "9-9", "9", "9-", "-9", "9-13-15"})
    EXPECT_FALSE(parse_time_range(text)) << text;
}

TEST(TimeRanges, OfADayAreOrderedAndDisjoint) {
  EXPECT_EQ(parse_day_hours("09:00-13:00, 14:00-18:00").value->size(), 2u);
  EXPECT_TRUE(parse_day_hours("09:00-13:00, 13:00-18:00"));  // touching is not overlapping
  EXPECT_FALSE(parse_day_hours("09:00-13:00, 12:59-18:00"));
  EXPECT_FALSE(parse_day_hours("14:00-18:00, 09:00-13:00"));
}

TEST(Dates, AreInTheCalendar) {
  using namespace std::chrono;
  EXPECT_EQ(parse_date("2027-12-24").value, Date{year{2027} / 12 / 24});
  EXPECT_TRUE(parse_date("2028-02-29"));
  for (const char* text : {"2027-02-29", "2027-13-01", "2027-1-1", "24.12.2027", "0027-01-01",
                           "9999-01-01", "2027-12-24T10"})
    EXPECT_FALSE(parse_date(text)) << text;
}

TEST(Dates, ArePrintedAsTheyAreRead) {
  for (const char* text : {"1900-01-01", "2027-01-04", "2028-02-29", "2200-12-31"})
    EXPECT_EQ(date_text(*parse_date(text).value), text);
}

TEST(Weekdays, HaveNamesAndGroups) {
  EXPECT_EQ(weekdays_of("monday"), std::vector{0});
  EXPECT_EQ(weekdays_of("sunday"), std::vector{6});
  EXPECT_EQ(weekdays_of("weekdays"), (std::vector{0, 1, 2, 3, 4}));
  EXPECT_EQ(weekdays_of("every_day")->size(), 7u);
  EXPECT_EQ(weekdays_of("Monday"), std::nullopt);
  for (int day = 0; day < 7; ++day) EXPECT_EQ(weekdays_of(day_name(day)), std::vector{day});
}

}  // namespace
}  // namespace asepsim::scenario
