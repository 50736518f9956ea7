// The results folder: there or not there, never half; nobody's other folder is lost.
#include "report/result_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

namespace asepsim::report {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class ResultFolderTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "asepsim_test_XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    place_ = name;
  }
  void TearDown() override { fs::remove_all(place_); }

  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const auto& entry : fs::directory_iterator(place_)) {
      all.push_back(entry.path().filename().string());
    }
    std::sort(all.begin(), all.end());
    return all;
  }

  static std::string content(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
  }

  static std::string message(const std::function<void()>& action) {
    try {
      action();
    } catch (const WriteError& error) {
      return error.what();
    }
    return "no error";
  }

  fs::path place_;
};

TEST_F(ResultFolderTest, AppearsWithAllItsFilesWhenComplete) {
  ResultFolder folder(place_ / "a" / "b", false);
  folder.append({"x.csv", "one\n"});
  folder.append({"x.csv", "two\n"});
  folder.append({"y.csv", ""});
  EXPECT_FALSE(fs::exists(place_ / "a" / "b"));
  folder.complete();
  EXPECT_EQ(content(place_ / "a" / "b" / "x.csv"), "one\ntwo\n");
  EXPECT_TRUE(fs::exists(place_ / "a" / "b" / "y.csv"));
}

TEST_F(ResultFolderTest, LeavesNothingBehindUnlessCompleted) {
  {
    ResultFolder folder(place_ / "b", false);
    folder.append({"x.csv", "one\n"});
  }
  EXPECT_THAT(names(), IsEmpty());
}

TEST_F(ResultFolderTest, DoesNotOverwriteUnlessForced) {
  fs::create_directory(place_ / "b");
  EXPECT_EQ(message([&] { ResultFolder(place_ / "b", false); }),
            (place_ / "b").string() + ": exists already; choose another --output or add --force");
}

TEST_F(ResultFolderTest, ForcedReplacesAnEarlierResult) {
  fs::create_directory(place_ / "b");
  std::ofstream(place_ / "b" / "manifest.json") << "{}";
  std::ofstream(place_ / "b" / "old.csv") << "old";
  ResultFolder folder(place_ / "b", true);
  folder.append({"new.csv", "new"});
  EXPECT_TRUE(fs::exists(place_ / "b" / "old.csv"));
  folder.complete();
  EXPECT_THAT(names(), ElementsAre("b"));
  EXPECT_FALSE(fs::exists(place_ / "b" / "old.csv"));
  EXPECT_EQ(content(place_ / "b" / "new.csv"), "new");
}

TEST_F(ResultFolderTest, ForcedStillSparesFoldersThatAreNoResults) {
  fs::create_directory(place_ / "b");
  std::ofstream(place_ / "b" / "thesis.doc") << "years";
  EXPECT_THAT(message([&] { ResultFolder(place_ / "b", true); }),
              HasSubstr("is not a results folder (no manifest.json in it)"));
  EXPECT_TRUE(fs::exists(place_ / "b" / "thesis.doc"));
}

TEST_F(ResultFolderTest, ATrailingSlashNamesTheSameFolder) {
  ResultFolder folder(place_ / "b" / "", false);
  folder.append({"x.csv", "one\n"});
  folder.complete();
  EXPECT_THAT(names(), ElementsAre("b"));
}

TEST_F(ResultFolderTest, SaysWhichPathCannotBeMadeAndWhy) {
  std::ofstream(place_ / "file") << "x";
  EXPECT_EQ(message([&] { ResultFolder(place_ / "file" / "b", false); }),
            (place_ / "file").string() + ": cannot be created: Not a directory");
}

TEST_F(ResultFolderTest, ListsWhatWasWritten) {
  ResultFolder folder(place_ / "b", false);
  folder.append({"y.csv", "12345"});
  folder.append({"x.csv", "1"});
  const auto written = folder.written();
  ASSERT_EQ(written.size(), 2u);
  EXPECT_EQ(written[0].name, "x.csv");
  EXPECT_EQ(written[1].bytes, 5u);
}

}  // namespace
}  // namespace asepsim::report
