#include "report/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace asepsim::report {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

char separator(CsvDialect dialect) {
  return dialect == CsvDialect::excel_eu ? ';' : ',';
}

bool looks_like_a_formula(std::string_view field) {
  return !field.empty() &&
         std::string_view("=+-@\t\r").find(field.front()) != std::string_view::npos;
}

bool needs_quotes(std::string_view field, CsvDialect dialect) {
  return std::any_of(field.begin(), field.end(), [&](char c) {
    return c == '"' || c == '\n' || c == '\r' || c == separator(dialect);
  });
}

void append_quoted(std::string& to, std::string_view field) {
  to += '"';
  for (const char c : field) {
    if (c == '"') to += '"';
    to += c;
  }
  to += '"';
}

void append_text(std::string& to, std::string_view field, CsvDialect dialect) {
  const std::string guarded = looks_like_a_formula(field) ? "'" + std::string(field) : "";
  const std::string_view safe = guarded.empty() ? field : guarded;
  if (needs_quotes(safe, dialect)) {
    append_quoted(to, safe);
  } else {
    to += safe;
  }
}

template <class Real>
void append_number(std::string& to, Real value, CsvDialect dialect) {
  if (!std::isfinite(value)) return;
  const std::size_t start = to.size();
  // Minus zero reads as a different number in some spreadsheets.
  fmt::format_to(std::back_inserter(to), "{}", value == 0 ? Real{0} : value);
  if (dialect != CsvDialect::excel_eu) return;
  std::replace(to.begin() + static_cast<std::ptrdiff_t>(start), to.end(), '.', ',');
}

// kpi.csv, kpi_part2.csv, kpi_part3.csv ...
std::string part_name(std::string_view file, std::size_t number) {
  if (number == 1) return std::string(file);
  const std::size_t dot = file.rfind('.');
  return fmt::format("{}_part{}{}", file.substr(0, dot), number, file.substr(dot));
}

}  // namespace

std::optional<CsvDialect> csv_dialect(std::string_view word) {
  if (word == "default") return CsvDialect::standard;
  if (word == "excel") return CsvDialect::excel;
  if (word == "excel-eu") return CsvDialect::excel_eu;
  return std::nullopt;
}

CsvTable::CsvTable(TableLayout layout, CsvDialect dialect, std::size_t row_limit)
    : layout_(std::move(layout)), dialect_(dialect), row_limit_(row_limit) {
  begin_file();
}

void CsvTable::begin_file() {
  ++file_number_;
  rows_of_file_ = 0;
  files_.push_back({part_name(layout_.file, file_number_), {}});
  std::string& content = files_.back().content;
  if (dialect_ != CsvDialect::standard) content += byte_order_mark;
  for (std::size_t c = 0; c < layout_.columns.size(); ++c) {
    if (c > 0) content += separator(dialect_);
    content += layout_.columns[c].name;
  }
  content += "\r\n";
}

void CsvTable::begin_field() {
  if (field_ == 0 && rows_of_file_ == row_limit_) begin_file();
  assert(field_ < layout_.columns.size());
  if (field_ > 0) files_.back().content += separator(dialect_);
  ++field_;
}

CsvTable& CsvTable::text(std::string_view field) {
  begin_field();
  append_text(files_.back().content, field, dialect_);
  return *this;
}

CsvTable& CsvTable::number(double field) {
  begin_field();
  append_number(files_.back().content, field, dialect_);
  return *this;
}

CsvTable& CsvTable::number(float field) {
  begin_field();
  append_number(files_.back().content, field, dialect_);
  return *this;
}

CsvTable& CsvTable::number(const std::optional<double>& field) {
  return field ? number(*field) : empty();
}

CsvTable& CsvTable::whole(std::int64_t field) {
  begin_field();
  fmt::format_to(std::back_inserter(files_.back().content), "{}", field);
  return *this;
}

CsvTable& CsvTable::whole(std::uint64_t field) {
  begin_field();
  fmt::format_to(std::back_inserter(files_.back().content), "{}", field);
  return *this;
}

CsvTable& CsvTable::flag(bool field) {
  begin_field();
  files_.back().content += field ? "TRUE" : "FALSE";
  return *this;
}

CsvTable& CsvTable::id(char letter, std::uint64_t index) {
  begin_field();
  fmt::format_to(std::back_inserter(files_.back().content), "{}{}", letter, index);
  return *this;
}

CsvTable& CsvTable::empty() {
  begin_field();
  return *this;
}

void CsvTable::end_row() {
  assert(field_ == layout_.columns.size());
  files_.back().content += "\r\n";
  field_ = 0;
  ++rows_;
  ++rows_of_file_;
}

std::vector<TextFile> CsvTable::take() {
  assert(field_ == 0);
  std::vector<TextFile> taken = std::move(files_);
  files_ = {{part_name(layout_.file, file_number_), {}}};
  return taken;
}

}  // namespace asepsim::report
