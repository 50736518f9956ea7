// What a pathway does with rooms and people: order, seizing, keeping, releasing, routes.
#include "unit/clinic/small_clinic.hpp"

namespace asepsim::clinic {
namespace {

using testing::ElementsAre;

TEST(Pathway, TakesTheStepsInTheirOrder) {
  const Outcome r = run(monday + arrivals({{"ann", "9 h 10 min"}}) + R"(
pathways:
  visit:
    - {step: greet, duration: 5 min}
    - {step: talk, duration: 20 min}
    - {step: pay, duration: 2 min}
)");
  EXPECT_THAT(timeline(r), ElementsAre("ann greet 9:10 9:10-9:15", "ann talk 9:15 9:15-9:35",
                                       "ann pay 9:35 9:35-9:37"));
  EXPECT_THAT(visits(r), ElementsAre("ann walk_in 9:10-9:37 done"));
  EXPECT_THAT(patients(r), ElementsAre("ann done"));
}

TEST(Pathway, ReleasesTheRoomAtTheEndOfTheStep) {
  const Outcome r = run(monday + arrivals({{"ann", "10 h"}, {"bob", "10 h 5 min"}}) + R"(
rooms: {cabin: {count: 1}}
pathways:
  visit:
    - {step: treat, rooms: cabin, duration: 30 min}
    - {step: rest, duration: 10 min}
)");
  EXPECT_THAT(timeline(r),
              ElementsAre("ann treat 10:00 10:00-10:30", "ann rest 10:30 10:30-10:40",
                          "bob treat 10:05 10:30-11:00", "bob rest 11:00 11:00-11:10"));
}

TEST(Pathway, KeepsTheRoomUntilItIsReleased) {
  const Outcome r = run(monday + arrivals({{"ann", "10 h"}, {"bob", "10 h 5 min"}}) + R"(
rooms: {cabin: {count: 1}}
pathways:
  visit:
    - {step: treat, rooms: cabin, duration: 30 min, keep: [cabin]}
    - {step: rest, duration: 10 min, release: [cabin]}
    - {step: pay, duration: 5 min}
)");
  EXPECT_THAT(timeline(r), ElementsAre("ann treat 10:00 10:00-10:30", "ann rest 10:30 10:30-10:40",
                                       "ann pay 10:40 10:40-10:45", "bob treat 10:05 10:40-11:10",
                                       "bob rest 11:10 11:10-11:20", "bob pay 11:20 11:20-11:25"));
}

TEST(Pathway, DoesNotAskAgainForARoomThatStayed) {
  const Outcome r = run(monday + arrivals({{"ann", "10 h"}}) + R"(
rooms: {cabin: {count: 1}}
pathways:
  visit:
    - {step: numb, rooms: cabin, duration: 30 min, keep: [cabin]}
    - {step: treat, rooms: cabin, duration: 10 min}
    - {step: pay, duration: 5 min}
)");
  EXPECT_THAT(timeline(r), ElementsAre("ann numb 10:00 10:00-10:30", "ann treat 10:30 10:30-10:40",
                                       "ann pay 10:40 10:40-10:45"));
  // Kept by the first step and never released: it goes with the patient, at 10:45.
  EXPECT_DOUBLE_EQ(pool_named(r, "cabin").busy, 0.75);
}

TEST(Pathway, DoesNotAskAgainForThePersonWhoStayed) {
  const std::string clinic = monday + R"(
staff:
  nurse: {skills: [needling], end_of_shift: finish}
  doctor: {end_of_shift: finish}
)" + arrivals({{"ann", "10 h"}, {"bob", "10 h 5 min"}});
  const Outcome r = run(clinic + R"(
pathways:
  visit:
    - {step: talk, staff: nurse, duration: 10 min, keep: [nurse]}
    - {step: treat, staff: [needling, doctor], duration: 20 min, release: [nurse]}
    - {step: pay, duration: 5 min}
)");
  EXPECT_THAT(
      rota(r),
      ElementsAre("ann talk 10:00 10:00-10:10 by nurse 1", "ann treat 10:10 10:10-10:30 by nurse 1",
                  "ann pay 10:30 10:30-10:35 by nobody", "bob talk 10:05 10:30-10:40 by nurse 1",
                  "bob treat 10:40 10:40-11:00 by nurse 1", "bob pay 11:00 11:00-11:05 by nobody"));
}

TEST(Pathway, KeepsOneOfTwoPeople) {
  const Outcome r = run(monday + R"(
staff:
  nurse: {end_of_shift: finish}
  doctor: {end_of_shift: finish}
)" + arrivals({{"ann", "10 h"}, {"bob", "10 h 5 min"}}) +
                        R"(
pathways:
  visit:
    - {step: talk, staff: [doctor, nurse], duration: 10 min, keep: [nurse]}
    - {step: rest, duration: 20 min, release: [nurse]}
)");
  EXPECT_THAT(timeline(r), ElementsAre("ann talk 10:00 10:00-10:10", "ann rest 10:10 10:10-10:30",
                                       "bob talk 10:05 10:30-10:40", "bob rest 10:40 10:40-11:00"));
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "doctor 1"), busy), 20);
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "nurse 1"), busy), 60);
}

TEST(Pathway, AsksTwoPeopleOfOneSkillForTwo) {
  const Outcome r = run(monday + R"(
staff: {nurse: {count: 2, end_of_shift: finish}}
)" + arrivals({{"ann", "10 h"}, {"bob", "10 h 5 min"}}) +
                        R"(
pathways:
  visit: [{step: lift, staff: [nurse, nurse], duration: 10 min}]
)");
  EXPECT_THAT(timeline(r), ElementsAre("ann lift 10:00 10:00-10:10", "bob lift 10:05 10:10-10:20"));
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "nurse 2"), busy), 20);
}

TEST(Pathway, SeizesAllOrNothing) {
  const std::string clinic = monday + R"(
rooms: {cabin: {count: 1}}
equipment: {pen: {count: 1}}
arrivals:
  ann: {pathway: needle, interarrival: 10 h}
  bob: {pathway: needle, interarrival: 10 h 5 min}
  cem: {pathway: look, interarrival: 10 h 6 min}
pathways:
  needle: [{step: treat, rooms: cabin, equipment: pen, duration: 20 min}]
  look: [{step: look, equipment: pen, duration: 5 min}]
)";
  const Outcome alone = run(clinic);
  EXPECT_THAT(timeline(alone),
              ElementsAre("ann treat 10:00 10:00-10:20", "bob treat 10:05 10:20-10:40",
                          "cem look 10:06 10:40-10:45"));
  // With two pens bob, who lacks the room, does not hold the second back.
  const Outcome two = run(with(clinic, "pen: {count: 1}", "pen: {count: 2}"));
  EXPECT_THAT(timeline(two),
              ElementsAre("cem look 10:06 10:06-10:11", "ann treat 10:00 10:00-10:20",
                          "bob treat 10:05 10:20-10:40"));
}

TEST(Pathway, NeverWaitsForAnUnlimitedRoom) {
  const Outcome r = run(monday + arrivals({{"ann", "10 h"}, {"bob", "10 h 5 min"}}) + R"(
rooms: {hall: {count: unlimited}}
pathways:
  visit: [{step: rest, rooms: hall, duration: 30 min}]
)");
  EXPECT_THAT(timeline(r), ElementsAre("ann rest 10:00 10:00-10:30", "bob rest 10:05 10:05-10:35"));
  EXPECT_DOUBLE_EQ(pool_named(r, "hall").busy, 1.0);
}

TEST(Route, WithCertaintyIsAlwaysTaken) {
  const Outcome r = run(monday + arrivals({{"ann", "10 h"}}) + R"(
pathways:
  visit:
    - {step: triage, duration: 5 min, next: [{to: pay}]}
    - {step: treat, duration: 20 min}
    - {step: pay, duration: 2 min}
)");
  EXPECT_THAT(timeline(r),
              ElementsAre("ann triage 10:00 10:00-10:05", "ann pay 10:05 10:05-10:07"));
}

TEST(Route, WithoutProbabilityIsNeverTaken) {
  const Outcome r = run(monday + arrivals({{"ann", "10 h"}}) + R"(
pathways:
  visit:
    - {step: triage, duration: 5 min, next: [{to: end, probability: 0}]}
    - {step: treat, duration: 20 min, next: [{to: end}]}
    - {step: triage_again, duration: 9 min}
)");
  EXPECT_THAT(timeline(r),
              ElementsAre("ann triage 10:00 10:00-10:05", "ann treat 10:05 10:05-10:25"));
}

TEST(Route, AwayFromTheClinicComesBackAtTheNextOpening) {
  // Monday 10:05 + 4 d is Friday 10:05; + 5 d is Saturday, so Monday at nine.
  const std::string clinic = R"(
run: {start: 2027-01-04, length: 8 d}
calendar: {opening: {weekdays: "09:00-17:00"}}
arrivals: {ann: {pathway: visit, interarrival: 106 h}}
)";
  const auto pathway = [](const std::string& after) {
    return "pathways:\n  visit:\n    - {step: cut, duration: 5 min, next: [{to: look, after: " +
           after + "}]}\n    - {step: look, duration: 7 min}\n";
  };
  // 106 h after Monday 0:00 is Friday 10:00.
  const Outcome same_day = run(clinic + pathway("2 h"));
  EXPECT_THAT(timeline(same_day),
              ElementsAre("ann cut 4+10:00 4+10:00-4+10:05", "ann look 4+12:05 4+12:05-4+12:12"));
  EXPECT_THAT(visits(same_day), ElementsAre("ann walk_in 4+10:00-4+10:05 done",
                                            "ann follow_up 4+12:05-4+12:12 done"));
  const Outcome weekend = run(clinic + pathway("1 d"));
  EXPECT_THAT(timeline(weekend),
              ElementsAre("ann cut 4+10:00 4+10:00-4+10:05", "ann look 7+9:00 7+9:00-7+9:07"));
}

TEST(Pathway, StepsOfTheFirstSessionAreLeftOutLater) {
  // Two sessions a week apart; the patient wants the first appointment at once.
  const Outcome r = run(R"(
run: {start: 2027-01-04, length: 16 d}
calendar: {opening: {weekdays: "09:00-17:00"}}
staff: {nurse: {end_of_shift: finish}}
instruments: {head: {policy: single_use, between_patients: nothing}}
arrivals: {ann: {kind: booked, pathway: visit, interarrival: 8 d 10 h, lead_time: 0 s}}
booking: {no_show_at_week: 0, dropout: 0, slot: 30 min}
pathways:
  visit:
    - {step: consult, session: first, duration: 30 min}
    - {step: review, session: later, duration: 10 min}
    - {step: treat, kind: treatment, staff: nurse, instrument: head, duration: 20 min}
)" + with(skin, "sessions: 1", "sessions: 2"));
  EXPECT_THAT(
      timeline(r),
      ElementsAre("ann consult 8+10:00 8+10:00-8+10:30", "ann treat 8+10:30 8+10:30-8+10:50",
                  "ann review 15+11:00 15+11:00-15+11:10", "ann treat 15+11:10 15+11:10-15+11:30"));
  EXPECT_THAT(visits(r),
              ElementsAre("ann booked 8+10:00-8+10:50 done", "ann booked 15+11:00-15+11:30 done"));
  EXPECT_EQ(r.record.patients[0].sessions_done, 2);
  EXPECT_THAT(patients(r), ElementsAre("ann done"));
}

}  // namespace
}  // namespace asepsim::clinic
