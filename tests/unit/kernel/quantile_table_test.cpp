// A tabulated inverse is the inverse itself, to 1e-9 of its range.
#include "kernel/quantile_table.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "kernel/kernel.hpp"
#include "kernel/variates.hpp"

namespace asepsim::kernel {
namespace {

const Distribution laws[] = {Distribution::beta_mean_sd(0.6, 0.12),
                             Distribution::beta_mean_sd(0.9, 0.07),
                             Distribution::beta_mean_sd(0.8, 0.08),
                             Distribution::beta_mean_sd(20, 5, 10, 50),
                             {Family::beta, 1, 1, 0, 1},
                             {Family::beta, 1, 400, 0, 1},
                             {Family::beta, 5000, 3000, 0, 1}};

TEST(QuantileTable, IsTheInverseToOneInABillionOfItsRange) {
  for (const Distribution& law : laws) {
    const QuantileTable table(law);
    ASSERT_TRUE(table.is_tabulated());
    for (int i = 1; i < 9973; ++i) {
      const double u = i / 9973.0;
      ASSERT_NEAR(table(u), detail::quantile(law, u), 1e-9 * (law.d - law.c)) << u;
    }
  }
}

TEST(QuantileTable, NeverFallsAsItsFractionRises) {
  for (const Distribution& law : laws) {
    const QuantileTable table(law);
    double last = law.c;
    double u = 2e-12;
    while (u < 0.999999) {
      ASSERT_GE(table(u), last) << u;
      last = table(u);
      u = u < 1e-3 ? u * 1.01 : u + 1e-5;
    }
  }
}

// Beyond the table the inverse itself is exact.
TEST(QuantileTable, LeavesTheFarTailsAndOtherLawsToTheDistribution) {
  for (const double u : {1e-15, 1e-13, 1 - 1e-13, 1 - 0x1p-53}) {
    EXPECT_EQ(QuantileTable(laws[0])(u), detail::quantile(laws[0], u)) << u;
  }
  for (const Distribution& law :
       {Distribution{Family::beta, 0.5, 2, 0, 1}, Distribution{Family::beta, 2, 0.5, 0, 1},
        Distribution::gamma(2, 3), Distribution::weibull(2, 3)}) {
    EXPECT_FALSE(QuantileTable(law).is_tabulated());
    EXPECT_EQ(QuantileTable(law)(0.3), detail::quantile(law, 0.3));
  }
}

// The same address and the same uniform, with a table and without.
TEST(QuantileTable, DrawsWhatTheDistributionDraws) {
  const RandomSource random(1, 0);
  const Distribution others[] = {laws[0], Distribution::gamma(2, 3),
                                 Distribution::lognormal_median_sigma(2, 0.5)};
  for (const Distribution& law : others) {
    const QuantileTable table(law);
    for (std::uint64_t i = 0; i < 1000; ++i) {
      const double plain = random.sample(law, EntityKey{7}, Purpose{"test.table"}, i);
      ASSERT_NEAR(random.sample(table, EntityKey{7}, Purpose{"test.table"}, i), plain, 1e-9);
    }
  }
}

}  // namespace
}  // namespace asepsim::kernel
