// Promises of the skin model: where punctures end, and whether they bleed.
#include "science/tissue.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <vector>

namespace asepsim::science {
namespace {

constexpr SkinLayers cheek{};  // epidermis 0.085, papillary to 0.235, fat from 1.09 mm

/// Integral of f(d) over d ~ Normal(mean, sd) by the midpoint rule; error below 1e-9 for smooth f.
template <class Function>
double mean_over_punctures(double mean, double sd, Function f) {
  constexpr int cells = 200000;
  const double low = mean - 9 * sd, width = 18 * sd / cells;
  double sum = 0;
  for (int i = 0; i < cells; ++i) {
    const double d = low + (i + 0.5) * width;
    const double z = (d - mean) / sd;
    sum += f(d) * std::exp(-0.5 * z * z);
  }
  return sum * width / (sd * std::sqrt(2 * std::numbers::pi));
}

std::vector<double> as_list(const LayerShares& s) {
  return {s.stratum_corneum, s.epidermis, s.papillary, s.reticular, s.fat};
}

struct Puncturing {
  double mean, sd;
};
const std::vector<Puncturing> puncturings{{0.02, 0.03}, {0.1, 0.05}, {0.225, 0.03},
                                          {0.45, 0.06}, {0.9, 0.27}, {1.3, 0.4}};

TEST(LayerShares, AgreeWithNumericalIntegration) {
  for (const auto [mean, sd] : puncturings) {
    const auto shares = as_list(layer_shares(mean, sd, cheek));
    for (int layer = 0; layer < 5; ++layer) {
      const double integrated = mean_over_punctures(
          mean, sd, [&](double d) { return static_cast<int>(layer_at(d, cheek)) == layer; });
      // The midpoint rule is off by half a cell at each border: 18/200000 sd x density.
      EXPECT_NEAR(shares[static_cast<std::size_t>(layer)], integrated, 5e-5)
          << "layer " << layer << " at " << mean << " mm";
    }
  }
}

TEST(LayerShares, SumToOneAndAreNeverNegative) {
  for (double mean = -0.2; mean < 3; mean += 0.01) {
    for (const double sd : {0.0, 1e-9, 0.01, 0.1, 1.0}) {
      double sum = 0;
      for (const double share : as_list(layer_shares(mean, sd, cheek))) {
        EXPECT_GE(share, 0.0);
        sum += share;
      }
      EXPECT_NEAR(sum, 1.0, 4e-16);
    }
  }
}

TEST(LayerShares, WithoutSpreadAllPuncturesEndInTheLayerOfTheMean) {
  const auto share_in_its_layer = [](double depth) {
    return as_list(
        layer_shares(depth, 0.0, cheek))[static_cast<std::size_t>(layer_at(depth, cheek))];
  };
  for (const double depth : {-0.1, 0.0, 0.005, 0.01, 0.05, 0.085, 0.2, 0.235, 0.6, 1.09, 2.0}) {
    EXPECT_EQ(share_in_its_layer(depth), 1.0) << depth << " mm";
  }
}

TEST(LayerShares, CountADepthBelowZeroAsStratumCorneum) {
  EXPECT_EQ(layer_shares(-1.0, 0.1, cheek).stratum_corneum, 1.0);
  EXPECT_EQ(layer_at(-1.0, cheek), Layer::stratum_corneum);
}

TEST(LayerShares, KeepRelativePrecisionOfATinyShareInTheFat) {
  // Upper tail of the standard normal at 8: 6.220960574271785e-16 (tables of Phi).
  const LayerShares shares = layer_shares(cheek.fat_top() - 0.8, 0.1, cheek);
  EXPECT_NEAR(shares.fat / 6.220960574271785e-16, 1.0, 1e-12);
}

TEST(LayerShares, ReachDeeperWhenTheMeanIsDeeper) {
  LayerShares before = layer_shares(0.0, 0.1, cheek);
  for (double mean = 0.01; mean < 2; mean += 0.01) {
    const LayerShares now = layer_shares(mean, 0.1, cheek);
    EXPECT_LE(now.stratum_corneum, before.stratum_corneum);
    EXPECT_GE(now.into_dermis(), before.into_dermis());
    EXPECT_GE(now.fat, before.fat);
    before = now;
  }
}

TEST(LayerShares, GiveAThinDermisNoReticularPartBelowThePapillaryOne) {
  const SkinLayers thin{.papillary = 0.15, .dermis = 0.10};
  const LayerShares shares = layer_shares(0.15, 0.02, thin);
  EXPECT_EQ(shares.reticular, 0.0);
  EXPECT_GT(shares.papillary, 0.9);
}

TEST(Bleeding, AgreesWithNumericalIntegrationOverThePunctures) {
  for (const auto [mean, sd] : puncturings) {
    const double integrated = mean_over_punctures(mean, sd, [](double d) {
      return bleeding_probability(d, 0.0, cheek);  // Phi((d - T_e - 0.10) / 0.08), F1
    });
    EXPECT_NEAR(bleeding_probability(mean, sd, cheek), integrated, 1e-9) << mean << " mm";
  }
}

TEST(Bleeding, IsAnEvenChanceATenthOfAMillimetreIntoTheDermis) {
  EXPECT_DOUBLE_EQ(bleeding_probability(cheek.dermis_top() + 0.10, 0.05, cheek), 0.5);
  EXPECT_NEAR(bleeding_probability(cheek.dermis_top() + 0.18, 0.0, cheek), 0.841344746068543,
              1e-14);
}

TEST(Bleeding, IsTheSignOfTheDermisAndAbsentAboveIt) {
  EXPECT_LT(bleeding_probability(0.02, 0.01, cheek), 0.03);
  EXPECT_GT(bleeding_probability(0.45, 0.06, cheek), 0.99);
}

TEST(DermisAtAge, KeepsTheMeasuredMeanAndSpreadOverAllAges) {
  // Ages are normal: moments of the mixture by the midpoint rule.
  const DermisLaw cheek_of_women{0.87, 0.35};  // S6
  double weight = 0, mean = 0, square = 0;
  for (double z = -5.995; z < 6; z += 0.01) {
    const DermisLaw law = dermis_at_age(cheek_of_women, -0.33, z);
    const double w = std::exp(-z * z / 2);
    weight += w;
    mean += w * law.mean;
    square += w * (law.sd * law.sd + law.mean * law.mean);
  }
  mean /= weight;
  EXPECT_NEAR(mean, 0.87, 1e-9);
  EXPECT_NEAR(std::sqrt(square / weight - mean * mean), 0.35, 0.002);
}

TEST(DermisAtAge, ThinsByTheCorrelationAndNotBeyondTheCutOff) {
  const DermisLaw all{1.0, 0.2};
  EXPECT_DOUBLE_EQ(dermis_at_age(all, -0.5, 1.0).mean, 0.9);
  EXPECT_DOUBLE_EQ(dermis_at_age(all, -0.5, 1.0).sd, 0.2 * std::sqrt(0.75));
  EXPECT_DOUBLE_EQ(dermis_at_age(all, -0.5, 9.0).mean, 0.75);
  EXPECT_DOUBLE_EQ(dermis_at_age(all, 0.0, 2.0).mean, 1.0);
}

TEST(DepthSpread, AddsTheRelativeErrorsOfPuncturesAndSkinInQuadrature) {
  EXPECT_DOUBLE_EQ(depth_spread(0.9, 0.30, 0.0), 0.27);
  EXPECT_DOUBLE_EQ(depth_spread(2.0, 0.3, 0.4), 1.0);
}

}  // namespace
}  // namespace asepsim::science
