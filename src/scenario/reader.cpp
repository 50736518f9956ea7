#include "scenario/reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenario/name_rule.hpp"

namespace asepsim::scenario {

const Entry* Reader::take(const Field& field) {
  known_.emplace_back(field.key);
  const std::string path = joined(path_, field.key);
  const Entry* entry = map_.find(field.key);
  if (entry == nullptr) {
    if (field.presence != Presence::required) return nullptr;
    const std::string_view shown = field.example.empty() ? field.dimension->example : field.example;
    reading_.findings().error(
        where_, {path_, fmt::format("the key \"{}\" is missing", field.key),
                 fmt::format("add  {}: {}", field.key, with_currency(shown, reading_.currency))});
    reading_.places().broke(path);
    return nullptr;
  }
  const Mark& key = entry->key_mark;
  reading_.places().set(path, entry->value.is_scalar() ? entry->value.mark : key);
  if (!entry->value.is_null()) return entry;
  reading_.findings().error(key, {path, "no value stands here", "write a value or remove the key"});
  reading_.places().broke(path);
  return nullptr;
}

const Entry* Reader::take_group(const Field& field) {
  const Entry* entry = take(field);
  if (entry == nullptr) return nullptr;
  return note_struct(entry->value, joined(path_, field.key), entry->key_mark) ? entry : nullptr;
}

bool Reader::note_name(const Field& field, const Entry& entry) {
  if (is_free_key(entry.key)) return false;
  const std::string path = joined(joined(path_, field.key), entry.key);
  reading_.places().set(path, entry.key_mark);
  if (is_name(entry.key)) return true;
  reading_.findings().error(
      entry.key_mark,
      {joined(path_, field.key), fmt::format("\"{}\" is no name", shortened(entry.key, 40)),
       rule_of_names()});
  reading_.places().broke(joined(path_, field.key));
  return false;
}

bool Reader::note_struct(const Node& node, const std::string& path, const Mark& key) {
  if (node.is_map()) return true;
  reading_.findings().error(
      node.is_null() ? key : node.mark,
      {path, fmt::format("expected a group of keys, got {}", what_stands(node)),
       "write the keys below, indented; {} takes all defaults"});
  reading_.places().broke(path);
  return false;
}

bool Reader::note_list(const Node& node, const std::string& path) {
  if (node.is_list()) return true;
  reading_.findings().error(node.mark,
                            {path, fmt::format("expected a list, got {}", what_stands(node)),
                             "begin each entry with a dash"});
  reading_.places().broke(path);
  return false;
}

void Reader::note_outcome(const Field& field, bool sound) {
  if (!sound) reading_.places().broke(joined(path_, field.key));
}

Slot Reader::slot_of(const Entry& entry, const Field& field) const {
  return {entry.value, field, joined(path_, field.key), reading_};
}

// `end` for `{to: end}`, alone or in a list.
Node Reader::expanded(const Node& node, std::string_view shorthand) {
  const auto group = [&](const Node& text) {
    if (!text.is_scalar()) return text;
    Node map = empty_map();
    map.mark = text.mark;
    map.add(std::string(shorthand), text);
    map.entries.back().key_mark = text.mark;
    return map;
  };
  if (shorthand.empty() || !(node.is_scalar() || node.is_list())) return node;
  Node list = list_of({});
  list.mark = node.mark;
  if (node.is_scalar()) list.items.push_back(group(node));
  for (const Node& item : node.items) list.items.push_back(group(item));
  return list;
}

std::string Reader::item_path(const std::string& path, const Node& item, std::size_t index) const {
  const Entry* step = item.is_map() ? item.find("step") : nullptr;
  if (step != nullptr && step->value.is_scalar() && is_name(step->value.text)) {
    std::string named = joined(path, step->value.text);
    if (!reading_.places().given(named)) return named;
  }
  return fmt::format("{}[{}]", path, index + 1);
}

void Reader::finish() const {
  for (const Entry& entry : map_.entries) {
    if (is_free_key(entry.key)) continue;
    if (std::find(known_.begin(), known_.end(), entry.key) != known_.end()) continue;
    report_unknown_key(entry, path_, known_, reading_);
  }
}

}  // namespace asepsim::scenario
