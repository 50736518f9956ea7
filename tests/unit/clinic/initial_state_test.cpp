// Where a run begins: patients who are under treatment when it starts.
#include "unit/clinic/small_clinic.hpp"

namespace asepsim::clinic {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// One nurse, two places an hour, sessions a week apart. Nobody else comes within the 40 days.
std::string clinic(const std::string& patients, const std::string& settings = "") {
  return R"(
run: {start: 2027-01-04, length: 40 d}
calendar: {opening: {weekdays: "09:00-17:00"}}
staff: {nurse: {end_of_shift: finish}}
instruments: {head: {policy: single_use, between_patients: nothing}}
arrivals: {ann: {kind: booked, pathway: visit, interarrival: 50 d, lead_time: 0 s}}
booking: {slot: 1 h, per_slot: 2, no_show_at_week: 0, dropout: 0}
pathways:
  visit: [{step: treat, kind: treatment, staff: nurse, instrument: head, duration: 20 min}]
)" + settings +
         with(skin, "sessions: 1", "sessions: 3") +
         (patients.empty() ? "" : "initial_state:\n  patients:\n" + patients);
}

const std::string three = R"(
    - {id: a, stream: ann, sessions_done: 1, appointment_date: 2027-01-04, appointment_time: "9:00"}
    - {id: b, stream: ann, sessions_done: 2, appointment_date: 2027-01-04, appointment_time: "9:00"}
    - {id: c, stream: ann, sessions_done: 1, sessions_planned: 2, days_since_session: 7}
)";

// a and b have both places at nine; c, whose week is over, gets the next one. a comes for the third
// session a week after 9:20, when the next slot is at ten.
TEST(InitialState, GivesTheFirstDayItsPatients) {
  const Outcome r = run(clinic(three));
  EXPECT_THAT(timeline(r),
              ElementsAre("ann treat 9:00 9:00-9:20", "ann 2 treat 9:00 9:20-9:40",
                          "ann 3 treat 10:00 10:00-10:20", "ann treat 7+10:00 7+10:00-7+10:20"));
  EXPECT_THAT(patients(r), ElementsAre("ann done", "ann 2 done", "ann 3 done"));
  std::vector<int> sessions, done, planned;
  for (const VisitFact& visit : r.record.visits) sessions.push_back(visit.session);
  for (const PatientFact& patient : r.record.patients) {
    done.push_back(patient.sessions_done);
    planned.push_back(patient.sessions_planned);
  }
  EXPECT_THAT(sessions, ElementsAre(2, 3, 2, 3));
  EXPECT_THAT(done, ElementsAre(3, 3, 2));
  EXPECT_THAT(planned, ElementsAre(3, 3, 2));
}

TEST(InitialState, WaitsForTheIntervalBetweenSessions) {
  // Five of seven days are over: from the Wednesday on, at a time of day that is drawn.
  const Outcome r =
      run(clinic("    - {id: a, stream: ann, sessions_done: 1, sessions_planned: 2, "
                 "days_since_session: 5}\n"));
  ASSERT_EQ(r.record.visits.size(), 1u);
  EXPECT_EQ(r.record.visits[0].scheduled_at.since_start().microseconds() / days(1).microseconds(),
            2);
}

// Who has had no session and has no appointment asks for one at once, after those who have one: a
// and b have nine o'clock.
TEST(InitialState, LetsTheWaitingListAskForFirstAppointments) {
  const Outcome r = run(clinic(three + "    - {id: w, stream: ann, sessions_planned: 1}\n"));
  EXPECT_THAT(timeline(r),
              ElementsAre("ann treat 9:00 9:00-9:20", "ann 2 treat 9:00 9:20-9:40",
                          "ann 3 treat 10:00 10:00-10:20", "ann 4 treat 10:00 10:20-10:40",
                          "ann treat 7+10:00 7+10:00-7+10:20"));
  const VisitFact& first = r.record.visits.at(3);
  EXPECT_EQ(first.session, 1);
  EXPECT_FALSE(first.before_run);
  EXPECT_EQ(clock(first.wanted_at), "0:00");
}

TEST(InitialState, KnowsWhichAppointmentsWereMadeBefore) {
  const Outcome r = run(clinic(three));
  std::vector<bool> before;
  for (const VisitFact& visit : r.record.visits) before.push_back(visit.before_run);
  EXPECT_THAT(before, ElementsAre(true, true, false, false));
}

// Two places and half as many again: three at nine.
TEST(InitialState, FillsThePlacesOfOverbooking) {
  std::string text = clinic(R"(
    - {id: a, stream: ann, appointment_date: 2027-01-04, appointment_time: "9:00"}
    - {id: b, stream: ann, appointment_date: 2027-01-04, appointment_time: "9:00"}
    - {id: c, stream: ann, appointment_date: 2027-01-04, appointment_time: "9:00"}
)");
  const Outcome r = run(with(text, "per_slot: 2", "per_slot: 2, overbooking: 50 %"));
  ASSERT_GE(r.record.visits.size(), 3u);
  for (std::size_t v = 0; v < 3; ++v) EXPECT_EQ(clock(r.record.visits[v].scheduled_at), "9:00");
}

// One place and 0.3 more, eight slots a day: of those of the second Monday, numbers 40 to 47, the
// one at noon (43: 13.2 - 12.9 passes a whole) has two places. Validation and book must agree.
TEST(InitialState, FillsThePlacesOfOverbookingOfLaterDays) {
  std::string text = clinic(R"(
    - {id: a, stream: ann, appointment_date: 2027-01-11, appointment_time: "12:00"}
    - {id: b, stream: ann, appointment_date: 2027-01-11, appointment_time: "12:00"}
    - {id: c, stream: ann, appointment_date: 2027-01-11, appointment_time: "11:00"}
)");
  text = with(text, "per_slot: 2", "per_slot: 1, overbooking: 30 %, last_slot_before_closing: 1 h");
  const Outcome r = run(text);
  std::vector<std::string> times;
  for (std::size_t v = 0; v < 3; ++v) times.push_back(clock(r.record.visits.at(v).scheduled_at));
  EXPECT_THAT(times, ElementsAre("7+11:00", "7+12:00", "7+12:00"));
}

TEST(InitialState, IsNobodyUnlessTheScenarioNamesThem) {
  const Outcome none = run(clinic("")), empty = run(clinic("") + "initial_state: {}\n");
  EXPECT_EQ(first_difference(none.record, empty.record), "");
  EXPECT_THAT(visits(none), IsEmpty());
}

TEST(InitialState, PlansAtLeastOneMoreSessionThanAreDone) {
  const Outcome r =
      run(clinic("    - {id: a, stream: ann, sessions_done: 5, appointment_date: "
                 "2027-01-05, appointment_time: \"15:00\"}\n"));
  EXPECT_EQ(r.record.patients.at(0).sessions_planned, 6);
  EXPECT_THAT(timeline(r), ElementsAre("ann treat 1+15:00 1+15:00-1+15:20"));
}

TEST(InitialState, KnowsWhatIsOnRecord) {
  const Outcome r = run(clinic(R"(
    - {id: a, stream: ann, sex: male, age: 61, phototype: V, days_since_session: 9, sessions_done: 1}
    - {id: b, stream: ann, sex: female, age: 19, phototype: I, days_since_session: 9,
       sessions_done: 1}
)"));
  const auto& a = r.record.patients.at(0);
  const auto& b = r.record.patients.at(1);
  EXPECT_FALSE(a.female);
  EXPECT_TRUE(b.female);
  EXPECT_EQ(a.age, 61);
  EXPECT_EQ(b.age, 19);
  EXPECT_EQ(a.phototype, 5);
  EXPECT_EQ(b.phototype, 1);
}

// Whoever else is there, in whatever order, an id means the same person.
TEST(InitialState, GivesAnIdTheSameLuckInEveryScenario) {
  const std::string a = "    - {id: a, stream: ann, days_since_session: 9, sessions_done: 1}\n";
  const std::string b = "    - {id: b, stream: ann, days_since_session: 9, sessions_done: 1}\n";
  const auto one = run(clinic(a)).record.patients;
  const auto two = run(clinic(b + a)).record.patients;
  ASSERT_EQ(two.size(), 2u);
  EXPECT_EQ(one[0].key, two[1].key);
  EXPECT_EQ(one[0].age, two[1].age);
  EXPECT_EQ(one[0].phototype, two[1].phototype);
  EXPECT_NE(two[0].key, two[1].key);
  EXPECT_NE(two[0].age, two[1].age);
}

// The score before a course that began earlier is not known, so nothing is claimed of it.
TEST(InitialState, ClaimsNoBenefitOfCoursesThatBeganBefore) {
  const std::string at = ", appointment_date: 2027-01-04, appointment_time: \"9:00\"}\n";
  const std::string benefit = "benefit: {responsiveness: 1}\n";
  const auto begun = clinic("    - {id: a, stream: ann, sessions_done: 1" + at, benefit);
  const auto fresh = clinic("    - {id: a, stream: ann" + at, benefit);
  EXPECT_EQ(run(begun).record.benefits.size(), 0u);
  EXPECT_EQ(run(fresh).record.benefits.size(), 3u);
}

}  // namespace
}  // namespace asepsim::clinic
