// "did you mean ...?"
#include "scenario/spelling.hpp"

#include <gtest/gtest.h>

#include "scenario/read_scenario.hpp"

namespace asepsim::scenario {
namespace {

using Words = std::vector<std::string>;

TEST(Spelling, FindsTheNearestFirst) {
  EXPECT_EQ(nearest_names("tratment", {"talk", "treatment", "treatments"}),
            (Words{"treatment", "treatments"}));
  EXPECT_EQ(nearest_names("nurze", {"nurses", "nurse"}), (Words{"nurse", "nurses"}));
}

TEST(Spelling, CountsASwapOfNeighboursAsOneMistake) {
  EXPECT_EQ(nearest_names("cuont", {"count"}), Words{"count"});
}

TEST(Spelling, IgnoresCaseAndTheKindOfDash) {
  EXPECT_EQ(nearest_names("Skin-Prep", {"skin_prep", "skin_care"}).front(), "skin_prep");
}

TEST(Spelling, IsSilentWhenNothingIsNear) {
  EXPECT_TRUE(nearest_names("laser", {"nurse", "treatment"}).empty());
  EXPECT_TRUE(nearest_names("", {"nurse"}).empty());
  EXPECT_TRUE(nearest_names("nurse", {}).empty());
  EXPECT_TRUE(nearest_names(std::string(100000, 'x'), {"nurse"}).empty());
}

TEST(Spelling, ListsChoicesAsPeopleDo) {
  EXPECT_EQ(enumeration({"a"}), "a");
  EXPECT_EQ(enumeration({"a", "b"}), "a or b");
  EXPECT_EQ(enumeration({"a", "b", "c"}), "a, b or c");
  EXPECT_TRUE(enumeration(Words(20, "x")).ends_with(", x, ..."));
}

}  // namespace
}  // namespace asepsim::scenario
