// Patients who do not go on with their course because of what a session costs.
#include "clinic/journeys.hpp"
#include "unit/clinic/small_clinic.hpp"

namespace asepsim::clinic {
namespace {

using testing::ElementsAre;

Money usd(double amount) {
  return Money::from_units(amount);
}

TEST(Dropout, IsAsDeclaredAtTheReferencePrice) {
  EXPECT_NEAR(dropout_probability(0.12, usd(300), usd(300), 1.7), 0.12, 1e-15);
}

TEST(Dropout, IsAsDeclaredForWhomThePriceDoesNotMatter) {
  EXPECT_EQ(dropout_probability(0.12, usd(900), usd(300), 0), 0.12);
}

TEST(Dropout, HasOddsByThePowerOfThePrice) {
  // Odds 0.12/0.88 x 2 = 0.24/0.88: 0.24/1.12. Odds 0.12/0.88 / 4 = 0.03/0.88: 0.03/0.91.
  EXPECT_NEAR(dropout_probability(0.12, usd(600), usd(300), 1), 0.24 / 1.12, 1e-15);
  EXPECT_NEAR(dropout_probability(0.12, usd(150), usd(300), 2), 0.03 / 0.91, 1e-15);
}

TEST(Dropout, KeepsItsExtremes) {
  EXPECT_EQ(dropout_probability(0, usd(900), usd(300), 2), 0);
  EXPECT_EQ(dropout_probability(1, usd(100), usd(300), 2), 1);
  EXPECT_EQ(dropout_probability(0.12, usd(0), usd(300), 1), 0);
  EXPECT_EQ(dropout_probability(0.12, usd(1e12), usd(0.01), 100), 1);
}

// One course of three sessions at 100 USD, of a patient who drops out half of the time.
std::string course(const std::string& reference) {
  return R"(
run: {start: 2027-01-04, length: 40 d}
calendar: {opening: {weekdays: "09:00-17:00"}}
staff: {nurse: {end_of_shift: finish}}
instruments: {head: {policy: single_use, between_patients: nothing}}
finance: {session_price: 100 USD}
arrivals: {ann: {kind: booked, pathway: visit, interarrival: 24 d 10 h, lead_time: 0 s}}
booking: {slot: 1 h, no_show_at_week: 0, dropout: 0.5,
          price_sensitivity: {strength: 10, reference: )" +
         reference + R"(}}
pathways:
  visit: [{step: treat, kind: treatment, staff: nurse, instrument: head, duration: 20 min}]
)" + skin_of("0 min", 3);
}

TEST(Dropout, AtTenThousandTimesTheUsualPriceIsCertain) {
  // Odds of 10^40.
  EXPECT_THAT(patients(run(course("0.01 USD"))), ElementsAre("ann dropped_out"));
}

TEST(Dropout, AtATenThousandthOfTheUsualPriceIsUnheardOf) {
  // Odds of 10^-40.
  const Outcome r = run(course("1000000 USD"));
  EXPECT_EQ(r.record.patients[0].sessions_done, 3);
  EXPECT_THAT(patients(r), ElementsAre("ann done"));
}

}  // namespace
}  // namespace asepsim::clinic
