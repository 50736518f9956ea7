// Help for the tests of the scenario room: small scenarios as texts, and reading single values.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "scenario/document.hpp"
#include "scenario/inheritance.hpp"
#include "scenario/read_scenario.hpp"
#include "scenario/read_values.hpp"

namespace asepsim::scenario {

/// A clinic of one nurse; `more` is appended at the top level.
inline std::string tiny_clinic(const std::string& more = "") {
  return "schema: asepsim/1\n"
         "calendar: {opening: always}\n"
         "staff: {nurse: {}}\n"
         "arrivals: {walk_ins: {pathway: visit, interarrival: {exponential: 10 min}}}\n"
         "pathways: {visit: [{step: talk, staff: nurse, duration: 5 min}]}\n" +
         more;
}

/// The scenario of a text that must be valid.
inline Scenario valid(const std::string& text, const std::vector<Override>& overrides = {}) {
  const ReadResult result = read_scenario_text(text, "test.yaml", overrides);
  EXPECT_EQ(to_text(result.diagnostics), "");
  return result.scenario.value_or(Scenario{});
}

/// The diagnostics of a text as one text.
inline std::string complaints(const std::string& text,
                              const std::vector<Override>& overrides = {}) {
  return to_text(read_scenario_text(text, "test.yaml", overrides).diagnostics);
}

/// One value read as `field` says; the complaints if it cannot be read.
template <class T>
struct ReadValue {
  bool sound = false;
  T value{};
  std::string complaints{};
};

template <class T>
ReadValue<T> read_as(const std::string& yaml, const Field& field) {
  Findings findings;
  SideFiles files("test.yaml", findings);
  Reading reading(files);
  const auto node = parse_document(std::make_shared<SourceText>("value", yaml, 0), findings);
  ReadValue<T> result;
  if (node) result.sound = read_value(Slot{*node, field, "value", reading}, result.value);
  result.complaints = to_text(findings.in_order());
  return result;
}

/// A folder of its own for files that a test writes; removed afterwards.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "asepsim_XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }

  /// Writes a file and returns its path.
  std::string write(const std::string& name, const std::string& text) const {
    const std::filesystem::path file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
    return file.string();
  }

 private:
  std::filesystem::path path_;
};

inline std::string file_text(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// All scenario files of the library.
inline std::vector<std::filesystem::path> library(const std::string& below = "") {
  std::vector<std::filesystem::path> files;
  const auto folder = std::filesystem::path(ASEPSIM_SOURCE_DIR) / "scenarios" / below;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

/// Those of the library, and those that play published outcomes again.
inline std::vector<std::filesystem::path> every_scenario() {
  std::vector<std::filesystem::path> files = library(), played = library("validation");
  files.insert(files.end(), played.begin(), played.end());
  return files;
}

}  // namespace asepsim::scenario
