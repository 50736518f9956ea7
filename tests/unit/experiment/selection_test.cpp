// Promises of several comparisons at once, selection, and long runs; oracles of methods 2 and 3.
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <vector>

#include "experiment/reference_law.hpp"
#include "experiment/simultaneous.hpp"
#include "experiment/steady_state.hpp"

namespace asepsim::experiment {
namespace {

TEST(Dunnett, HasTheCriticalValuesOfTheOracle) {
  EXPECT_NEAR(dunnett_two_sided(2, 20, 0.05), 2.37868998, 5e-9);
  EXPECT_NEAR(dunnett_two_sided(3, 20, 0.05), 2.54034961, 5e-9);
  EXPECT_NEAR(dunnett_two_sided(5, 20, 0.05), 2.734677157, 5e-10);
  EXPECT_NEAR(dunnett_two_sided(3, 60, 0.05), 2.409942125, 5e-10);
  EXPECT_NEAR(dunnett_one_sided(3, 20, 0.05), 2.192283462, 5e-10);
}

TEST(Dunnett, WithOneComparisonIsStudentsT) {
  for (const double degrees : {2.0, 5.0, 30.0}) {
    EXPECT_NEAR(dunnett_two_sided(1, degrees, 0.05), student_quantile(0.975, degrees), 1e-8);
    EXPECT_NEAR(dunnett_one_sided(1, degrees, 0.05), student_quantile(0.95, degrees), 1e-8);
  }
}

TEST(Tukey, HasTheRangeOfTheOracle) {
  // The oracle's last digits are not exact: by this and by finer quadrature q is 3.5779347252.
  EXPECT_NEAR(tukey_range(3, 20, 0.05), 3.577934582, 2e-7);
  EXPECT_NEAR(tukey_range(2, 10, 0.05), std::sqrt(2) * student_quantile(0.975, 10), 1e-8);
}

TEST(Rinott, HasTheConstantsOfTheOracle) {
  EXPECT_NEAR(rinott_constant(2, 10, 0.95), 2.614119, 5e-7);
  EXPECT_NEAR(rinott_constant(2, 20, 0.95), 2.452473, 5e-7);
  EXPECT_NEAR(rinott_constant(5, 20, 0.95), 3.385419, 5e-7);
  EXPECT_NEAR(rinott_constant(10, 20, 0.95), 3.875277, 5e-7);
  EXPECT_NEAR(rinott_constant(10, 10, 0.95), 4.289547, 5e-7);
}

TEST(KimNelson, HasTheConstantsOfTheOracle) {
  const SelectionConstants c = kim_nelson(5, 0.05, 10, true);
  EXPECT_NEAR(c.eta, 0.6349672652, 5e-11);
  EXPECT_NEAR(c.h_squared, 11.42941077, 5e-9);
  EXPECT_NEAR(kim_nelson(5, 0.05, 10, false).eta, 0.6301520781, 5e-11);
}

TEST(KimNelson, ToleratesLessWithEveryReplicationAndAtLastNothing) {
  const SelectionConstants c = kim_nelson(5, 0.05, 10, true);
  double before = selection_tolerance(c, 4.0, 0.5, 10);
  for (std::int64_t r = 11; r < 400; ++r) {
    const double now = selection_tolerance(c, 4.0, 0.5, r);
    EXPECT_LE(now, before);
    before = now;
  }
  EXPECT_EQ(before, 0.0);
  EXPECT_NEAR(selection_tolerance(c, 4.0, 0.5, 100), 0.5 / 200 * (c.h_squared * 16 - 100), 1e-12);
}

TEST(Ocba, HasTheSharesOfTheOracle) {
  const std::vector<double> means{1, 2, 3, 4}, sds{1, 1, 2, 2};
  const std::vector<double> expected{0.318022785, 0.278990679, 0.278990679, 0.123995857};
  const auto shares = ocba_shares(means, sds);
  for (std::size_t i = 0; i < shares.size(); ++i) EXPECT_NEAR(shares[i], expected[i], 5e-10);
  EXPECT_NEAR(std::accumulate(shares.begin(), shares.end(), 0.0), 1.0, 1e-15);
}

/// The fixture of the oracle: 25 observations of 10, then 0, 1, 0, 1, ... to 500.
std::vector<double> warm_start() {
  std::vector<double> run(500, 10.0);
  for (std::size_t i = 25; i < run.size(); ++i) run[i] = static_cast<double>((i - 25) % 2);
  return run;
}

TEST(Mser5, HasTheTruncationOfTheOracle) {
  const auto warm_up = mser5(warm_start());
  ASSERT_TRUE(warm_up.has_value());
  EXPECT_EQ(warm_up->truncated, 25);
  EXPECT_NEAR(warm_up->mser, 1.0525149e-4, 5e-12);
  EXPECT_NEAR(warm_up->mean, 0.49894737, 5e-9);
}

TEST(Mser5, TruncatesNothingFromASteadyRun) {
  const std::vector<double> steady(100, 3.0);
  const auto warm_up = mser5(steady);
  ASSERT_TRUE(warm_up.has_value());
  EXPECT_EQ(warm_up->truncated, 0);
  EXPECT_EQ(warm_up->mean, 3.0);
}

TEST(Mser5, RefusesARunThatIsTooShortToTell) {
  std::vector<double> drifting(100);
  for (std::size_t i = 0; i < drifting.size(); ++i) drifting[i] = static_cast<double>(i);
  EXPECT_FALSE(mser5(drifting).has_value());
  EXPECT_FALSE(mser5(std::vector<double>(9, 1.0)).has_value());
  EXPECT_FALSE(mser5({}).has_value());
}

TEST(BatchMeans, HasTheHalfWidthOfTheOracle) {
  const std::vector<double> run{2, 4, 6, 8, 10, 12, 14, 16, 18, 20};
  const Estimate e = batch_means(run, 5, 0.95);
  EXPECT_DOUBLE_EQ(e.value, 11);
  EXPECT_NEAR(e.half_width, 7.852972646, 5e-10);
  EXPECT_EQ(e.n, 5);
  EXPECT_EQ(e.method, "batch means, Student t");
}

TEST(BatchMeans, LeavesOutTheStartThatFillsNoBatch) {
  const std::vector<double> run{999, 1, 3, 5, 7};
  EXPECT_DOUBLE_EQ(batch_means(run, 2, 0.95).value, 4);
}

TEST(BatchMeans, IsUnknownWithoutTwoBatches) {
  const std::vector<double> run{1, 2, 3};
  EXPECT_FALSE(batch_means(run, 1, 0.95).known);
  EXPECT_FALSE(batch_means(run, 4, 0.95).known);
  EXPECT_FALSE(batch_means({}, 0, 0.95).known);
}

}  // namespace
}  // namespace asepsim::experiment
