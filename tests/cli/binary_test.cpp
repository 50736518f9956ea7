// The binary as its users meet it: exit codes, streams, interrupts, a disk that is full.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "cli/program.hpp"
#include "unit/cli/scratch.hpp"

namespace asepsim::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

namespace fs = std::filesystem;

struct Ending {
  int code = -1;
  std::string out, err;
};

Ending ending_of(const std::vector<std::string>& command) {
  Program program(command);
  const int code = program.wait();
  return {code, program.out(), program.err()};
}

Ending asepsim(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), ASEPSIM_BINARY);
  return ending_of(arguments);
}

class Binary : public Scratch {
 protected:
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const auto& entry : fs::directory_iterator(place_)) all.push_back(entry.path().filename());
    return all;
  }
};

TEST_F(Binary, HelpGoesToStdoutAndMistakesToStderr) {
  const Ending help = asepsim({"--help"});
  EXPECT_EQ(help.code, 0);
  EXPECT_THAT(help.out, HasSubstr("\nExamples:\n"));
  EXPECT_THAT(help.err, IsEmpty());
  const Ending mistake = asepsim({"run", "--replicatons", "3"});
  EXPECT_EQ(mistake.code, 2);
  EXPECT_THAT(mistake.out, IsEmpty());
  EXPECT_EQ(mistake.err,
            "asepsim: there is no option --replicatons; did you mean --replications?\n"
            "Run with --help for more information.\n");
}

TEST_F(Binary, ExplainsFieldsRowsAndTheWholeEvidence) {
  const Ending field = asepsim({"explain", "sterilizer.d121"});
  EXPECT_EQ(field.code, 0);
  EXPECT_THAT(field.out, HasSubstr("\n  default     2 min\n  range       1 min to 2.8 min\n"
                                   "  rests on    I17\n"));
  const Ending row = asepsim({"explain", "I17"});
  EXPECT_EQ(row.code, 0);
  EXPECT_THAT(row.out, HasSubstr("\n  fields      sterilization.d121: 2 min (1 min to 2.8 min)\n"));
  const Ending all = asepsim({"explain", "evidence"});
  EXPECT_EQ(all.code, 0);
  EXPECT_THAT(all.out, HasSubstr("\n  I17   read         D121 of Geobacillus"));
  const Ending none = asepsim({"explain", "I98"});
  EXPECT_EQ(none.code, 2);
  EXPECT_THAT(none.err, StartsWith("asepsim: nothing is called \"I98\"\n"));
}

TEST_F(Binary, WithoutACommandItExplainsItself) {
  const Ending e = asepsim({});
  EXPECT_EQ(e.code, 2);
  EXPECT_THAT(e.err, StartsWith("Simulates clinic operations"));
}

TEST_F(Binary, EndsWithTheCodesOfTheInterface) {
  const std::string good = file("good.yaml", small_queue());
  const std::string strict =
      file("strict.yaml", small_queue("limits: [{kpi: wait.mean, at_most: 0.001}]\n"));
  const std::string open =
      file("open.yaml", small_queue("limits: [{kpi: wait.mean, at_most: 1}]\n"));
  const std::string bad = file("bad.yaml", small_queue("wrong: 1\n"));
  EXPECT_EQ(asepsim({"run", good, "--output", path("0")}).code, 0);
  EXPECT_EQ(asepsim({"run", good, "--frobnicate"}).code, 2);
  EXPECT_EQ(asepsim({"run", bad, "--output", path("3")}).code, 3);
  EXPECT_EQ(asepsim({"run", strict, "--output", path("4")}).code, 4);
  EXPECT_EQ(asepsim({"run", open, "--replications", "1", "--output", path("5")}).code, 5);
  EXPECT_EQ(asepsim({"run", path("none.yaml"), "--output", path("7")}).code, 7);
  EXPECT_TRUE(exists("4"));
  EXPECT_TRUE(exists("5"));
  EXPECT_FALSE(exists("3"));
  EXPECT_FALSE(exists("7"));
}

TEST_F(Binary, WithoutOutputWritesUnderResults) {
  file("q.yaml", small_queue());
  const Ending e = ending_of(
      {"sh", "-c", "cd " + place_.string() + " && " ASEPSIM_BINARY " run q.yaml --quiet"});
  EXPECT_EQ(e.code, 0);
  EXPECT_THAT(e.out, ::testing::MatchesRegex("results/q/[0-9]{8}T[0-9]{6}Z_[0-9a-f]{8}\n"));
  const std::string folder = e.out.substr(0, e.out.size() - 1);
  EXPECT_TRUE(exists(folder + "/summary.csv"));
}

TEST_F(Binary, PipedOutputHasNoColourAndNoBar) {
  const std::string queue = file("q.yaml", small_queue());
  const std::string other = file("o.yaml", small_queue("finance: {rent_per_day: 100 USD}\n"));
  const Ending e = asepsim({"compare", queue, other, "--output", path("out")});
  EXPECT_EQ(e.code, 0);
  EXPECT_THAT(e.out, HasSubstr("worse"));
  EXPECT_THAT(e.out, Not(HasSubstr("\x1b")));
  EXPECT_THAT(e.err, IsEmpty());
}

TEST_F(Binary, AnUnwritableFolderIsKnownBeforeAnythingRuns) {
  const std::string queue = file("q.yaml", small_queue());
  const auto start = std::chrono::steady_clock::now();
  const Ending e =
      asepsim({"run", queue, "--replications", "1000000", "--output", "/dev/null/out"});
  EXPECT_EQ(e.code, 7);
  EXPECT_EQ(e.err, "asepsim: error: /dev/null: cannot be created: Not a directory\n");
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60));
}

// A file-size limit is what a full disk looks like to the program.
TEST_F(Binary, AFullDiskLeavesNothingHalfWritten) {
  const std::string queue = file("q.yaml", small_queue());
  const Ending e = ending_of({"bash", "-c",
                              "trap '' XFSZ; ulimit -f 4; exec " ASEPSIM_BINARY " run " + queue +
                                  " --output " + path("out")});
  EXPECT_EQ(e.code, 7);
  EXPECT_THAT(e.err, HasSubstr("cannot be written: File too large\n"));
  EXPECT_THAT(e.out, IsEmpty());
  EXPECT_THAT(names(), ::testing::ElementsAre("q.yaml"));
}

TEST_F(Binary, AnInterruptKeepsFinishedReplications) {
  const std::string queue = file("q.yaml", small_queue());
  Program program({ASEPSIM_BINARY, "run", queue, "--replications", "1000000", "--cross-check", "0",
                   "--threads", "2", "--output", path("out")});
  std::this_thread::sleep_for(std::chrono::seconds(2));
  program.interrupt();
  EXPECT_EQ(program.wait(), 130);
  EXPECT_THAT(program.err(),
              HasSubstr("interrupted: finishing the replications under way; once more to stop at "
                        "once\n"));
  EXPECT_THAT(program.err(), HasSubstr("the finished replications are kept"));
  EXPECT_THAT(program.out(), HasSubstr("Warning: interrupted: q finished "));
  EXPECT_THAT(content(place_ / "out/manifest.json"), HasSubstr("\"status\": \"interrupted\""));
  EXPECT_TRUE(exists("out/summary.csv"));
}

TEST_F(Binary, AnInterruptSaysHowToGoOn) {
  const std::string queue = file("q.yaml", small_queue());
  const auto interrupted = [&](const std::string& more) {
    Program program({"sh", "-c",
                     "cd " + place_.string() + " && exec " ASEPSIM_BINARY " run " + queue +
                         " --replications 1000000 --cross-check 0 --threads 2 " + more});
    std::this_thread::sleep_for(std::chrono::milliseconds(1500));
    program.interrupt();
    EXPECT_EQ(program.wait(), 130);
    return program.err();
  };
  EXPECT_THAT(interrupted("--output out"),
              HasSubstr("are kept. To run them again, identically, and the rest, add --force or "
                        "choose another --output.\n"));
  EXPECT_THAT(
      interrupted("--output out --force"),
      HasSubstr("are kept. The same command runs them again, identically, and the rest.\n"));
  EXPECT_THAT(interrupted(""), HasSubstr("are kept. The same command runs them again"));
}

TEST_F(Binary, AHangUpIsAnInterruptUnlessTheUserIgnoresIt) {
  const std::string queue = file("q.yaml", small_queue());
  const std::string command = ASEPSIM_BINARY " run " + queue +
                              " --cross-check 0 --threads 1 --set 'run.length=20 d' --output ";
  Program program({"sh", "-c", "exec " + command + path("out") + " --replications 1000000"});
  std::this_thread::sleep_for(std::chrono::milliseconds(1500));
  program.send(SIGHUP);
  EXPECT_EQ(program.wait(), 130);
  EXPECT_TRUE(exists("out/summary.csv"));
  Program ignoring(
      {"sh", "-c", "trap '' HUP; exec " + command + path("all") + " --replications 300"});
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  ignoring.send(SIGHUP);
  EXPECT_EQ(ignoring.wait(), 0);
}

// One replication takes seconds here, so that the second signal comes while the first is waited
// for.
TEST_F(Binary, ASecondInterruptEndsItAtOnceAndLeavesNoResults) {
  const std::string queue = file("q.yaml", small_queue());
  Program program({ASEPSIM_BINARY, "run", queue, "--set", "run.length=2000 d", "--engine",
                   "simgrid", "--cross-check", "0", "--output", path("out")});
  std::this_thread::sleep_for(std::chrono::milliseconds(500));
  EXPECT_THAT(names(), ::testing::SizeIs(2));
  program.interrupt();
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  program.interrupt();
  EXPECT_EQ(program.wait(), -SIGINT);
  EXPECT_THAT(names(), ::testing::ElementsAre("q.yaml"));
}

TEST_F(Binary, AStdoutThatCannotBeWrittenIsAFileError) {
  const std::string queue = file("q.yaml", small_queue());
  const auto to_full = [&](const std::string& arguments) {
    return ending_of({"sh", "-c", ASEPSIM_BINARY " " + arguments + " > /dev/full"});
  };
  for (const std::string command :
       {"--help", "--version", "run --help", "schema", "explain kpis"}) {
    const Ending e = to_full(command);
    EXPECT_EQ(e.code, 7) << command;
    EXPECT_EQ(e.err, "asepsim: error: standard output cannot be written\n") << command;
  }
  EXPECT_EQ(to_full("validate " + queue).code, 7);
  EXPECT_EQ(to_full("run --dry-run " + queue).code, 7);
  const Ending run = to_full("run " + queue + " --output " + path("out"));
  EXPECT_EQ(run.code, 7);
  EXPECT_EQ(run.err,
            "asepsim: error: standard output cannot be written; the results are complete in " +
                path("out") + "\n");
  EXPECT_TRUE(exists("out/manifest.json"));
}

TEST_F(Binary, TwoRunsWithoutOutputInOneSecondBothStay) {
  file("q.yaml", small_queue());
  const std::string run = ASEPSIM_BINARY " run q.yaml --quiet";
  const Ending e =
      ending_of({"sh", "-c",
                 "cd " + place_.string() + " && (" + run + " & " + run + " & " + run + " & wait)"});
  EXPECT_EQ(e.err, "");
  std::size_t folders = 0;
  for (const auto& entry : fs::directory_iterator(place_ / "results/q")) {
    EXPECT_TRUE(fs::exists(entry.path() / "manifest.json"));
    ++folders;
  }
  EXPECT_EQ(folders, 3U);
}

TEST_F(Binary, OfTwoRunsToOneFolderOneIsRefused) {
  const std::string queue = file("q.yaml", small_queue());
  const std::string run = ASEPSIM_BINARY " run " + queue + " --quiet --output " + path("out");
  const Ending e =
      ending_of({"sh", "-c", run + " --seed 1 & " + run + " --seed 2; echo $?; wait $!; echo $?"});
  EXPECT_THAT(e.out, HasSubstr("7\n"));
  EXPECT_THAT(e.out, HasSubstr("0\n"));
  EXPECT_THAT(e.err, HasSubstr("exists already; choose another --output or add --force"));
  EXPECT_THAT(names(), ::testing::UnorderedElementsAre("out", "q.yaml"));
}

TEST_F(Binary, ValidatesEveryScenarioOfTheLibrary) {
  for (const auto& entry :
       fs::recursive_directory_iterator(fs::path(ASEPSIM_SOURCE_DIR) / "scenarios")) {
    if (entry.path().extension() != ".yaml") continue;
    const Ending e = asepsim({"validate", entry.path().string()});
    EXPECT_EQ(e.code, 0) << e.err;
  }
}

// A short year of the base clinic: what a clinic's results are must not depend on the machine.
TEST_F(Binary, AClinicsResultsAreTheSameOnAnyThreadsAndEngine) {
  const std::string clinic = std::string(ASEPSIM_SOURCE_DIR) + "/scenarios/";
  const auto run = [&](const std::string& name, const std::vector<std::string>& how) {
    std::vector<std::string> arguments{"compare",
                                       clinic + "licensed_pen_clinic.yaml",
                                       clinic + "reusable_rollers_autoclave.yaml",
                                       "--set",
                                       "run.length=42 d",
                                       "--set",
                                       "run.warm_up=14 d",
                                       "--replications",
                                       "10",
                                       "--quiet",
                                       "--output",
                                       path(name)};
    arguments.insert(arguments.end(), how.begin(), how.end());
    EXPECT_EQ(asepsim(arguments).code, 0);
    std::string all;
    for (const char* table : {"summary.csv", "kpi.csv", "comparison.csv", "exposures.csv"}) {
      all += content(place_ / name / table);
    }
    EXPECT_GT(all.size(), 100'000u);
    return all;
  };
  const std::string one = run("one", {"--threads", "1"});
  EXPECT_EQ(run("two", {"--threads", "2"}), one);
  EXPECT_EQ(run("seven", {"--threads", "7"}), one);
  EXPECT_EQ(run("simgrid", {"--engine", "simgrid"}), one);
}

}  // namespace
}  // namespace asepsim::testing
