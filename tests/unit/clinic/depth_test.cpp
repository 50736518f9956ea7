// Promises of depth in the clinic: the length that is set, the share of it that is reached, whose
// hand it was, and whose skin.
#include <cmath>

#include "unit/clinic/small_clinic.hpp"

namespace asepsim::clinic {
namespace {

// Walk-ins all day; `needling` and the rest of the parts are YAML of their sections.
struct Parts {
  std::string needling = "{}", site = "cheek", length = "1 mm", staff = "grade: expert",
              population = "{}", more = "";
};

std::string clinic_of(const Parts& parts) {
  return R"(
run: {start: 2027-01-04, length: 10 d}
calendar: {opening: always}
staff: {operator: {count: 20, skills: [needling], )" +
         parts.staff + R"(}}
population: )" +
         parts.population + R"(
sites: {)" +
         parts.site +
         R"(: {}}
indications:
  acne: {share: 100 %, site: )" +
         parts.site + R"(, area: 200 cm2, sessions: 1, target_fraction: 0.5, length_fixed: )" +
         parts.length + R"(}
instruments: {head: {policy: single_use, between_patients: nothing}}
arrivals: {w: {kind: walk_in, pathway: visit, interarrival: {exponential: 6 min}}}
pathways:
  visit: [{step: treat, kind: treatment, staff: needling, instrument: head, duration: 5 min}]
needling: )" +
         parts.needling + "\n" + parts.more;
}

ReplicationRecord record_of(const Parts& parts) {
  return run_replication(*compile(scenario_from(clinic_of(parts))), {});
}

TEST(Depth, TakesTheLowPenetrationOfOneSourceBySwitch) {
  const auto low =
      record_of({.needling = "{penetration: low, fraction_low: 0.2, error_expert: 0 mm}"});
  const auto usual =
      record_of({.needling = "{fraction_short: 0.9, fraction_low: 0.2, error_expert: 0 mm}"});
  ASSERT_GT(low.needlings.size(), 1000u);
  for (const NeedlingFact& fact : low.needlings) ASSERT_FLOAT_EQ(fact.depth, 0.2f);
  for (const NeedlingFact& fact : usual.needlings) ASSERT_FLOAT_EQ(fact.depth, 0.9f);
}

TEST(Depth, RunsLinearlyBetweenTheTwoFractionsAlsoWhenTheyAreDrawn) {
  const std::string needling =
      "{least: 1 mm, step: 0.05 mm, fraction_short: {uniform: [0.85, 0.95]}, "
      "fraction_long: {uniform: [0.65, 0.75]}, error_expert: 0 mm}";
  const auto at = [&](const std::string& length) {
    return record_of({.needling = needling, .length = length}).needlings;
  };
  const auto shorter = at("1 mm"), between = at("1.1 mm"), longer = at("1.25 mm");
  ASSERT_GT(between.size(), 1000u);
  for (std::size_t i = 0; i < between.size(); ++i) {
    // 0.1 of the 0.25 mm between: 40 % of the way from one law to the other.
    const double expected = 0.6 * static_cast<double>(shorter[i].depth) / 1.0 +
                            0.4 * static_cast<double>(longer[i].depth) / 1.25;
    ASSERT_NEAR(static_cast<double>(between[i].depth) / 1.1, expected, 1e-6);
  }
}

TEST(Depth, OfANoviceIsAGuessAmongTheSettingsOfTheDevice) {
  const auto record = record_of({.needling = "{policy: novice_guess}", .length = "1.5 mm"});
  const auto n = static_cast<double>(record.needlings.size());
  ASSERT_GT(n, 2000);
  double sum = 0, as_recommended = 0;
  for (const NeedlingFact& fact : record.needlings) {
    const double steps = static_cast<double>(fact.length) / 0.25;
    ASSERT_EQ(steps, std::round(steps));
    ASSERT_GE(fact.length, 0.25f);
    ASSERT_LE(fact.length, 2.5f);
    sum += static_cast<double>(fact.length);
    if (fact.length == 1.5f) ++as_recommended;
  }
  // Normal about 1.5 with sd 0.5, to the nearest 0.25: 0.1974 within +-0.125. Margins of 4.5
  // standard errors: false alarm below 1e-5.
  EXPECT_NEAR(sum / n, 1.5, 0.05);
  EXPECT_NEAR(as_recommended / n, 0.1974, 4.5 * std::sqrt(0.1974 * 0.8026 / n));
}

TEST(Depth, IsSetToTheOneLengthOfARollerWhateverThePolicy) {
  for (const std::string policy : {"fixed", "by_skin_thickness", "novice_guess"}) {
    const auto record = record_of(
        {.needling = "{device: roller, least: 1.5 mm, most: 1.5 mm, policy: " + policy + "}",
         .length = "1.5 mm"});
    for (const NeedlingFact& fact : record.needlings) ASSERT_EQ(fact.length, 1.5f) << policy;
  }
}

TEST(Depth, GoesThroughTheDermisMoreOftenInOlderWomenWhereItThins) {
  const auto fat = [](const std::string& site, const std::string& age) {
    return record_of({.needling = "{error_expert: 0 mm, fraction_short: 0.8}",
                      .site = site,
                      .population = "{female: 100 %, age: " + age + "}"})
        .needlings;
  };
  const auto compare = [&](const std::string& site) {
    const auto young = fat(site, "25 years"), old = fat(site, "65 years");
    double more = 0;
    EXPECT_EQ(young.size(), old.size());
    for (std::size_t i = 0; i < young.size(); ++i) {
      EXPECT_GE(old[i].shares[4], young[i].shares[4]);
      more += static_cast<double>(old[i].shares[4] - young[i].shares[4]);
    }
    return more / static_cast<double>(young.size());
  };
  EXPECT_GT(compare("forehead"), 0.05);  // S15
  EXPECT_EQ(compare("temple"), 0.0);
}

// Harms of depth have the hand in them already: the operator's error moves the depth.
TEST(OperatorOdds, MultiplyTheOddsOfHarmsThatDependOnTheHandAndNotOnDepth) {
  const auto entries = [](const std::string& who) {
    return record_of({.staff = "grade: expert, qualification: " + who, .more = "complications: {}"})
        .ledger;
  };
  const auto odds = [](double p) { return p / (1 - p); };
  const auto doctor = entries("dermatologist"), nobody = entries("unlicensed");
  ASSERT_EQ(doctor.size(), nobody.size());
  ASSERT_GT(doctor.size(), 4000u);
  std::size_t multiplied = 0;
  for (std::size_t i = 0; i < doctor.size(); ++i) {
    const Hazard hazard = doctor[i].hazard;
    if (doctor[i].probability > 0.999) continue;
    const bool by_hand = hazard == Hazard::irritant_dermatitis || hazard == Hazard::acne_flare ||
                         hazard == Hazard::hypertrophic_scar;
    multiplied += by_hand ? 1 : 0;
    ASSERT_NEAR(odds(nobody[i].probability) / odds(doctor[i].probability), by_hand ? 5 : 1, 1e-9)
        << "W7: " << word(hazard);
  }
  EXPECT_GT(multiplied, 1000u);
}

}  // namespace
}  // namespace asepsim::clinic
