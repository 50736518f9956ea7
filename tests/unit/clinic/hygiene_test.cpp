// Hands, gloves, device and surfaces, and the pressure under which people keep the rules: by hand.
#include "unit/clinic/ledger_help.hpp"

namespace asepsim::clinic {
namespace {

// Nobody ever keeps a rule; gloves, device and surfaces start clean. One touch of surfaces, one of
// the device.
const std::string careless = R"(
hygiene: {hands_before: 0, hands_after: 0, fresh_gloves: 0, surfaces: 0, device: 0, touches: 2,
          device_share: 50 %, gloved_transfer: 0.3, touched_skin: 0.2, staff_carriage: 0}
)";
const std::vector<std::pair<std::string, std::string>> two{{"ann", "10 h"}, {"bob", "11 h"}};

double by_route(const Outcome& r, std::uint32_t visit, HarmRoute route) {
  double sum = 0;
  for (const LedgerEntry& entry : r.record.ledger) {
    const bool bacteria = entry.hazard == Hazard::bacterial_infection;
    if (bacteria && entry.visit == visit && entry.route == route) sum += entry.probability;
  }
  return sum;
}

TEST(Contact, CarriesGermsOnGlovesDeviceAndSurfacesToTheNextPatient) {
  const Outcome r = run(constants + single_use + careless + arrivals(two));
  EXPECT_EQ(by_route(r, 0, HarmRoute::hands), 0) << "ann is the first";
  // Two touches of ann's 100 CFU/cm2 leave 51 on the glove, one of the glove 15.3 on the device and
  // one as much on the surface; an hour later 2^(-1/48) of it is left. What bob's glove takes from
  // the surface it shares with the device before it touches the skin.
  const double left = std::exp2(-1.0 / 48);
  const double glove = 100 * (1 - 0.7 * 0.7) * left;
  const double thing = 100 * (1 - 0.7 * 0.7) * 0.3 * left;
  // own_dose(0): CFU that enter the channels for each CFU/cm2 on the field.
  const double own = own_dose(2);
  const double hands = glove * 0.49 * 0.3 * 0.2 * own_dose(0);
  const double surfaces = thing * 0.3 * 0.7 * 0.3 * 0.2 * own_dose(0);
  const double device = thing * 0.3 * 0.3 * 0.2 * own_dose(0);
  EXPECT_NEAR(by_route(r, 1, HarmRoute::own_skin), infection(own), 1e-12);
  EXPECT_NEAR(by_route(r, 1, HarmRoute::hands), infection(own + hands) - infection(own), 1e-12);
  EXPECT_NEAR(by_route(r, 1, HarmRoute::surface),
              infection(own + hands + surfaces) - infection(own + hands), 1e-12);
  EXPECT_NEAR(by_route(r, 1, HarmRoute::device),
              infection(own + hands + surfaces + device) - infection(own + hands + surfaces),
              1e-12);
}

// Three of four touches are of the device.
TEST(Contact, IsSharedBetweenDeviceAndSurfacesAsDeclared) {
  const std::string mostly =
      with(careless, "touches: 2,\n          device_share: 50 %", "touches: 4, device_share: 75 %");
  const Outcome r = run(constants + single_use + mostly + arrivals(two));
  const double glove = 100 * (1 - std::pow(0.7, 4)) * std::exp2(-1.0 / 48);
  const double of_glove = std::pow(0.7, 3);
  const double to_skin = 0.3 * 0.2 * own_dose(0);
  const double hands = own_dose(2) + glove * std::pow(0.7, 4) * to_skin;
  const double surfaces = hands + glove * 0.3 * 0.3 * of_glove * to_skin;
  const double device = surfaces + glove * (1 - of_glove) * (1 - of_glove) * to_skin;
  EXPECT_NEAR(by_route(r, 1, HarmRoute::hands), infection(hands) - infection(own_dose(2)), 1e-12);
  EXPECT_NEAR(by_route(r, 1, HarmRoute::surface), infection(surfaces) - infection(hands), 1e-12);
  EXPECT_NEAR(by_route(r, 1, HarmRoute::device), infection(device) - infection(surfaces), 1e-12);
}

TEST(Contact, WithFreshGlovesAndEverythingCleanCarriesNextToNothing) {
  const std::string careful =
      with(with(careless, "fresh_gloves: 0", "fresh_gloves: 1"), "surfaces: 0, device: 0",
           "surfaces: 1, device: 1, surface_agent: 12");
  const Outcome r = run(constants + single_use + careful + arrivals(two));
  EXPECT_LT(by_route(r, 1, HarmRoute::surface), 1e-12);
  EXPECT_LT(by_route(r, 1, HarmRoute::device), 1e-12);
  // What was on ann's glove is on the hand: 10 % x 49 %; and 10 % x 49 % of that on bob's glove.
  const double share = 0.1 * 0.49 * 0.1 * 0.49;
  const double glove = 100 * (1 - 0.49) * std::exp2(-1.0 / 48) * share;
  const double hands = glove * 0.49 * 0.3 * 0.2 * own_dose(0);
  EXPECT_NEAR(by_route(r, 1, HarmRoute::hands),
              infection(own_dose(2) + hands) - infection(own_dose(2)), 1e-12);
}

TEST(Contact, WithStaffWhoCarryGermsNeedsNoEarlierPatient) {
  const std::string carrier =
      with(careless, "staff_carriage: 0", "staff_carriage: 1, staff_density: 1") +
      "human_factors: {workload_link: false}\n";
  const Outcome bare = run(constants + single_use + carrier + arrivals({{"ann", "10 h"}}));
  EXPECT_EQ(by_route(bare, 0, HarmRoute::hands), 0) << "the old gloves are clean outside";
  const Outcome fresh =
      run(constants + single_use + with(carrier, "fresh_gloves: 0", "fresh_gloves: 1") +
          arrivals({{"ann", "10 h"}}));
  const double hands = 10 * 0.1 * 0.49 * 0.49 * 0.3 * 0.2 * own_dose(0);
  EXPECT_NEAR(by_route(fresh, 0, HarmRoute::hands),
              infection(own_dose(2) + hands) - infection(own_dose(2)), 1e-12);
}

// Facts of one moment.
std::vector<ComplianceFact> of(const Outcome& r, Moment moment) {
  std::vector<ComplianceFact> facts;
  for (const ComplianceFact& fact : r.record.compliance) {
    if (fact.moment == moment) facts.push_back(fact);
  }
  return facts;
}

const std::string by_the_minute = R"(
hygiene: {hands_before: 0.4, staff_carriage: 0}
human_factors: {per_minute_behind: 0.05, most_behind: 60 min, per_hour_on_shift: 0.1}
)";

TEST(Pressure, OfDelayAndHoursMovesTheLogOddsOfALapse) {
  const Outcome r = run(constants + single_use + by_the_minute +
                        arrivals({{"ann", "10 h"}, {"bob", "10 h 5 min"}}));
  // The shift began at nine: ann's needles come out an hour and 20 min into it, bob's 20 min later
  // and 15 min behind plan. At ease 60 % leave hand hygiene out.
  const auto kept = [](double minutes, double hours) {
    const double odds = 0.6 / 0.4 * std::exp(0.05 * minutes + 0.1 * hours);
    return 1 / (1 + odds);
  };
  const auto facts = of(r, Moment::hands_before);
  ASSERT_EQ(facts.size(), 2u);
  EXPECT_NEAR(facts[0].probability, kept(0, 4.0 / 3), 1e-6);
  EXPECT_NEAR(facts[1].probability, kept(15, 5.0 / 3), 1e-6);
}

TEST(Pressure, IsTakenOutByTheSwitch) {
  const Outcome r =
      run(constants + single_use +
          with(by_the_minute, "human_factors: {", "human_factors: {workload_link: false, ") +
          arrivals({{"ann", "10 h"}, {"bob", "10 h 5 min"}}));
  for (const ComplianceFact& fact : of(r, Moment::hands_before)) {
    EXPECT_FLOAT_EQ(fact.probability, 0.4f);
  }
}

TEST(Pressure, IsLessUnderSupervision) {
  const std::string watched =
      with(constants, "staff: {nurse: {",
           "staff: {physician: {end_of_shift: finish}, nurse: {grade: trained, ") +
      single_use +
      "hygiene: {hands_before: 0.4, staff_carriage: 0}\n"
      "human_factors: {workload_link: false, supervisor: physician, supervision: -0.5}\n" +
      arrivals({{"ann", "10 h"}});
  const double odds = 0.6 / 0.4 * std::exp(-0.5);
  EXPECT_NEAR(of(run(watched), Moment::hands_before).at(0).probability, 1 / (1 + odds), 1e-6);
}

}  // namespace
}  // namespace asepsim::clinic
