// CSV text: fields, dialects, safety in spreadsheets, splitting.
#include "report/csv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "report/layouts.hpp"
#include "report/tables.hpp"
#include "small_study.hpp"

namespace asepsim::report {
namespace {

using ::testing::ElementsAre;
using testing::lines;

TableLayout two_columns() {
  return {"t.csv", {{"a", "text", "", "First."}, {"b", "number", "min", "Second."}}};
}

std::string content(CsvTable& table) {
  return table.take().front().content;
}

TEST(Csv, HasAHeaderAndLinesThatEndInCrLf) {
  CsvTable table(two_columns(), CsvDialect::standard);
  table.text("x").number(1.5).end_row();
  EXPECT_EQ(content(table), "a,b\r\nx,1.5\r\n");
}

TEST(Csv, QuotesWhatWouldBreakARow) {
  CsvTable table({"t.csv", {{"a", "", "", ""}}}, CsvDialect::standard);
  for (const char* field : {"a,b", "say \"no\"", "two\nlines", "a;b", ""}) {
    table.text(field).end_row();
  }
  EXPECT_EQ(content(table), "a\r\n\"a,b\"\r\n\"say \"\"no\"\"\"\r\n\"two\nlines\"\r\na;b\r\n\r\n");
}

TEST(Csv, TextThatASpreadsheetWouldRunIsDefused) {
  CsvTable table({"t.csv", {{"a", "", "", ""}}}, CsvDialect::standard);
  for (const char* field : {"=1+1", "+cmd", "-2+3", "@sum", "\tx", "\rx", "a=b"}) {
    table.text(field).end_row();
  }
  EXPECT_EQ(content(table), "a\r\n'=1+1\r\n'+cmd\r\n'-2+3\r\n'@sum\r\n'\tx\r\n\"'\rx\"\r\na=b\r\n");
}

TEST(Csv, NumbersAreTheShortestThatReadBackExactly) {
  CsvTable table({"t.csv", {{"a", "", "", ""}}}, CsvDialect::standard);
  for (const double x : {0.1, 1.0 / 3, 1e-7, 1e21, -2.0, 100000.0, -0.0}) table.number(x).end_row();
  table.number(0.1f).end_row();
  EXPECT_EQ(content(table), lines({"a", "0.1", "0.3333333333333333", "1e-07", "1e+21", "-2",
                                   "100000", "0", "0.1"}));
}

TEST(Csv, WhatIsNoNumberIsEmpty) {
  CsvTable table({"t.csv", {{"a", "", "", ""}}}, CsvDialect::standard);
  table.number(std::nan("")).end_row();
  table.number(std::numeric_limits<double>::infinity()).end_row();
  EXPECT_EQ(content(table), lines({"a", "", ""}));
}

TEST(Csv, FlagsAndIdsAreWords) {
  CsvTable table(two_columns(), CsvDialect::standard);
  table.flag(true).id('P', 12).end_row();
  table.flag(false).empty().end_row();
  EXPECT_EQ(content(table), lines({"a,b", "TRUE,P12", "FALSE,"}));
}

TEST(Csv, ExcelGetsAByteOrderMark) {
  CsvTable table(two_columns(), CsvDialect::excel);
  table.text("x,y").number(1.5).end_row();
  EXPECT_EQ(content(table), "\xEF\xBB\xBF" + lines({"a,b", "\"x,y\",1.5"}));
}

TEST(Csv, EuropeanExcelGetsSemicolonsAndDecimalCommas) {
  CsvTable table(two_columns(), CsvDialect::excel_eu);
  table.text("x,y").number(1.5).end_row();
  table.text("x;y").number(1e-7).end_row();
  EXPECT_EQ(content(table), "\xEF\xBB\xBF" + lines({"a;b", "x,y;1,5", "\"x;y\";1e-07"}));
}

TEST(Csv, DialectsHaveNames) {
  EXPECT_EQ(csv_dialect("default"), CsvDialect::standard);
  EXPECT_EQ(csv_dialect("excel"), CsvDialect::excel);
  EXPECT_EQ(csv_dialect("excel-eu"), CsvDialect::excel_eu);
  EXPECT_EQ(csv_dialect("exel"), std::nullopt);
}

TEST(Csv, LongTablesGoOnInASecondFile) {
  CsvTable table({"t.csv", {{"a", "", "", ""}}}, CsvDialect::standard, 2);
  for (const std::int64_t x : {1, 2, 3, 4, 5}) table.whole(x).end_row();
  EXPECT_THAT(table.take(), ElementsAre(TextFile{"t.csv", lines({"a", "1", "2"})},
                                        TextFile{"t_part2.csv", lines({"a", "3", "4"})},
                                        TextFile{"t_part3.csv", lines({"a", "5"})}));
  EXPECT_EQ(table.rows(), 5u);
}

TEST(Csv, PiecesTakenInTurnMakeTheSameFiles) {
  CsvTable table({"t.csv", {{"a", "", "", ""}}}, CsvDialect::standard, 2);
  table.whole(std::int64_t{1}).end_row();
  EXPECT_THAT(table.take(), ElementsAre(TextFile{"t.csv", lines({"a", "1"})}));
  for (const std::int64_t x : {2, 3}) table.whole(x).end_row();
  EXPECT_THAT(table.take(), ElementsAre(TextFile{"t.csv", lines({"2"})},
                                        TextFile{"t_part2.csv", lines({"a", "3"})}));
}

TEST(CsvDeathTest, ARowWithTheWrongNumberOfFieldsIsADefect) {
  CsvTable table(two_columns(), CsvDialect::standard);
  table.text("x");
  EXPECT_DEATH(table.end_row(), "field_ == layout_.columns.size");
}

TEST(DataDictionary, HasEveryColumnOfEveryFile) {
  std::size_t columns = 0;
  for (const TableLayout& layout : all_layouts()) {
    columns += layout.columns.size();
    for (const Column& column : layout.columns) {
      EXPECT_FALSE(column.description.empty()) << layout.file << " " << column.name;
    }
  }
  const std::string text = data_dictionary_csv(CsvDialect::standard).front().content;
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), static_cast<std::ptrdiff_t>(columns) + 1);
  EXPECT_NE(text.find("\r\nsummary.csv,half_width,number,column unit,Half of the width of the "
                      "interval before it was cut at the bounds.\r\n"),
            std::string::npos);
}

}  // namespace
}  // namespace asepsim::report
