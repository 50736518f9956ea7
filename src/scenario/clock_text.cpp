#include "scenario/clock_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace asepsim::scenario {
namespace {

constexpr std::array<std::string_view, 7> day_names{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};
constexpr std::string_view hours_example = "write hours as 09:00-13:00";

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
  });
}

int digits_value(std::string_view text) {
  int value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

Misread no_time(std::string_view text) {
  return {fmt::format("expected a time of day, got \"{}\"", text.substr(0, 40)),
          "write times as 09:30"};
}

// The dash between two times; an en dash will do.
std::pair<std::string_view, std::string_view> split_range(std::string_view text) {
  for (const std::string_view dash : {"-", "\u2013"}) {
    const auto at = text.find(dash);
    if (at != std::string_view::npos)
      return {trimmed(text.substr(0, at)), trimmed(text.substr(at + dash.size()))};
  }
  return {text, {}};
}

}  // namespace

Parsed<Duration> parse_time_of_day(std::string_view text) {
  const auto colon = text.find(':');
  const std::string_view hour = text.substr(0, colon);
  const std::string_view minute = colon == std::string_view::npos ? "00" : text.substr(colon + 1);
  if (!all_digits(hour) || hour.size() > 2 || !all_digits(minute) || minute.size() != 2)
    return {{}, no_time(text)};
  const int total = digits_value(hour) * 60 + digits_value(minute);
  if (digits_value(minute) > 59 || total > 24 * 60)
    return {{}, {fmt::format("\"{}\" is no time of day", text), "write 00:00 to 24:00"}};
  return {minutes(total), {}};
}

Parsed<TimeRange> parse_time_range(std::string_view text) {
  const auto [first, second] = split_range(trimmed(text));
  if (second.empty()) {
    return {{},
            {fmt::format("expected hours from-to, got \"{}\"", text.substr(0, 40)),
             std::string(hours_example)}};
  }
  const auto from = parse_time_of_day(first);
  if (!from) return {{}, from.misread};
  const auto to = parse_time_of_day(second);
  if (!to) return {{}, to.misread};
  if (*from.value == *to.value)
    return {{}, {fmt::format("the hours \"{}\" are empty", text), "write closed"}};
  if (*from.value > *to.value) {
    return {{},
            {fmt::format("the hours \"{}\" end before they begin", text),
             "hours past midnight are two entries on two days, for example 20:00-24:00 and "
             "00:00-02:00"}};
  }
  return {TimeRange{*from.value, *to.value}, {}};
}

Parsed<DayHours> parse_day_hours(std::string_view text) {
  DayHours hours;
  for (std::string_view rest = text;;) {
    const auto comma = rest.find(',');
    const auto range = parse_time_range(rest.substr(0, comma));
    if (!range) return {{}, range.misread};
    hours.push_back(*range.value);
    if (comma == std::string_view::npos) break;
    rest = rest.substr(comma + 1);
  }
  if (auto flaw = flaw_in_order(hours)) return {{}, *flaw};
  return {hours, {}};
}

std::optional<Misread> flaw_in_order(const DayHours& hours) {
  for (std::size_t i = 1; i < hours.size(); ++i) {
    const TimeRange &before = hours[i - 1], &range = hours[i];
    if (range.from >= before.to) continue;
    const bool overlap = range.to > before.from;
    return Misread{
        fmt::format("the hours {} {} {}", time_range_text(range),
                    overlap ? "overlap" : "come after the later hours", time_range_text(before)),
        overlap ? "write disjoint hours" : "write hours in the order of the day"};
  }
  return std::nullopt;
}

Parsed<Date> parse_date(std::string_view text) {
  const Misread no_date{fmt::format("expected a date, got \"{}\"", text.substr(0, 40)),
                        "write dates as 2027-12-24"};
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {{}, no_date};
  if (!all_digits(text.substr(0, 4)) || !all_digits(text.substr(5, 2)) ||
      !all_digits(text.substr(8, 2)))
    return {{}, no_date};
  const std::chrono::year_month_day date{
      std::chrono::year{digits_value(text.substr(0, 4))},
      std::chrono::month{static_cast<unsigned>(digits_value(text.substr(5, 2)))},
      std::chrono::day{static_cast<unsigned>(digits_value(text.substr(8, 2)))}};
  if (!date.ok())
    return {{}, {fmt::format("{} is not in the calendar", text), "check month and day"}};
  if (date.year() < std::chrono::year{1900} || date.year() > std::chrono::year{2200})
    return {{}, {fmt::format("the year of {} is not plausible", text), "use 1900 to 2200"}};
  return {Date{date}, {}};
}

std::optional<std::vector<int>> weekdays_of(std::string_view key) {
  if (key == "weekdays") return std::vector{0, 1, 2, 3, 4};
  if (key == "every_day") return std::vector{0, 1, 2, 3, 4, 5, 6};
  const auto it = std::find(day_names.begin(), day_names.end(), key);
  if (it == day_names.end()) return std::nullopt;
  return std::vector{static_cast<int>(it - day_names.begin())};
}

bool is_group_of_days(std::string_view key) {
  return key == "weekdays" || key == "every_day";
}

const std::vector<std::string>& day_keys() {
  static const std::vector<std::string> keys = [] {
    std::vector<std::string> all(day_names.begin(), day_names.end());
    all.insert(all.end(), {"weekdays", "every_day"});
    return all;
  }();
  return keys;
}

std::string_view day_name(int weekday) {
  return day_names.at(static_cast<std::size_t>(weekday));
}

std::string time_of_day_text(Duration since_midnight) {
  const auto minute = since_midnight.microseconds() / 60'000'000;
  return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

std::string time_range_text(const TimeRange& range) {
  return time_of_day_text(range.from) + "-" + time_of_day_text(range.to);
}

std::string date_text(Date date) {
  const std::chrono::year_month_day d{date};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(d.year()),
                     static_cast<unsigned>(d.month()), static_cast<unsigned>(d.day()));
}

}  // namespace asepsim::scenario
