// The house keeps its rules: includes point left, third parties stay in their room, and the map
// names every file.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path source = ASEPSIM_SOURCE_DIR;

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

struct Include {
  fs::path file;
  std::string room, target;
};

std::vector<fs::path> sources() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::recursive_directory_iterator(source / "src")) {
    const auto ending = entry.path().extension();
    if (ending == ".hpp" || ending == ".cpp") out.push_back(entry.path());
  }
  return out;
}

std::vector<Include> includes() {
  static const std::regex pattern(R"(^\s*#\s*include\s*[<"]([^">]+)[">])");
  std::vector<Include> out;
  for (const fs::path& file : sources()) {
    const std::string room = fs::relative(file, source / "src").begin()->string();
    std::istringstream lines(text_of(file));
    for (std::string line; std::getline(lines, line);) {
      std::smatch match;
      if (std::regex_search(line, match, pattern)) out.push_back({file, room, match[1]});
    }
  }
  return out;
}

const std::map<std::string, std::set<std::string>>& allowed() {
  static const std::map<std::string, std::set<std::string>> rooms{
      {"base", {}},
      {"kernel", {"base"}},
      {"scenario", {"base"}},
      {"science", {"base"}},
      {"clinic", {"base", "kernel", "scenario", "science"}},
      {"experiment", {"base", "kernel", "scenario", "clinic"}},
      {"report", {"base", "kernel", "scenario", "clinic", "experiment"}},
      {"cli", {"base", "kernel", "scenario", "clinic", "experiment", "report"}}};
  return rooms;
}

TEST(House, IncludesPointLeft) {
  ASSERT_GT(sources().size(), 100U);
  for (const Include& include : includes()) {
    const std::string target = include.target.substr(0, include.target.find('/'));
    if (allowed().count(target) == 0 || target == include.room) continue;
    EXPECT_TRUE(allowed().at(include.room).count(target))
        << include.file << " includes " << include.target;
  }
}

TEST(House, ThirdPartiesStayInTheirRoom) {
  const std::map<std::string, std::set<std::string>> owners{
      {"yaml-cpp/", {"scenario"}},
      {"simgrid", {"kernel"}},
      {"boost/random", {"kernel"}},
      {"Random123/", {"kernel"}},
      {"boost/math", {"base", "kernel", "science", "experiment"}},
      {"tbb/", {"experiment"}},
      {"oneapi/", {"experiment"}},
      {"CLI/", {"cli"}},
      {"nlohmann/", {"report", "cli"}}};
  for (const Include& include : includes()) {
    for (const auto& [prefix, rooms] : owners) {
      if (include.target.rfind(prefix, 0) != 0) continue;
      EXPECT_TRUE(rooms.count(include.room)) << include.file << " includes " << include.target;
    }
  }
}

TEST(House, FacesShowNoThirdParty) {
  const std::set<std::string> faces{"kernel.hpp", "read_scenario.hpp", "run_replication.hpp",
                                    "study.hpp"};
  for (const Include& include : includes()) {
    if (faces.count(include.file.filename().string()) == 0) continue;
    const std::string target = include.target.substr(0, include.target.find('/'));
    const bool ours = allowed().count(target) > 0;
    EXPECT_TRUE(ours || include.target.find('/') == std::string::npos)
        << include.file << " includes " << include.target;
  }
}

TEST(House, TheMapNamesEveryFile) {
  const std::string map = text_of(source / "src" / "README.md");
  for (const fs::path& file : sources()) {
    const std::string stem = file.stem().string();
    EXPECT_NE(map.find("`" + stem + "`"), std::string::npos)
        << fs::relative(file, source) << " is missing in src/README.md";
  }
}

// Files with one stem in two rooms have a row in each, and no table says a thing twice.
TEST(House, TheMapSaysNothingTwice) {
  std::istringstream lines(text_of(source / "src" / "README.md"));
  std::set<std::string> seen;
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind('#', 0) == 0) seen.clear();
    const std::size_t end = line.find('|', 1);
    if (line.rfind("| ", 0) != 0 || end == std::string::npos) continue;
    EXPECT_TRUE(seen.insert(line.substr(0, end)).second) << line;
  }
}

// A function, from its first line to its closing brace in the first column.
TEST(House, FunctionsFitOnAScreen) {
  static const std::regex other(
      R"(^(namespace|struct|class|enum|union|using|typedef|template|\}|//|#|/\*))");
  std::size_t functions = 0;
  for (const fs::path& file : sources()) {
    std::istringstream lines(text_of(file));
    std::size_t number = 0, first = 0;
    std::string head;
    for (std::string line; std::getline(lines, line);) {
      ++number;
      if (line == "}" && first > 0) {
        ++functions;
        EXPECT_LE(number - first + 1, 40U)
            << fs::relative(file, source) << ":" << first << " " << head;
        first = 0;
      } else if (!line.empty() && line[0] != ' ') {
        const bool begins = !std::regex_search(line, other) && line.find('(') != std::string::npos;
        first = begins ? number : 0;
        head = line;
      }
    }
  }
  EXPECT_GT(functions, 1500U);
}

}  // namespace
