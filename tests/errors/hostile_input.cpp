// Input made to exhaust the reader is refused: within 2 seconds and 200 MiB, with a diagnostic.
//
// Each text is read in a child process, whose time and memory the operating system counts. The
// child says through its exit status that the text was refused as it should be.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>

#include "scenario/read_scenario.hpp"

namespace asepsim::scenario {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr double slower = 10, larger = 10;  // sanitizers pay with time and memory
#else
constexpr double slower = 1, larger = 1;
#endif
constexpr double most_seconds = 2.0 * slower;
constexpr double most_mebibytes = 200.0 * larger;

struct Usage {
  bool refused = false;
  double seconds = 0, mebibytes = 0;
};

/// Exit status 0: refused, with `words` in the first diagnostic.
int read_in_child(const std::function<ReadResult()>& read, const std::string& words) {
  const ReadResult result = read();
  if (result.scenario || result.diagnostics.empty()) return 1;
  return to_text(result.diagnostics.front()).find(words) == std::string::npos ? 2 : 0;
}

Usage measure(const std::function<ReadResult()>& read, const std::string& words) {
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) _exit(read_in_child(read, words));
  int status = 0;
  rusage used{};
  wait4(child, &status, 0, &used);
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
  return {WIFEXITED(status) && WEXITSTATUS(status) == 0, passed.count(),
          static_cast<double>(used.ru_maxrss) / 1024};
}

void expect_refused(const std::function<ReadResult()>& read, const std::string& words) {
  const Usage usage = measure(read, words);
  EXPECT_TRUE(usage.refused) << words;
  EXPECT_LT(usage.seconds, most_seconds) << words;
  EXPECT_LT(usage.mebibytes, most_mebibytes) << words;
}

void expect_text_refused(const std::string& text, const std::string& words) {
  expect_refused([&] { return read_scenario_text(text, "hostile.yaml"); }, words);
}

std::string times(std::size_t count, const std::string& text) {
  std::string out;
  out.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

const std::string head = "schema: asepsim/1\n";

TEST(HostileInput, OfSixtyFourMebibytesIsRefused) {
  const auto file = std::filesystem::temp_directory_path() /
                    ("asepsim_large_" + std::to_string(getpid()) + ".yaml");
  {
    std::ofstream out(file, std::ios::binary);
    const std::string mebibyte(1u << 20, '#');
    for (int i = 0; i < 64; ++i) out << mebibyte;
  }
  expect_refused([&] { return read_scenario(file.string()); }, "larger than 1 MiB");
  std::filesystem::remove(file);
}

TEST(HostileInput, WithoutEndIsRefused) {
  expect_refused([] { return read_scenario("/dev/zero"); }, "a pipe or a device, not a file");
}

// Nobody writes to the pipe: opening it would wait for ever.
TEST(HostileInput, FromAPipeIsRefused) {
  const auto folder =
      std::filesystem::temp_directory_path() / ("asepsim_pipe_" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  ASSERT_EQ(mkfifo((folder / "pipe").c_str(), 0600), 0);
  const std::string words = "a pipe or a device, not a file";
  expect_refused([&] { return read_scenario((folder / "pipe").string()); }, words);
  std::ofstream(folder / "clinic.yaml", std::ios::binary)
      << head << "calendar: {opening: always}\n"
      << "arrivals: {a: {pathway: p, rate: {file: pipe}}}\npathways: {p: [{step: s}]}\n";
  expect_refused([&] { return read_scenario((folder / "clinic.yaml").string()); }, words);
  std::filesystem::remove_all(folder);
}

TEST(HostileInput, OfNestedBracketsIsRefused) {
  for (const char* bracket : {"[", "{a: ", "[\n", "{? "})
    expect_text_refused(head + "about: " + times(10000, bracket), "nested deeper than 64 levels");
  expect_text_refused(head + "about: " + times(10000, "[") + times(10000, "]") + "\n",
                      "nested deeper than 64 levels");
}

TEST(HostileInput, OfNestedBlocksIsRefused) {
  std::string blocks = head;
  for (std::size_t i = 0; i < 1400; ++i) blocks += std::string(i, ' ') + "a:\n";
  expect_text_refused(blocks, "nested deeper than 64 levels");
  expect_text_refused(head + "about:\n  " + times(10000, "- ") + "x\n",
                      "nested deeper than 64 levels");
  expect_text_refused(times(10000, "? ") + "x\n", "nested deeper than 64 levels");
  // Ten thousand levels of indentation are more than a file may hold.
  std::string deeper = head;
  for (std::size_t i = 0; i < 10000; ++i) deeper += std::string(i, ' ') + "a:\n";
  expect_text_refused(deeper, "larger than 1 MiB");
}

TEST(HostileInput, OfAliasesThatMultiplyIsRefused) {
  std::string bomb = head + "x-0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 10; ++i) {
    const std::string below = "*a" + std::to_string(i - 1) + ", ";
    bomb += "x-" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + times(9, below) +
            below.substr(0, below.size() - 2) + "]\n";
  }
  expect_text_refused(bomb, "more than 100000 values");
}

TEST(HostileInput, OfNestedAnchorsIsRefused) {
  std::string anchors = head + "x-a: ";
  for (int i = 0; i < 60; ++i) anchors += "&a" + std::to_string(i) + " [";
  expect_text_refused(anchors + times(5000, "y,") + times(60, "]") + "\n",
                      "more than 100000 values");
}

TEST(HostileInput, OfTooManyEntriesIsRefused) {
  expect_text_refused(head + "x-list: [" + times(20000, "a,") + "]\n",
                      "more than 10000 entries in one list");
  std::string keys = head;
  for (int i = 0; i < 20000; ++i) keys += "k" + std::to_string(i) + ": 1\n";
  expect_text_refused(keys, "more than 10000 entries in one list");
}

// A long line must not be kept once for every complaint about it.
TEST(HostileInput, OfManyMistakesOnOneLineIsRefused) {
  std::string line = head + "about: {";
  for (int i = 0; i < 9900; ++i) line += "k" + std::to_string(i) + std::string(90, 'k') + ": 1, ";
  expect_text_refused(line + "}\n", "");
}

TEST(HostileInput, OfManyUnknownNamesIsRefused) {
  std::string text = head + "calendar: {opening: always}\nstaff:\n";
  for (int i = 0; i < 3000; ++i) text += "  s" + std::to_string(i) + ": {}\n";
  text += "arrivals: {a: {pathway: p, interarrival: 3 min}}\npathways:\n  p:\n";
  for (int i = 0; i < 9000; ++i)
    text +=
        "    - {step: t" + std::to_string(i) + ", staff: x" + std::to_string(i) + ", next: u}\n";
  expect_text_refused(text, "");
}

TEST(HostileInput, OfLongWordsIsRefused) {
  expect_text_refused(head + std::string(1000000, 'k') + ": 1\n", "");
  expect_text_refused(head + "about: {question: " + std::string(1000000, '\''), "");
  expect_text_refused(head + "x-a: " + std::string(1000000, '*') + "\n", "");
}

TEST(HostileInput, InASideFileIsRefused) {
  const auto folder =
      std::filesystem::temp_directory_path() / ("asepsim_side_" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "large.csv", std::ios::binary) << "weekday,hour,per_hour\n"
                                                        << times(20000, "monday,9,1\n");
  std::ofstream(folder / "clinic.yaml", std::ios::binary)
      << head << "calendar: {opening: always}\n"
      << "arrivals: {a: {pathway: p, rate: {file: large.csv}}}\npathways: {p: [{step: s}]}\n";
  expect_refused([&] { return read_scenario((folder / "clinic.yaml").string()); },
                 "more than 10000 rows");
  std::ofstream(folder / "large.csv", std::ios::binary) << times(1u << 17, "monday,9,1\n");
  expect_refused([&] { return read_scenario((folder / "clinic.yaml").string()); },
                 "shorten the table");
  std::filesystem::remove_all(folder);
}

// Whatever happens to the bytes of a good file, the reader answers: a scenario or diagnostics.
TEST(HostileInput, OfRandomlyChangedBytesIsAnswered) {
  std::ifstream in(std::string(ASEPSIM_SOURCE_DIR) + "/tests/errors/good_clinic.yaml");
  const std::string good{std::istreambuf_iterator<char>(in), {}};
  ASSERT_FALSE(good.empty());
  const std::string pieces = ":{}[],-#&*!|>'\"%@`?~ \n\t0.eé<=";
  std::uint64_t state = 20270104;
  const auto random = [&](std::size_t below) {
    state = state * 6364136223846793005ull + 1442695040888963407ull;
    return static_cast<std::size_t>((state >> 33) % below);
  };
  int accepted = 0;
  for (int round = 0; round < 1500; ++round) {
    std::string text = good;
    for (std::size_t change = 0; change <= random(2); ++change) {
      const std::size_t at = random(text.size());
      if (random(3) == 0)
        text.erase(at, random(6));
      else if (random(2) == 0)
        text.insert(at, 1, pieces[random(pieces.size())]);
      else
        text.insert(at, text.substr(random(text.size()), random(40)));
    }
    const ReadResult result = read_scenario_text(text, "changed.yaml");
    EXPECT_NE(result.scenario.has_value(), has_errors(result.diagnostics)) << text;
    if (!result.scenario) continue;
    ++accepted;
    const ReadResult again = read_scenario_text(resolved_yaml(*result.scenario), "changed.yaml");
    ASSERT_TRUE(again.scenario) << text << to_text(again.diagnostics);
    EXPECT_TRUE(*again.scenario == *result.scenario) << text;
  }
  EXPECT_GT(accepted, 30);  // else the changes were too rough to test anything but refusal
}

}  // namespace
}  // namespace asepsim::scenario
