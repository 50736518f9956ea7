// Viruses on hands, gloves, device and surfaces: by hand, and against counting.
#include "unit/clinic/ledger_help.hpp"

namespace asepsim::clinic {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

// Nobody ever keeps a rule; gloves, device and surfaces start clean. Needled skin holds the blood
// of ten used needles on each cm2.
const std::string careless = R"(
hygiene: {hands_before: 0, hands_after: 0, fresh_gloves: 0, surfaces: 0, device: 0, touches: 2,
          device_share: 50 %, gloved_transfer: 0.3, bare_transfer: 0.49, donning: 0.1, touched_skin: 0.2,
          staff_carriage: 0, blood_on_skin: 10, herpes_shedding: 2 %, herpes_density: 1,
          herpes_infectivity: 0.001}
)";
const std::vector<std::pair<std::string, std::string>> two{{"ann", "10 h"}, {"bob", "11 h"}};

double risk_by(const Outcome& r, std::uint32_t visit, Hazard hazard, HarmRoute route) {
  const auto list = by(r.record, visit, hazard, route);
  return list.empty() ? 0 : list.at(0).probability;
}

// F8, two touches: 51 % of what is on the skin comes on the glove; one touch: 30 % of that on the
// device, and as much on the surface. The next glove picks 30 % of each up, and gives the device
// 30 % of what it has of the surface; a dirty one keeps 49 % of its own. Of a glove's density 0.3
// comes on a fifth of the field; own_dose(0) of a density gets into the channels.
constexpr double on_glove = 0.51, on_thing = 0.51 * 0.3;
double in_channels() {
  return 0.3 * 0.2 * own_dose(0);
}

TEST(Contact, CarriesBloodOnGlovesDeviceAndSurfacesToTheNextPatient) {
  const Outcome r = run(constants + single_use + careless + arrivals(two));
  const double bled = 1 - 0.8 * (1 - bleeding());
  // Source infectious, target susceptible, risk of a needle, half-life in h (F11).
  const std::tuple<Hazard, double, double, double, double> viruses_by_hand[] = {
      {Hazard::hbv, 0.10 * 0.3, 0.4, 0.02, 24},
      {Hazard::hcv, 0.04, 1, 0.01, 6},
      {Hazard::hiv, 0.02 * 0.5, 1, 0.03, 1}};
  for (const auto& [hazard, infectious, susceptible, needle, half_life] : viruses_by_hand) {
    const double skin = 10 * bleeding() * infectious * std::exp2(-1 / half_life);
    const double unit = susceptible * needle * bled * in_channels();
    EXPECT_NEAR(risk_by(r, 1, hazard, HarmRoute::hands) / (skin * on_glove * 0.49 * unit), 1, 1e-6)
        << word(hazard);
    EXPECT_NEAR(risk_by(r, 1, hazard, HarmRoute::surface) / (skin * on_thing * 0.3 * 0.7 * unit), 1,
                1e-6)
        << word(hazard);
    EXPECT_NEAR(risk_by(r, 1, hazard, HarmRoute::device) / (skin * on_thing * 0.3 * unit), 1, 1e-6)
        << word(hazard);
    EXPECT_THAT(entries(r, 0, hazard), IsEmpty()) << "ann is the first";
    EXPECT_THAT(by(r.record, 1, hazard, HarmRoute::instrument), IsEmpty()) << "a new head each";
  }
}

TEST(Contact, FadesOnASurfaceAtTheRateOfEachVirus) {
  const std::string week = with(constants, "length: 1 d", "length: 8 d") + single_use;
  const auto after = [&](const std::string& when, Hazard hazard) {
    return risk_by(run(week + careless + arrivals({{"ann", "106 h"}, {"bob", when}})), 1, hazard,
                   HarmRoute::surface);
  };
  // Ann on Friday at ten, bob an hour later or on Monday at ten: 72 h against one.
  EXPECT_NEAR(after("178 h", Hazard::hbv) / after("107 h", Hazard::hbv), std::exp2(-71.0 / 24),
              1e-6);
  EXPECT_NEAR(after("178 h", Hazard::hcv) / after("107 h", Hazard::hcv), std::exp2(-71.0 / 6),
              1e-6);
}

TEST(Contact, IsLessWithFreshGlovesAndWithCleanDeviceOrSurfaces) {
  const std::string gloves = with(careless, "fresh_gloves: 0", "fresh_gloves: 1");
  const std::string surfaces = with(careless, "surfaces: 0", "surfaces: 1, surface_agent: 4");
  const std::string device = with(careless, "device: 0", "device: 1, surface_agent: 4");
  const Outcome dirty = run(constants + single_use + careless + arrivals(two));
  const Outcome changed = run(constants + single_use + gloves + arrivals(two));
  const Outcome cleaned = run(constants + single_use + surfaces + arrivals(two));
  const Outcome wiped = run(constants + single_use + device + arrivals(two));
  const double chemical[] = {0.5, 0.7, 1};  // organisms.*.chemical: hepatitis B is the hardiest
  const Hazard hazards_of_blood[] = {Hazard::hbv, Hazard::hcv, Hazard::hiv};
  for (std::size_t i = 0; i < 3; ++i) {
    const Hazard hazard = hazards_of_blood[i];
    // A tenth of the glove meets the bare hand, which takes 49 %; and the same way back.
    EXPECT_NEAR(
        risk_by(changed, 1, hazard, HarmRoute::hands) / risk_by(dirty, 1, hazard, HarmRoute::hands),
        0.049 * 0.049, 1e-9);
    EXPECT_NEAR(risk_by(changed, 1, hazard, HarmRoute::surface),
                risk_by(dirty, 1, hazard, HarmRoute::surface), 1e-15);
    EXPECT_NEAR(risk_by(cleaned, 1, hazard, HarmRoute::surface) /
                    risk_by(dirty, 1, hazard, HarmRoute::surface),
                std::pow(10, -4 * chemical[i]), 1e-9);
    EXPECT_NEAR(
        risk_by(wiped, 1, hazard, HarmRoute::device) / risk_by(dirty, 1, hazard, HarmRoute::device),
        std::pow(10, -4 * chemical[i]), 1e-9);
    EXPECT_NEAR(risk_by(cleaned, 1, hazard, HarmRoute::hands),
                risk_by(dirty, 1, hazard, HarmRoute::hands), 1e-15);
    EXPECT_NEAR(risk_by(cleaned, 1, hazard, HarmRoute::device),
                risk_by(dirty, 1, hazard, HarmRoute::device), 1e-15);
    EXPECT_NEAR(risk_by(wiped, 1, hazard, HarmRoute::surface),
                risk_by(dirty, 1, hazard, HarmRoute::surface), 1e-15);
  }
}

const std::string with_herpes = "complications: {}\n";

TEST(Contact, WithoutAPositivePatientHasNoEntryOfAVirus) {
  std::string none = with(constants, "hbv: 10 %", "hbv: 0 %\n  herpes_carriage: 0 %");
  none = with(with(none, "hcv: 4 %", "hcv: 0 %"), "hiv: 2 %", "hiv: 0 %");
  const Outcome r = run(none + single_use + careless + with_herpes + arrivals({{"ann", "30 min"}}));
  EXPECT_THAT(r.record.needlings, SizeIs(testing::Gt(10u)));
  for (const LedgerEntry& entry : r.record.ledger) {
    if (entry.route != HarmRoute::hands && entry.route != HarmRoute::surface &&
        entry.route != HarmRoute::device)
      continue;
    EXPECT_EQ(entry.hazard, Hazard::bacterial_infection);
  }
}

TEST(Contact, CarriesHerpesToWhoDoesNotCarryIt) {
  const std::string text = with(constants, "hbv: 10 %", "hbv: 10 %\n  herpes_carriage: 50 %");
  const auto plan =
      compile(scenario_from(text + single_use + careless + with_herpes + arrivals(two)));
  // Half of the patients carry it, 2 % of these shed ten a cm2; an hour at a half-life of 6 h.
  const double skin = 10 * 0.5 * 0.02 * std::exp2(-1.0 / 6);
  std::size_t free = 0;
  for (std::uint64_t replication = 0; replication < 20; ++replication) {
    const ReplicationRecord record = run_replication(*plan, {1, replication});
    const bool carrier = !by(record, 1, Hazard::herpes, HarmRoute::own_skin).empty();
    const auto hands = by(record, 1, Hazard::herpes, HarmRoute::hands);
    ASSERT_EQ(hands.empty(), carrier);
    if (carrier) continue;
    ++free;
    EXPECT_NEAR(hands[0].probability / (skin * on_glove * 0.49 * in_channels() * 0.001), 1, 1e-9);
  }
  EXPECT_GT(free, 3u) << "half of twenty patients";
  EXPECT_LT(free, 17u);
}

// Two needlings in one visit, with one head.
TEST(Contact, GivesNobodyTheirOwnBloodBack) {
  const std::string twice =
      with(constants, "duration: 20 min}]",
           "duration: 20 min},\n          {step: again, kind: treatment, staff: nurse, "
           "instrument: head, duration: 20 min}]");
  const Outcome r = run(twice + bare + careless + arrivals({{"ann", "10 h"}}));
  EXPECT_THAT(r.record.needlings, SizeIs(2));
  for (const Hazard hazard : {Hazard::hbv, Hazard::hcv, Hazard::hiv}) {
    EXPECT_THAT(entries(r, 0, hazard), IsEmpty()) << word(hazard);
  }
  EXPECT_THAT(by(r.record, 0, Hazard::bacterial_infection, HarmRoute::instrument), IsEmpty());
}

// Much blood of many sources; a patient every half hour.
std::string risky(const std::string& estimation) {
  std::string text = with(constants, "hbv: 10 %", "hbv: 60 %");
  text = with(text, "hbv_immune: 60 %", "hbv_immune: 30 %");
  text = with(text, "viraemic: 30 %", "viraemic: 90 %");
  return text + single_use + with(careless, "blood_on_skin: 10", "blood_on_skin: 600") +
         estimation + arrivals({{"ann", "30 min"}});
}

struct Sums {
  double ledger = 0, counted = 0;
};

Sums hepatitis_b(const std::string& estimation) {
  const auto plan = compile(scenario_from(risky(estimation)));
  Sums sums;
  for (std::uint64_t replication = 0; replication < 400; ++replication) {
    for (const LedgerEntry& entry : run_replication(*plan, {1, replication}).ledger) {
      if (entry.hazard != Hazard::hbv) continue;
      sums.ledger += entry.probability * entry.weight;
      sums.counted += entry.happened ? 1 : 0;
    }
  }
  return sums;
}

TEST(Contact, HappensInTheStoryAsOftenAsTheLedgerExpects) {
  const Sums sums = hepatitis_b("");
  EXPECT_GT(sums.ledger, 100);
  // Patients of a day share their sources: 6 standard errors of a Poisson count, 4.5 of this one.
  EXPECT_NEAR(sums.counted, sums.ledger, 6 * std::sqrt(sums.ledger));
}

// So much blood that bob's dose, weighed by the ratio of ann's tilted status (3 % drawn as 45.3 %),
// may be more than one: the ledger keeps all of it, and its probability is one.
TEST(Contact, LosesNoRiskToARatioThatLiftsADoseBeyondOne) {
  std::string text = with(constants, "hbv: {infectivity: 0.02", "hbv: {infectivity: 1");
  text += single_use + with(careless, "blood_on_skin: 10", "blood_on_skin: 40000") + arrivals(two);
  const double expected = risk_by(run(text), 1, Hazard::hbv, HarmRoute::hands);
  ASSERT_GT(expected, 0.5);
  ASSERT_LT(expected, 1) << "not cut";
  const auto plan = compile(scenario_from(
      text +
      "estimation: {source_status: {mode: tilt, probability: 0.5, defensive_share: 10 %}}\n"));
  const double drawn = 0.1 * 0.03 + 0.9 * 0.5;
  int positive = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    for (const LedgerEntry& e :
         by(run_replication(*plan, {.seed = seed}), 1, Hazard::hbv, HarmRoute::hands)) {
      if (e.probability <= 0) continue;
      EXPECT_EQ(e.probability, 1);
      EXPECT_NEAR(e.weight, expected / drawn, 1e-9);
      ++positive;
    }
  }
  EXPECT_GT(positive, 0);
}

TEST(Contact, IsExpectedAlikeHoweverTheSourcesAreDrawn) {
  const double integrated = hepatitis_b("").ledger;
  for (const std::string mode : {"{mode: sample}", "{mode: tilt, probability: 0.8}"}) {
    // 6,000 sources: margin 6 standard errors of 1 %, for the longest of chains.
    EXPECT_NEAR(hepatitis_b("estimation: {source_status: " + mode + "}\n").ledger / integrated, 1,
                0.06)
        << mode;
  }
}

}  // namespace
}  // namespace asepsim::clinic
