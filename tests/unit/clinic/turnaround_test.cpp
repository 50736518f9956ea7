// Cleaning after each use: by itself, by staff, interrupted, and when a visit is cut short.
#include "unit/clinic/small_clinic.hpp"

namespace asepsim::clinic {
namespace {

using testing::ElementsAre;

std::string cabin(const std::string& turnaround) {
  return "rooms: {cabin: {count: 1, turnaround: {" + turnaround + "}}}\n" + R"(
pathways:
  visit: [{step: treat, rooms: cabin, duration: 30 min}]
)";
}

TEST(Turnaround, KeepsTheRoomFromTheNextPatient) {
  const Outcome r = run(monday + cabin("duration: 10 min, supplies: 1.50 USD") +
                        arrivals({{"ann", "10 h"}, {"bob", "10 h 5 min"}}));
  EXPECT_THAT(timeline(r),
              ElementsAre("ann treat 10:00 10:00-10:30", "bob treat 10:05 10:40-11:10"));
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "cabin 1"), busy), 60);
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "cabin 1"), cleaning), 20);
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "cabin 1"), idle), 8 * 60 - 80);
  EXPECT_EQ(cents(r, Account::turnaround), 3'00);
}

TEST(Turnaround, WaitsForItsStaff) {
  const Outcome r = run(monday + R"(
staff: {aide: {end_of_shift: finish}}
)" + with(cabin("duration: 10 min, staff: aide"), "pathways:", R"(
pathways:
  talk: [{step: talk, staff: aide, duration: 20 min}])") +
                        R"(
arrivals:
  ann: {pathway: visit, interarrival: 10 h}
  bob: {pathway: visit, interarrival: 10 h 5 min}
  cem: {pathway: talk, interarrival: 10 h 25 min}
)");
  EXPECT_THAT(timeline(r), ElementsAre("ann treat 10:00 10:00-10:30", "cem talk 10:25 10:25-10:45",
                                       "bob treat 10:05 10:55-11:25"));
}

TEST(Turnaround, ComesAfterThePatientsWhoWait) {
  const Outcome r = run(monday + R"(
staff: {aide: {end_of_shift: finish}}
rooms: {cabin: {count: 1, turnaround: {duration: 10 min, staff: aide}}}
arrivals:
  ann: {pathway: visit, interarrival: 10 h}
  bob: {pathway: visit, interarrival: 10 h 5 min}
  cem: {pathway: talk, interarrival: 10 h 6 min}
pathways:
  visit: [{step: treat, rooms: cabin, staff: aide, duration: 30 min}]
  talk: [{step: talk, staff: aide, duration: 20 min}]
)");
  EXPECT_THAT(timeline(r), ElementsAre("ann treat 10:00 10:00-10:30", "cem talk 10:06 10:30-10:50",
                                       "bob treat 10:05 11:00-11:30"));
}

TEST(Turnaround, IsPutDownAtTheEndOfTheShiftAndGoesOnTheNextDay) {
  const std::string text = R"(
run: {start: 2027-01-04, length: 2 d}
calendar: {opening: {weekdays: "09:00-17:00"}}
staff: {aide: {end_of_shift: suspend}}
)" + cabin("duration: 20 min, staff: aide") +
                           arrivals({{"ann", "16 h 15 min"}});
  // Cleaned from 16:45 to 17:00, and on Tuesday from 9:00 to 9:05.
  const Outcome r = run(text);
  EXPECT_THAT(timeline(r), ElementsAre("ann treat 16:15 16:15-16:45"));
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "cabin 1"), cleaning), 15 + 16 * 60 + 5);
  EXPECT_DOUBLE_EQ(minutes_in(unit_named(r, "aide 1"), busy), 20);
}

TEST(Turnaround, FollowsEveryWayOfLeavingTheRoom) {
  // Ann keeps the cabin while she waits in vain for a nurse: she gives up at 10:50.
  const Outcome r = run(monday + R"(
staff: {nurse: {count: 1, end_of_shift: finish, hours: {weekdays: "12:00-13:00"}}}
rooms: {cabin: {count: 1, turnaround: {duration: 10 min}}}
arrivals:
  ann: {pathway: visit, interarrival: 10 h, patience: 20 min}
  bob: {pathway: rest, interarrival: 10 h 5 min}
pathways:
  visit:
    - {step: undress, rooms: cabin, duration: 30 min, keep: [cabin]}
    - {step: treat, staff: nurse, duration: 5 min}
  rest: [{step: rest, rooms: cabin, duration: 15 min}]
)");
  EXPECT_THAT(timeline(r),
              ElementsAre("ann undress 10:00 10:00-10:30", "ann treat 10:30 10:50-10:50 reneged",
                          "bob rest 10:05 11:00-11:15"));
}

TEST(Turnaround, OfAMachineIsLikeThatOfARoom) {
  const Outcome r = run(monday + R"(
equipment: {laser: {count: 1, turnaround: {duration: 5 min}}}
pathways:
  visit: [{step: shoot, equipment: laser, duration: 10 min}]
)" + arrivals({{"ann", "10 h"}, {"bob", "10 h 5 min"}}));
  EXPECT_THAT(timeline(r),
              ElementsAre("ann shoot 10:00 10:00-10:10", "bob shoot 10:05 10:15-10:25"));
}

}  // namespace
}  // namespace asepsim::clinic
