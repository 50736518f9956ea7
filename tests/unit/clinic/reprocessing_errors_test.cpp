// Errors of people outside a visit: who washes, loads, soaks and takes heads again, and how they
// are.
#include "unit/clinic/ledger_help.hpp"

namespace asepsim::clinic {
namespace {

// One set, washed by hand until 10:35 and loaded until 10:42; bob's needles come out at 12:20. One
// wash and one cycle in five fail at ease, and nobody notices.
std::string one_set(const std::string& people) {
  std::string text = with(sterilizing, "wash: {", "wash_method: manual\n  wash: {");
  text = with(text, "log_reduction: 2, failure: 0", "log_reduction: 2, failure: 0.2");
  text = with(text, "probability: 0, temperature_drop: 30 K, operator_share: 1, not_run: 0,",
              "probability: 0.2, temperature_drop: 30 K, operator_share: 1, not_run: 1,");
  text = with(text, "packing: 1", "packing: 0");
  text = with(text, "false_positive: 0,",
              "false_positive: 0, printout_sensitivity: 0, biological_sensitivity: 0,");
  return constants + "instruments: {head: {policy: reprocess, stock: 1, when_empty: wait}}\n" +
         arrivals({{"ann", "10 h"}, {"bob", "12 h"}}) + text + "human_factors: {" + people + "}\n";
}

std::string by(const std::string& grade, const std::string& text) {
  return with(text, "qualification: dermatologist",
              "qualification: dermatologist, grade: " + grade);
}

constexpr std::size_t wash = 0, not_run = 1;  // barriers whose failure is hidden

double failure_of(const Outcome& r, std::size_t barrier) {
  return static_cast<double>(r.record.needlings.at(1).failed[barrier]);
}

// Log-odds of a failure against those at ease.
double moved(const Outcome& r, std::size_t barrier) {
  const double p = failure_of(r, barrier);
  return std::log(p / (1 - p)) - std::log(0.2 / 0.8);
}

TEST(ReprocessingErrors, GrowWithTheHoursOnShiftOfWhoDoesIt) {
  const Outcome r = run(one_set("per_hour_on_shift: 0.5"));
  EXPECT_NEAR(moved(r, wash), 0.5 * 95 / 60, 1e-5) << "on shift since 9:00, washed at 10:35";
  EXPECT_NEAR(moved(r, not_run), 0.5 * 102 / 60, 1e-5) << "loaded at 10:42";
}

TEST(ReprocessingErrors, OfAMachineAreOfWhoFilledIt) {
  const std::string by_machine =
      with(one_set("per_hour_on_shift: 0.5"), "wash_method: manual", "wash_method: ultrasonic");
  EXPECT_NEAR(moved(run(by_machine), wash), 0.5 * 85 / 60, 1e-5) << "filled at 10:25";
}

TEST(ReprocessingErrors, AreFewerInTrainedHands) {
  const std::string text = one_set("per_hour_on_shift: 0, expert: -0.3, untrained: 0.8");
  for (const std::size_t barrier : {wash, not_run}) {
    EXPECT_NEAR(moved(run(by("expert", text)), barrier), -0.3, 1e-5);
    EXPECT_NEAR(moved(run(by("trained", text)), barrier), 0, 1e-5);
    EXPECT_NEAR(moved(run(by("untrained", text)), barrier), 0.8, 1e-5);
  }
}

TEST(ReprocessingErrors, AreFewerWhileSomebodyWatches) {
  const std::string text =
      with(one_set("per_hour_on_shift: 0, supervisor: physician, supervision: -0.4"), "staff: {",
           "staff: {doctor: {skills: [physician], end_of_shift: finish}, ");
  EXPECT_NEAR(moved(run(text), wash), -0.4, 1e-5);
  EXPECT_NEAR(moved(run(text), not_run), -0.4, 1e-5);
}

TEST(ReprocessingErrors, DoNotGrowWithTheHoursOnceTheLinkIsOff) {
  const Outcome r = run(one_set("workload_link: false, per_hour_on_shift: 0.5"));
  EXPECT_NEAR(moved(r, wash), 0, 1e-5);
  EXPECT_NEAR(moved(r, not_run), 0, 1e-5);
}

TEST(ReprocessingErrors, ASoakIsLeftOutByWhoUsedTheHead) {
  // Fifty in log-odds: who is untrained always leaves it out, an expert never.
  const std::string text = with(constants, "disinfection: {", "disinfection: {skipped: 50 %, ") +
                           wiped + arrivals(three) +
                           "human_factors: {expert: -50, untrained: 50}\n";
  for (const NeedlingFact& fact : run(by("untrained", text)).record.needlings) {
    EXPECT_EQ(fact.undisinfected, fact.reuses > 0);
  }
  for (const NeedlingFact& fact : run(by("expert", text)).record.needlings) {
    EXPECT_FALSE(fact.undisinfected);
  }
}

TEST(ReprocessingErrors, AHeadForOnePatientIsTakenAgainByWhoTreats) {
  // Ann is treated at ten, by somebody who came at nine.
  const std::string text = constants +
                           "instruments: {head: {policy: single_use, between_patients: nothing, "
                           "reuse_despite_policy: 20 %}}\n" +
                           arrivals(three) +
                           "human_factors: {per_hour_on_shift: 0.5, untrained: 0.8}\n";
  const auto kept = [](const Outcome& r) {
    for (const ComplianceFact& fact : r.record.compliance) {
      if (fact.moment == Moment::single_use) return static_cast<double>(fact.probability);
    }
    return -1.0;
  };
  EXPECT_NEAR(kept(run(text)), 1 / (1 + 0.25 * std::exp(0.5)), 1e-6);
  EXPECT_NEAR(kept(run(by("untrained", text))), 1 / (1 + 0.25 * std::exp(1.3)), 1e-6);
}

}  // namespace
}  // namespace asepsim::clinic
