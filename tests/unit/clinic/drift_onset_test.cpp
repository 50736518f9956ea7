// When a sterilizer begins to drift, and what replications of a stratum are given.
#include "clinic/drift_onset.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "unit/clinic/load_help.hpp"

namespace asepsim::clinic {
namespace {

using testing::ElementsAre;

// Three patients, each a load of its own; a drift is seen in the load that it begins with.
std::string three_loads(const std::string& onset, const std::string& strata) {
  return clinic() +
         with(sterilizing, "drift: {onset: 0}", "drift: {onset: " + onset + ", drop: 5 K}") +
         "estimation: {drift: {" + strata + "}}\n" +
         arrivals({{"ann", "10 h"}, {"bob", "12 h"}, {"cyd", "14 h"}});
}

std::vector<float> drifts(const std::string& text, Given given, std::uint64_t replication = 0) {
  std::vector<float> kelvin;
  for (const LoadFact& load :
       run(text, {.replication = replication, .given = given}).record.loads) {
    kelvin.push_back(load.drift);
  }
  return kelvin;
}

const std::string first_of_two = "mode: stratify, within_cycles: 2";

TEST(DriftOnset, ComesWithinTheCyclesItIsGivenTo) {
  const std::string rare = three_loads("1e-9", "mode: stratify, within_cycles: 1");
  EXPECT_THAT(drifts(rare, Given::drift), ElementsAre(5, 5, 5));
}

// With a probability near 1 the first trial is nearly always the one.
TEST(DriftOnset, IsKeptFromTheCyclesOfTheOtherStratumAndDrawnAfterThem) {
  EXPECT_THAT(drifts(three_loads("0.999999", first_of_two), Given::no_drift), ElementsAre(0, 0, 5));
}

TEST(DriftOnset, IsDrawnCycleByCycleIfNothingIsGiven) {
  EXPECT_THAT(drifts(three_loads("0.999999", "mode: sample"), Given::nothing),
              ElementsAre(5, 5, 5));
  EXPECT_THAT(drifts(three_loads("1e-9", "mode: sample"), Given::nothing), ElementsAre(0, 0, 0));
}

// Given one of two trials with probability 1/2 each, the first has it with 2/3. 300 replications
// have a standard error of 0.027; a right draw fails once in 10,000 times.
TEST(DriftOnset, IsAtEachCycleWithItsProbabilityGivenThatItComes) {
  const auto plan = compile(scenario_from(three_loads("0.5", first_of_two)));
  int first = 0;
  for (std::uint64_t i = 0; i < 300; ++i) {
    const auto record = run_replication(*plan, {.replication = i, .given = Given::drift});
    ASSERT_EQ(record.given, Given::drift);
    ASSERT_EQ(record.loads.at(1).drift, 5) << "one of the two";
    first += record.loads.at(0).drift > 0 ? 1 : 0;
  }
  EXPECT_NEAR(first / 300.0, 2.0 / 3, 3.9 * 0.0272);
}

TEST(DriftOnset, HasTheProbabilityOfOneSuccessInSoManyTrials) {
  const auto of = [](const std::string& strata) {
    return probability_of_drift(*compile(scenario_from(three_loads("0.01", strata))));
  };
  EXPECT_DOUBLE_EQ(of("mode: stratify, within_cycles: 900"), 1 - std::pow(0.99, 900));
  EXPECT_EQ(of("mode: sample"), 0);
}

// Eight hours a day and cycles of 45 min with 4 min of handling: 9.8 of them, one begun.
TEST(DriftOnset, IsWithinTheCyclesThatOpeningHoursHaveRoomFor) {
  const auto plan = compile(scenario_from(three_loads("0.01", "mode: stratify")));
  EXPECT_EQ(drift_trials(*plan).number, 10u);
}

}  // namespace
}  // namespace asepsim::clinic
