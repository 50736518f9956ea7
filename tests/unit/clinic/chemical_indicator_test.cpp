// Chemical indicators by type: how sharply each looks at each cause of failure.
#include "clinic/indicators.hpp"
#include "unit/clinic/small_clinic.hpp"

namespace asepsim::clinic {
namespace {

scenario::Indicators indicators(const std::string& written) {
  return scenario_from(monday +
                       "staff: {nurse: {end_of_shift: finish}}\npathways: {visit: [{step: talk, "
                       "staff: nurse, "
                       "duration: 5 min}]}\n" +
                       with(sterilizing, "false_positive: 0", "false_positive: 0, " + written) +
                       arrivals({{"ann", "10 h"}}))
      .sterilization->indicators;
}

// Shares of the causes by default: 91.8 % errors, of them 3, 30, 33 and 34 %; the rest are pockets.
constexpr std::array<double, load_faults> mix{0, 0.0275, 0.2754, 0.3029, 0.3121, 0.082};

double mean_sensitivity(const std::string& type) {
  const Sensitivities seen = chemical_sensitivities(indicators("chemical_type: " + type));
  double mean = 0;
  for (std::size_t i = 0; i < load_faults; ++i) mean += mix[i] * seen[i];
  return mean;
}

TEST(ChemicalIndicator, SeesOnAverageWhatItsTypeDoes) {
  EXPECT_NEAR(mean_sensitivity("type_1"), 0.2, 0.015) << "I58";
  EXPECT_NEAR(mean_sensitivity("type_4"), 0.6, 0.015);
  EXPECT_NEAR(mean_sensitivity("type_5"), 0.85, 0.015);
  EXPECT_NEAR(mean_sensitivity("type_6"), 0.85, 0.015);
}

double seen(const std::string& type, LoadFault fault) {
  return chemical_sensitivities(indicators("chemical_type: " + type))
      .at(static_cast<std::size_t>(fault));
}

TEST(ChemicalIndicator, OutsideThePackKnowsThatACycleWasRunAndLittleElse) {
  EXPECT_GT(seen("type_1", LoadFault::not_run), 0.9);
  EXPECT_LT(seen("type_1", LoadFault::air_pocket), 0.1);
  EXPECT_GT(seen("type_6", LoadFault::wrong_programme), seen("type_5", LoadFault::wrong_programme));
}

TEST(ChemicalIndicator, MissesACauseByItsWeight) {
  const Sensitivities s = chemical_sensitivities(
      indicators("chemical_sensitivity: 0.5, chemical_weights: {not_run: 3, wrong_programme: 0, "
                 "packing: 2, overload: 1, air_pocket: 1}"));
  EXPECT_DOUBLE_EQ(s[static_cast<std::size_t>(LoadFault::not_run)], 0.875);
  EXPECT_DOUBLE_EQ(s[static_cast<std::size_t>(LoadFault::wrong_programme)], 0);
  EXPECT_DOUBLE_EQ(s[static_cast<std::size_t>(LoadFault::packing)], 0.75);
  EXPECT_DOUBLE_EQ(s[static_cast<std::size_t>(LoadFault::none)], 0.5) << "a machine that runs cold";
}

// Two causes as likely, seen with 0.9 and 0.5: an indicator that passed speaks for the second.
TEST(ChemicalIndicator, TellsCausesApart) {
  CycleHypotheses ways;
  ways[0].chance = 0.8;
  for (const LoadFault fault : {LoadFault::packing, LoadFault::air_pocket}) {
    CycleHypothesis& way = ways[static_cast<std::size_t>(fault)];
    way = {fault, 0.1, 0, 0, true, {}};
  }
  Sensitivities seen = alike(0.9);
  seen[static_cast<std::size_t>(LoadFault::air_pocket)] = 0.5;
  learn(ways, Indicator::passed, seen, 0);
  EXPECT_DOUBLE_EQ(ways[static_cast<std::size_t>(LoadFault::packing)].chance, 0.01 / 0.86);
  EXPECT_DOUBLE_EQ(ways[static_cast<std::size_t>(LoadFault::air_pocket)].chance, 0.05 / 0.86);
  EXPECT_DOUBLE_EQ(ways[0].chance, 0.8 / 0.86);
}

}  // namespace
}  // namespace asepsim::clinic
