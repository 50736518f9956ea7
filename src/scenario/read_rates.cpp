// Request rates by weekday and hour.
#include <fmt/format.h>

#include <optional>

#include "scenario/clock_text.hpp"
#include "scenario/read_values.hpp"

namespace asepsim::scenario {
namespace {

constexpr std::string_view rate_form =
    "write {per_hour: 3}, {weekdays: {\"10-14\": 2.0}} or {file: rates.csv}";

void set_all(RateTable& table, double rate) {
  for (auto& day : table) day.fill(rate);
}

// First and last-but-one hour of `10-14`; whole hours only.
std::optional<std::pair<std::size_t, std::size_t>> read_hours_key(const Slot& slot,
                                                                  const Entry& entry) {
  Node key = plain_scalar(entry.key);
  key.mark = entry.key_mark;
  const Slot key_slot = slot.at(key, "");
  const auto range = parse_time_range(entry.key);
  if (!range) {
    key_slot.refuse(range.misread);
    return std::nullopt;
  }
  constexpr std::int64_t hour = 3'600'000'000;
  const std::int64_t from = range.value->from.microseconds(), to = range.value->to.microseconds();
  if (from % hour != 0 || to % hour != 0) {
    key_slot.refuse("rates change at full hours only", "write for example \"10-14\"");
    return std::nullopt;
  }
  return std::pair{static_cast<std::size_t>(from / hour), static_cast<std::size_t>(to / hour)};
}

// The hours of one entry (`monday: {...}`); hours left out have no arrivals.
bool read_day(const Slot& slot, std::array<double, 24>& out) {
  out.fill(0);
  if (slot.node.is_scalar()) {
    double rate = 0;
    if (slot.node.text == "closed") return true;
    if (!read_quantity(slot, rate)) return false;
    out.fill(rate);
    return true;
  }
  if (!slot.node.is_map())
    return slot.refuse(fmt::format("expected rates by hour, got {}", what_stands(slot.node)),
                       std::string(rate_form));
  std::array<bool, 24> taken{};
  bool sound = true;
  for (const Entry& entry : slot.node.entries) {
    if (is_free_key(entry.key)) continue;
    const auto hours = read_hours_key(slot, entry);
    double rate = 0;
    sound &= read_quantity(slot.at(entry.value, "." + entry.key), rate) && hours.has_value();
    if (!hours) continue;
    for (std::size_t hour = hours->first; hour < hours->second; ++hour) {
      if (taken[hour] && sound)
        sound = slot.at(entry.value, "")
                    .refuse(fmt::format("the hour from {}:00 has a rate already", hour),
                            "write disjoint hours");
      taken[hour] = true;
      out[hour] = rate;
    }
  }
  return sound;
}

bool read_days(const Slot& slot, std::size_t days, RateTable& out) {
  bool sound = true;
  for (const Entry& entry : slot.node.entries) {
    const auto weekdays = weekdays_of(entry.key);
    if (!weekdays || weekdays->size() != days) continue;
    std::array<double, 24> day{};
    sound &= read_day(slot.at(entry.value, "." + entry.key), day);
    for (const int weekday : *weekdays) out[static_cast<std::size_t>(weekday)] = day;
  }
  return sound;
}

// One row: weekday, hour, per_hour.
bool read_row(const Slot& slot, const Table& table, const std::vector<Table::Cell>& row,
              RateTable& out) {
  const auto cell_slot = [&](const char* column, Node& node) {
    const Table::Cell& cell = row[*table.column(column)];
    node = plain_scalar(cell.text);
    node.mark = cell.mark;
    return Slot{node, slot.field, slot.path, slot.reading, slot.bare};
  };
  Node day_node, hour_node, rate_node;
  const Slot day = cell_slot("weekday", day_node);
  const auto weekdays = weekdays_of(day_node.text);
  if (!weekdays)
    return day.refuse(fmt::format("\"{}\" is no weekday", day_node.text.substr(0, 40)),
                      "write monday, tuesday ...");
  const Slot hour_slot = cell_slot("hour", hour_node);
  const auto hour = parse_whole(hour_node.text);
  if (!hour || *hour.value < 0 || *hour.value > 23)
    return hour_slot.refuse("expected an hour from 0 to 23", "write 14 for 14:00 to 15:00");
  double rate = 0;
  if (!read_quantity(cell_slot("per_hour", rate_node), rate)) return false;
  for (const int weekday : *weekdays)
    out[static_cast<std::size_t>(weekday)][static_cast<std::size_t>(*hour.value)] = rate;
  return true;
}

bool read_table(const Slot& slot, RateTable& out) {
  std::string name;
  const Node& file = slot.node.find("file")->value;
  if (!slot.only_keys({"file"}) || !read_value(slot.at(file, ".file"), name)) return false;
  const Source source = slot.reading.files().open(name, file.mark);
  if (!source) return false;
  const auto table = parse_table(source, {"weekday", "hour", "per_hour"}, slot.reading.findings());
  if (!table) return false;
  bool sound = true;
  for (const auto& row : table->rows) sound &= read_row(slot, *table, row, out);
  return sound;
}

}  // namespace

bool read_value(const Slot& slot, RateTable& out) {
  set_all(out, 0);
  if (!slot.node.is_map())
    return slot.refuse(fmt::format("expected a table of rates, got {}", what_stands(slot.node)),
                       std::string(rate_form));
  if (slot.node.find("file")) return read_table(slot, out);
  if (const Entry* constant = slot.node.find("per_hour")) {
    double rate = 0;
    if (slot.node.entries.size() > 1)
      return slot.refuse("per_hour is the rate of every hour, yet other keys stand beside it",
                         "keep per_hour or the hours by weekday");
    if (!read_quantity(slot.at(constant->value, ".per_hour"), rate)) return false;
    set_all(out, rate);
    return true;
  }
  std::vector<std::string> known = day_keys();
  known.insert(known.end(), {"per_hour", "file"});
  if (!slot.only_keys(known)) return false;
  bool sound = true;
  for (const std::size_t days : days_in_a_key) sound &= read_days(slot, days, out);
  return sound;
}

}  // namespace asepsim::scenario
