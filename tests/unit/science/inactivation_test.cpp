// Promises of killing and removing germs: steam, dry heat, chemicals, cleaning.
#include "science/inactivation.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace asepsim::science {
namespace {

constexpr HeatResistance spores{};

struct Cycle {
  double celsius, minutes, lethality, log_kill;
};
/// I21 (F0 in minutes, one decimal) and I22 (log10 kill at D121 = 2.0).
const std::vector<Cycle> table{{121, 15, 14.7, 7.3},   {121, 30, 29.3, 14.7},
                               {132, 4, 49.2, 24.6},   {134, 3, 58.5, 29.2},
                               {134, 3.5, 68.2, 34.1}, {115, 30, 7.4, 3.7},  // wet-cold faults
                               {118, 30, 14.7, 7.3}};

TEST(SteamLethality, GivesTheF0OfTableI21) {
  for (const Cycle& c : table) {
    EXPECT_NEAR(lethality_of_hold(c.celsius, c.minutes, spores), c.lethality, 0.05)
        << c.celsius << " C, " << c.minutes << " min";
  }
}

TEST(SteamLethality, KillsTheLogsOfTableI22) {
  for (const Cycle& c : table) {
    const double f0 = lethality_of_hold(c.celsius, c.minutes, spores);
    EXPECT_NEAR(6.0 - log10_survivors(6.0, f0, spores), c.log_kill, 0.051);
  }
}

TEST(SteamLethality, IsTheHoldWhenTheProfileIsFlat) {
  const std::vector<TemperaturePoint> flat{{10, 134}, {11, 134}, {13.5, 134}};
  EXPECT_NEAR(lethality_of_profile(flat, spores), lethality_of_hold(134, 3.5, spores), 1e-12);
}

TEST(SteamLethality, OfARampAgreesWithNumericalIntegration) {
  const std::vector<TemperaturePoint> cycle{{0, 20}, {12, 134}, {15.5, 133.2}, {25, 60}};
  double integrated = 0;
  constexpr int cells = 200000;
  for (std::size_t piece = 1; piece < cycle.size(); ++piece) {
    const auto [t0, c0] = cycle[piece - 1];
    const auto [t1, c1] = cycle[piece];
    for (int i = 0; i < cells; ++i) {
      const double celsius = c0 + (c1 - c0) * (i + 0.5) / cells;
      integrated += std::pow(10.0, (celsius - 121.1) / 10.0) * (t1 - t0) / cells;
    }
  }
  EXPECT_NEAR(lethality_of_profile(cycle, spores) / integrated, 1.0, 1e-8);
}

TEST(SteamLethality, OfNothingIsNothing) {
  EXPECT_EQ(lethality_of_profile({}, spores), 0.0);
  const std::vector<TemperaturePoint> corner{{0, 134}};
  EXPECT_EQ(lethality_of_profile(corner, spores), 0.0);
  EXPECT_EQ(lethality_of_hold(134, 0, spores), 0.0);
}

TEST(SteamLethality, FallsTenfoldForAColdSpotOneZBelow) {
  EXPECT_NEAR(lethality_of_hold(134, 3, spores) / lethality_of_hold(124, 3, spores), 10.0, 1e-12);
  EXPECT_NEAR(d_value(111.1, spores), 20.0, 1e-12);
  EXPECT_NEAR(d_value(121.1, spores), 2.0, 1e-12);
}

TEST(SteamLethality, OfAWetColdFaultLeavesSporesOfTheIndicatorAlive) {
  // 1e6 spores of a biological indicator: 121/15 leaves 0.05, 115/30 leaves 200.
  const double good = log10_survivors(6.0, lethality_of_hold(121, 15, spores), spores);
  const double fault = log10_survivors(6.0, lethality_of_hold(115, 30, spores), spores);
  EXPECT_NEAR(std::pow(10, good), 0.047, 0.0005);
  EXPECT_NEAR(std::pow(10, fault), 203, 5);
}

TEST(SteamLethality, OfAFullHoldReachesTheSterilityAssuranceLevel) {
  const double bioburden = 1.5;  // log10 of a used head [I5]
  const double left = log10_survivors(bioburden, lethality_of_hold(134, 3, spores), spores);
  EXPECT_LT(left, -6);  // I20: one in a million
}

TEST(DryHeat, NeedsTheTimesOfI23ForTwelveLogsOrMore) {
  // I23 160 C 120 min and 170 C 60 min; both reach far more than 12 log10 of B. atrophaeus (I24).
  const HeatResistance dry = dry_heat_resistance();
  EXPECT_NEAR(lethality_of_hold(160, 120, dry) / dry.d_min, 53.3, 0.1);
  EXPECT_NEAR(lethality_of_hold(170, 60, dry), 60 * std::sqrt(10.0), 1e-9);
  EXPECT_NEAR(d_value(180, dry), 0.225, 1e-12);
}

TEST(ChickWatson, RaisesTheRateByTheExponentOfEachAgent) {
  struct Agent {
    double exponent;
    const char* name;
  };
  // I43.
  for (const Agent a : {Agent{9, "ethanol"}, Agent{6, "phenol"}, Agent{2, "chlorhexidine"},
                        Agent{1, "formaldehyde"}, Agent{0.5, "hypochlorite"}}) {
    const Disinfectant agent{
        .reference_concentration = 1, .exponent = a.exponent, .full_effect_concentration = 4};
    const double half = chemical_rate({.concentration = 1}, agent);
    const double full = chemical_rate({.concentration = 2}, agent);
    EXPECT_NEAR(full / half, std::pow(2.0, a.exponent), 1e-9) << a.name;
  }
}

TEST(ChickWatson, GivesTheLogReductionsOfI38ForEthanol) {
  const Disinfectant ethanol;
  EXPECT_NEAR(chemical_log_reduction({70, 1}, ethanol), 3.5, 1e-12);
  EXPECT_NEAR(chemical_log_reduction({70, 1, 1.0}, ethanol), 1.8, 0.005);  // blood
  EXPECT_LE(chemical_log_reduction({70, 1, 0.0, true}, ethanol), 1.0);     // biofilm
}

TEST(ChickWatson, LosesAlcoholBelowHalfAndGainsNothingAboveThePlateau) {
  const Disinfectant ethanol;
  EXPECT_LT(chemical_rate({45, 1}, ethanol), 0.02 * chemical_rate({70, 1}, ethanol));
  EXPECT_EQ(chemical_rate({90, 1}, ethanol), chemical_rate({70, 1}, ethanol));  // I34
}

TEST(ChickWatson, ReachesHighLevelDisinfectionInTheLabelledTimes) {
  EXPECT_NEAR(chemical_log_reduction({0.55, 12}, ortho_phthalaldehyde()), 5.0, 1e-9);  // I31
  EXPECT_NEAR(chemical_log_reduction({2.0, 20}, glutaraldehyde()), 6.0, 1e-9);         // I30
  EXPECT_NEAR(chemical_log_reduction({425, 10}, hypochlorite()), 6.0, 1e-9);           // I32
  EXPECT_NEAR(chemical_log_reduction({7.5, 30}, hydrogen_peroxide()), 6.0, 1e-9);      // I32
}

TEST(ChickWatson, SlowsEveryAgentBySoilAsItSlowsEthanol) {
  const double ethanol = chemical_rate({70, 1, 1.0}, {}) / chemical_rate({70, 1}, {});
  for (const Disinfectant& agent :
       {ortho_phthalaldehyde(), glutaraldehyde(), hypochlorite(), hydrogen_peroxide()}) {
    const double dose = agent.reference_concentration;
    EXPECT_NEAR(chemical_rate({dose, 1, 1.0}, agent) / chemical_rate({dose, 1}, agent), ethanol,
                0.002);
  }
}

TEST(Shoulder, StartsAtZeroDelaysDeathAndThenRunsAtTheFullRate) {
  const Disinfectant slow{.log10_per_min = 1, .shoulder_min = 2};
  EXPECT_NEAR(chemical_log_reduction({70, 0}, slow), 0.0, 1e-15);
  EXPECT_LT(chemical_log_reduction({70, 1}, slow), 0.1);
  // Long after the shoulder: one log10 a minute, counted from its end (Geeraerd).
  EXPECT_NEAR(chemical_log_reduction({70, 10}, slow), 8.0, 0.01);
  EXPECT_NEAR(chemical_log_reduction({70, 11}, slow) - chemical_log_reduction({70, 10}, slow), 1.0,
              1e-6);
}

TEST(Shoulder, MatchesGeeraerdsFormula) {
  const Disinfectant slow{.log10_per_min = 0.8, .shoulder_min = 1.5};
  const double k = 0.8 * std::log(10.0);
  for (const double t : {0.1, 0.7, 1.5, 3.0, 6.0}) {
    const double share =
        std::exp(-k * t) * std::exp(k * 1.5) / (1 + (std::exp(k * 1.5) - 1) * std::exp(-k * t));
    EXPECT_NEAR(chemical_log_reduction({70, t}, slow), -std::log10(share), 1e-12);
  }
}

TEST(Biofilm, LeavesATailThatNoContactTimeRemoves) {
  const double long_contact = chemical_log_reduction({70, 1000, 0, true}, {});
  EXPECT_NEAR(long_contact, 4.0, 1e-9);  // F5: 1e-4 of the load
  EXPECT_GT(chemical_log_reduction({70, 1000, 0, false}, {}), 1000);
}

TEST(ChemicalKill, NeverFallsWithTimeOrStrengthAndNeverRisesWithSoil) {
  const Disinfectant agent{.shoulder_min = 0.5};
  for (const bool biofilm : {false, true}) {
    for (double minutes = 0.1; minutes < 5; minutes += 0.1) {
      const double now = chemical_log_reduction({60, minutes, 0.3, biofilm}, agent);
      EXPECT_GE(now, 0.0);
      EXPECT_GE(chemical_log_reduction({60, minutes + 0.1, 0.3, biofilm}, agent), now);
      EXPECT_GE(chemical_log_reduction({65, minutes, 0.3, biofilm}, agent), now);
      EXPECT_LE(chemical_log_reduction({60, minutes, 0.5, biofilm}, agent), now);
    }
  }
}

TEST(ChemicalKill, IsNothingWithoutAgent) {
  EXPECT_EQ(chemical_log_reduction({0, 10}, {}), 0.0);
}

}  // namespace
}  // namespace asepsim::science
