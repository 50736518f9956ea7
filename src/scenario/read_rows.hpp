// Rows of a CSV file as a list of groups: the columns are the keys.
//
// An empty cell is a key that is left out; the cell of a text is text, whatever it looks like. Each
// value keeps the place of its cell, so that what is wrong with it is told with file, line and
// column. Columns that no field has are told once.
#pragma once

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "scenario/reading.hpp"

namespace asepsim::scenario {

/// The visitor that lists the single values of a struct as columns.
struct Columns {
  std::vector<std::string> known{}, needed{}, texts{};
  template <class T>
  void value(const Field& field, const T&) {
    known.emplace_back(field.key);
    if (field.presence == Presence::required) needed.emplace_back(field.key);
    if constexpr (std::is_same_v<T, std::string>) texts.emplace_back(field.key);
  }
  template <class S>
  void section(const Field&, S&) {}
  template <class S>
  void named(const Field&, std::vector<S>&) {}
  template <class S, class Item>
  void named_lists(const Field&, std::vector<S>&, std::vector<Item> S::*) {}
  template <class S>
  void list(const Field&, std::vector<S>&, std::string_view = {}) {}
};

/// True for `{file: ...}`.
bool names_file(const Node& node);

/// The rows of the file that the slot names; none after an error was reported.
std::optional<Node> rows_of_file(const Slot& slot, const Columns& columns);

}  // namespace asepsim::scenario
