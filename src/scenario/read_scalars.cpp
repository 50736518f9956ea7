// Text, switches, whole numbers, dates and words.
#include <fmt/format.h>

#include "scenario/clock_text.hpp"
#include "scenario/name_rule.hpp"
#include "scenario/read_values.hpp"
#include "scenario/spelling.hpp"

namespace asepsim::scenario {
namespace {

// A whole number with the bounds of the field.
bool read_whole(const Slot& slot, std::int64_t& out) {
  if (!slot.node.is_scalar() || slot.node.quoted) {
    return slot.refuse(fmt::format("expected a whole number, got {}", what_stands(slot.node)),
                       fmt::format("write digits without quotes, for example {}", slot.example()));
  }
  if (!looks_like_number(slot.node.text)) {
    return slot.refuse(fmt::format("expected a whole number, got {}", what_stands(slot.node)),
                       fmt::format("write digits, for example {}", slot.example()));
  }
  const auto number = parse_whole(slot.node.text);
  if (!number) return slot.refuse(number.misread);
  out = *number.value;
  const auto value = static_cast<double>(out);
  const Bounds& b = slot.field.bounds;
  if (value < b.least || value > b.most) {
    return slot.refuse(fmt::format("expected a whole number from {} to {}, got {}", b.least, b.most,
                                   slot.node.text),
                       fmt::format("write {} to {}{}", b.least, b.most,
                                   slot.field.or_unlimited ? ", or unlimited" : ""));
  }
  return true;
}

}  // namespace

bool read_value(const Slot& slot, std::string& out) {
  if (!slot.node.is_scalar())
    return slot.refuse(fmt::format("expected a text, got {}", what_stands(slot.node)));
  if (!slot.node.quoted && looks_like_number(slot.node.text) && parse_number(slot.node.text)) {
    return slot.refuse(fmt::format("expected a text, got {}", what_stands(slot.node)),
                       fmt::format("put it in quotes: \"{}\"", slot.node.text));
  }
  if (has_control_character(slot.node.text))
    return slot.refuse("this text holds a control character", "write printable characters only");
  if (slot.field.is_name && !is_name(slot.node.text)) {
    return slot.refuse(fmt::format("\"{}\" is no name", shortened(slot.node.text, 40)),
                       rule_of_names());
  }
  out = slot.node.text;
  return true;
}

bool read_value(const Slot& slot, bool& out) {
  const std::string& text = slot.node.text;
  const bool plain = slot.node.is_scalar() && !slot.node.quoted;
  if (plain && (text == "true" || text == "false")) {
    out = text == "true";
    return true;
  }
  return slot.refuse(fmt::format("expected true or false, got {}", what_stands(slot.node)),
                     "write true or false, without quotes");
}

bool read_value(const Slot& slot, std::int64_t& out) {
  if (slot.field.or_unlimited && slot.node.is_scalar() && slot.node.text == "unlimited") {
    out = -1;
    return true;
  }
  return read_whole(slot, out);
}

bool read_value(const Slot& slot, std::uint64_t& out) {
  std::int64_t value = 0;
  if (!read_whole(slot, value)) return false;
  out = static_cast<std::uint64_t>(value);
  return true;
}

bool read_value(const Slot& slot, Date& out) {
  if (!slot.node.is_scalar()) {
    return slot.refuse(fmt::format("expected a date, got {}", what_stands(slot.node)),
                       "write dates as 2027-12-24");
  }
  const auto date = parse_date(slot.node.text);
  if (!date) return slot.refuse(date.misread);
  out = *date.value;
  return true;
}

std::optional<std::size_t> read_word(const Slot& slot, Words words) {
  std::vector<std::string> known;
  for (const Word& word : words) known.emplace_back(word.text);
  if (slot.node.is_scalar()) {
    for (std::size_t i = 0; i < known.size(); ++i)
      if (known[i] == slot.node.text) return i;
  }
  const std::string choice = "choose " + enumeration(known);
  slot.refuse(fmt::format("expected one of {} words, got {}", known.size(), what_stands(slot.node)),
              slot.node.is_scalar() ? did_you_mean(slot.node.text, known, choice) : choice);
  return std::nullopt;
}

// One name, or a list of names.
bool read_value(const Slot& slot, std::vector<std::string>& out) {
  out.clear();
  if (slot.node.is_scalar()) return read_value(slot, out.emplace_back());
  if (!slot.node.is_list()) {
    return slot.refuse(fmt::format("expected a list of names, got {}", what_stands(slot.node)),
                       "write [name, name]");
  }
  bool sound = true;
  for (std::size_t i = 0; i < slot.node.items.size(); ++i) {
    sound &=
        read_value(slot.at(slot.node.items[i], fmt::format("[{}]", i + 1)), out.emplace_back());
  }
  return sound;
}

// name: count
bool read_value(const Slot& slot, std::map<std::string, std::int64_t>& out) {
  out.clear();
  if (!slot.node.is_map()) {
    return slot.refuse(fmt::format("expected names with numbers, got {}", what_stands(slot.node)),
                       "write {name: 1, name: 2}");
  }
  bool sound = true;
  for (const Entry& entry : slot.node.entries) {
    if (!is_free_key(entry.key))
      sound &= read_value(slot.at(entry.value, "." + entry.key), out[entry.key]);
  }
  return sound;
}

}  // namespace asepsim::scenario
