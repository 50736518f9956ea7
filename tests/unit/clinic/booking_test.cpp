// Appointments kept, cancelled and forgotten; courses of sessions; the end of the run.
#include <cmath>

#include "clinic/journeys.hpp"
#include "unit/clinic/small_clinic.hpp"

namespace asepsim::clinic {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;

scenario::Booking booking() {
  scenario::Booking b;
  b.no_show_at_week = {0.12};
  b.no_show_per_day = {0.03};
  return b;
}

TEST(NoShow, IsAsDeclaredAtAWeekOfLead) {
  EXPECT_DOUBLE_EQ(no_show_probability(booking(), days(7)), 0.12);
}

TEST(NoShow, GrowsWithTheLeadInLogOdds) {
  // logit = ln(0.12 / 0.88) + 0.03 x 20 at 27 days.
  const double odds = 0.12 / 0.88 * std::exp(0.6);
  EXPECT_NEAR(no_show_probability(booking(), days(27)), odds / (1 + odds), 1e-15);
  EXPECT_NEAR(no_show_probability(booking(), days(27)), 0.19902, 1e-5);
  EXPECT_LT(no_show_probability(booking(), days(0)), 0.12);
}

TEST(NoShow, IsRarerWithRemindersAndDeposits) {
  scenario::Booking b = booking();
  b.reminder_odds = {1.76};
  b.deposit_odds = {0.5};
  const double odds = 0.12 / 0.88 / 1.76 * 0.5;
  EXPECT_NEAR(no_show_probability(b, days(7)), odds / (1 + odds), 1e-15);
}

TEST(NoShow, KeepsItsExtremes) {
  scenario::Booking b = booking();
  b.no_show_at_week = {0.0};
  EXPECT_EQ(no_show_probability(b, days(300)), 0.0);
  b.no_show_at_week = {1.0};
  EXPECT_EQ(no_show_probability(b, Duration{}), 1.0);
}

// One patient asks at 8:00 of the eleventh day (Thursday the 14th) for an appointment at once.
std::string one_patient(const std::string& length, const std::string& settings) {
  return "run: {start: 2027-01-04, length: " + length + R"(}
calendar: {opening: {weekdays: "09:00-17:00"}}
arrivals: {ann: {kind: booked, pathway: visit, interarrival: 248 h, lead_time: 0 s}}
booking: {slot: 1 h, )" +
         settings + R"(}
pathways: {visit: [{step: talk, duration: 20 min}]}
)";
}

TEST(Appointment, IsKeptAtTheNextFreeSlot) {
  const Outcome r = run(one_patient("20 d", "no_show_at_week: 0"));
  EXPECT_THAT(visits(r), ElementsAre("ann booked 10+9:00-10+9:20 done"));
  const VisitFact& visit = r.record.visits[0];
  EXPECT_EQ(clock(visit.requested_at), "10+8:00");
  EXPECT_EQ(clock(visit.wanted_at), "10+8:00");
  EXPECT_EQ(clock(visit.scheduled_at), "10+9:00");
}

TEST(Appointment, OfWhoNeverComesIsMadeAgainAndAgainUntilTheRunEnds) {
  const Outcome r = run(one_patient("15 d", "no_show_at_week: 1, dropout: 0"));
  // Another one after each, not on the same day: Friday, then over the weekend Monday.
  EXPECT_THAT(visits(r), ElementsAre("ann booked 10+9:00-10+9:00 no_show",
                                     "ann booked 11+9:00-11+9:00 no_show",
                                     "ann booked 14+13:00-14+13:00 no_show"))
      << "on Saturday she had some time of Monday in mind";
  EXPECT_THAT(patients(r), ElementsAre("ann inside")) << "of the course, at the end of the run";
}

TEST(Appointment, OfWhoNeverComesAndDropsOutIsMadeOnce) {
  const Outcome r = run(one_patient("20 d", "no_show_at_week: 1, dropout: 1"));
  EXPECT_THAT(visits(r), ElementsAre("ann booked 10+9:00-10+9:00 no_show"));
  EXPECT_THAT(patients(r), ElementsAre("ann dropped_out"));
}

TEST(Appointment, OfWhoAlwaysCancelsEndsWithTheRun) {
  const Outcome r = run(one_patient("15 d", "no_show_at_week: 0, cancelled: 1, dropout: 0"));
  EXPECT_GE(r.record.visits.size(), 2u);
  EXPECT_THAT(visits(r), Each(HasSubstr("cancelled")));
  for (const VisitFact& visit : r.record.visits) EXPECT_EQ(visit.arrived_at, visit.scheduled_at);
}

TEST(Appointment, ThatIsCancelledFreesItsPlace) {
  // Thursday at nine is the only place, four times. Somebody asks for it every six hours, and
  // whoever has it cancels some time before.
  const Outcome r = run(R"(
run: {start: 2027-01-04, length: 27 d}
calendar: {opening: {thursday: "09:00-11:00"}}
arrivals: {ann: {kind: booked, pathway: visit, interarrival: 6 h, lead_time: 1 d}}
booking: {slot: 2 h, last_slot_before_closing: 2 h, horizon: 2 d, no_show_at_week: 0,
          cancelled: 1, dropout: 1}
pathways: {visit: [{step: talk, duration: 20 min}]}
)");
  std::size_t cancelled = 0, balked = 0;
  for (const VisitFact& visit : r.record.visits) {
    cancelled += visit.exit == ExitReason::cancelled;
    balked += visit.exit == ExitReason::balked;
  }
  EXPECT_GT(cancelled, 4u) << "the place was booked again";
  EXPECT_EQ(cancelled + balked, r.record.visits.size());
}

TEST(Appointment, WithoutAFreePlaceWithinTheHorizonIsNotMade) {
  // One place a day, at nine, and nobody waits longer than an hour for it.
  const Outcome r = run(R"(
run: {start: 2027-01-04, length: 12 h}
calendar: {opening: {weekdays: "09:00-17:00"}}
arrivals: {ann: {kind: booked, pathway: visit, interarrival: 8 h, lead_time: 1 h},
           bob: {kind: booked, pathway: visit, interarrival: 8 h, lead_time: 1 h}}
booking: {slot: 8 h, last_slot_before_closing: 1 h, horizon: 1 h, no_show_at_week: 0}
pathways: {visit: [{step: talk, duration: 20 min}]}
)");
  EXPECT_THAT(visits(r), ElementsAre("bob booked 9:00-9:00 balked", "ann booked 9:00-9:20 done"));
  EXPECT_THAT(patients(r), ElementsAre("ann done", "bob balked"));
}

TEST(Appointment, AfterTheEndOfTheRunIsNoFullBook) {
  // As above with a horizon of two days: bob would get the slot of the next day.
  const Outcome r = run(R"(
run: {start: 2027-01-04, length: 1 d}
calendar: {opening: {weekdays: "09:00-17:00"}}
arrivals: {ann: {kind: booked, pathway: visit, interarrival: 13 h, lead_time: 0 s},
           bob: {kind: booked, pathway: visit, interarrival: 13 h, lead_time: 0 s}}
booking: {slot: 4 h, last_slot_before_closing: 1 h, horizon: 2 d, no_show_at_week: 0}
pathways: {visit: [{step: talk, duration: 20 min}]}
)");
  EXPECT_THAT(visits(r), ElementsAre("ann booked 13:00-13:20 done"));
  EXPECT_THAT(patients(r), ElementsAre("ann done", "bob inside"));
}

TEST(Appointment, IsPossibleInAClinicThatNeverCloses) {
  const Outcome r = run(R"(
run: {start: 2027-01-04, length: 1 d}
calendar: {opening: always}
arrivals: {ann: {kind: booked, pathway: visit, interarrival: 13 h, lead_time: 10 h 20 min}}
booking: {slot: 30 min, no_show_at_week: 0}
pathways: {visit: [{step: talk, duration: 20 min}]}
)");
  EXPECT_THAT(visits(r), ElementsAre("ann booked 23:30-23:50 done"));
}

TEST(Punctuality, MovesTheArrivalButNotIntoThePast) {
  const std::string late = one_patient("12 d", "no_show_at_week: 0");
  EXPECT_THAT(visits(run(late + "population: {punctuality: 25 min}\n")),
              ElementsAre("ann booked 10+9:25-10+9:45 done"));
  EXPECT_THAT(visits(run(late + "population: {punctuality: -2 h}\n")),
              ElementsAre("ann booked 10+8:00-10+8:20 done"));
}

std::string course(const std::string& settings) {
  return R"(
run: {start: 2027-01-04, length: 40 d}
calendar: {opening: {weekdays: "09:00-17:00"}}
staff: {nurse: {end_of_shift: finish}}
instruments: {head: {policy: single_use, between_patients: nothing}}
arrivals: {ann: {kind: booked, pathway: visit, interarrival: 24 d 10 h, lead_time: 0 s}}
booking: {slot: 1 h, no_show_at_week: 0, )" +
         settings + R"(}
pathways:
  visit: [{step: treat, kind: treatment, staff: nurse, instrument: head, duration: 20 min}]
)" + with(skin, "sessions: 1", "sessions: 3");
}

TEST(Course, HasItsSessionsAtTheInterval) {
  const Outcome r = run(course("dropout: 0"));
  EXPECT_THAT(visits(r),
              ElementsAre("ann booked 24+10:00-24+10:20 done", "ann booked 31+11:00-31+11:20 done",
                          "ann booked 38+12:00-38+12:20 done"));
  EXPECT_EQ(r.record.visits[2].session, 3);
  EXPECT_EQ(r.record.patients[0].sessions_planned, 3);
  EXPECT_EQ(r.record.patients[0].sessions_done, 3);
  EXPECT_THAT(patients(r), ElementsAre("ann done"));
}

TEST(Course, EndsWhereThePatientDropsOut) {
  const Outcome r = run(course("dropout: 1"));
  EXPECT_EQ(visits(r).size(), 1u);
  EXPECT_EQ(r.record.patients[0].sessions_done, 1);
  EXPECT_THAT(patients(r), ElementsAre("ann dropped_out"));
}

TEST(Course, GoesOnAWeekAfterASessionThatTheClinicCancelled) {
  // The only set is in use by bea, so ann's first appointment is cancelled.
  const Outcome r =
      run(with(with(with(course("dropout: 0"), "single_use, between_patients: nothing",
                         "reprocess, stock: 1, when_empty: cancel"),
                    "sessions: 3", "sessions: 1"),
               "arrivals: {ann: {kind: booked",
               "arrivals: {bea: {kind: walk_in, pathway: visit, interarrival: 24 d 9 h "
               "50 min}, ann: {kind: booked") +
          sterilizing);
  EXPECT_THAT(visits(r), ElementsAre("bea walk_in 24+9:50-24+10:10 done",
                                     "ann booked 24+10:00-24+10:00 cancelled",
                                     "ann booked 31+10:00-31+10:20 done"));
}

TEST(Screening, RefusesForGoodAndDefersForAWhile) {
  const auto clinic = [](const std::string& screening) {
    return R"(
run: {start: 2027-01-04, length: 20 d}
calendar: {opening: {weekdays: "09:00-17:00"}}
arrivals: {ann: {kind: booked, pathway: visit, interarrival: 11 d 10 h, lead_time: 0 s}}
booking: {slot: 1 h, no_show_at_week: 0, dropout: 0}
screening: {)" +
           screening + R"(}
staff: {nurse: {end_of_shift: finish}}
instruments: {head: {policy: single_use, between_patients: nothing}}
pathways:
  visit:
    - {step: consult, kind: consultation, duration: 10 min}
    - {step: treat, kind: treatment, staff: nurse, instrument: head, duration: 20 min}
)" + skin;
  };
  EXPECT_THAT(visits(run(clinic("refused: 1, deferred: 0"))),
              ElementsAre("ann booked 11+10:00-11+10:10 refused"));
  EXPECT_THAT(visits(run(clinic("refused: 0, deferred: 1, deferral: 1 wk"))),
              ElementsAre("ann booked 11+10:00-11+10:10 deferred",
                          "ann booked 18+11:00-18+11:10 deferred"));
  EXPECT_THAT(visits(run(clinic("refused: 0, deferred: 0"))),
              ElementsAre("ann booked 11+10:00-11+10:30 done"));
}

}  // namespace
}  // namespace asepsim::clinic
