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

  /// What asepsim would have written: files and the manifest that lists them.
  static void make_result(const fs::path& folder, const std::vector<std::string>& files) {
    fs::create_directories(folder);
    std::string list;
    for (const std::string& name : files) {
      std::ofstream(folder / name) << "old";
      list += (list.empty() ? "" : ", ") + (R"({"name": ")" + name + R"(", "bytes": 3})");
    }
    std::ofstream(folder / "manifest.json")
        << R"({"manifest": "asepsim-manifest/1", "files": [)" << list << "]}";
  }

  /// The refusal of --force to replace `name`.
  [[nodiscard]] std::string forced(const std::string& name) const {
    return message([&] { ResultFolder(place_ / name, IfTaken::replace); });
  }

  fs::path place_;
};

TEST_F(ResultFolderTest, AppearsWithAllItsFilesWhenComplete) {
  ResultFolder folder(place_ / "a" / "b", IfTaken::refuse);
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
    ResultFolder folder(place_ / "b", IfTaken::refuse);
    folder.append({"x.csv", "one\n"});
  }
  EXPECT_THAT(names(), IsEmpty());
}

TEST_F(ResultFolderTest, DoesNotOverwriteUnlessForced) {
  fs::create_directory(place_ / "b");
  EXPECT_EQ(message([&] { ResultFolder(place_ / "b", IfTaken::refuse); }),
            (place_ / "b").string() + ": exists already; choose another --output or add --force");
}

TEST_F(ResultFolderTest, ForcedReplacesAnEarlierResult) {
  make_result(place_ / "b", {"old.csv"});
  ResultFolder folder(place_ / "b", IfTaken::replace);
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
  EXPECT_THAT(forced("b"),
              HasSubstr("is not a results folder (no manifest.json of asepsim in it)"));
  std::ofstream(place_ / "b" / "manifest.json") << R"({"name": "my extension", "version": 3})";
  EXPECT_THAT(forced("b"), HasSubstr("is not a results folder"));
  std::ofstream(place_ / "b" / "manifest.json") << "{";
  EXPECT_THAT(forced("b"), HasSubstr("is not a results folder"));
  std::ofstream(place_ / "file") << "x";
  EXPECT_EQ(forced("file"),
            (place_ / "file").string() + ": is not a folder; choose another --output");
  EXPECT_TRUE(fs::exists(place_ / "b" / "thesis.doc"));
}

TEST_F(ResultFolderTest, ForcedSparesWhatWasPutBesideTheResults) {
  make_result(place_ / "b", {"old.csv"});
  std::ofstream(place_ / "b" / "notes.txt") << "mine";
  EXPECT_EQ(forced("b"),
            (place_ / "b").string() +
                ": holds what no run of asepsim wrote (notes.txt), so --force does not "
                "replace it; move that away or choose another --output");
  fs::create_directories(place_ / "b" / "old");
  fs::rename(place_ / "b" / "notes.txt", place_ / "b" / "old" / "notes.txt");
  EXPECT_THAT(forced("b"), HasSubstr("(old)"));
  EXPECT_TRUE(fs::exists(place_ / "b" / "old" / "notes.txt"));
}

TEST_F(ResultFolderTest, ForcedSparesTheFolderOneWorksInAndThoseAbove) {
  make_result(place_ / "b", {"old.csv"});
  const fs::path before = fs::current_path();
  fs::current_path(place_ / "b");
  EXPECT_THAT(message([&] { ResultFolder(".", IfTaken::replace); }),
              HasSubstr("is the current folder or one above it"));
  EXPECT_THAT(message([&] { ResultFolder("..", IfTaken::replace); }),
              HasSubstr("is the current folder or one above it"));
  fs::current_path(before);
  EXPECT_TRUE(fs::exists(place_ / "b" / "old.csv"));
}

TEST_F(ResultFolderTest, ForcedLooksAgainBeforeReplacing) {
  ResultFolder folder(place_ / "b", IfTaken::replace);
  fs::create_directory(place_ / "b");
  std::ofstream(place_ / "b" / "thesis.doc") << "years";
  EXPECT_THAT(message([&] { folder.complete(); }), HasSubstr("is not a results folder"));
  EXPECT_TRUE(fs::exists(place_ / "b" / "thesis.doc"));
}

TEST_F(ResultFolderTest, OfTwoRunsToOnePlaceTheFirstStays) {
  {
    ResultFolder first(place_ / "b", IfTaken::refuse), second(place_ / "b", IfTaken::refuse);
    first.append({"x.csv", "first"});
    second.append({"x.csv", "second"});
    first.complete();
    EXPECT_EQ(message([&] { second.complete(); }),
              (place_ / "b").string() + ": exists already; choose another --output or add --force");
  }
  EXPECT_EQ(content(place_ / "b" / "x.csv"), "first");
  EXPECT_THAT(names(), ElementsAre("b"));
}

TEST_F(ResultFolderTest, NamesThatNobodyChoseAreNumbered) {
  ResultFolder first(place_ / "b", IfTaken::renumber), second(place_ / "b", IfTaken::renumber);
  first.complete();
  second.append({"x.csv", "second"});
  second.complete();
  ResultFolder third(place_ / "b", IfTaken::renumber);
  third.complete();
  EXPECT_EQ(first.shown(), (place_ / "b").string());
  EXPECT_EQ(second.shown(), (place_ / "b_2").string());
  EXPECT_EQ(third.shown(), (place_ / "b_3").string());
  EXPECT_EQ(content(place_ / "b_2" / "x.csv"), "second");
}

TEST_F(ResultFolderTest, CanBeDiscardedAtOnce) {
  ResultFolder folder(place_ / "b", IfTaken::refuse);
  folder.append({"x.csv", "one"});
  folder.discard();
  EXPECT_THAT(names(), IsEmpty());
}

TEST_F(ResultFolderTest, ATrailingSlashNamesTheSameFolder) {
  ResultFolder folder(place_ / "b" / "", IfTaken::refuse);
  folder.append({"x.csv", "one\n"});
  folder.complete();
  EXPECT_THAT(names(), ElementsAre("b"));
}

TEST_F(ResultFolderTest, SaysWhichPathCannotBeMadeAndWhy) {
  std::ofstream(place_ / "file") << "x";
  EXPECT_EQ(message([&] { ResultFolder(place_ / "file" / "b", IfTaken::refuse); }),
            (place_ / "file").string() + ": cannot be created: Not a directory");
}

TEST_F(ResultFolderTest, ListsWhatWasWritten) {
  ResultFolder folder(place_ / "b", IfTaken::refuse);
  folder.append({"y.csv", "12345"});
  folder.append({"x.csv", "1"});
  const auto written = folder.written();
  ASSERT_EQ(written.size(), 2u);
  EXPECT_EQ(written[0].name, "x.csv");
  EXPECT_EQ(written[1].bytes, 5u);
}

}  // namespace
}  // namespace asepsim::report
