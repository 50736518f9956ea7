// Opening hours, rosters, holidays and special days.
#include <fmt/format.h>

#include <algorithm>

#include "scenario/clock_text.hpp"
#include "scenario/limits.hpp"
#include "scenario/read_values.hpp"

namespace asepsim::scenario {
namespace {

const std::string hours_form = "write [\"09:00-13:00\", \"14:00-18:00\"] or closed";

WeekHours always_open_week() {
  WeekHours week;
  week.fill({TimeRange{hours(0), hours(24)}});
  return week;
}

// The CSV of hours named in {file: ...}; null after an error was reported.
std::optional<Table> table_of(const Slot& slot, const std::vector<std::string>& columns) {
  if (!slot.only_keys({"file"})) return std::nullopt;
  std::string name;
  const Node& file = slot.node.find("file")->value;
  if (!read_value(slot.at(file, ".file"), name)) return std::nullopt;
  const Source source = slot.reading.files().open(name, file.mark);
  return source ? parse_table(source, columns, slot.reading.findings()) : std::nullopt;
}

bool refuse_cell(const Slot& slot, const Table::Cell& cell, const Misread& misread) {
  slot.reading.findings().error(cell.mark, {slot.path, misread.problem, misread.remedy});
  return false;
}

// One row of a roster: weekday, from, to.
bool read_roster_row(const Slot& slot, const Table& table, const std::vector<Table::Cell>& row,
                     WeekHours& out) {
  const Table::Cell& day = row[*table.column("weekday")];
  const Table::Cell& from = row[*table.column("from")];
  const Table::Cell& to = row[*table.column("to")];
  const auto weekdays = weekdays_of(day.text);
  if (!weekdays) {
    refuse_cell(slot, day,
                {fmt::format("\"{}\" is no weekday", day.text), "write monday, tuesday ..."});
  }
  const auto range = parse_time_range(from.text + "-" + to.text);
  if (!range) return refuse_cell(slot, from, range.misread);
  if (!weekdays) return false;
  for (const int weekday : *weekdays) {
    DayHours& hours = out[static_cast<std::size_t>(weekday)];
    hours.push_back(*range.value);
    std::sort(hours.begin(), hours.end(),
              [](const TimeRange& a, const TimeRange& b) { return a.from < b.from; });
    if (auto flaw = flaw_in_order(hours)) return refuse_cell(slot, from, *flaw);
  }
  return true;
}

bool read_roster(const Slot& slot, WeekHours& out) {
  const auto table = table_of(slot, {"weekday", "from", "to"});
  if (!table) return false;
  bool sound = true;
  for (const auto& row : table->rows) sound &= read_roster_row(slot, *table, row, out);
  return sound;
}

// Hours of the keys that stand for so many days.
bool read_days(const Slot& slot, std::size_t days, WeekHours& out) {
  bool sound = true;
  for (const Entry& entry : slot.node.entries) {
    const auto weekdays = weekdays_of(entry.key);
    if (!weekdays || weekdays->size() != days) continue;
    DayHours hours;
    sound &= read_day_hours(slot.at(entry.value, "." + entry.key), hours);
    for (const int weekday : *weekdays) out[static_cast<std::size_t>(weekday)] = hours;
  }
  return sound;
}

// `2027-12-24` or `2027-12-24..2027-12-31`
bool read_dates(const Slot& slot, std::vector<Date>& out) {
  if (!slot.node.is_scalar()) {
    return slot.refuse(fmt::format("expected a date, got {}", what_stands(slot.node)),
                       "write dates as 2027-12-24");
  }
  const std::string_view text = slot.node.text;
  const auto dots = text.find("..");
  const auto first = parse_date(trimmed(text.substr(0, dots)));
  if (!first) return slot.refuse(first.misread);
  const auto last =
      dots == std::string_view::npos ? first : parse_date(trimmed(text.substr(dots + 2)));
  if (!last) return slot.refuse(last.misread);
  if (*last.value < *first.value)
    return slot.refuse("these dates end before they begin", "write first..last");
  if (*last.value - *first.value > std::chrono::days{366})
    return slot.refuse("more than a year of holidays", "leave the days out of the opening hours");
  for (Date date = *first.value; date <= *last.value; date += std::chrono::days{1})
    out.push_back(date);
  return true;
}

bool read_holiday_table(const Slot& slot, std::vector<Date>& out) {
  const auto table = table_of(slot, {"date"});
  if (!table) return false;
  bool sound = true;
  for (const auto& row : table->rows) {
    const Table::Cell& cell = row[*table->column("date")];
    const auto date = parse_date(cell.text);
    if (date) {
      out.push_back(*date.value);
    } else {
      sound = refuse_cell(slot, cell, date.misread);
    }
  }
  return sound;
}

}  // namespace

bool read_day_hours(const Slot& slot, DayHours& out) {
  const Node& node = slot.node;
  out.clear();
  if (node.is_scalar() && node.text == "closed") return true;
  if (!node.is_scalar() && !node.is_list())
    return slot.refuse(fmt::format("expected hours, got {}", what_stands(node)), hours_form);
  std::string joined_text = node.text;
  for (const Node& item : node.items) {
    if (!item.is_scalar()) {
      return slot.at(item, "").refuse(fmt::format("expected hours, got {}", what_stands(item)),
                                      hours_form);
    }
    joined_text += (joined_text.empty() ? "" : ",") + item.text;
  }
  if (node.is_list() && node.items.empty()) return true;
  const auto hours = parse_day_hours(joined_text);
  if (!hours) return slot.refuse(hours.misread);
  out = *hours.value;
  return true;
}

bool read_value(const Slot& slot, WeekHours& out) {
  out = {};
  if (slot.node.is_scalar() && slot.node.text == "always") {
    out = always_open_week();
    return true;
  }
  if (!slot.node.is_map()) {
    return slot.refuse(fmt::format("expected hours by weekday, got {}", what_stands(slot.node)),
                       "write {weekdays: \"09:00-18:00\"}, or always");
  }
  if (slot.node.find("file")) return read_roster(slot, out);
  if (!slot.only_keys(day_keys())) return false;
  bool sound = true;
  for (const std::size_t days : days_in_a_key) sound &= read_days(slot, days, out);
  return sound;
}

bool read_value(const Slot& slot, OpeningHours& out) {
  out.always = slot.node.is_scalar() && slot.node.text == "always";
  return out.always || read_value(slot, out.week);
}

bool read_value(const Slot& slot, std::vector<Date>& out) {
  out.clear();
  bool sound = true;
  if (slot.node.is_map() && slot.node.find("file")) {
    sound = read_holiday_table(slot, out);
  } else if (slot.node.is_list()) {
    for (std::size_t i = 0; i < slot.node.items.size(); ++i)
      sound &= read_dates(slot.at(slot.node.items[i], fmt::format("[{}]", i + 1)), out);
  } else {
    return slot.refuse(fmt::format("expected a list of dates, got {}", what_stands(slot.node)),
                       "write [2027-01-01, 2027-12-24..2027-12-26] or {file: holidays.csv}");
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return sound;
}

bool read_value(const Slot& slot, std::map<Date, DayHours>& out) {
  out.clear();
  if (!slot.node.is_map()) {
    return slot.refuse(fmt::format("expected hours by date, got {}", what_stands(slot.node)),
                       "write {2027-12-24: \"09:00-13:00\"}");
  }
  bool sound = true;
  for (const Entry& entry : slot.node.entries) {
    if (is_free_key(entry.key)) continue;
    Node key = plain_scalar(entry.key);
    key.mark = entry.key_mark;
    Date date;
    const bool dated = read_value(slot.at(key, ""), date);
    DayHours hours;
    sound &= read_day_hours(slot.at(entry.value, "." + entry.key), hours) && dated;
    if (dated) out.insert_or_assign(date, hours);
  }
  return sound;
}

}  // namespace asepsim::scenario
