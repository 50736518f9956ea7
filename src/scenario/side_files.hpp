// Files beside the scenario file: what it extends and its CSV tables.
//
// Names are relative to the file that mentions them. Never more than limits::bytes of a file are
// read, whatever stands behind its name. Every file read is kept as an input, for the manifest.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "scenario/findings.hpp"
#include "scenario/read_scenario.hpp"

namespace asepsim::scenario {

class SideFiles {
 public:
  SideFiles(std::string main_file, Findings& findings)
      : main_file_(std::move(main_file)), findings_(findings) {}

  /// The checked text of the main file read from disk, or given as `text`.
  Source open_main();
  Source open_main(std::string text);
  /// The checked text of `name` as mentioned at `asked_by`; null after an error was reported.
  Source open(const std::string& name, const Mark& asked_by);
  /// `name` as mentioned at `asked_by`, as a path from the working folder.
  [[nodiscard]] std::string resolved(const std::string& name, const Mark& asked_by) const;
  /// The main file as a normalized path, to recognise it.
  [[nodiscard]] std::string main_path() const;
  /// A source for a command-line setting, sorted behind all files.
  [[nodiscard]] static Source setting(const std::string& text);

  [[nodiscard]] const std::vector<InputFile>& inputs() const { return inputs_; }
  [[nodiscard]] Findings& findings() { return findings_; }

 private:
  Source keep(const std::string& path, std::string content);
  std::optional<std::string> content_of(const std::string& path, const Mark& asked_by);

  std::string main_file_;
  Findings& findings_;
  std::vector<InputFile> inputs_{};
  std::map<std::string, Source> opened_{};
};

/// A CSV table: named columns, cells with their places.
struct Table {
  struct Cell {
    std::string text;
    Mark mark;
  };
  Mark header{};
  std::vector<std::string> columns{};
  std::vector<Mark> column_marks{};  ///< their places
  std::vector<std::vector<Cell>> rows{};

  /// Index of a column by name.
  [[nodiscard]] std::optional<std::size_t> column(const std::string& name) const;
};

/// RFC 4180 with a header row; blank lines and lines that begin with # are passed over. Reports
/// rows of the wrong width, open quotes and columns that are missing or there twice; none after an
/// error.
std::optional<Table> parse_table(const Source& source, const std::vector<std::string>& wanted,
                                 Findings& findings);

}  // namespace asepsim::scenario
