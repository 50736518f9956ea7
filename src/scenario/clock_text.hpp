// Times of day, opening hours, weekdays and dates as texts, both ways.
//
// `09:00-13:00`, `9-13`, `18:30-24:00`; `2027-12-24`; `monday` ... `sunday`, `weekdays`,
// `every_day`. Weekday 0 is Monday. A range past midnight is two ranges on two days.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/number_text.hpp"
#include "scenario/time_settings.hpp"

namespace asepsim::scenario {

/// `9`, `09:30` or `24:00` as a duration since midnight.
Parsed<Duration> parse_time_of_day(std::string_view text);

/// `09:00-18:00`; from < to.
Parsed<TimeRange> parse_time_range(std::string_view text);

/// One range or several with commas between: ordered and disjoint.
Parsed<DayHours> parse_day_hours(std::string_view text);

/// What is wrong with the order of ranges, if anything.
std::optional<Misread> flaw_in_order(const DayHours& hours);

/// `2027-12-24`, a real date of the years 1900 to 2200.
Parsed<Date> parse_date(std::string_view text);

/// Weekdays a key stands for (`monday`, `weekdays`, `every_day`); none if it is no such key.
std::optional<std::vector<int>> weekdays_of(std::string_view key);

/// Keys in the order in which one overrules another: every_day 7, weekdays 5, a single day 1.
inline constexpr std::array days_in_a_key{std::size_t{7}, std::size_t{5}, std::size_t{1}};

/// True for `weekdays` and `every_day`, which a single day overrules.
bool is_group_of_days(std::string_view key);

/// All keys that weekdays_of knows.
const std::vector<std::string>& day_keys();

std::string_view day_name(int weekday);
std::string time_of_day_text(Duration since_midnight);
std::string time_range_text(const TimeRange& range);
std::string date_text(Date date);

}  // namespace asepsim::scenario
