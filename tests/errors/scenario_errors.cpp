// Every bad_*.yaml of this folder holds one mistake (or says in its name that it holds more);
// beside it stands the whole text that the user must see. odd_*.yaml are valid and earn warnings
// only.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "scenario/read_scenario.hpp"

namespace asepsim::scenario {
namespace {

const std::filesystem::path folder = std::filesystem::path(ASEPSIM_SOURCE_DIR) / "tests/errors";

std::vector<std::string> cases(const std::string& prefix) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().stem().string();
    if (entry.path().extension() == ".yaml" && name.starts_with(prefix)) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// Messages name files as the user did: relative to where the program was started.
ReadResult read_in_folder(const std::string& name) {
  std::filesystem::current_path(folder);
  return read_scenario(name + ".yaml");
}

std::string case_name(const testing::TestParamInfo<std::string>& info) {
  return info.param;
}

class Mistake : public testing::TestWithParam<std::string> {};

TEST_P(Mistake, IsToldInFull) {
  const ReadResult result = read_in_folder(GetParam());
  EXPECT_FALSE(result.scenario.has_value());
  EXPECT_EQ(to_text(result.diagnostics), text_of(folder / (GetParam() + ".expected")));
}

INSTANTIATE_TEST_SUITE_P(Errors, Mistake, testing::ValuesIn(cases("bad_")), case_name);

class Oddity : public testing::TestWithParam<std::string> {};

TEST_P(Oddity, IsWarnedOfAndAccepted) {
  const ReadResult result = read_in_folder(GetParam());
  EXPECT_TRUE(result.scenario.has_value());
  EXPECT_EQ(to_text(result.diagnostics), text_of(folder / (GetParam() + ".expected")));
}

INSTANTIATE_TEST_SUITE_P(Errors, Oddity, testing::ValuesIn(cases("odd_")), case_name);

TEST(Mistakes, AreManyAndTheClinicTheyStartFromHasNone) {
  EXPECT_GE(cases("bad_").size(), 150u);
  const ReadResult good = read_in_folder("good_clinic");
  EXPECT_EQ(to_text(good.diagnostics), "");
  EXPECT_TRUE(good.scenario.has_value());
}

TEST(Mistakes, AreAllToldInOneGo) {
  const ReadResult result = read_in_folder("bad_eight_mistakes");
  EXPECT_EQ(result.diagnostics.size(), 8u);
}

TEST(Mistakes, OfUnreadableFilesAreMarkedSo) {
  for (const char* name :
       {"bad_extends_missing_file", "bad_csv_missing_file", "no_such_scenario"}) {
    const ReadResult result = read_in_folder(name);
    ASSERT_EQ(result.diagnostics.size(), 1u) << name;
    EXPECT_TRUE(result.diagnostics[0].unreadable) << name;
  }
  EXPECT_FALSE(read_in_folder("bad_unknown_key").diagnostics.at(0).unreadable);
}

}  // namespace
}  // namespace asepsim::scenario
