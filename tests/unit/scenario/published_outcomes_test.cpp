// The table of published outcomes that scripts/validate works through, against the evidence table.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "scenario/evidence.hpp"
#include "unit/scenario/reading_help.hpp"

namespace asepsim::scenario {
namespace {

const std::filesystem::path folder =
    std::filesystem::path(ASEPSIM_SOURCE_DIR) / "scenarios" / "validation";

std::vector<std::vector<std::string>> targets() {
  std::ifstream in(folder / "targets.csv");
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(in, line);) {
    std::istringstream cells(line);
    std::vector<std::string>& row = rows.emplace_back();
    for (std::string cell; std::getline(cells, cell, ',');) row.push_back(cell);
  }
  return rows;
}

TEST(PublishedOutcomes, HaveTheSameNumberOfCellsInEveryRow) {
  ASSERT_GT(targets().size(), 30u);
  for (const auto& row : targets()) EXPECT_EQ(row.size(), targets().front().size()) << row.at(2);
}

// What verifies, calibrates or bounds is shown, and under its own role: calling it by a better one
// would claim too much. Single figures may be shown under a weaker one, and of a row that verifies
// some may have set a parameter.
TEST(PublishedOutcomes, ShowEveryRowThatVerifiesCalibratesOrBounds) {
  const std::map<Role, std::string> binding{
      {Role::verify, "verify"}, {Role::calibrate, "calibrate"}, {Role::bound, "bound"}};
  std::map<std::string, std::set<std::string>> roles;
  for (const auto& row : targets()) roles[row.at(0)].insert(row.at(1));
  int rows = 0;
  for (const EvidenceGroup& group : evidence_groups()) {
    for (const EvidenceRow& row : group.rows) {
      if (row.role == Role::none) continue;
      for (const auto& [role, word] : binding) {
        if (row.role == Role::verify && role == Role::calibrate) continue;
        EXPECT_EQ(roles[std::string(row.id)].contains(word), role == row.role)
            << row.id << " as " << word << " in targets.csv";
      }
      ++rows;
    }
  }
  EXPECT_GE(rows, 16);
}

// Whoever names a parameter that a figure was allowed to set does not say that it verifies.
TEST(PublishedOutcomes, ThatSetAParameterVerifyNothing) {
  for (const auto& row : targets()) {
    EXPECT_EQ(row.at(1) == "verify" && row.at(14) != "none", false) << row.at(0) << ' ' << row[2];
    EXPECT_EQ(row.at(1) == "calibrate" && row.at(14) == "none", false)
        << row.at(0) << ' ' << row[2];
  }
}

TEST(PublishedOutcomes, AreEachPlayedByAScenarioThatIsThere) {
  std::set<std::string> played;
  for (const auto& row : targets()) {
    if (!row.at(3).ends_with(".yaml")) continue;
    EXPECT_TRUE(std::filesystem::exists(folder / row[3])) << row[3];
    played.insert(row[3]);
  }
  for (const auto& file : library("validation"))
    EXPECT_TRUE(played.contains(file.filename().string()))
        << file << " is in no row of targets.csv";
}

}  // namespace
}  // namespace asepsim::scenario
