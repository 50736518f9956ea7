// Promises of transfer, inoculum, dose-response and bloodborne transmission.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

#include "science/bloodborne.hpp"
#include "science/dose_response.hpp"
#include "science/transfer.hpp"

namespace asepsim::science {
namespace {

TEST(Touch, ConservesTheGermsAndMovesTheFractionOfTheDifference) {
  const Contact after = after_touch({100, 20}, TouchTransfer{}.bare_hand);
  EXPECT_DOUBLE_EQ(after.first + after.second, 120);
  EXPECT_DOUBLE_EQ(after.second, 20 + 0.49 * 80);  // F8
}

TEST(Touch, NeverMakesANegativeLoadEvenAtTheTopOfTheRange) {
  const Contact after = after_touch({100, 0}, 0.72);  // I64 range 0.32-0.72
  EXPECT_GE(after.first, 0.0);
  EXPECT_GE(after.second, 0.0);
}

TEST(Touch, EquilibratesInFourToSixTouchesAsKingSaw) {
  // I64: equilibrium after 4-6 touches, for bare and gloved hands.
  EXPECT_GT(density_after_touches(0, 1, TouchTransfer{}.bare_hand, 4), 0.90);
  EXPECT_GT(density_after_touches(0, 1, TouchTransfer{}.gloved_hand, 6), 0.85);
  EXPECT_LT(density_after_touches(0, 1, TouchTransfer{}.gloved_hand, 2), 0.60);
}

TEST(Touch, RepeatedOneByOneGivesTheClosedForm) {
  double density = 5;
  for (int i = 0; i < 4; ++i) density += 0.3 * (80 - density);
  EXPECT_NEAR(density_after_touches(5, 80, 0.3, 4), density, 1e-12);
  EXPECT_DOUBLE_EQ(density_after_touches(5, 80, 0.3, 0), 5);
}

TEST(CombinedLoad, AddsNumbersNotLogarithms) {
  EXPECT_NEAR(combined_log10(2, 2), std::log10(200), 1e-14);
  EXPECT_NEAR(combined_log10(3, 1), std::log10(1010), 1e-14);
  EXPECT_DOUBLE_EQ(combined_log10(1, 3), combined_log10(3, 1));
}

TEST(CombinedLoad, WithAnEmptyLoadIsTheOtherOne) {
  constexpr double empty = -std::numeric_limits<double>::infinity();
  EXPECT_EQ(combined_log10(empty, 2.5), 2.5);
  EXPECT_EQ(combined_log10(2.5, empty), 2.5);
  EXPECT_EQ(combined_log10(empty, empty), empty);
}

TEST(Decay, HalvesEveryHalfLifeAndFollowsR16ForHiv) {
  EXPECT_DOUBLE_EQ(share_left(0, 5), 1.0);
  EXPECT_DOUBLE_EQ(share_left(15, 5), 0.125);
  const double lost = 1 - share_left(6, DryHalfLives{}.hiv_h);  // "several hours": 90-99 %
  EXPECT_GT(lost, 0.90);
  EXPECT_LT(lost, 0.99);
}

TEST(Decay, InTwoPhasesIsFastThenSlow) {
  // R13: 0.4 h, then 28 h.
  const auto hcv = [](double h) { return share_left_biphasic(h, 0.9, 0.4, 28); };
  EXPECT_DOUBLE_EQ(hcv(0), 1.0);
  EXPECT_LT(hcv(4), 0.1);
  EXPECT_NEAR(hcv(60) / hcv(32), 0.5, 1e-12);
}

TEST(Inoculum, HasAboutAHundredthOfTheSkinInChannels) {
  EXPECT_NEAR(channel_area_share({}), 0.01, 0.0005);  // F9
  EXPECT_NEAR(channel_area_share({}), 250 * std::numbers::pi * 0.0035 * 0.0035, 1e-15);
}

TEST(Inoculum, FallsTenfoldForEveryLogOfPreparation) {
  EXPECT_NEAR(skin_inoculum(500, 1.2, 350, {}) / skin_inoculum(500, 2.2, 350, {}), 10, 1e-12);
  EXPECT_EQ(skin_inoculum(0, 1.2, 350, {}), 0.0);
  EXPECT_DOUBLE_EQ(needle_inoculum(200, {.released_share = 0.25}), 50);
}

struct Volunteers {
  double dose;
  int infected;
};
/// Singh 1971, 20 volunteers a dose [R1].
const std::vector<Volunteers> singh{{40, 4},      {220, 8},    {2000, 13},
                                    {1.05e5, 14}, {1.6e6, 19}, {1e7, 20}};

double deviance(const BetaPoisson& response) {
  double sum = 0;
  for (const auto [dose, infected] : singh) {
    const double p = lesion_probability(dose, response);
    const double x = infected, n = 20;
    sum += 2 * x * std::log(x / n / p);
    if (infected < 20) sum += 2 * (n - x) * std::log((n - x) / n / (1 - p));
  }
  return sum;
}

TEST(BetaPoisson, FitsTheVolunteersWithTheDevianceOfR5) {
  EXPECT_NEAR(deviance({}), 5.4, 0.05);  // 4 degrees of freedom: acceptable up to 9.5
}

TEST(BetaPoisson, ReproducesTheVolunteerCurveV20WithinBinomialError) {
  for (const auto [dose, infected] : singh) {
    const double p = lesion_probability(dose, {});
    const double sd = std::sqrt(p * (1 - p) / 20);
    EXPECT_NEAR(p, infected / 20.0, 2 * sd) << dose << " CFU";
  }
}

TEST(BetaPoisson, HasTheBestFitOfItsNeighbourhood) {
  for (const double factor : {0.8, 1.25}) {
    EXPECT_GT(deviance({.alpha = 0.222 * factor}), deviance({}));
    EXPECT_GT(deviance({.median_dose = 550 * factor}), deviance({}));
  }
}

TEST(BetaPoisson, InfectsHalfAtTheMedianDoseAndNobodyAtNone) {
  EXPECT_NEAR(lesion_probability(550, {}), 0.5, 1e-12);
  EXPECT_EQ(lesion_probability(0, {}), 0.0);
  EXPECT_LE(lesion_probability(1e300, {}), 1.0);
}

TEST(BetaPoisson, IsProportionalToASmallDose) {
  const double slope = 0.222 * (std::exp2(1 / 0.222) - 1) / 550;
  EXPECT_NEAR(lesion_probability(1e-6, {}) / 1e-6, slope, slope * 1e-6);
}

TEST(BetaPoisson, NeverFallsWithTheDose) {
  double before = 0;
  for (double dose = 1e-6; dose < 1e9; dose *= 1.5) {
    const double p = infection_probability(dose, BetaPoisson{});
    EXPECT_GT(p, before);
    before = p;
  }
}

/// Mean infection probability of a session over the distributions stated with F10, by midpoints:
/// skin of carriers log-uniform in 10-1,000 CFU/cm2, pushed share log-uniform in 0.01-0.1, 350 cm2.
double mean_session_risk(double prep_mean, double prep_sd, double clinical_share) {
  constexpr int cells = 50;
  constexpr double carriers = 0.25;
  const BetaPoisson response{.clinical_share = clinical_share};
  double sum = 0, weights = 0;
  for (int i = 0; i < cells; ++i) {
    const double z = -5 + 10 * (i + 0.5) / cells;
    const double weight = std::exp(-0.5 * z * z);
    for (int j = 0; j < cells; ++j) {
      const double skin = std::pow(10.0, 1 + 2 * (j + 0.5) / cells);
      for (int k = 0; k < cells; ++k) {
        const InoculumParameters needling{.pushed_share = std::pow(10.0, -2 + (k + 0.5) / cells)};
        const double dose = skin_inoculum(skin, prep_mean + prep_sd * z, 350, needling);
        sum += weight * infection_probability(dose, response);
        weights += weight;
      }
    }
  }
  return carriers * sum / weights;
}

TEST(SessionRisk, ReproducesThePlausibilityFiguresOfF10) {
  // The stated figures have two digits from a Monte Carlo run: 5 % of margin.
  EXPECT_NEAR(mean_session_risk(1.2, 0.4, 0.05), 2.3e-4, 0.05 * 2.3e-4);
  EXPECT_NEAR(mean_session_risk(1.2, 0.4, 0.02), 0.9e-4, 0.05 * 0.9e-4);
  EXPECT_NEAR(mean_session_risk(1.2, 0.4, 0.10), 4.6e-4, 0.05 * 4.6e-4);
  EXPECT_NEAR(mean_session_risk(0.5, 0.3, 0.05), 7e-4, 0.05 * 7e-4);  // soap wash only
}

TEST(SessionRisk, WithoutPreparationIsAboveEveryWash) {
  // F10 states 1.2e-3; over the same distributions the integral is 1.38e-3.
  const double none = mean_session_risk(0.0, 0.0, 0.05);
  EXPECT_NEAR(none, 1.38e-3, 0.01e-3);
  EXPECT_GT(none, mean_session_risk(0.5, 0.3, 0.05));
}

TEST(SessionRisk, OfACompliantClinicLiesInTheRangeOfC21) {
  const double risk = mean_session_risk(1.2, 0.4, 0.05);
  EXPECT_GT(risk, 5e-5);
  EXPECT_LT(risk, 1e-3);
}

TEST(ExponentialResponse, HasItsMedianAfterGrowthNearNineMillion) {
  EXPECT_NEAR(infection_probability(PostGrowthDensity{9.07e6}, {}), 0.5, 0.001);  // R2
  // F10's warning: on an inoculum of 10 CFU it gives 8e-7, far below the volunteers.
  EXPECT_NEAR(infection_probability(PostGrowthDensity{10}, {}), 8e-7, 0.5e-7);
}

TEST(Growth, StartsAtTheInoculumDoublesAndStopsAtTheCapacity) {
  const SkinGrowth growth;
  EXPECT_NEAR(grown_density(10, 0, growth).cfu_per_cm2, 10, 1e-9);
  EXPECT_NEAR(grown_density(10, std::log(2) / 0.35, growth).cfu_per_cm2, 20, 1e-3);
  EXPECT_NEAR(grown_density(10, 500, growth).cfu_per_cm2, 1e7, 1);
  EXPECT_EQ(grown_density(0, 1e6, growth).cfu_per_cm2, 0.0);
}

TEST(Bloodborne, ReproducesKentWithAThousandthPerNeedle) {
  // B3: 9 % below 150 needles, 33 % at 450 and more; B4 takes 75-100 and 500-600 needles.
  const NeedleCarriage carriage;
  const double per_needle = puncture_risk(hepatitis_b(), carriage, 0, 0);
  EXPECT_NEAR(per_needle, 1e-3, 1e-12);
  EXPECT_NEAR(session_risk(per_needle, 90, carriage), 0.09, 0.015);
  EXPECT_NEAR(session_risk(per_needle, 550, carriage), 0.33, 0.02);
}

TEST(Bloodborne, OvershootsKentWithoutSaturation) {
  const NeedleCarriage linear{.saturation_punctures = 1e12};
  EXPECT_GT(session_risk(1e-3, 550, linear), 0.40);
}

TEST(Bloodborne, CountsEveryPunctureWhileFewAndStopsAtSaturation) {
  EXPECT_NEAR(effective_punctures(1, {}), 1.0, 1e-3);
  EXPECT_NEAR(effective_punctures(1e6, {}), 1000, 1e-9);
  double before = 0;
  for (double n = 1; n < 1e5; n *= 2) {
    EXPECT_GT(effective_punctures(n, {}), before);
    EXPECT_LE(effective_punctures(n, {}), n);
    before = effective_punctures(n, {});
  }
}

TEST(Bloodborne, NeverExceedsThePrevalenceHoweverManyPunctures) {
  const NeedleCarriage dirty{.volume_ratio = 1.0};
  const double certain = session_risk(puncture_risk(hepatitis_b(), dirty, 0, 0), 1e5, dirty);
  EXPECT_NEAR(certain, 1.0, 1e-9);
  EXPECT_NEAR(transmission_probability({.prevalence = 0.0592}, hepatitis_b(), certain), 0.0592,
              1e-9);  // R17
}

TEST(Bloodborne, FallsWithTimeDisinfectionAndImmunity) {
  const NeedleCarriage c;
  EXPECT_NEAR(puncture_risk(hiv(), c, 1.2, 0) / puncture_risk(hiv(), c, 0, 0), 0.5, 1e-12);
  EXPECT_NEAR(puncture_risk(hiv(), c, 0, 4) / puncture_risk(hiv(), c, 0, 0), 1e-4, 1e-16);
  EXPECT_DOUBLE_EQ(transmission_probability({0.01, 0.25}, hepatitis_b(), 0.1), 0.01 * 0.25 * 0.1);
  const BloodborneVirus half_viraemic{.viraemic_share = 0.5};
  EXPECT_DOUBLE_EQ(transmission_probability({0.01, 1.0}, half_viraemic, 0.1), 0.0005);
}

TEST(Bloodborne, OrdersTheVirusesAsNeedlestickStudiesDo) {
  const NeedleCarriage c;
  EXPECT_GT(puncture_risk(hepatitis_b(), c, 0, 0), 50 * puncture_risk(hiv(), c, 0, 0));  // R7, R10
  EXPECT_GT(puncture_risk(hiv(), c, 0, 0), puncture_risk(hepatitis_c(), c, 0, 0));       // R9
}

}  // namespace
}  // namespace asepsim::science
