// Numbers with units, within the bounds of their fields, and what stands beside them.
#include <fmt/format.h>

#include <array>
#include <cmath>

#include "scenario/clock_text.hpp"
#include "scenario/read_values.hpp"

namespace asepsim::scenario {
namespace {

std::string noun(const Dimension& d) {
  const bool vowel = std::string_view("aeiou").find(d.name.front()) != std::string_view::npos;
  return fmt::format("{} {}", vowel ? "an" : "a", d.name);
}

/// The words in which the ends of a range are told.
struct RangeWords {
  std::string_view above, from, below, to;  ///< one end: open or not
  std::string_view joint;                   ///< between two ends that are told apart
};

std::string ends_text(const Slot& slot, const RangeWords& words) {
  const End low = lower_end(slot.field), high = upper_end(slot.field);
  const auto shown = [&](std::string_view word, double end) {
    return fmt::format("{} {}", word,
                       quantity_text(end, *slot.field.dimension, slot.reading.currency));
  };
  std::string least = shown(low.open ? words.above : words.from, low.value);
  std::string most = shown(high.open ? words.below : words.to, high.value);
  if (!std::isfinite(low.value)) return most;
  if (!std::isfinite(high.value)) return least;
  return fmt::format("{}{}{}", least, words.joint, most);
}

bool has_two_ends(const Field& field, bool open) {
  const End low = lower_end(field), high = upper_end(field);
  return std::isfinite(low.value) && std::isfinite(high.value) && low.open == open &&
         high.open == open;
}

// "between 0 and 1", "of at least 1 min", "above 0 min and of at most 100 d".
std::string bounds_text(const Slot& slot) {
  const auto told = [&](std::string_view first) {
    return ends_text(slot, {first, first, "and", "and", " "});
  };
  if (has_two_ends(slot.field, false)) return told("between");
  if (has_two_ends(slot.field, true)) return told("strictly between");
  return ends_text(slot, {"above", "of at least", "below", "of at most", " and "});
}

// "0.01 mm to 10 mm", "more than 0 s, at most 36525 d".
std::string range_text(const Slot& slot) {
  if (has_two_ends(slot.field, false)) return ends_text(slot, {"", "", "to", "to", " "}).substr(1);
  return ends_text(slot, {"more than", "at least", "less than", "at most", ", "});
}

bool inside(double value, const Field& field) {
  const End low = lower_end(field), high = upper_end(field);
  return (low.open ? value > low.value : value >= low.value) &&
         (high.open ? value < high.value : value <= high.value);
}

bool read_time_of_day(const Slot& slot, Duration& out) {
  if (!slot.node.is_scalar()) {
    return slot.refuse(fmt::format("expected a time of day, got {}", what_stands(slot.node)),
                       "write it as 12:30");
  }
  const auto time = parse_time_of_day(slot.node.text);
  if (!time) return slot.refuse(time.misread);
  out = *time.value;
  return true;
}

constexpr std::array<std::string_view, 6> phototype_keys{"I", "II", "III", "IV", "V", "VI"};

}  // namespace

bool read_quantity(const Slot& slot, double& out) {
  const Dimension& d = *slot.field.dimension;
  if (!slot.node.is_scalar()) {
    return slot.refuse(fmt::format("expected {}, got {}", d.phrase, what_stands(slot.node)),
                       fmt::format("for example {}", slot.example()));
  }
  if (slot.node.quoted && d.units.empty()) {
    return slot.refuse(fmt::format("expected {}, got {}", d.phrase, what_stands(slot.node)),
                       "write numbers without quotes");
  }
  const auto parsed = parse_quantity(slot.node.text, d, slot.reading.currency, slot.bare);
  if (!parsed) return slot.refuse(parsed.misread);
  if (!inside(*parsed.value, slot.field)) {
    return slot.refuse(fmt::format("expected {} {}, got {}", noun(d), bounds_text(slot),
                                   slot.node.text.substr(0, 40)),
                       "write " + range_text(slot));
  }
  out = *parsed.value;
  return true;
}

bool read_value(const Slot& slot, double& out) {
  return read_quantity(slot, out);
}

bool read_value(const Slot& slot, Duration& out) {
  if (slot.field.dimension == &dimension::time_of_day) return read_time_of_day(slot, out);
  double microseconds = 0;
  if (!read_quantity(slot, microseconds)) return false;
  out = rounded_microseconds(microseconds);
  return true;
}

bool read_value(const Slot& slot, Millimetres& out) {
  return read_quantity(slot, out.value);
}

bool read_value(const Slot& slot, Celsius& out) {
  return read_quantity(slot, out.value);
}

bool read_value(const Slot& slot, Money& out) {
  double units = 0;
  if (!read_quantity(slot, units)) return false;
  out = Money::from_units(units);
  if (std::abs(out.units() - units) > 1e-6)
    return slot.refuse("amounts of money are whole cents", "write at most two decimals");
  return true;
}

// All six, as {I: ..., VI: ...} or as a list in that order.
bool read_value(const Slot& slot, std::array<Number, 6>& out) {
  const Node& node = slot.node;
  const std::string form = "write {I: ..., II: ..., III: ..., IV: ..., V: ..., VI: ...}";
  if (!(node.is_list() && node.items.size() == 6) && !node.is_map()) {
    return slot.refuse(
        fmt::format("expected a value for each of six phototypes, got {}", what_stands(node)),
        form);
  }
  bool sound = true;
  if (node.is_map()) sound = slot.only_keys({phototype_keys.begin(), phototype_keys.end()});
  for (std::size_t i = 0; i < 6; ++i) {
    const std::string suffix = fmt::format(".{}", phototype_keys[i]);
    const Entry* entry = node.is_map() ? node.find(phototype_keys[i]) : nullptr;
    if (node.is_map() && entry == nullptr) {
      sound = slot.refuse(fmt::format("phototype {} is missing", phototype_keys[i]), form);
    } else {
      sound &= read_value(slot.at(entry ? entry->value : node.items[i], suffix), out[i]);
    }
  }
  return sound;
}

const std::vector<std::string>& sourced_keys() {
  static const std::vector<std::string> keys{"value", "range", "dist", "source", "note"};
  return keys;
}

bool read_provenance(const Slot& slot, Provenance& out) {
  bool sound = true;
  if (const Entry* source = slot.node.find("source"))
    sound &= read_value(slot.at(source->value, ".source"), out.source);
  if (const Entry* note = slot.node.find("note"))
    sound &= read_value(slot.at(note->value, ".note"), out.note);
  return sound;
}

const Node* range_ends(const Slot& slot) {
  if (slot.node.is_list() && slot.node.items.size() == 2) return &slot.node;
  slot.refuse(fmt::format("expected a range of two values, got {}", what_stands(slot.node)),
              "write range: [low, high]");
  return nullptr;
}

}  // namespace asepsim::scenario
