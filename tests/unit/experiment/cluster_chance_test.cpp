#include "experiment/cluster_chance.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <map>
#include <vector>

#include "experiment/poisson_binomial.hpp"

namespace asepsim::experiment {
namespace {

TEST(RepeatedExposure, IsSurvivedOneAfterTheOther) {
  EXPECT_DOUBLE_EQ(at_least_once(std::vector{0.5, 0.5, 0.2}), 0.8);
  EXPECT_EQ(at_least_once({}), 0);
  EXPECT_EQ(at_least_once(std::vector{0.3, 1.0}), 1);
}

TEST(RepeatedExposure, KeepsTheDigitsOfRareEvents) {
  EXPECT_NEAR(at_least_once(std::vector{1e-20, 2e-20}), 3e-20, 1e-34);
}

// One infector, quanta at 10/h, breathing 0.5 m3/h, 1 h, 100 m3/h of air: 1 - e^-0.05
// (Wells-Riley), from 100 short stays each with an exponential dose response.
TEST(RepeatedExposure, AddsUpToWellsRiley) {
  const std::vector<double> stays(100, -std::expm1(-10 * 0.5 * (1.0 / 100) / 100));
  EXPECT_NEAR(at_least_once(stays), 0.0487705755, 1e-10);
}

TEST(RepeatedExposure, IsCombinedByPersonInOrderOfAppearance) {
  const auto combined =
      combined_by_person(std::vector<PersonalExposure>{{7, 0.5}, {3, 0.1}, {7, 0.5}, {7, 0.2}});
  ASSERT_EQ(combined.size(), 2);
  EXPECT_EQ(combined[0].person, 7);
  EXPECT_DOUBLE_EQ(combined[0].probability, 0.8);
  EXPECT_EQ(combined[1].person, 3);
  EXPECT_EQ(combined[1].probability, 0.1);
}

// A load fails once in 100; then four patients have even chances: P(2 or more | failed) = 11/16.
TEST(Clusters, AreComputedGivenTheSharedCauseAndThenMixed) {
  const std::vector<Cause> causes{{0.01, {0.5, 0.5, 0.5, 0.5}}, {0.99, {0, 0, 0, 0}}};
  EXPECT_DOUBLE_EQ(at_least_given_causes(2, causes), 0.01 * 11 / 16);
  EXPECT_DOUBLE_EQ(at_least_given_causes(0, causes), 1);
}

// Mixed before computing, each patient has 0.005, and the cluster looks 46 times rarer.
TEST(Clusters, AreFarMoreLikelyThanTheirMarginalsSay) {
  const std::vector<Cause> causes{{0.01, {0.5, 0.5, 0.5, 0.5}}, {0.99, {0, 0, 0, 0}}};
  const double marginal = at_least(2, std::vector(4, 0.005));
  EXPECT_NEAR(at_least_given_causes(2, causes) / marginal, 46, 1);
}

TEST(Clusters, HaveTheMeanOfTheirMarginals) {
  const std::vector<Cause> causes{{0.2, {0.3, 0.6}}, {0.8, {0.05, 0.1}}};
  const double mean = at_least_given_causes(1, causes) + at_least_given_causes(2, causes);
  EXPECT_NEAR(mean, 0.2 * 0.9 + 0.8 * 0.15, 1e-15);
}

// Chances of s susceptibles and i infectious ending with each final size, one generation at a time.
void reed_frost(int susceptible, int infectious, double p, int cases, double chance,
                std::array<double, 5>& final_size) {
  if (infectious == 0 || susceptible == 0) {
    final_size[static_cast<std::size_t>(cases)] += chance;
    return;
  }
  const double escape_none = at_least_once(std::vector(static_cast<std::size_t>(infectious), p));
  const std::vector<double> next =
      poisson_binomial(std::vector(static_cast<std::size_t>(susceptible), escape_none));
  for (int n = 0; n <= susceptible; ++n) {
    reed_frost(susceptible - n, n, p, cases + n, chance * next[static_cast<std::size_t>(n)],
               final_size);
  }
}

TEST(Clusters, GiveTheFinalSizesOfReedAndFrost) {
  std::array<double, 5> final_size{};
  reed_frost(4, 1, 0.2, 0, 1, final_size);
  const std::array known{0.4096, 0.2097152, 0.163577856, 0.1351614464, 0.0819454976};
  for (std::size_t n = 0; n < known.size(); ++n) EXPECT_NEAR(final_size[n], known[n], 1e-12);
}

}  // namespace
}  // namespace asepsim::experiment
