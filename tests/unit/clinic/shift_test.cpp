// The ends of shifts, breaks, absence, and what they cost.
#include "unit/clinic/small_clinic.hpp"

namespace asepsim::clinic {
namespace {

using testing::ElementsAre;

// An early nurse until noon and a late one; ann's half hour begins ten minutes before noon.
std::string change_of_shift(const std::string& rule) {
  return monday + R"(
staff:
  early: {skills: [care], hours: {weekdays: "09:00-12:00"}, wage: 60 USD/h, end_of_shift: )" +
         rule + R"(}
  late: {skills: [care], hours: {weekdays: "11:00-17:00"}, end_of_shift: finish}
arrivals: {ann: {pathway: visit, interarrival: 11 h 50 min}}
pathways:
  visit: [{step: treat, staff: care, duration: 30 min}]
)";
}

const std::string alone = monday + R"(
staff:
  nurse: {hours: {weekdays: "09:00-12:00"}, wage: 60 USD/h, end_of_shift: finish}
pathways:
  visit: [{step: treat, staff: nurse, duration: 30 min}]
)";

TEST(EndOfShift, FinishesTheTaskInHandThenLeaves) {
  const Outcome r = run(alone + arrivals({{"ann", "11 h 50 min"}}));
  EXPECT_THAT(rota(r), ElementsAre("ann treat 11:50 11:50-12:20 by nurse 1"));
  EXPECT_DOUBLE_EQ(unit_named(r, "nurse 1").overtime.minutes(), 20);
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "nurse 1"), busy), 30);
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "nurse 1"), idle), 170);
  EXPECT_EQ(cents(r, Account::wages), 180'00);
  EXPECT_EQ(cents(r, Account::overtime), 30'00) << "20 min at 60 an hour and half as much again";
}

TEST(EndOfShift, SendsAwayThoseForWhomNobodyIsLeft) {
  const Outcome r =
      run(alone + arrivals({{"ann", "11 h 50 min"}, {"bob", "11 h 55 min"}, {"cem", "13 h"}}));
  EXPECT_THAT(timeline(r),
              ElementsAre("ann treat 11:50 11:50-12:20", "bob treat 11:55 12:20-12:20 sent_away",
                          "cem treat 13:00 13:00-13:00 sent_away"));
  EXPECT_THAT(patients(r), ElementsAre("ann done", "bob sent_away", "cem sent_away"));
}

TEST(EndOfShift, WaitsForWhoComesLaterToday) {
  const std::string text = with(alone, "09:00-12:00", "09:00-12:00, 14:00-16:00");
  const Outcome r = run(text + arrivals({{"ann", "11 h 50 min"}, {"bob", "11 h 55 min"}}));
  EXPECT_THAT(timeline(r),
              ElementsAre("ann treat 11:50 11:50-12:20", "bob treat 11:55 14:00-14:30"));
}

// Open around the clock, a nurse from nine to noon. Who comes on the evening of the first day waits
// for the second shift; after that nobody comes any more.
TEST(EndOfShift, OfAClinicThatNeverClosesLeavesPatientsWaitingForTheNextShift) {
  const Outcome r = run(always + R"(
staff: {nurse: {hours: {every_day: "09:00-12:00"}, wage: 60 USD/h, end_of_shift: finish}}
pathways: {visit: [{step: treat, staff: nurse, duration: 30 min}]}
)" + arrivals({{"ann", "11 h 50 min"}, {"cem", "20 h"}}));
  EXPECT_THAT(timeline(r),
              ElementsAre("ann treat 11:50 11:50-12:20", "cem treat 20:00 1+9:00-1+9:30",
                          "ann 2 treat 23:40 1+9:30-1+10:00", "ann 3 treat 1+11:30 1+11:30-1+12:00",
                          "cem 2 treat 1+16:00 1+16:00-1+16:00 sent_away",
                          "ann 4 treat 1+23:20 1+23:20-1+23:20 sent_away"));
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "nurse 1"), busy), 4 * 30);
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "nurse 1"), off), 2 * 21 * 60 - 20);
}

TEST(EndOfShift, HandsTheTaskToAFreeColleague) {
  const Outcome r = run(change_of_shift("hand_over"));
  EXPECT_THAT(timeline(r), ElementsAre("ann treat 11:50 11:50-12:20"));
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "early 1"), busy), 10);
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "late 1"), busy), 20);
  EXPECT_EQ(cents(r, Account::overtime), 0);
}

TEST(EndOfShift, FinishesTheTaskWhenNoColleagueIsFree) {
  const std::string text = with(change_of_shift("hand_over"), "arrivals: {",
                                "arrivals: {zoe: {pathway: visit, interarrival: 11 h 45 min}, ");
  const Outcome r = run(text);
  // Early has been idle longest and takes zoe; ann is with late when early's shift ends.
  EXPECT_THAT(rota(r), ElementsAre("zoe treat 11:45 11:45-12:15 by early 1",
                                   "ann treat 11:50 11:50-12:20 by late 1"));
  EXPECT_DOUBLE_EQ(unit_named(r, "early 1").overtime.minutes(), 15);
}

TEST(EndOfShift, HandsOverOnlyToWhoCanDoTheTask) {
  const std::string text =
      with(change_of_shift("hand_over"), "late: {skills: [care]", "late: {skills: [phone]");
  const Outcome r = run(text);
  EXPECT_THAT(rota(r), ElementsAre("ann treat 11:50 11:50-12:20 by early 1"));
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "early 1"), busy), 30);
}

TEST(EndOfShift, PutsTheTaskDownUntilSomebodyIsThere) {
  const std::string text = with(change_of_shift("suspend"), "11:00-17:00", "13:00-17:00");
  const Outcome r = run(text);
  EXPECT_THAT(timeline(r), ElementsAre("ann treat 11:50 11:50-13:20"));
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "early 1"), busy), 10);
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "late 1"), busy), 20);
  EXPECT_EQ(r.record.steps[0].pre_emptions, 1);
}

TEST(EndOfShift, ASuspendedPatientComesBeforeThoseWhoCameLater) {
  const std::string text =
      with(with(change_of_shift("suspend"), "11:00-17:00", "13:00-17:00"), "arrivals: {",
           "arrivals: {bob: {pathway: visit, interarrival: 12 h 30 min}, ");
  const Outcome r = run(text);
  EXPECT_THAT(timeline(r),
              ElementsAre("ann treat 11:50 11:50-13:20", "bob treat 12:30 13:20-13:50"));
}

TEST(EndOfShift, NobodyStandsByWhileAPatientIsSuspended) {
  // A doctor and a nurse treat ann together; the nurse leaves at noon, so the doctor is free for
  // bob until the late nurse comes.
  const Outcome r = run(monday + R"(
staff:
  early: {skills: [care], hours: {weekdays: "09:00-12:00"}, end_of_shift: suspend}
  late: {skills: [care], hours: {weekdays: "12:30-17:00"}, end_of_shift: finish}
  doctor: {end_of_shift: finish}
arrivals:
  ann: {pathway: visit, interarrival: 11 h 50 min}
  bob: {pathway: look, interarrival: 12 h 5 min}
pathways:
  visit: [{step: treat, staff: [doctor, care], duration: 30 min}]
  look: [{step: look, staff: doctor, duration: 10 min}]
)");
  EXPECT_THAT(timeline(r),
              ElementsAre("bob look 12:05 12:05-12:15", "ann treat 11:50 11:50-12:50"));
}

TEST(EndOfShift, ASuspendedPatientForWhomNobodyComesTodayGoesHome) {
  const Outcome r = run(with(alone, "end_of_shift: finish", "end_of_shift: suspend") +
                        arrivals({{"ann", "11 h 50 min"}}));
  EXPECT_THAT(timeline(r), ElementsAre("ann treat 11:50 11:50-12:00 sent_away"));
  EXPECT_EQ(cents(r, Account::overtime), 0);
}

TEST(EndOfShift, OvertimeLastsUntilTheLastPatientHasLeft) {
  const Outcome r = run(with(alone, "end_of_shift: finish", "end_of_shift: overtime") +
                        arrivals({{"ann", "11 h 50 min"}, {"bob", "11 h 55 min"}}));
  EXPECT_THAT(timeline(r),
              ElementsAre("ann treat 11:50 11:50-12:20", "bob treat 11:55 12:20-12:50"));
  EXPECT_EQ(cents(r, Account::wages), 180'00);
  EXPECT_EQ(cents(r, Account::overtime), 75'00) << "50 min at 90 an hour";
}

TEST(EndOfShift, OvertimeIsCapped) {
  const Outcome r = run(with(alone, "end_of_shift: finish",
                             "end_of_shift: overtime, overtime_cap: 15 min, overtime_factor: 2") +
                        arrivals({{"ann", "11 h 50 min"}, {"bob", "11 h 55 min"}}));
  // At 12:15 she takes nobody new; ann is finished, bob is sent away.
  EXPECT_THAT(timeline(r),
              ElementsAre("ann treat 11:50 11:50-12:20", "bob treat 11:55 12:20-12:20 sent_away"));
  EXPECT_EQ(cents(r, Account::overtime), 40'00) << "20 min at 120 an hour";
}

// The nurse, who may stay until 12:15, has bob in hand from 11:55 on and stays with him; ann sits
// in the only chair until 14:50.
Outcome greeted_for(const std::string& minutes) {
  return run(monday + R"(
staff: {nurse: {hours: {weekdays: "09:00-12:00"}, end_of_shift: overtime, overtime_cap: 15 min}}
rooms: {chair: {count: 1}}
pathways:
  rest: [{step: sit, rooms: chair, duration: 3 h}]
  visit: [{step: greet, staff: nurse, keep: [nurse], duration: )" +
             minutes + R"( min},
          {step: treat, staff: nurse, rooms: chair, duration: 30 min}]
arrivals:
  ann: {kind: walk_in, pathway: rest, interarrival: 11 h 50 min}
  bob: {kind: walk_in, pathway: visit, interarrival: 11 h 55 min}
)");
}

TEST(EndOfShift, OvertimeForAWaitIsCappedToo) {
  EXPECT_THAT(timeline(greeted_for("10")),
              ElementsAre("bob greet 11:55 11:55-12:05", "bob treat 12:05 12:15-12:15 sent_away",
                          "ann sit 11:50 11:50-14:50"));
}

TEST(EndOfShift, OvertimeThatIsUsedUpLeavesNoneForAnotherWait) {
  EXPECT_THAT(timeline(greeted_for("30")),
              ElementsAre("bob greet 11:55 11:55-12:25", "bob treat 12:25 12:25-12:25 sent_away",
                          "ann sit 11:50 11:50-14:50"));
}

TEST(EndOfShift, OvertimeEndsWhereTheNextShiftBegins) {
  const Outcome r = run(with(with(alone, "end_of_shift: finish", "end_of_shift: overtime"),
                             "09:00-12:00", "09:00-12:00, 12:10-13:00") +
                        arrivals({{"ann", "11 h 50 min"}}));
  EXPECT_THAT(timeline(r), ElementsAre("ann treat 11:50 11:50-12:20"));
  EXPECT_EQ(cents(r, Account::wages), 230'00);
  EXPECT_EQ(cents(r, Account::overtime), 15'00) << "10 min at 90 an hour";
}

TEST(EndOfShift, AShiftThatGoesOnAtMidnightIsNoEnd) {
  const Outcome r = run(R"(
run: {start: 2027-01-04, length: 2 d}
calendar: {opening: {weekdays: "00:00-24:00"}}
staff: {nurse: {wage: 60 USD/h, end_of_shift: suspend, breaks: [{at: 23:45, length: 30 min}]}}
arrivals:
  ann: {pathway: visit, interarrival: 23 h 30 min}
pathways:
  visit: [{step: treat, staff: nurse, duration: 20 min}]
)");
  // The second patient, at 47:00, finds her at work. Her break begins at 23:50 and may last until
  // midnight only: it belongs to the shift of that day.
  EXPECT_THAT(timeline(r),
              ElementsAre("ann treat 23:30 23:30-23:50", "ann 2 treat 1+23:00 1+23:00-1+23:20"));
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "nurse 1"), on_break), 25);
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "nurse 1"), off), 0);
  EXPECT_EQ(cents(r, Account::wages), 48 * 60'00);
}

TEST(Break, WaitsForASafePoint) {
  const Outcome r = run(with(with(alone, "09:00-12:00", "09:00-17:00"), "wage: 60 USD/h",
                             "breaks: [{at: 12:00, length: 30 min}]") +
                        arrivals({{"ann", "11 h 50 min"}, {"bob", "11 h 55 min"}}));
  EXPECT_THAT(timeline(r),
              ElementsAre("ann treat 11:50 11:50-12:20", "bob treat 11:55 12:50-13:20"));
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "nurse 1"), on_break), 30);
}

TEST(Break, IsTakenInTheOrderOfTheDay) {
  const Outcome r = run(with(with(alone, "09:00-12:00", "09:00-17:00"), "wage: 60 USD/h",
                             "breaks: [{at: 15:00, length: 20 min}, {at: 10:00, length: 10 min}]") +
                        arrivals({{"ann", "10 h 5 min"}, {"bob", "15 h 5 min"}}));
  EXPECT_THAT(timeline(r),
              ElementsAre("ann treat 10:05 10:10-10:40", "bob treat 15:05 15:20-15:50"));
}

TEST(Break, ThatFindsNoSafePointDoesNotDelayTheEndOfTheShift) {
  const Outcome r = run(with(with(alone, "end_of_shift: finish", "end_of_shift: suspend"),
                             "wage: 60 USD/h", "breaks: [{at: 11:55, length: 30 min}]") +
                        arrivals({{"ann", "11 h 50 min"}}));
  EXPECT_THAT(timeline(r), ElementsAre("ann treat 11:50 11:50-12:00 sent_away"));
}

TEST(Break, AtTheEndOfTheShiftLeadsHome) {
  const Outcome r =
      run(with(alone, "wage: 60 USD/h", "wage: 60 USD/h, breaks: [{at: 11:45, length: 30 min}]") +
          arrivals({{"ann", "11 h 50 min"}}));
  EXPECT_THAT(timeline(r), ElementsAre("ann treat 11:50 12:00-12:00 sent_away"));
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "nurse 1"), on_break), 15);
  EXPECT_EQ(cents(r, Account::overtime), 0);
}

TEST(Break, AtTheEndOfTheShiftIsFollowedByOvertimeIfPatientsAreThere) {
  const Outcome r =
      run(with(with(alone, "end_of_shift: finish", "end_of_shift: overtime"), "wage: 60 USD/h",
               "wage: 60 USD/h, breaks: [{at: 11:45, length: 30 min}]") +
          arrivals({{"ann", "11 h 50 min"}}));
  EXPECT_THAT(timeline(r), ElementsAre("ann treat 11:50 12:00-12:30"));
  EXPECT_EQ(cents(r, Account::overtime), 45'00);
}

TEST(Absence, OfEverybodySendsWaitingPatientsHomeAtOnce) {
  // Ann is early: she waits for a nurse who does not come.
  const std::string text = with(with(alone, "09:00-12:00", "10:00-12:00"), "wage: 60 USD/h",
                                "wage: 60 USD/h, absence: 100 %");
  const Outcome r = run(text + arrivals({{"ann", "9 h 30 min"}, {"bob", "10 h 30 min"}}));
  EXPECT_THAT(timeline(r), ElementsAre("ann treat 9:30 10:00-10:00 sent_away",
                                       "bob treat 10:30 10:30-10:30 sent_away"));
  EXPECT_EQ(cents(r, Account::wages), 0);
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "nurse 1"), off), 24 * 60);
}

TEST(Absence, OfOneLeavesTheWorkToTheOthers) {
  const std::string text = with(change_of_shift("finish"), "early: {", "early: {absence: 100 %, ");
  const Outcome r = run(with(text, "interarrival: 11 h 50 min", "interarrival: 10 h 30 min"));
  EXPECT_THAT(rota(r), ElementsAre("ann treat 10:30 11:00-11:30 by late 1"));
}

TEST(Closing, EndsWaitingForARoomWhenNobodyIsLeft) {
  // Ann stays in the cabin over the end of the nurse's day; bob waits for it and needs no nurse.
  const Outcome r = run(monday + R"(
staff: {nurse: {end_of_shift: finish}}
rooms: {cabin: {count: 1}}
pathways:
  visit: [{step: rest, rooms: cabin, duration: 2 h}]
)" + arrivals({{"ann", "16 h"}, {"bob", "16 h 30 min"}}));
  EXPECT_THAT(timeline(r),
              ElementsAre("bob rest 16:30 17:00-17:00 sent_away", "ann rest 16:00 16:00-18:00"));
}

TEST(Closing, SendsHomeWhoWouldWaitForASetOvernight) {
  // The only set is with ann until 17:30, when everybody but her has gone.
  const Outcome r = run(monday + R"(
staff: {nurse: {end_of_shift: finish}}
disinfection: {duration: 10 min, log_reduction_bacteria: 1, log_reduction_virus: 1}
instruments: {mirror: {policy: reprocess, stock: 1, between_patients: wipe}}
pathways:
  visit: [{step: look, instrument: mirror, duration: 1 h}]
)" + arrivals({{"ann", "16 h 30 min"}, {"bob", "16 h 40 min"}, {"cem", "16 h 59 min"}}));
  EXPECT_THAT(timeline(r),
              ElementsAre("bob look 16:40 17:00-17:00 sent_away",
                          "cem look 16:59 17:00-17:00 sent_away", "ann look 16:30 16:30-17:30"));
}

TEST(Opening, IsAwaitedByThoseWhoComeEarly) {
  const Outcome r = run(monday + R"(
staff: {nurse: {end_of_shift: finish}}
population: {punctuality: -20 min}
arrivals: {ann: {kind: booked, pathway: visit, interarrival: 13 h, lead_time: 0 s}}
booking: {no_show_at_week: 0}
pathways:
  visit: [{step: treat, staff: nurse, duration: 30 min}]
)");
  EXPECT_THAT(visits(r), ElementsAre("ann booked 13:00-13:30 done"));
  const Outcome early = run(R"(
run: {start: 2027-01-04, length: 2 d}
calendar: {opening: {weekdays: "09:00-17:00"}}
staff: {nurse: {end_of_shift: finish}}
population: {punctuality: -20 min}
arrivals: {ann: {kind: booked, pathway: visit, interarrival: 20 h, lead_time: 0 s}}
booking: {no_show_at_week: 0}
pathways:
  visit: [{step: treat, staff: nurse, duration: 30 min}]
)");
  EXPECT_THAT(timeline(early), ElementsAre("ann treat 1+8:40 1+9:00-1+9:30"));
}

}  // namespace
}  // namespace asepsim::clinic
