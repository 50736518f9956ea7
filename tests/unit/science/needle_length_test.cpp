// Promises of the policies that set the needle length.
#include "science/needle_length.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace asepsim::science {
namespace {

constexpr Penetration pen{};
constexpr DeviceLengths pen_steps{};  // 0.25 to 2.5 by 0.25 mm
constexpr DeviceLengths any_length{.step_mm = 0};
constexpr SkinLayers cheek{};
constexpr Penetration roller{.shallow_mean = 0.60, .deep_mean = 0.60};      // D5, P42
constexpr Penetration low_roller{.shallow_mean = 0.20, .deep_mean = 0.20};  // D2, D5

TEST(Penetration, HasTheValuesOfD5AtEverySettingOfAPen) {
  for (const double length : {0.25, 0.5, 0.75, 1.0}) {
    EXPECT_DOUBLE_EQ(mean_penetration(length, pen), 0.90);
  }
  for (const double length : {1.25, 1.5, 2.0, 2.5}) {
    EXPECT_DOUBLE_EQ(mean_penetration(length, pen), 0.80);
  }
}

TEST(Penetration, NeverLetsALongerNeedleReachLessDeep) {
  for (const Penetration& p : {pen, roller, low_roller}) {
    for (double length = 0.01; length < 3; length += 0.01) {
      EXPECT_GT(mean_penetration(length, p) * length,
                mean_penetration(length - 0.01, p) * (length - 0.01));
    }
  }
}

TEST(Penetration, BlendsDrawsLikeMeansBetweenTheTwoLengthsOfD5) {
  EXPECT_DOUBLE_EQ(penetration_at(1.0, 0.95, 0.70, pen), 0.95);
  EXPECT_DOUBLE_EQ(penetration_at(1.25, 0.95, 0.70, pen), 0.70);
  EXPECT_DOUBLE_EQ(penetration_at(1.125, 0.95, 0.70, pen), 0.825);
  EXPECT_DOUBLE_EQ(penetration_at(1.1, 0.9, 0.8, pen), mean_penetration(1.1, pen));
}

TEST(TrueDepth, AddsErrorsToTheReachedFractionAndStopsAtTheSurface) {
  EXPECT_DOUBLE_EQ(true_depth(1.5, 0.8, 0.1, -0.05), 1.25);
  EXPECT_EQ(true_depth(0.25, 0.9, -0.5, 0.0), 0.0);
}

TEST(TargetDepth, RunsThroughEachLayerFromTopToBottom) {
  struct Border {
    Layer layer;
    double top, bottom;
  };
  const std::vector<Border> borders{{Layer::stratum_corneum, 0.0, 0.010},
                                    {Layer::epidermis, 0.010, 0.085},
                                    {Layer::papillary_dermis, 0.085, 0.235},
                                    {Layer::reticular_dermis, 0.235, 1.09},
                                    {Layer::fat, 1.09, 1.09}};
  for (const auto [layer, top, bottom] : borders) {
    EXPECT_NEAR(depth_of({layer, 0.0}, cheek), top, 1e-15);
    EXPECT_NEAR(depth_of({layer, 1.0}, cheek), bottom, 1e-15);
  }
}

TEST(DeviceSetting, IsTheNearestStepAndTheShorterOnATie) {
  EXPECT_DOUBLE_EQ(nearest_setting(1.1, pen_steps), 1.0);
  EXPECT_DOUBLE_EQ(nearest_setting(1.13, pen_steps), 1.25);
  EXPECT_DOUBLE_EQ(nearest_setting(1.125, pen_steps), 1.0);
  EXPECT_DOUBLE_EQ(nearest_setting(0.0, pen_steps), 0.25);
  EXPECT_DOUBLE_EQ(nearest_setting(9.0, pen_steps), 2.5);
  EXPECT_DOUBLE_EQ(nearest_setting(1.1, any_length), 1.1);
}

TEST(DeviceSetting, NeverPassesAMaximumThatIsNoWholeStep) {
  EXPECT_DOUBLE_EQ(nearest_setting(9.0, {0.25, 1.4, 0.25}), 1.25);
  EXPECT_DOUBLE_EQ(length_by_skin_thickness({Layer::fat, 0}, cheek, pen, {0.25, 1.1, 0.25}), 1.0);
}

TEST(FixedLength, IsAlwaysTheOneLengthOfARoller) {
  const DeviceLengths one{1.5, 1.5, 0};
  EXPECT_DOUBLE_EQ(fixed_length(0.5, one), 1.5);
  EXPECT_DOUBLE_EQ(fixed_length(2.0, one), 1.5);
  EXPECT_DOUBLE_EQ(fixed_length(1.5, pen_steps), 1.5);
}

TEST(LengthBySkinThickness, ReachesTheTargetExactlyWhenTheDeviceHasNoSteps) {
  for (const double share : {0.1, 0.3, 0.75}) {
    const TargetDepth target{Layer::reticular_dermis, share};
    for (const double dermis : {0.6, 0.9, 1.2, 1.6}) {
      const SkinLayers skin{.dermis = dermis};
      const double length = length_by_skin_thickness(target, skin, pen, any_length);
      EXPECT_NEAR(mean_penetration(length, pen) * length, depth_of(target, skin), 1e-12);
    }
  }
}

TEST(LengthBySkinThickness, ComesAsNearAsAnyStepOfTheDevice) {
  for (double fraction = 0; fraction <= 1; fraction += 0.05) {
    const TargetDepth target{Layer::reticular_dermis, fraction};
    const double wanted = depth_of(target, cheek);
    const double chosen = length_by_skin_thickness(target, cheek, pen, pen_steps);
    const double miss = std::abs(mean_penetration(chosen, pen) * chosen - wanted);
    for (int step = 1; step <= 10; ++step) {
      EXPECT_LE(miss, std::abs(mean_penetration(0.25 * step, pen) * 0.25 * step - wanted) + 1e-12);
    }
  }
}

TEST(LengthBySkinThickness, ChoosesLongerNeedlesForThickerSkinAndShallowerReach) {
  const TargetDepth target{Layer::reticular_dermis, 0.75};
  double before = 0;
  for (double dermis = 0.4; dermis < 2.5; dermis += 0.05) {
    const double length =
        length_by_skin_thickness(target, SkinLayers{.dermis = dermis}, pen, pen_steps);
    EXPECT_GE(length, before);
    before = length;
  }
  EXPECT_GT(length_by_skin_thickness(target, cheek, roller, any_length),
            length_by_skin_thickness(target, cheek, pen, any_length));
}

TEST(LengthBySkinThickness, StaysWithinTheRangesOfP11OnAMeanCheek) {
  const auto reticular = [](double share) { return TargetDepth{Layer::reticular_dermis, share}; };
  const auto length = [&](const TargetDepth& target) {
    return length_by_skin_thickness(target, cheek, pen, pen_steps);
  };
  EXPECT_DOUBLE_EQ(length({Layer::papillary_dermis, 0.5}), 0.25);  // sensitive skin, P11 0.25-0.3
  EXPECT_DOUBLE_EQ(length(reticular(0.3)), 0.5);                   // acne, P11 0.5-1.0
  EXPECT_DOUBLE_EQ(length(reticular(0.45)), 0.75);                 // fine lines, P11 0.5-1.0
  EXPECT_DOUBLE_EQ(length(reticular(0.75)), 1.0);                  // pit scars, P11 1.0-2.0
  // P11 0.3-0.5: between two steps of a pen; a device without steps hits it.
  const double freckles = length_by_skin_thickness(reticular(0.1), cheek, pen, any_length);
  EXPECT_GT(freckles, 0.3);
  EXPECT_LT(freckles, 0.5);
}

TEST(GuessedLength, IsASettingAroundTheRecommendedOne) {
  EXPECT_DOUBLE_EQ(guessed_length(1.0, 0.5, 0.0, pen_steps), 1.0);
  EXPECT_DOUBLE_EQ(guessed_length(1.0, 0.5, 1.0, pen_steps), 1.5);
  EXPECT_DOUBLE_EQ(guessed_length(1.0, 0.5, -0.6, pen_steps), 0.75);  // 0.7
  EXPECT_DOUBLE_EQ(guessed_length(0.5, 0.5, -3.0, pen_steps), 0.25);
  EXPECT_DOUBLE_EQ(guessed_length(2.0, 0.5, 4.0, pen_steps), 2.5);
}

}  // namespace
}  // namespace asepsim::science
