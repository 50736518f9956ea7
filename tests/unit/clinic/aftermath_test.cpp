// What follows a session: the call, and complications that come back.
#include "unit/clinic/small_clinic.hpp"

namespace asepsim::clinic {
namespace {

using testing::ElementsAre;

// One session on Monday; `sections` say what follows.
std::string session(const std::string& sections, const std::string& length = "12 d") {
  return "run: {start: 2027-01-04, length: " + length + R"(}
calendar: {opening: {weekdays: "09:00-17:00"}}
staff: {nurse: {end_of_shift: finish}}
instruments: {head: {policy: single_use, between_patients: nothing}}
finance: {session_price: 200 USD}
arrivals: {ann: {pathway: visit, interarrival: 10 h}}
pathways:
  visit: [{step: treat, kind: treatment, staff: nurse, instrument: head, duration: 20 min}]
  call: [{step: call, staff: nurse, duration: 3 min}]
  long_call: [{step: talk, staff: nurse, duration: 20 min}]
  examine: [{step: examine, staff: nurse, duration: 12 min}]
)" + skin +
         sections;
}

std::vector<std::string> visits_of(const Outcome& r, VisitKind kind) {
  std::vector<std::string> lines;
  const std::vector<std::string> all = visits(r);
  for (std::size_t v = 0; v < all.size(); ++v) {
    if (r.record.visits[v].kind == kind) lines.push_back(all[v]);
  }
  return lines;
}

TEST(FollowUp, CallsAfterTheDeclaredTimeWhenTheClinicIsOpen) {
  const auto calls = [](const std::string& after) {
    return visits_of(run(session("follow_up: {pathway: call, after: " + after + "}\n", "20 h")),
                     VisitKind::follow_up);
  };
  EXPECT_THAT(calls("2 h"), ElementsAre("ann follow_up 12:20-12:23 done"));
  const Outcome weekend = run(with(session("follow_up: {pathway: call, after: 2 d}\n", "5 d"),
                                   "interarrival: 10 h", "interarrival: 58 h"));
  // 58 h is Wednesday at ten; the call two days later, on Friday.
  EXPECT_THAT(visits_of(weekend, VisitKind::follow_up),
              ElementsAre("ann follow_up 4+10:20-4+10:23 done"));
}

TEST(FollowUp, AfterTheEndOfTheRunIsNotMade) {
  const Outcome r = run(session("follow_up: {pathway: call, after: 2 d}\n", "20 h"));
  EXPECT_EQ(r.record.visits.size(), 1u);
}

// Redness always lasts too long and always brings the patient back.
const std::string redness = R"(
complications:
  pathway: examine
  priority: 1
  erythema: 30 d
  bruise_per_fat_share: 0
  scar: 0
  pih: {I: 0, II: 0, III: 0, IV: 0, V: 0, VI: 0}
  prolonged_erythema: {returns: 100 %, lag: 26 h, cost: 12.50 USD, refund: 25 %}
)";

TEST(Complication, ComesBackAfterItsLag) {
  const Outcome r = run(session(redness, "40 h"));
  EXPECT_THAT(visits(r),
              ElementsAre("ann walk_in 10:00-10:20 done", "ann complication 1+12:20-1+12:32 done"));
  ASSERT_EQ(r.record.complications.size(), 1u);
  const ComplicationFact& fact = r.record.complications[0];
  EXPECT_EQ(fact.hazard, Hazard::prolonged_erythema);
  EXPECT_TRUE(fact.returned);
  EXPECT_EQ(clock(fact.onset), "1+12:20");
  EXPECT_EQ(r.record.visits[1].caused_by, static_cast<std::uint16_t>(Hazard::prolonged_erythema));
  EXPECT_EQ(cents(r, Account::complications), 12'50);
  EXPECT_EQ(cents(r, Account::refunds), 50'00);
}

TEST(Complication, ThatDoesNotComeBackCostsNoRefund) {
  const Outcome r = run(session(with(redness, "returns: 100 %", "returns: 0 %"), "40 h"));
  EXPECT_EQ(r.record.visits.size(), 1u);
  EXPECT_FALSE(r.record.complications.at(0).returned);
  EXPECT_EQ(cents(r, Account::complications), 12'50);
  EXPECT_EQ(cents(r, Account::refunds), 0);
}

TEST(Complication, TellsItsCourse) {
  const std::string course =
      "returns: 0 %, calls: 0 %, elsewhere: 100 %, reports: 100 %, permanent: 100 %, grade: 3, "
      "duration: 5 d";
  const Outcome r = run(session(with(redness, "returns: 100 %", course), "40 h"));
  const ComplicationFact& fact = r.record.complications.at(0);
  EXPECT_EQ(fact.grade, 3);
  EXPECT_EQ(fact.duration, days(5));
  EXPECT_TRUE(fact.permanent);
  EXPECT_TRUE(fact.reported);
  EXPECT_EQ(fact.presented, Presentation::other_doctor);
  EXPECT_FALSE(fact.returned);
  EXPECT_EQ(r.record.visits.size(), 1u) << "another doctor sees it";
}

TEST(Complication, MayBeACallInsteadOfAVisit) {
  const std::string calling = with(redness, "returns: 100 %", "returns: 0 %, calls: 100 %");
  const Outcome r = run(session(calling + "follow_up: {pathway: call, after: 100 d}\n", "40 h"));
  EXPECT_EQ(r.record.complications.at(0).presented, Presentation::call);
  EXPECT_THAT(visits(r),
              ElementsAre("ann walk_in 10:00-10:20 done", "ann follow_up 1+12:20-1+12:23 done"));
  EXPECT_EQ(r.record.visits[1].caused_by, static_cast<std::uint16_t>(Hazard::prolonged_erythema));
  EXPECT_EQ(cents(r, Account::refunds), 0);
}

TEST(Complication, IsServedBeforeThoseWhoWait) {
  // Ann comes back on Tuesday at 12:20, when zoe is with the nurse and yan waits.
  const Outcome r = run(with(session(redness, "37 h"), "arrivals: {", R"(arrivals: {
  zoe: {pathway: long_call, interarrival: 36 h 10 min},
  yan: {pathway: call, interarrival: 36 h 15 min}, )"));
  const std::vector<std::string> lines = timeline(r);
  EXPECT_THAT(std::vector<std::string>(lines.end() - 3, lines.end()),
              ElementsAre("zoe talk 1+12:10 1+12:10-1+12:30", "ann examine 1+12:20 1+12:30-1+12:42",
                          "yan call 1+12:15 1+12:42-1+12:45"));
}

TEST(Infection, ShowsAfterItsIncubation) {
  // Every dose infects; symptoms after three days exactly, the visit after at least as long.
  const Outcome r = run(with(session(R"(
bacterial_infection: {alpha: 1000, n50: 1e-6, severity: 1, lag: 3 d}
complications: {pathway: examine, infection: {returns: 100 %, lag: 1 h}}
)",
                                     "5 d"),
                             "population: {", "population: {staphylococcus_carriage: 100 %, "));
  const ComplicationFact* infection = nullptr;
  for (const ComplicationFact& fact : r.record.complications) {
    if (fact.hazard == Hazard::bacterial_infection && infection == nullptr) infection = &fact;
  }
  ASSERT_NE(infection, nullptr);
  EXPECT_EQ(clock(infection->onset), "3+10:20");
  EXPECT_EQ(visits_of(r, VisitKind::complication).at(0).substr(0, 24), "ann complication 3+10:20");
}

}  // namespace
}  // namespace asepsim::clinic
