#include "scenario/read_rows.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenario/name_rule.hpp"
#include "scenario/read_values.hpp"
#include "scenario/spelling.hpp"

namespace asepsim::scenario {
namespace {

bool is_among(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool columns_known(const Slot& slot, const Table& table, const Columns& columns) {
  bool all = true;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const std::string& name = table.columns[i];
    if (is_free_key(name) || is_among(columns.known, name)) continue;
    all = false;
    slot.reading.findings().error(
        table.column_marks[i],
        {slot.path, fmt::format("there is no column \"{}\"", shortened(name, 40)),
         did_you_mean(name, columns.known, "known columns: " + enumeration(columns.known))});
  }
  return all;
}

Node group_of(const Table& table, const Columns& columns, const std::vector<Table::Cell>& row) {
  Node group = empty_map();
  group.mark = row.front().mark;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i].text.empty()) continue;
    const bool is_text = is_among(columns.texts, table.columns[i]);
    Node cell = is_text ? quoted_scalar(row[i].text) : plain_scalar(row[i].text);
    cell.mark = row[i].mark;
    group.add(table.columns[i], std::move(cell));
    group.entries.back().key_mark = row[i].mark;
  }
  return group;
}

}  // namespace

bool names_file(const Node& node) {
  return node.is_map() && node.find("file") != nullptr;
}

std::optional<Node> rows_of_file(const Slot& slot, const Columns& columns) {
  std::string name;
  const Node& file = slot.node.find("file")->value;
  if (!slot.only_keys({"file"}) || !read_value(slot.at(file, ".file"), name)) return std::nullopt;
  const Source source = slot.reading.files().open(name, file.mark);
  if (!source) return std::nullopt;
  const auto table = parse_table(source, columns.needed, slot.reading.findings());
  if (!table || !columns_known(slot, *table, columns)) return std::nullopt;
  Node list = list_of({});
  list.mark = slot.node.mark;
  for (const auto& row : table->rows) list.items.push_back(group_of(*table, columns, row));
  return list;
}

}  // namespace asepsim::scenario
