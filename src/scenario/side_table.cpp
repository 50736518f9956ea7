#include <fmt/format.h>

#include <algorithm>

#include "scenario/limits.hpp"
#include "scenario/number_text.hpp"
#include "scenario/side_files.hpp"
#include "scenario/spelling.hpp"

namespace asepsim::scenario {
namespace {

// One cell from `i` on, which moves behind it; true if its quotes are closed.
bool take_cell(std::string_view text, std::size_t& i, Table::Cell& cell) {
  bool quoted = false;
  for (; i < text.size() && (quoted || text[i] != ','); ++i) {
    if (text[i] != '"') {
      cell.text += text[i];
    } else if (quoted && i + 1 < text.size() && text[i + 1] == '"') {
      cell.text += text[++i];
    } else {
      quoted = !quoted;
    }
  }
  cell.text = std::string(trimmed(cell.text));
  cell.mark.length = std::max(1, characters(cell.text));
  return !quoted;
}

// The cells of one line. Quoted cells may contain commas and doubled quotes, not line breaks. None
// after an error was reported.
std::vector<Table::Cell> cells_of(const Source& source, int line, Findings& findings) {
  const std::string_view text = source->line(line);
  std::vector<Table::Cell> cells;
  for (std::size_t i = 0;; ++i) {
    Table::Cell cell{{}, {source, line, static_cast<int>(i) + 1, 1}};
    if (!take_cell(text, i, cell)) {
      findings.error(cell.mark, {"", "this quote is not closed on its line",
                                 "close it, or double a quote that belongs to the text"});
      return {};
    }
    cells.push_back(std::move(cell));
    if (i >= text.size()) return cells;
  }
}

bool is_passed_over(std::string_view line) {
  return trimmed(line).empty() || line.front() == '#';
}

// The characters that other programs put between cells.
bool has_other_separator(const Table& table) {
  return table.columns.size() == 1 &&
         table.columns.front().find_first_of(";\t") != std::string::npos;
}

bool columns_present(const Table& table, const std::vector<std::string>& wanted,
                     Findings& findings) {
  if (has_other_separator(table)) {
    findings.error(table.header, {"", "one column only, whose name holds a semicolon or a tab",
                                  "use commas between cells"});
    return false;
  }
  bool all = true;
  for (const std::string& name : wanted) {
    if (table.column(name)) continue;
    all = false;
    findings.error(table.header,
                   {"", fmt::format("the column \"{}\" is missing", name),
                    did_you_mean(name, table.columns,
                                 "name it in the first line, which holds the columns' names")});
  }
  return all;
}

bool take_header(Table& table, std::vector<Table::Cell>& cells, Findings& findings) {
  bool sound = true;
  table.header = cells.front().mark;
  for (auto& cell : cells) {
    if (table.column(cell.text) && !cell.text.empty()) {
      findings.error(cell.mark, {"", fmt::format("two columns are called \"{}\"", cell.text),
                                 "give each column its own name"});
      sound = false;
    }
    table.column_marks.push_back(cell.mark);
    table.columns.push_back(std::move(cell.text));
  }
  return sound;
}

bool take_row(Table& table, std::vector<Table::Cell>& cells, Findings& findings) {
  if (cells.size() == table.columns.size()) {
    table.rows.push_back(std::move(cells));
    return true;
  }
  findings.error(cells.front().mark, {"",
                                      fmt::format("{} cells in this row, {} columns in the table",
                                                  cells.size(), table.columns.size()),
                                      "put text that contains a comma in double quotes"});
  return false;
}

}  // namespace

std::optional<std::size_t> Table::column(const std::string& name) const {
  const auto it = std::find(columns.begin(), columns.end(), name);
  if (it == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(it - columns.begin());
}

std::optional<Table> parse_table(const Source& source, const std::vector<std::string>& wanted,
                                 Findings& findings) {
  Table table;
  table.header = {source, 1, 1, 1};
  const auto& text = source->text();
  const int lines = 1 + static_cast<int>(std::count(text.begin(), text.end(), '\n'));
  bool sound = true;
  for (int line = 1; line <= lines; ++line) {
    if (is_passed_over(source->line(line))) continue;
    auto cells = cells_of(source, line, findings);
    if (cells.empty()) {
      sound = false;
    } else if (table.columns.empty()) {
      sound &= take_header(table, cells, findings);
    } else {
      sound &= take_row(table, cells, findings);
    }
  }
  if (!columns_present(table, wanted, findings)) sound = false;
  if (table.rows.size() > limits::entries) {
    sound = false;
    findings.error(table.header,
                   {"", fmt::format("more than {} rows", limits::entries), "shorten the table"});
  }
  return sound ? std::optional(std::move(table)) : std::nullopt;
}

}  // namespace asepsim::scenario
