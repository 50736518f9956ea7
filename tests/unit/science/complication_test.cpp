// Promises of the complications, and of the odds they are made of.
#include "science/complication.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstddef>

#include "science/probability.hpp"
#include "science/tissue.hpp"

namespace asepsim::science {
namespace {

constexpr SkinLayers cheek{};

TEST(Pigmentation, GivesTheRatesOfC13ByPhototypeAtTheReferenceDepth) {
  const std::array<double, 6> c13{0.005, 0.005, 0.02, 0.05, 0.09, 0.12};
  for (int phototype = 1; phototype <= 6; ++phototype) {
    EXPECT_NEAR(pigmentation_per_course({.phototype = phototype}, {}),
                c13[static_cast<std::size_t>(phototype - 1)], 1e-15);
  }
}

TEST(Pigmentation, AddsTheLogOddsOfF13) {
  const PigmentationCauses causes{.phototype = 4,
                                  .depth_mm = 1.15,
                                  .redness_week_two = 2,
                                  .unprotected_midday_sun = true,
                                  .burn = true};
  const double expected =
      log_odds(0.05) + 1.2 * (1.15 - 0.9) / 0.5 + 2 * std::log(1.32) + std::log(8.1) + 1.5;
  EXPECT_NEAR(log_odds(pigmentation_per_course(causes, {})), expected, 1e-12);
  EXPECT_NEAR(log_odds(pigmentation_per_course({.phototype = 4, .sunscreen = true}, {})),
              log_odds(0.05) + std::log(0.4), 1e-12);
}

TEST(Pigmentation, GrowsWithDepthSunAndIrritantsAndFallsWithSunscreen) {
  for (int phototype = 1; phototype <= 6; ++phototype) {
    for (double depth = 0.0; depth < 2.0; depth += 0.1) {
      const PigmentationCauses base{.phototype = phototype, .depth_mm = depth};
      const double p = pigmentation_per_course(base, {});
      PigmentationCauses other = base;
      other.depth_mm += 0.1;
      EXPECT_GT(pigmentation_per_course(other, {}), p);
      other = base;
      other.unprotected_midday_sun = true;
      EXPECT_GT(pigmentation_per_course(other, {}), p);
      other = base;
      other.irritant = true;
      EXPECT_GT(pigmentation_per_course(other, {}), p);
      other = base;
      other.sunscreen = true;
      EXPECT_LT(pigmentation_per_course(other, {}), p);
    }
  }
}

TEST(Pigmentation, PerSessionAddsUpToTheCourse) {
  const PigmentationCauses causes{.phototype = 5};
  const double session = pigmentation_per_session(causes, 5, {});
  EXPECT_NEAR(at_least_one(session, 5), pigmentation_per_course(causes, {}), 1e-14);
}

TEST(Pigmentation, OfTheRollerSeriesLiesInItsInterval) {
  // C7 / V3: 5 of 30 (5.6-34.7 %) in phototypes IV-V. C13 is the well-run clinic, near the low end.
  const double mix = (pigmentation_per_course({.phototype = 4}, {}) +
                      pigmentation_per_course({.phototype = 5}, {})) /
                     2;
  EXPECT_GT(mix, 0.056);
  EXPECT_LT(mix, 0.347);
}

TEST(Reactions, OutlastALimitByTheirLognormalDuration) {
  EXPECT_DOUBLE_EQ(outlasts(24, 24, 0.6), 0.5);
  EXPECT_NEAR(outlasts(96, 24, 0.6), 0.5 * std::erfc(std::log(4.0) / 0.6 / std::sqrt(2.0)), 1e-15);
  EXPECT_EQ(outlasts(0, 24, 0.6), 1.0);
  EXPECT_EQ(outlasts(25, 24, 0), 0.0);
  EXPECT_EQ(outlasts(23, 24, 0), 1.0);
}

// That the share is the one of the series is Anchors.TramTrackScarsOfTheRollerSeries of the clinic.
TEST(Scars, OfFiveSessionsAtTheShareOfTheSeriesAreThoseOfC8) {
  const double course = at_least_one(scar_probability(ScarParameters{}.anchor_share_in_fat, {}), 5);
  EXPECT_NEAR(course, 2.0 / 30, 0.0005);
}

TEST(Scars, DoNotComeWithoutPuncturesBeyondTheDermis) {
  EXPECT_EQ(scar_probability(0.0, {}), 0.0);
  EXPECT_LT(scar_probability(layer_shares(0.45, 0.06, cheek).fat, {}), 1e-12);
  double before = 0;
  for (double share = 0.01; share <= 1.0; share += 0.01) {
    EXPECT_GT(scar_probability(share, {}), before);
    before = scar_probability(share, {});
  }
  EXPECT_LT(before, 0.1);
}

TEST(Herpes, GivesTheRateOfC28OverAllComers) {
  const HerpesParameters p;
  const double all_comers = p.carriage * herpes_probability(true, false, p) +
                            (1 - p.carriage) * herpes_probability(false, false, p);
  EXPECT_NEAR(all_comers, 0.003, 1e-15);
  EXPECT_NEAR(herpes_probability(true, true, p), 0.2 * herpes_probability(true, false, p), 1e-16);
}

TEST(OnsetLag, ShowsHalfTheCasesByTheMedianOfF12) {
  const OnsetLags lags;
  for (const OnsetLag& lag : {lags.s_aureus, lags.herpes, lags.mycobacteria, lags.hepatitis_b}) {
    EXPECT_DOUBLE_EQ(share_shown_by(lag.median_d, lag), 0.5);
    EXPECT_EQ(share_shown_by(0, lag), 0.0);
  }
  // C25: bacterial infections after 1-7 days.
  EXPECT_GT(share_shown_by(7, lags.s_aureus) - share_shown_by(1, lags.s_aureus), 0.90);
  // A19: pigmentation after 2-4 weeks; A20: HCV 14-84 d, HIV 10-28 d.
  EXPECT_GT(share_shown_by(28, lags.pigmentation) - share_shown_by(14, lags.pigmentation), 0.8);
  EXPECT_GT(share_shown_by(84, lags.hepatitis_c) - share_shown_by(14, lags.hepatitis_c), 0.9);
  EXPECT_GT(share_shown_by(28, lags.hiv) - share_shown_by(10, lags.hiv), 0.9);
}

TEST(OddsRatio, KeepsImpossibleAndCertainAndInverts) {
  EXPECT_EQ(odds_multiplied(0.0, 5), 0.0);
  EXPECT_EQ(odds_multiplied(1.0, 5), 1.0);
  EXPECT_EQ(odds_multiplied(0.3, 0), 0.0);
  EXPECT_NEAR(odds_multiplied(odds_multiplied(0.3, 4), 0.25), 0.3, 1e-15);
  EXPECT_NEAR(odds_multiplied(0.2, 3), 3.0 / 7, 1e-15);
  EXPECT_NEAR(probability_of_log_odds(log_odds(0.3)), 0.3, 1e-15);
}

TEST(AtLeastOne, IsExactForRareEventsAndInvertsPerTrial) {
  EXPECT_NEAR(at_least_one(1e-12, 1000) / 1e-9, 1.0, 1e-9);
  EXPECT_EQ(at_least_one(1.0, 3), 1.0);
  EXPECT_EQ(at_least_one(1.0, 0), 0.0);
  EXPECT_NEAR(at_least_one(per_trial(0.17, 4), 4), 0.17, 1e-15);
}

}  // namespace
}  // namespace asepsim::science
