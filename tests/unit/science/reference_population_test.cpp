// From the rate of a population to the risk of its members: by hand, and back again.
#include "science/reference_population.hpp"

#include <gtest/gtest.h>

#include "science/probability.hpp"

namespace asepsim::science {
namespace {

TEST(ReferencePopulation, FindsTheBaseOfTwoGroupsByHand) {
  // Odds of 1 to 4 without the factor; four times that are 1 to 1: (0.2 + 0.5) / 2.
  EXPECT_NEAR(base_of_average(0.35, {{0.5, 4}, {0.5, 1}}), 0.2, 1e-15);
  // A factor that protects: 0.5 without, 0.2 with it in a quarter of the people.
  EXPECT_NEAR(base_of_average(0.425, {{0.25, 0.25}, {0.75, 1}}), 0.5, 1e-15);
}

TEST(ReferencePopulation, OfRareHarmsDividesByTheMeanOddsRatio) {
  EXPECT_NEAR(base_of_average(1e-9, {{0.3, 0.4}, {0.105, 8.1}, {0.595, 1}}) * 1.5655 / 1e-9, 1,
              1e-7);
}

// The sun of the reference patients of C13: 30 % with sunscreen (odds 0.4), 15 % of the others in
// the midday sun (8.1); cream in half of them (0.9).
TEST(ReferencePopulation, HasTheAverageThatWasAskedFor) {
  const auto people = crossed({{0.3, 0.4}, {0.105, 8.1}, {0.595, 1}}, {{0.5, 0.9}, {0.5, 1}});
  for (const double row : {0.005, 0.02, 0.05, 0.09, 0.12, 0.5, 0.99}) {
    const double base = base_of_average(row, people);
    double average = 0;  // written out, without average_risk
    for (const double cream : {0.9, 1.0}) {
      for (const auto& [share, ratio] : {OddsGroup{0.3, 0.4}, {0.105, 8.1}, {0.595, 1}}) {
        const double odds = base / (1 - base) * ratio * cream;
        average += 0.5 * share * odds / (1 + odds);
      }
    }
    EXPECT_NEAR(average / row, 1, 1e-12);
    if (row < 0.5) {
      EXPECT_LT(base, row) << "the sun adds more than sunscreen takes away";
    }
  }
}

TEST(ReferencePopulation, KeepsWhatIsImpossibleAndWhatIsCertain) {
  EXPECT_EQ(base_of_average(0, {{0.5, 4}, {0.5, 1}}), 0);
  EXPECT_EQ(base_of_average(1, {{0.5, 4}, {0.5, 1}}), 1);
  EXPECT_EQ(base_of_average(0.3, {{1, 1}}), 0.3);
  EXPECT_EQ(base_of_average(0.3, {{0, 7}, {1, 1}}), 0.3) << "nobody has the factor";
}

}  // namespace
}  // namespace asepsim::science
