// What people read on the screen, whole.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "report/number_text.hpp"
#include "report/screen_table.hpp"
#include "report/summary_text.hpp"
#include "report/warnings.hpp"
#include "small_study.hpp"

namespace asepsim::report {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::replication;
using testing::small_study;

experiment::StudyResult settled_study() {
  experiment::StudyResult result;
  result.scenarios = {testing::scenario("base", {replication(0, 10, {1, 10}, 100000),
                                                 replication(1, 12, {2, 10}, 150000),
                                                 replication(2, 11, {1, 10}, 120000)}),
                      testing::scenario("more_staff", {replication(0, 8, {1, 10}, 90000),
                                                       replication(1, 10.1, {2, 10}, 152000),
                                                       replication(2, 8.9, {1, 10}, 131000)})};
  result.replications_wanted = 3;
  result.cross_checks = {{0, 0, ""}, {1, 0, ""}};
  testing::compare(result);
  return result;
}

TEST(ComparisonText, TellsDifferencesFirst) {
  EXPECT_EQ(comparison_text(settled_study(), {.folder = "results/x"}),
            R"(more_staff compared with base
                                     base alternative  difference (95 % interval)
Waits
  Mean wait, min                     11.0        9.00  -2.00 (-2.25 to -1.75)              better
Throughput
  No-shows, %                        13.3        13.3  the same in every replication
Money
  Contribution per year, USD         123k        124k  not settled: could be from -25,172 to +27,172

3 replications of each scenario in pairs on common random numbers, seed 1. Differences are
alternative - base. Verdicts allow for the 3 figures compared at once (Holm), so a difference may be
unsettled although its own 95 % interval excludes 0.
Cross-check: 2 replications run on native and simgrid, every fact identical.
Results: results/x
)");
}

TEST(ComparisonText, NeverSaysNoDifference) {
  EXPECT_THAT(comparison_text(small_study(), {}),
              Not(::testing::ContainsRegex("no (significant )?difference")));
}

TEST(ComparisonText, ColoursOnlyWhenAsked) {
  EXPECT_THAT(comparison_text(settled_study(), {}), Not(HasSubstr("\x1b")));
  EXPECT_THAT(comparison_text(settled_study(), {.colour = true}),
              HasSubstr("\x1b[32mbetter\x1b[0m\n"));
}

TEST(ComparisonText, IsAtMost100ColumnsWide) {
  auto result = settled_study();
  for (auto& scenario : result.scenarios) {
    scenario.kpis = experiment::standard_kpis("USD");
    for (auto& summary : scenario.replications) {
      summary.values.clear();
      for (std::size_t k = 0; k < scenario.kpis.size(); ++k) {
        const double wave = static_cast<double>((k * 7 + summary.replication * 3) % 5) - 2;
        summary.values.push_back({1234567 + 999999 * wave, 1});
      }
    }
    scenario.estimates = experiment::estimate_kpis(scenario.kpis, scenario.replications, 0.95);
  }
  result.comparisons.clear();
  testing::compare(result);
  std::istringstream text(comparison_text(result, {}));
  for (std::string line; std::getline(text, line);) EXPECT_LE(line.size(), 100u) << line;
}

TEST(ComparisonText, OfOneAlternativeFitsAScreen) {
  auto result = settled_study();
  for (auto& scenario : result.scenarios) {
    scenario.kpis = experiment::standard_kpis("USD");
    for (auto& summary : scenario.replications) {
      summary.values.assign(scenario.kpis.size(), {1, 1});
    }
    scenario.estimates = experiment::estimate_kpis(scenario.kpis, scenario.replications, 0.95);
  }
  result.comparisons.clear();
  testing::compare(result);
  const std::string text = comparison_text(result, {});
  EXPECT_LE(std::count(text.begin(), text.end(), '\n'), 45);
}

TEST(RunText, TellsEstimatesWithIntervals) {
  auto result = small_study();
  result.scenarios.pop_back();
  result.comparisons.clear();
  result.cross_checks.clear();
  EXPECT_EQ(run_text(result, {.warnings = {"mind the gap"}}),
            R"(base
                                   estimate  95 % interval
Waits
  Mean wait, min                       11.0  -2 to 24
Money
  Contribution per year, USD          1,250  -1,926 to 4,426

2 replications, seed 1, 95 % intervals.
Not cross-checked on a second engine.
Warning: mind the gap
)");
}

TEST(Footnote, TellsLimitsAndFailedCrossChecks) {
  auto result = small_study();
  scenario::Limit limit;
  limit.kpi = "wait.mean";
  limit.at_most = 30;
  auto& base = result.scenarios[0];
  base.limits = experiment::check_limits({limit}, base.kpis, base.estimates);
  result.cross_checks[1].difference = "visit 3: left_at differs";
  const std::string text = footnote_text(result, {});
  EXPECT_THAT(text, HasSubstr("Limit met: base, wait.mean at most 30 min: 11 (-2 to 24).\n"));
  EXPECT_THAT(text, HasSubstr("CROSS-CHECK FAILED: replication 0 of more_staff differs on native "
                              "and simgrid: visit 3: left_at\ndiffers\n"));
}

TEST(Warnings, TellWhatToKnowBeforeUsingTheResults) {
  auto result = small_study();
  result.interrupted = true;
  result.replications_wanted = 5;
  result.scenarios[1].failures = {{4, "a chair fell over"}};
  result.scenarios[1].scenario.run.length = days(3);
  result.cross_checks.clear();
  EXPECT_THAT(warnings_of(result),
              ElementsAre("interrupted: base finished 2 of 5 replications",
                          "interrupted: more_staff finished 2 of 5 replications",
                          "replication 4 of more_staff failed: a chair fell over",
                          "5 replications are few: below 30, intervals of skewed figures may be "
                          "too short",
                          "more_staff runs over another time than base: totals of the two cannot "
                          "be compared",
                          "no replication was cross-checked on the second engine"));
}

TEST(Warnings, AreNoneForASoundRun) {
  auto result = small_study();
  result.replications_wanted = 64;
  EXPECT_THAT(warnings_of(result), IsEmpty());
}

TEST(Warnings, NameTablesThatGoOnInFurtherFiles) {
  EXPECT_THAT(split_warnings({{"events.csv", 9}, {"events_part2.csv", 9}, {"events_part3.csv", 9}}),
              ElementsAre("events.csv was split: it goes on in events_part2.csv and any further "
                          "parts, because spreadsheets hold 1048575 rows and a header"));
  EXPECT_THAT(split_warnings({{"events.csv", 9}}), IsEmpty());
}

TEST(ShortNumber, HasThreeDigits) {
  EXPECT_EQ(short_number(0), "0");
  EXPECT_EQ(short_number(0.04123), "0.0412");
  EXPECT_EQ(short_number(1.234), "1.23");
  EXPECT_EQ(short_number(-12.34), "-12.3");
  EXPECT_EQ(short_number(1234.4), "1,234");
  EXPECT_EQ(short_number(99999.4), "99,999");
  EXPECT_EQ(short_number(456789), "457k");
  EXPECT_EQ(short_number(1234567), "1,235k");
  EXPECT_EQ(short_number(2.5e9), "2,500M");
  EXPECT_EQ(short_number(3.14e-7), "3.1e-07");
}

TEST(Precise, HasTheDigitsTheHalfWidthSupports) {
  EXPECT_EQ(precise(12.3456, 0.51), "12.35");
  EXPECT_EQ(precise(12.3456, 5.1), "12.3");
  EXPECT_EQ(precise(1234.56, 51), "1,235");
  EXPECT_EQ(precise(-0.001, 0.51), "0.00");
  EXPECT_EQ(precise(2e-6, 1e-6), "2.0e-06");
  EXPECT_EQ(precise(0.5, 0), "0.500");
  EXPECT_EQ(signed_precise(12.3456, 0.51), "+12.35");
  EXPECT_EQ(signed_precise(-12.3456, 0.51), "-12.35");
  EXPECT_EQ(signed_precise(0, 0.51), "0.00");
}

TEST(Wrapped, BreaksAtBlanksBefore101) {
  const std::string word(60, 'x');
  EXPECT_EQ(wrapped(word + " " + word), word + "\n" + word + "\n");
  EXPECT_EQ(wrapped("short"), "short\n");
  EXPECT_EQ(wrapped(std::string(150, 'y')),
            std::string(100, 'y') + "\n" + std::string(50, 'y') + "\n");
}

}  // namespace
}  // namespace asepsim::report
