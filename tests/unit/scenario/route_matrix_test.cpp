// Expected steps of a visit against values worked out by hand.
#include "scenario/route_matrix.hpp"

#include "unit/scenario/reading_help.hpp"

namespace asepsim::scenario {
namespace {

double steps_of(const std::string& steps, const std::vector<Indication>& indications = {}) {
  const Scenario s = valid(
      "schema: asepsim/1\ncalendar: {opening: always}\n"
      "arrivals: {w: {pathway: p, interarrival: 9 d}}\n"
      "pathways:\n  p:\n" +
      steps);
  return s.pathways.empty() ? -1 : expected_steps(s.pathways[0], indications);
}

TEST(RouteMatrix, CountsTheStepsOfALine) {
  EXPECT_DOUBLE_EQ(steps_of("    - {step: a}\n    - {step: b}\n    - {step: c}\n"), 3);
  EXPECT_DOUBLE_EQ(steps_of("    - {step: a, next: [{to: end, probability: 25 %}]}\n"
                            "    - {step: b}\n"),
                   1.75);
}

// Out of a on 1 - p, so a geometric number of rounds: 1 / (1 - p) of a, p / (1 - p) of b.
TEST(RouteMatrix, CountsTheRoundsOfAWayBack) {
  EXPECT_NEAR(steps_of("    - {step: a, next: [{to: b, probability: 90 %}, end]}\n"
                       "    - {step: b, next: a}\n"),
              10 + 9, 1e-9);
  EXPECT_NEAR(steps_of("    - {step: a}\n    - {step: b, next: [{to: a, probability: 99 %}]}\n"),
              200, 1e-9);
}

std::vector<Indication> named(const std::vector<std::string>& names) {
  std::vector<Indication> indications(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) indications[i].name = names[i];
  return indications;
}

TEST(RouteMatrix, TakesTheKindOfPatientThatTakesMost) {
  Pathway pathway{"p", {{.name = "a"}, {.name = "b", .session = SessionRule::first}}};
  EXPECT_DOUBLE_EQ(expected_steps(pathway, {}), 2);  // first sessions; later ones pass b over
  pathway.steps[0].next = {{"a", {0.5}, {}, {"acne"}}};
  EXPECT_DOUBLE_EQ(expected_steps(pathway, named({"acne", "scars"})), 3);
  EXPECT_DOUBLE_EQ(expected_steps(pathway, named({"scars"})), 2);
}

TEST(RouteMatrix, KnowsWhoNeverLeaves) {
  Pathway pathway{"p", {{.name = "a"}}};
  pathway.steps[0].next = {{"a", {1.0}, {}, {"acne"}}};
  EXPECT_EQ(expected_steps(pathway, named({"acne"})), std::numeric_limits<double>::infinity());
  EXPECT_DOUBLE_EQ(expected_steps(pathway, named({"scars"})), 1);
}

}  // namespace
}  // namespace asepsim::scenario
