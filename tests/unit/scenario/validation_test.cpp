// What validation lets pass: the other half of tests/errors, which shows what it refuses.
#include "unit/scenario/reading_help.hpp"

namespace asepsim::scenario {
namespace {

// Steps in place of the tiny clinic's.
std::string with_steps(const std::string& steps, const std::string& staff = "nurse: {count: 2}") {
  return "schema: asepsim/1\ncalendar: {opening: always}\nstaff: {" + staff +
         "}\nrooms: {hall: {}, attic: {}}\n"
         "arrivals: {walk_ins: {pathway: visit, interarrival: {exponential: 10 min}}}\n"
         "pathways:\n  visit:\n" +
         steps;
}

TEST(Validation, AcceptsTwoSkillsInOneStepIfTwoPeopleHoldThem) {
  const std::string step = "    - {step: talk, staff: [needling, phone]}\n";
  EXPECT_EQ(complaints(with_steps(step, "nurse: {count: 2, skills: [needling, phone]}")), "");
  EXPECT_EQ(complaints(with_steps(step, "a: {skills: [needling]}, b: {skills: [phone]}")), "");
  EXPECT_NE(complaints(with_steps(step, "nurse: {skills: [needling, phone]}")), "");
  // Both could do either, but a third task needs the one who can do more.
  const std::string three = "    - {step: talk, staff: [needling, phone, phone]}\n";
  EXPECT_EQ(complaints(with_steps(three,
                                  "a: {skills: [needling, phone]}, b: {count: 2, skills: "
                                  "[phone]}")),
            "");
  EXPECT_NE(complaints(with_steps(three, "a: {count: 2, skills: [needling, phone]}")), "");
}

TEST(Validation, FindsAnAssignmentThatAGreedyChoiceWouldMiss) {
  const std::string step = "    - {step: talk, staff: [x, y, z]}\n";
  EXPECT_EQ(complaints(with_steps(step,
                                  "a: {skills: [x, y, z]}, b: {skills: [x, y]}, "
                                  "c: {skills: [x]}")),
            "");
}

TEST(Validation, AcceptsALastRouteForTheRest) {
  EXPECT_EQ(complaints(with_steps("    - {step: talk, next: [{to: rest, probability: 30 %}, end]}\n"
                                  "    - {step: rest, duration: 5 min}\n")),
            "");
}

TEST(Validation, AcceptsAWayBackThatSomePatientsTake) {
  EXPECT_EQ(complaints(with_steps("    - {step: talk, duration: 5 min}\n"
                                  "    - {step: again, next: [{to: talk, probability: 90 %}]}\n")),
            "");
}

TEST(Validation, AcceptsStepsKeptAndReleasedLater) {
  EXPECT_EQ(complaints(with_steps("    - {step: talk, rooms: [hall, attic], keep: [hall]}\n"
                                  "    - {step: rest, duration: 5 min}\n"
                                  "    - {step: leave, release: [hall]}\n")),
            "");
}

TEST(Validation, AcceptsEightClaimsInOneStep) {
  EXPECT_EQ(complaints(with_steps("    - {step: talk, staff: [a, b, c, d, e, f], rooms: [hall, "
                                  "attic]}\n",
                                  "a: {}, b: {}, c: {}, d: {}, e: {}, f: {}")),
            "");
}

TEST(Validation, AsksForTheRuleAtTheEndOfAShiftOnlyWhereThereAreShifts) {
  EXPECT_EQ(complaints(tiny_clinic()), "");
  EXPECT_NE(complaints(tiny_clinic(), {{"calendar.opening", "{weekdays: \"9-17\"}"}})
                .find("staff.nurse.end_of_shift"),
            std::string::npos);
  EXPECT_NE(complaints(tiny_clinic(), {{"staff.nurse.hours", "{weekdays: \"9-17\"}"}})
                .find("staff.nurse.end_of_shift"),
            std::string::npos);
}

TEST(Validation, FindsStaffWithHoursOnDutyInAClinicThatIsAlwaysOpen) {
  const std::string steps = "    - {step: talk, staff: nurse, duration: 5 min}\n";
  const auto nurse = [](const std::string& hours) {
    return "nurse: {end_of_shift: finish, hours: " + hours + "}";
  };
  EXPECT_EQ(complaints(with_steps(steps, nurse("{saturday: \"22:00-24:00\"}"))), "");
  EXPECT_EQ(complaints(with_steps(steps, nurse("always"))), "");
  EXPECT_NE(complaints(with_steps(steps, nurse("{saturday: closed}"))), "") << "never there";
}

TEST(Validation, AcceptsSharesWithinRounding) {
  const std::string sites =
      "sites: {cheek: {dermis_male_mean: 1 mm, dermis_male_sd: 0.1 mm, dermis_female_mean: 1 mm,"
      " dermis_female_sd: 0.1 mm, length_by_site: 1 mm}}\nindications:\n";
  const auto indication = [](const std::string& name, const std::string& share) {
    return "  " + name + ": {share: " + share +
           ", site: cheek, area: 9 cm2, sessions: 3, length_fixed: 1 mm, target_fraction: 0}\n";
  };
  const auto thirds = [&](const std::string& last) {
    return tiny_clinic(sites + indication("a", "0.333333") + indication("b", "0.333333") +
                       indication("c", last));
  };
  EXPECT_EQ(complaints(thirds("0.333334")), "");
  EXPECT_NE(complaints(thirds("0.3333")), "");
}

// A mistake in one place must not be told again wherever its value would have been used.
TEST(Validation, KeepsSilentAboutWhatCouldNotBeRead) {
  const auto count_of = [](const std::string& text) {
    return read_scenario_text(text, "test.yaml").diagnostics.size();
  };
  EXPECT_EQ(count_of(tiny_clinic("rooms: 3\n") + "equipment: {a: {}}\n"), 1u);
  EXPECT_EQ(count_of(with_steps("    - {step: talk, staff: nurse, rooms: hall}\n",
                                "nurse: {count: many}")),
            1u);
  EXPECT_EQ(count_of(with_steps("    - {step: talk, next: [{to: 3}]}\n")), 1u);
  EXPECT_EQ(count_of(with_steps("    - {stepp: talk}\n    - {step: b, next: talk}\n")), 2u);
  EXPECT_EQ(count_of("schema: asepsim/1\ncalendar: {opening: always}\nstafff: {nurse: {}}\n"
                     "arrivals: {w: {pathway: visit, interarrival: 9 min}}\n"
                     "pathways: {visit: [{step: talk, staff: nurse}]}\n"),
            1u);
}

}  // namespace
}  // namespace asepsim::scenario
