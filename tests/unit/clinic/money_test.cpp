// Money: every cent of one visit, and of a day with nobody.
#include "unit/clinic/small_clinic.hpp"

namespace asepsim::clinic {
namespace {

TEST(Money, OfOneVisitIsRightToTheCent) {
  const Outcome r = run(monday + R"(
staff:
  nurse: {hours: {weekdays: "09:00-12:00"}, wage: 41.38 USD/h, end_of_shift: finish}
rooms:
  cabin: {count: 2, cost_per_day: 7.25 USD, turnaround: {duration: 5 min, supplies: 1.50 USD}}
equipment: {pen: {count: 1, cost_per_day: 3 USD}}
consumables:
  cream: {price: 4 USD}
  swab: {price: 0.35 USD}
instruments: {head: {policy: single_use, between_patients: nothing, price: 34.99 USD}}
finance: {session_price: 299.95 USD, consultation_price: 50 USD, rent_per_day: 180 USD}
pathways:
  visit:
    - {step: consult, kind: consultation, staff: nurse, duration: 10 min}
    - {step: numb, rooms: cabin, consumables: {cream: 2, swab: 3}, duration: 30 min}
    - {step: treat, kind: treatment, staff: nurse, rooms: cabin, equipment: pen, instrument: head,
       consumables: {swab: 1}, duration: 20 min}
)" + skin + arrivals({{"ann", "10 h"}}));
  EXPECT_EQ(cents(r, Account::consultations), 50'00);
  EXPECT_EQ(cents(r, Account::sessions), 299'95);
  EXPECT_EQ(cents(r, Account::consumables), 2 * 4'00 + 4 * 35);
  EXPECT_EQ(cents(r, Account::instruments), 34'99);
  EXPECT_EQ(cents(r, Account::turnaround), 2 * 1'50);
  EXPECT_EQ(cents(r, Account::wages), 3 * 41'38);
  EXPECT_EQ(cents(r, Account::overtime), 0);
  EXPECT_EQ(cents(r, Account::rent), 180'00 + 2 * 7'25 + 3'00);
  EXPECT_EQ(cents(r, Account::sterilization), 0);
  EXPECT_EQ(cents(r, Account::complications), 0);
  EXPECT_EQ(cents(r, Account::refunds), 0);
}

TEST(Money, IsDueEveryDayWhetherAnybodyComesOrNot) {
  const Outcome r = run(R"(
run: {start: 2027-01-08, length: 3 d}
calendar: {opening: {weekdays: "09:00-17:00"}}
staff: {nurse: {count: 2, wage: 30 USD/h, end_of_shift: finish}}
finance: {rent_per_day: 100 USD}
pathways: {visit: [{step: talk, staff: nurse, duration: 5 min}]}
arrivals: {ann: {pathway: visit, interarrival: 60 h}}
)");
  // A Friday, a Saturday and a Sunday: rent for each, wages for the Friday.
  EXPECT_EQ(cents(r, Account::rent), 3 * 100'00);
  EXPECT_EQ(cents(r, Account::wages), 2 * 8 * 30'00);
}

TEST(Money, PaysThoseWhoAreAlwaysThereAroundTheClock) {
  const Outcome r = run(always + R"(
staff: {nurse: {wage: 10 USD/h}}
pathways: {visit: [{step: talk, staff: nurse, duration: 5 min}]}
)" + arrivals({{"ann", "30 h"}}));
  EXPECT_EQ(cents(r, Account::wages), 48 * 10'00);
}

TEST(Money, OfAnUnfinishedStepIsNotTaken) {
  // Ann is sent away at noon, half-way through; the head is open and lost, the swab used.
  const Outcome r = run(monday + R"(
staff:
  nurse: {hours: {weekdays: "09:00-12:00"}, end_of_shift: suspend}
consumables: {swab: {price: 1 USD}}
instruments: {head: {policy: single_use, between_patients: nothing, price: 35 USD}}
finance: {session_price: 200 USD}
pathways:
  visit: [{step: treat, kind: treatment, staff: nurse, instrument: head, consumables: {swab: 1},
           duration: 20 min}]
)" + skin + arrivals({{"ann", "11 h 50 min"}}));
  EXPECT_EQ(cents(r, Account::sessions), 0);
  EXPECT_EQ(cents(r, Account::consumables), 1'00);
  EXPECT_EQ(cents(r, Account::instruments), 35'00);
  EXPECT_TRUE(r.record.needlings.empty());
}

}  // namespace
}  // namespace asepsim::clinic
