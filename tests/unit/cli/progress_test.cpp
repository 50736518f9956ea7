// Progress on stderr, interrupts, exit codes.
#include "cli/progress.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <atomic>
#include <chrono>
#include <sstream>
#include <thread>

#include "cli/interrupt.hpp"
#include "cli/study_status.hpp"

namespace asepsim::cli {
namespace {

using experiment::Progress;
using experiment::StudyResult;

Progress after(std::uint64_t done, double seconds) {
  return {.done = done, .failed = 0, .total = 100, .seconds = seconds, .relative_half_width = 0};
}

TEST(Progress, PlainIsALineEveryTenSeconds) {
  std::ostringstream err;
  ProgressPrinter printer(err, ProgressMode::plain);
  for (int second = 1; second <= 25; ++second) {
    printer.show(after(static_cast<std::uint64_t>(second) * 4, second));
  }
  printer.finish();
  EXPECT_EQ(err.str(),
            "40 of 100 replications, 4 a second, 15 s left\n"
            "80 of 100 replications, 4 a second, 5 s left\n");
}

TEST(Progress, AShortRunLeavesPlainLogsAlone) {
  std::ostringstream err;
  ProgressPrinter printer(err, ProgressMode::plain);
  printer.show(after(100, 9));
  printer.finish();
  EXPECT_EQ(err.str(), "");
}

TEST(Progress, TheBarIsTakenAwayAtTheEnd) {
  std::ostringstream err;
  ProgressPrinter printer(err, ProgressMode::bar);
  printer.show(after(50, 1));
  EXPECT_EQ(err.str(), "[############............] 50 of 100 replications, 50 a second, 1 s left");
  printer.finish();
  EXPECT_TRUE(err.str().ends_with("\r\x1b[K"));
}

TEST(Progress, JsonIsALineAndTheLastAlwaysComes) {
  std::ostringstream err;
  ProgressPrinter printer(err, ProgressMode::json);
  printer.show(after(1, 0.5));
  printer.show(after(2, 1.5));
  printer.show(after(3, 2));
  printer.show(after(100, 2.25));
  EXPECT_EQ(err.str(),
            R"({"done":2,"failed":0,"total":100,"seconds":1.5,"relative_half_width":0.0}
{"done":100,"failed":0,"total":100,"seconds":2.25,"relative_half_width":0.0}
)");
}

TEST(Progress, NoneIsSilentButNotesAreShown) {
  std::ostringstream err;
  ProgressPrinter printer(err, ProgressMode::none);
  printer.show(after(100, 100));
  EXPECT_EQ(err.str(), "");
  printer.note("interrupted");
  EXPECT_EQ(err.str(), "interrupted\n");
}

TEST(Progress, TellsFailuresAndPrecision) {
  EXPECT_EQ(
      progress_text(
          {.done = 48, .failed = 2, .total = 192, .seconds = 9.6, .relative_half_width = 0.0312}),
      "48 of 192 replications, 2 failed, 5 a second, 29 s left, widest interval +-3.1 %");
}

TEST(Progress, AutoIsABarOnlyOnATerminal) {
  EXPECT_EQ(progress_mode("auto", true), ProgressMode::bar);
  EXPECT_EQ(progress_mode("auto", false), ProgressMode::plain);
  EXPECT_EQ(progress_mode("json", true), ProgressMode::json);
  EXPECT_EQ(progress_mode("fancy", true), std::nullopt);
}

TEST(DurationText, SuitsItsSize) {
  EXPECT_EQ(duration_text(0.2), "0 s");
  EXPECT_EQ(duration_text(59.4), "59 s");
  EXPECT_EQ(duration_text(200), "3 min 20 s");
  EXPECT_EQ(duration_text(7500), "2 h 5 min");
}

TEST(Interrupt, AsksTheRunToStopAndIsNoticedOnce) {
  std::atomic<int> noticed = 0;
  const InterruptWatch watch([&] { ++noticed; });
  EXPECT_FALSE(watch.interrupted());
  kill(getpid(), SIGINT);
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (noticed == 0 && std::chrono::steady_clock::now() < deadline) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  EXPECT_EQ(noticed, 1);
  EXPECT_TRUE(watch.token().stop_requested());
}

TEST(Interrupt, AWatchThatEndsLeavesTheSignalsAsTheyWere) {
  sigset_t before, after_watch;
  pthread_sigmask(SIG_SETMASK, nullptr, &before);
  { const InterruptWatch watch; }
  pthread_sigmask(SIG_SETMASK, nullptr, &after_watch);
  EXPECT_EQ(sigismember(&before, SIGINT), sigismember(&after_watch, SIGINT));
}

StudyResult study() {
  StudyResult result;
  result.scenarios.resize(1);
  return result;
}

TEST(ExitStatus, SaysTheGravestThing) {
  using experiment::LimitState;
  StudyResult result = study();
  EXPECT_EQ(exit_status_of(result), ExitStatus::done);
  result.scenarios[0].limits = {{0, {}, LimitState::met}};
  EXPECT_EQ(exit_status_of(result), ExitStatus::done);
  result.scenarios[0].limits.push_back({0, {}, LimitState::undecided});
  EXPECT_EQ(exit_status_of(result), ExitStatus::undecided);
  result.scenarios[0].limits.push_back({0, {}, LimitState::broken});
  EXPECT_EQ(exit_status_of(result), ExitStatus::limit_broken);
  result.scenarios[0].failures = {{3, "no"}};
  EXPECT_EQ(exit_status_of(result), ExitStatus::replications_failed);
  result.cross_checks = {{0, 0, "visit 3 differs"}};
  EXPECT_EQ(exit_status_of(result), ExitStatus::cross_check_failed);
  result.interrupted = true;
  EXPECT_EQ(exit_status_of(result), ExitStatus::interrupted);
}

TEST(ExitStatus, HasTheCodesOfTheInterface) {
  EXPECT_EQ(code(ExitStatus::done), 0);
  EXPECT_EQ(code(ExitStatus::internal_error), 1);
  EXPECT_EQ(code(ExitStatus::wrong_command_line), 2);
  EXPECT_EQ(code(ExitStatus::invalid_scenario), 3);
  EXPECT_EQ(code(ExitStatus::limit_broken), 4);
  EXPECT_EQ(code(ExitStatus::undecided), 5);
  EXPECT_EQ(code(ExitStatus::replications_failed), 6);
  EXPECT_EQ(code(ExitStatus::file_error), 7);
  EXPECT_EQ(code(ExitStatus::cross_check_failed), 8);
  EXPECT_EQ(code(ExitStatus::interrupted), 130);
}

}  // namespace
}  // namespace asepsim::cli
