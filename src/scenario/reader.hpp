// The visitor that fills a struct from a map node, field by field.
//
// `describe(reader, struct)` names each field once; the reader looks the key up, reads the value or
// its default, and afterwards reports the keys nobody asked for. Errors mark the path as broken, so
// that validation does not trip over them again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenario/read_rows.hpp"
#include "scenario/read_values.hpp"

namespace asepsim::scenario {

class Reader {
 public:
  /// Reads `map`; `where` is shown when a required key is missing.
  Reader(Reading& reading, const Node& map, std::string path, Mark where)
      : reading_(reading), map_(map), path_(std::move(path)), where_(std::move(where)) {}

  /// A single value.
  template <class T>
  void value(const Field& field, T& out) {
    const Entry* entry = take(field);
    if (entry != nullptr) {
      note_outcome(field, read_value(slot_of(*entry, field), out));
    } else if (field.presence == Presence::defaulted) {
      read_default(field, out);
    }
  }

  /// A group of keys; if it is left out, its fields take their defaults.
  template <class S>
  void section(const Field& field, S& out) {
    static const Node empty = empty_map();
    const Entry* entry = take(field);
    const Node& node = entry ? entry->value : empty;
    read_struct(node, joined(path_, field.key), entry ? entry->key_mark : where_, out);
  }

  /// A group of keys that may be left out altogether.
  template <class S>
  void section(const Field& field, std::optional<S>& out) {
    if (const Entry* entry = take(field))
      read_struct(entry->value, joined(path_, field.key), entry->key_mark, out.emplace());
  }

  /// Groups by name, in the order of the file.
  template <class S>
  void named(const Field& field, std::vector<S>& out) {
    const Entry* group = take_group(field);
    if (group == nullptr) return;
    for (const Entry& entry : group->value.entries) {
      if (!note_name(field, entry)) continue;
      out.emplace_back().name = entry.key;
      read_struct(entry.value, joined(joined(path_, field.key), entry.key), entry.key_mark,
                  out.back());
    }
  }

  /// Lists by name: pathways and their steps.
  template <class S, class Item>
  void named_lists(const Field& field, std::vector<S>& out, std::vector<Item> S::*items) {
    const Entry* group = take_group(field);
    if (group == nullptr) return;
    for (const Entry& entry : group->value.entries) {
      if (!note_name(field, entry)) continue;
      out.emplace_back().name = entry.key;
      read_items(entry.value, joined(joined(path_, field.key), entry.key), out.back().*items);
    }
  }

  /// A list of groups; a single text stands for `shorthand: text`.
  template <class S>
  void list(const Field& field, std::vector<S>& out, std::string_view shorthand = {}) {
    const Entry* entry = take(field);
    if (entry == nullptr) return;
    if (field.or_rows && names_file(entry->value)) return read_rows(*entry, field, out);
    const Node node = expanded(entry->value, shorthand);
    read_items(node, joined(path_, field.key), out);
  }

  /// Reports the keys of the map that no field has asked for.
  void finish() const;

 private:
  template <class S>
  void read_struct(const Node& node, const std::string& path, const Mark& key, S& out) {
    if (!note_struct(node, path, key)) return;
    Reader reader(reading_, node, path, key);
    describe(reader, out);
    reader.finish();
  }

  template <class S>
  void read_items(const Node& node, const std::string& path, std::vector<S>& out) {
    if (!note_list(node, path)) return;
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      const std::string inner = item_path(path, node.items[i], i);
      reading_.places().set(inner, node.items[i].mark);
      read_struct(node.items[i], inner, node.items[i].mark, out.emplace_back());
    }
  }

  template <class S>
  void read_rows(const Entry& entry, const Field& field, std::vector<S>& out) {
    Columns columns;
    S row{};
    describe(columns, row);
    const auto rows = rows_of_file(slot_of(entry, field), columns);
    note_outcome(field, rows.has_value());
    if (rows) read_items(*rows, joined(path_, field.key), out);
  }

  template <class T>
  void read_default(const Field& field, T& out) {
    const Node& node = reading_.default_node(field.default_text);
    const Slot slot{node, field, joined(path_, field.key), reading_, BareNumbers::allowed};
    note_outcome(field, read_value(slot, out));
    set_source(out, field.source);
  }

  template <class T>
  static void set_source(Sourced<T>& out, std::string_view source) {
    if (out.source.empty()) out.source = source;
  }
  template <class T, std::size_t n>
  static void set_source(std::array<Sourced<T>, n>& out, std::string_view source) {
    for (auto& value : out) set_source(value, source);
  }
  template <class T>
  static void set_source(T&, std::string_view) {}

  const Entry* take(const Field& field);
  const Entry* take_group(const Field& field);
  bool note_name(const Field& field, const Entry& entry);
  bool note_struct(const Node& node, const std::string& path, const Mark& key);
  bool note_list(const Node& node, const std::string& path);
  void note_outcome(const Field& field, bool sound);
  [[nodiscard]] Slot slot_of(const Entry& entry, const Field& field) const;
  static Node expanded(const Node& node, std::string_view shorthand);
  [[nodiscard]] std::string item_path(const std::string& path, const Node& item,
                                      std::size_t index) const;

  Reading& reading_;
  const Node& map_;
  std::string path_;
  Mark where_;
  std::vector<std::string> known_{};
};

}  // namespace asepsim::scenario
