// Request rates by weekday and hour.
#include <fmt/format.h>

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

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
  if (!slot.node.is_map()) {
    return slot.refuse(fmt::format("expected rates by hour, got {}", what_stands(slot.node)),
                       std::string(rate_form));
  }
  std::array<bool, 24> taken{};
  bool sound = true;
  for (const Entry& entry : slot.node.entries) {
    if (is_free_key(entry.key)) continue;
    const auto hours = read_hours_key(slot, entry);
    double rate = 0;
    sound &= read_quantity(slot.at(entry.value, "." + entry.key), rate) && hours.has_value();
    if (!hours) continue;
    for (std::size_t hour = hours->first; hour < hours->second; ++hour) {
      if (taken[hour] && sound) {
        sound = slot.at(entry.value, "")
                    .refuse(fmt::format("the hour from {}:00 has a rate already", hour),
                            "write disjoint hours");
      }
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

// One row of a CSV file: weekday, hour, per_hour.
struct RateRow {
  std::vector<int> weekdays{};
  std::string weekday{};  ///< as written: monday, weekdays ...
  std::size_t hour = 0;
  double rate = 0;
  Mark mark{};
};

bool read_weekday(const Slot& slot, RateRow& row) {
  const auto weekdays = weekdays_of(slot.node.text);
  if (!weekdays) {
    return slot.refuse(fmt::format("\"{}\" is no weekday", slot.node.text.substr(0, 40)),
                       "write monday, tuesday ...");
  }
  row.weekdays = *weekdays;
  row.weekday = slot.node.text;
  return true;
}

bool read_hour(const Slot& slot, RateRow& row) {
  const auto hour = parse_whole(slot.node.text);
  if (!hour || *hour.value < 0 || *hour.value > 23)
    return slot.refuse("expected an hour from 0 to 23", "write 14 for 14:00 to 15:00");
  row.hour = static_cast<std::size_t>(*hour.value);
  return true;
}

std::optional<RateRow> read_row(const Slot& slot, const Table& table,
                                const std::vector<Table::Cell>& cells) {
  std::array<Node, 3> nodes;
  const auto cell_slot = [&](std::size_t i, const char* column) {
    const Table::Cell& cell = cells[*table.column(column)];
    nodes[i] = plain_scalar(cell.text);
    nodes[i].mark = cell.mark;
    return Slot{nodes[i], slot.field, slot.path, slot.reading, slot.bare};
  };
  RateRow row;
  row.mark = cells.front().mark;
  bool sound = read_weekday(cell_slot(0, "weekday"), row);
  sound &= read_hour(cell_slot(1, "hour"), row);
  sound &= read_quantity(cell_slot(2, "per_hour"), row.rate);
  return sound ? std::optional(std::move(row)) : std::nullopt;
}

// True if no earlier row speaks of the same hour in the same words.
bool is_new(const Slot& slot, const RateRow& row, std::map<std::string, Mark>& taken) {
  const auto [before, fresh] = taken.emplace(fmt::format("{} {}", row.weekday, row.hour), row.mark);
  if (!fresh) {
    slot.reading.findings().error(
        row.mark, {slot.path, fmt::format("{} at {}:00 has a rate already", row.weekday, row.hour),
                   "keep one of the two rows", before->second, "the first of them"});
  }
  return fresh;
}

// A single day overrules weekdays, which overrule every_day, wherever their rows stand.
bool read_rows(const Slot& slot, const Table& table, RateTable& out) {
  std::map<std::string, Mark> taken;
  std::vector<RateRow> rows;
  bool sound = true;
  for (const auto& cells : table.rows) {
    auto row = read_row(slot, table, cells);
    sound &= row && is_new(slot, *row, taken);
    if (row) rows.push_back(std::move(*row));
  }
  for (const std::size_t days : days_in_a_key) {
    for (const RateRow& row : rows) {
      if (row.weekdays.size() == days) {
        for (const int weekday : row.weekdays)
          out[static_cast<std::size_t>(weekday)][row.hour] = row.rate;
      }
    }
  }
  return sound;
}

bool read_table(const Slot& slot, RateTable& out) {
  std::string name;
  const Node& file = slot.node.find("file")->value;
  if (!slot.only_keys({"file"}) || !read_value(slot.at(file, ".file"), name)) return false;
  const Source source = slot.reading.files().open(name, file.mark);
  if (!source) return false;
  const auto table = parse_table(source, {"weekday", "hour", "per_hour"}, slot.reading.findings());
  return table && read_rows(slot, *table, out);
}

}  // namespace

bool read_value(const Slot& slot, RateTable& out) {
  set_all(out, 0);
  if (!slot.node.is_map()) {
    return slot.refuse(fmt::format("expected a table of rates, got {}", what_stands(slot.node)),
                       std::string(rate_form));
  }
  if (slot.node.find("file")) return read_table(slot, out);
  if (const Entry* constant = slot.node.find("per_hour")) {
    double rate = 0;
    if (slot.node.entries.size() > 1) {
      return slot.refuse("per_hour is the rate of every hour, yet other keys stand beside it",
                         "keep per_hour or the hours by weekday");
    }
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
