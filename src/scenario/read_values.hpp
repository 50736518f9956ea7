// Reading one value, by its type in the structs.
//
// Each overload fills `out` from the slot's node and returns true, or reports what is wrong and
// returns false. Numbers are checked against the bounds of the field; whether names exist is left
// to validation.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "scenario/patients.hpp"
#include "scenario/reading.hpp"
#include "scenario/words.hpp"

namespace asepsim::scenario {

/// Opening hours of the calendar: `always` or hours by weekday.
struct OpeningHours {
  bool& always;
  WeekHours& week;
};

bool read_value(const Slot& slot, std::string& out);
bool read_value(const Slot& slot, bool& out);
bool read_value(const Slot& slot, std::int64_t& out);
bool read_value(const Slot& slot, std::uint64_t& out);
bool read_value(const Slot& slot, double& out);
bool read_value(const Slot& slot, Duration& out);
bool read_value(const Slot& slot, Millimetres& out);
bool read_value(const Slot& slot, Celsius& out);
bool read_value(const Slot& slot, Money& out);
bool read_value(const Slot& slot, Date& out);
bool read_value(const Slot& slot, Distribution& out);
bool read_value(const Slot& slot, OpeningHours& out);
bool read_value(const Slot& slot, WeekHours& out);
bool read_value(const Slot& slot, RateTable& out);
bool read_value(const Slot& slot, std::vector<std::string>& out);
bool read_value(const Slot& slot, std::vector<Date>& out);
bool read_value(const Slot& slot, std::map<std::string, std::int64_t>& out);
bool read_value(const Slot& slot, std::map<Date, DayHours>& out);
bool read_value(const Slot& slot, std::array<Number, 6>& out);
bool read_value(const Slot& slot, Variate& out);

/// A number with its unit, in the stored unit of the field's dimension, within the field's bounds.
bool read_quantity(const Slot& slot, double& out);

/// Hours of one day: `09:00-13:00`, a list of such, or `closed`.
bool read_day_hours(const Slot& slot, DayHours& out);

/// Index of the word that stands in the slot.
std::optional<std::size_t> read_word(const Slot& slot, Words words);

/// `source`, `note` of a value with its provenance.
struct Provenance {
  std::string source, note;
};
bool read_provenance(const Slot& slot, Provenance& out);

/// Keys of a value with its provenance.
const std::vector<std::string>& sourced_keys();

/// The two ends of `range`; null after an error was reported.
const Node* range_ends(const Slot& slot);

template <class E>
requires std::is_enum_v<E>
bool read_value(const Slot& slot, E& out) {
  const auto index = read_word(slot, words_of(out));
  if (index) out = static_cast<E>(*index);
  return index.has_value();
}

template <class T>
bool read_value(const Slot& slot, std::optional<T>& out) {
  return read_value(slot, out.emplace());
}

/// Bare, or {value, range, dist, source, note}.
template <class T>
bool read_value(const Slot& slot, Sourced<T>& out) {
  if (!slot.node.is_map()) return read_value(slot, out.value);
  const Entry* value = slot.node.find("value");
  if (value == nullptr) {
    return slot.only_keys(sourced_keys()) &&
           slot.refuse("a value with its source needs the key \"value\"",
                       "for example {value: " + slot.example() + ", source: ...}");
  }
  bool sound = slot.only_keys(sourced_keys());
  sound &= read_value(slot.at(value->value, ".value"), out.value);
  Provenance provenance;
  sound &= read_provenance(slot, provenance);
  out.source = provenance.source;
  out.note = provenance.note;
  if (const Entry* dist = slot.node.find("dist"))
    sound &= read_value(slot.at(dist->value, ".dist"), out.uncertainty.emplace());
  const Entry* range = slot.node.find("range");
  if (range == nullptr) return sound;
  const Node* ends = range_ends(slot.at(range->value, ".range"));
  if (ends == nullptr) return false;
  out.range.emplace();
  sound &= read_value(slot.at(ends->items[0], ".range[1]"), out.range->first);
  sound &= read_value(slot.at(ends->items[1], ".range[2]"), out.range->second);
  const bool ordered = !sound || (out.range->first <= out.value && out.value <= out.range->second);
  return sound && (ordered || slot.at(range->value, ".range")
                                  .refuse("the value lies outside its range",
                                          "write range: [low, high] around the value"));
}

}  // namespace asepsim::scenario
