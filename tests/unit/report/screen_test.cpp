// What people read on the screen, whole.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
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
                                  base  altern. verdict     difference (95 %)
Waits
  Mean wait, min                  11.0     9.00 better      -2.25 to -1.75
Throughput
  No-shows, %                     13.3     13.3 identical   in every replication
Money
  Contribution per year, USD      123k     124k not settled -25,172 to +27,172

3 replications of each scenario in pairs on common random numbers, seed 1.
Differences are alternative - base. Verdicts allow for the 3 figures compared at
once (Holm), so a difference may be unsettled although its own 95 % interval
excludes 0.
Cross-check: 2 replications run on native and simgrid, every fact identical.
Assumptions: 8 of 12 parameters in base, 8 of 12 in more_staff; see
assumptions.csv.
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
              HasSubstr(" \x1b[32mbetter     \x1b[0m -2.25 to -1.75\n"));
}

// From a millionth to a milliard, negative too, with wide and with narrow intervals.
TEST(ComparisonText, IsAtMost80ColumnsWide) {
  for (const double size :
       {1e-6, 0.00123456789, 0.5, 12.3456789, 1234.56789, 98765.4321, 1e6, 1e9}) {
    for (const double spread : {1.0, 0.01, 1e-9}) {
      auto result = settled_study();
      for (auto& scenario : result.scenarios) {
        const double sign = &scenario == &result.scenarios[0] ? -1 : 1;
        scenario.kpis = experiment::standard_kpis("USD");
        for (auto& summary : scenario.replications) {
          summary.values.clear();
          for (std::size_t k = 0; k < scenario.kpis.size(); ++k) {
            const double wave = static_cast<double>((k * 7 + summary.replication * 3) % 5) - 2;
            const bool counts = scenario.kpis[k].estimator == experiment::Estimator::rare_events;
            const double largest = scenario.kpis[k].unit == "share" ? 1 : size;
            const double value = sign * std::min(size, largest) * (1 + spread * wave);
            summary.values.push_back(counts ? experiment::KpiValue{1, 10}
                                            : experiment::KpiValue{value, 1});
          }
        }
        scenario.estimates = experiment::estimate_kpis(scenario.kpis, scenario.replications, 0.95);
      }
      result.comparisons.clear();
      testing::compare(result);
      std::istringstream text(comparison_text(result, {}));
      for (std::string line; std::getline(text, line);) EXPECT_LE(line.size(), 80u) << line;
    }
  }
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
8 of 12 parameters are assumptions; see assumptions.csv.
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
                              "and simgrid:\nvisit 3: left_at differs\n"));
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

/// A study of one scenario with all figures, every value 1 over 1, changed by `change`.
experiment::StudyResult full_study(
    const std::function<void(const std::string& kpi, std::uint64_t replication,
                             experiment::KpiValue& value)>& change) {
  experiment::StudyResult result;
  result.scenarios.resize(1);
  result.replications_wanted = 40;
  result.cross_checks = {{0, 0, ""}};
  auto& scenario = result.scenarios[0];
  scenario.scenario.name = "base";
  scenario.kpis = experiment::standard_kpis("USD");
  for (std::uint64_t r = 0; r < 40; ++r) {
    scenario.replications.emplace_back();
    scenario.replications.back().replication = r;
    for (const auto& kpi : scenario.kpis) {
      const bool rare =
          kpi.id == "share.sent_away" || kpi.id == "visits.inside" || kpi.id == "benefit.none";
      experiment::KpiValue value{rare ? 0.0 : 1.0, 1};
      change(kpi.id, r, value);
      scenario.replications.back().values.push_back(value);
    }
  }
  scenario.estimates = experiment::estimate_kpis(scenario.kpis, scenario.replications, 0.95);
  return result;
}

TEST(Warnings, TellWhenAFewReplicationsDominateARate) {
  const auto study = full_study([](const auto& kpi, std::uint64_t r, auto& value) {
    if (kpi == "bloodborne.per_million" && r == 17) value.numerator = 61;
  });
  EXPECT_THAT(warnings_of(study),
              ElementsAre("a few replications dominate rates of the risk ledger of base: "
                          "replication 17 holds 61 % of bloodborne.per_million. Their intervals "
                          "are too short; run more replications"));
}

TEST(Warnings, TellWhichFigureIsNoNumberInWhichReplication) {
  const auto study = full_study([](const auto& kpi, std::uint64_t r, auto& value) {
    if (kpi == "cost.per_year" && r == 3) value.numerator = INFINITY;
    if (kpi == "wait.mean" && r % 5 == 0) value.numerator = NAN;
  });
  EXPECT_THAT(
      warnings_of(study),
      ElementsAre("wait.mean of base is not a finite number in replications 0, 5, 10, 15, 20 and 3 "
                  "more: left out of the figure",
                  "cost.per_year of base is not a finite number in replication 3: left out of the "
                  "figure"));
  for (std::size_t k = 0; k < study.scenarios[0].kpis.size(); ++k) {
    const auto n = study.scenarios[0].estimates[k].n;
    if (study.scenarios[0].kpis[k].id == "cost.per_year") {
      EXPECT_EQ(n, 39);
    }
    if (study.scenarios[0].kpis[k].id == "wait.mean") {
      EXPECT_EQ(n, 32);
    }
  }
}

TEST(Warnings, TellWhatMakesNoSenseOfAClinic) {
  const auto crowded = full_study([](const auto& kpi, std::uint64_t, auto& value) {
    if (kpi == "wait.mean" || kpi == "share.sent_away") value.denominator = 100;
    if (kpi == "share.sent_away") value.numerator = 25;
    if (kpi == "visits.inside") value.numerator = 6;
  });
  EXPECT_THAT(
      warnings_of(crowded),
      ElementsAre("240 visits of base were still inside at the end, beside 4000 that had left: the "
                  "queue may grow without end, or the run be too short; waits and stays are those "
                  "of who left",
                  "25 % of the visits of base were sent away: nobody left on shift could go on, or "
                  "what they waited for did not come that day"));
  const auto empty = full_study([](const auto& kpi, std::uint64_t, auto& value) {
    if (kpi == "wait.mean") value = {0, 0};
  });
  EXPECT_THAT(warnings_of(empty),
              ElementsAre("no visit of base came and left after the warm-up, in any replication: "
                          "see its opening hours, arrivals and length"));
}

TEST(Warnings, TellWhenLittleHarmMayOnlyMeanThatLittleWasDone) {
  const auto useless = full_study([](const auto& kpi, std::uint64_t, auto& value) {
    if (kpi == "benefit.none") value = {55, 100};
  });
  EXPECT_THAT(warnings_of(useless),
              ElementsAre("55 % of the courses of base were of no benefit: low harm may only mean "
                          "that little was done"));
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

TEST(Wrapped, BreaksAtBlanksBefore81) {
  const std::string word(60, 'x');
  EXPECT_EQ(wrapped(word + " " + word), word + "\n" + word + "\n");
  EXPECT_EQ(wrapped("short"), "short\n");
  EXPECT_EQ(wrapped(std::string(150, 'y')),
            std::string(80, 'y') + "\n" + std::string(70, 'y') + "\n");
}

}  // namespace
}  // namespace asepsim::report
