// Opening hours, special days and tables of rates.
#include <fmt/format.h>

#include <algorithm>

#include "scenario/clock_text.hpp"
#include "scenario/tree_text.hpp"
#include "scenario/write_values.hpp"

namespace asepsim::scenario {
namespace {

Node day_hours(const DayHours& hours) {
  if (hours.empty()) return plain_scalar("closed");
  Node list = list_of({}, true);
  for (const TimeRange& range : hours) list.items.push_back(quoted_scalar(time_range_text(range)));
  return list;
}

// Runs of hours with the same rate; hours without arrivals are left out.
Node day_rates(const Writing& w, const std::array<double, 24>& day) {
  Node map = empty_map(true);
  for (std::size_t from = 0; from < day.size();) {
    std::size_t to = from + 1;
    while (to < day.size() && day[to] == day[from]) ++to;
    if (day[from] > 0) map.add(fmt::format("{}-{}", from, to), write_value(w, day[from]));
    from = to;
  }
  return map;
}

bool is_constant(const RateTable& table) {
  return std::all_of(table.begin(), table.end(), [&](const auto& day) {
    return std::all_of(day.begin(), day.end(), [&](double r) { return r == table[0][0]; });
  });
}

}  // namespace

Node write_value(const Writing&, const WeekHours& value) {
  Node map = empty_map();
  for (int day = 0; day < 7; ++day)
    map.add(std::string(day_name(day)), day_hours(value[static_cast<std::size_t>(day)]));
  return map;
}

Node write_value(const Writing& w, const OpeningHours& value) {
  return value.always ? plain_scalar("always") : write_value(w, value.week);
}

Node write_value(const Writing&, const std::map<Date, DayHours>& value) {
  Node map = empty_map();
  for (const auto& [date, hours] : value) map.add(date_text(date), day_hours(hours));
  return map;
}

Node write_value(const Writing& w, const RateTable& value) {
  if (is_constant(value)) {
    Node constant = empty_map(true);
    constant.add("per_hour", write_value(w, value[0][0]));
    return constant;
  }
  Node map = empty_map();
  for (int day = 0; day < 7; ++day) {
    Node rates = day_rates(w, value[static_cast<std::size_t>(day)]);
    if (!rates.entries.empty()) map.add(std::string(day_name(day)), std::move(rates));
  }
  return map;
}

}  // namespace asepsim::scenario
