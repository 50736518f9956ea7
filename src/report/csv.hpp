// CSV text: RFC 4180, three dialects, safe to open in a spreadsheet.
//
// A table is declared once by its layout (file, columns with type and unit); the header line and
// the data dictionary both come from it. Fields are added in the order of the columns; a row with
// too many or too few is a defect of the program and asserts. Numbers are the shortest text that
// reads back exactly. A number that does not exist is an empty field, never NaN. Free text that a
// spreadsheet would take for a formula gets an apostrophe in front. Spreadsheets hold 1,048,576
// rows: longer tables go on in a second file, `name_part2.csv`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/text_file.hpp"

namespace asepsim::report {

enum class CsvDialect : std::uint8_t {
  standard,  ///< comma, dot, UTF-8
  excel,     ///< the same with a byte-order mark
  excel_eu   ///< semicolon, decimal comma, byte-order mark
};

/// Reads "default", "excel" or "excel-eu".
std::optional<CsvDialect> csv_dialect(std::string_view word);

struct Column {
  std::string_view name;
  std::string_view type;  ///< text, integer, number, boolean, date-time
  std::string_view unit;  ///< empty for none; "column unit" if another column has it
  std::string_view description;
};

struct TableLayout {
  std::string_view file;
  std::vector<Column> columns;
};

/// Data rows of one file; with the header this is the row limit of spreadsheets.
inline constexpr std::size_t most_rows = 1'048'575;

class CsvTable {
 public:
  explicit CsvTable(TableLayout layout, CsvDialect dialect, std::size_t row_limit = most_rows);

  CsvTable& text(std::string_view field);
  CsvTable& number(double field);  ///< empty if not finite
  CsvTable& number(float field);
  CsvTable& number(const std::optional<double>& field);  ///< empty if there is none
  CsvTable& whole(std::int64_t field);
  CsvTable& whole(std::uint64_t field);
  CsvTable& flag(bool field);                      ///< TRUE or FALSE
  CsvTable& id(char letter, std::uint64_t index);  ///< P12: letter and number
  CsvTable& empty();
  void end_row();

  [[nodiscard]] std::size_t rows() const { return rows_; }

  /// The files written since the last call; a file may go on where an earlier call left it.
  std::vector<TextFile> take();

 private:
  void begin_field();
  void begin_file();

  TableLayout layout_;
  CsvDialect dialect_;
  std::size_t row_limit_;
  std::vector<TextFile> files_;
  std::size_t rows_ = 0;  ///< in all files
  std::size_t rows_of_file_ = 0;
  std::size_t file_number_ = 0;
  std::size_t field_ = 0;
};

}  // namespace asepsim::report
