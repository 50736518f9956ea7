// Importance measures against a fault tree, and against lapses that only keep bad company.
#include "experiment/importance.hpp"

#include <gtest/gtest.h>

#include "science/fault_tree.hpp"
#include "unit/experiment/hand_made.hpp"

namespace asepsim::experiment {
namespace {

using clinic::HarmRoute;
using clinic::Hazard;
using clinic::Moment;

constexpr auto hbv = Hazard::hbv;

struct Record {
  clinic::ReplicationRecord record = testing::empty_record();

  /// A session with one exposure; returns its visit.
  std::uint32_t session(double probability, HarmRoute route = HarmRoute::instrument) {
    const auto visit = static_cast<std::uint32_t>(record.visits.size());
    record.visits.push_back(testing::visit(testing::day(1), {}, {}));
    record.needlings.push_back({.visit = visit});
    expose(visit, probability, route);
    return visit;
  }

  void expose(std::uint32_t visit, double probability, HarmRoute route) {
    record.ledger.push_back(
        {.visit = visit, .hazard = hbv, .route = route, .probability = probability});
  }

  void decide(std::uint32_t visit, bool complied, float probability) {
    record.compliance.push_back({.visit = visit,
                                 .borne_by = visit,
                                 .moment = Moment::hands_before,
                                 .complied = complied,
                                 .probability = probability});
  }
};

ReplicationSummary summary_of(const clinic::ReplicationRecord& record) {
  const std::vector<std::uint8_t> all(record.visits.size(), 1);
  ReplicationSummary summary;
  summary.rows = compact_rows(record, all, {});
  summary.rows.sessions = static_cast<double>(all.size());
  return summary;
}

std::vector<Importance> rows_of(const Record& record) {
  return importance({summary_of(record.record)}, 0.95);
}

Importance barrier(const Record& record, const std::string& word) {
  for (const Importance& row : rows_of(record)) {
    if (row.harm == 0 && row.barrier && barrier_word(*row.barrier) == word) return row;
  }
  throw std::invalid_argument("no row of " + word);
}

// (p1 p2 p3) or (p4 p5): what the ledger of one session says of p2 as a wash that fails with
// p2 = 0.01. The published figures of the tree: FV 0.08249305, RAW 9.166812, Birnbaum 0.008991.
TEST(ImportanceOfAHiddenFailure, IsThatOfTheFaultTree) {
  const science::FaultTree tree{{0.03, 0.01, 0.3, 0.2, 0.005}, {{0, 1, 2}, {3, 4}}};
  science::FaultTree failed = tree;
  failed.probabilities[1] = 1;
  Record r;
  r.session(top_probability(tree));
  r.record.needlings.front().failed[0] = 0.01F;
  r.record.through.push_back({0, {static_cast<float>(0.01 * top_probability(failed))}});
  const Importance wash = barrier(r, "wash");
  const science::Importance expected = importance_of(tree, 1);
  EXPECT_NEAR(wash.fussell_vesely.value, expected.fussell_vesely, 1e-6);
  EXPECT_NEAR(wash.fussell_vesely.value, 0.08249305, 1e-6);
  EXPECT_NEAR(wash.achievement.value, expected.achievement, 1e-5);
  EXPECT_NEAR(*wash.reduction, expected.reduction, 1e-6);
  EXPECT_NEAR(wash.birnbaum, expected.birnbaum, 1e-8);
  EXPECT_NEAR(wash.if_doubled, 1 + expected.fussell_vesely, 1e-6);
  EXPECT_NEAR(wash.chance, 0.01, 1e-9);
}

// Faults of a load exclude each other: what is no packing fault any more is a good cycle, not one
// that was never run. Half of the loads are good (risk 0), a quarter not run (risk 0.4).
TEST(ImportanceOfAHiddenFailure, LeavesTheOtherFaultsWhereTheyAre) {
  Record r;
  r.session(0.1);
  r.record.needlings.front().failed = {0, 0.25F, 0, 0.25F};
  r.record.through.push_back({0, {0, 0.1F, 0, 0}});
  EXPECT_NEAR(barrier(r, "packing").fussell_vesely.value, 0, 1e-7);
  EXPECT_NEAR(barrier(r, "packing").achievement.value, 0, 1e-7);
  EXPECT_NEAR(barrier(r, "cycle").fussell_vesely.value, 1, 1e-7);
  EXPECT_FALSE(barrier(r, "cycle").reduction.has_value()) << "nothing would be left";
  EXPECT_NEAR(barrier(r, "cycle").achievement.value, 4, 1e-6);
}

// Kept in three of four: 0.1 then, 0.5 without. Mean 0.2.
TEST(ImportanceOfADecision, ComparesWhatFollowedEitherWay) {
  Record r;
  for (int i = 0; i < 3; ++i) r.decide(r.session(0.1, HarmRoute::surface), true, 0.75F);
  r.decide(r.session(0.5, HarmRoute::hands), false, 0.75F);
  const Importance hands = barrier(r, "hands_before");
  EXPECT_DOUBLE_EQ(hands.fussell_vesely.value, 0.5);
  EXPECT_DOUBLE_EQ(hands.achievement.value, 2.5);
  EXPECT_DOUBLE_EQ(*hands.reduction, 2);
  EXPECT_NEAR(hands.birnbaum, 0.4, 1e-15);
  EXPECT_DOUBLE_EQ(hands.chance, 0.25);
  EXPECT_DOUBLE_EQ(hands.if_doubled, 1.5);
}

// In busy hours half of the decisions lapse and the risk is 0.4, in quiet ones a quarter and 0.1;
// the decision itself changes nothing.
TEST(ImportanceOfADecision, IsNotThatOfBusyHours) {
  Record r;
  for (int i = 0; i < 2; ++i) r.decide(r.session(0.4, HarmRoute::surface), i > 0, 0.5F);
  for (int i = 0; i < 4; ++i) r.decide(r.session(0.1, HarmRoute::surface), i > 0, 0.75F);
  const Importance hands = barrier(r, "hands_before");
  EXPECT_NEAR(hands.fussell_vesely.value, 0, 1e-15);
  EXPECT_NEAR(hands.achievement.value, 1, 1e-15);
}

TEST(ImportanceOfADecision, CountsWhereItIsBorne) {
  Record r;
  const std::uint32_t before = r.session(0), after = r.session(0.3, HarmRoute::hands);
  r.session(0.1, HarmRoute::surface);
  r.decide(before, false, 0.5F);
  r.record.compliance.back().borne_by = after;
  r.decide(before, false, 0.5F);
  r.record.compliance.back().borne_by = clinic::no_fact;  // nobody yet
  const Importance hands = barrier(r, "hands_before");
  EXPECT_NEAR(hands.fussell_vesely.value, 0.75, 1e-15);
  EXPECT_NEAR(hands.chance, 0.5 / 3, 1e-15);
}

// Hands bring 0.02 to the one patient and nothing to the other, needles much to both: whether hands
// were washed before can be worth no more than what hands bring, whatever the needles did.
TEST(ImportanceOfADecision, IsThatOfTheRoutesItTouches) {
  Record r;
  const std::uint32_t one = r.session(0.9), other = r.session(0.08);
  r.expose(one, 0.02, HarmRoute::hands);
  r.decide(one, false, 0.5F);
  r.decide(other, true, 0.5F);
  EXPECT_NEAR(barrier(r, "hands_before").fussell_vesely.value, 0.02, 1e-12);
  for (auto& fact : r.record.compliance) fact.moment = Moment::skin_preparation;
  EXPECT_NEAR(barrier(r, "skin_preparation").fussell_vesely.value, 0.02, 1e-12);
  r.record.needlings[0] = {.visit = one, .undisinfected = true, .skipping = 0.5F};
  r.record.needlings[1] = {.visit = other, .skipping = 0.5F};
  EXPECT_NEAR(barrier(r, "disinfection").fussell_vesely.value, 0.9 - 0.08, 1e-12);
}

// The same of a device, and what it brings.
TEST(ImportanceOfADecision, OfADeviceIsThatOfItsRoute) {
  Record r;
  const std::uint32_t one = r.session(0.9), other = r.session(0.08);
  r.expose(one, 0.02, HarmRoute::device);
  r.decide(one, false, 0.5F);
  r.decide(other, true, 0.5F);
  for (auto& fact : r.record.compliance) fact.moment = Moment::device;
  EXPECT_NEAR(barrier(r, "device").fussell_vesely.value, 0.02, 1e-12);
}

// All of the risk lies where nine in ten decisions lapse anyhow, and half lapse overall: twice as
// many cannot do what failing always does not do, which is 1 / 0.9 of it.
TEST(ImportanceOfADecision, DoublesNoFurtherThanToFailingAlways) {
  Record r;
  r.decide(r.session(0.1, HarmRoute::hands), false, 0.1F);
  r.decide(r.session(0), true, 0.9F);
  const Importance hands = barrier(r, "hands_before");
  EXPECT_NEAR(hands.chance, 0.5, 1e-7);
  EXPECT_NEAR(hands.achievement.value, 1 / 0.9, 1e-6);
  EXPECT_EQ(hands.if_doubled, hands.achievement.value);
}

TEST(ImportanceOfARoute, IsItsShare) {
  Record r;
  r.session(0.3);
  r.session(0.1, HarmRoute::surface);
  const std::vector<Importance> rows = rows_of(r);
  ASSERT_EQ(rows.size(), 4u) << "two routes, for bloodborne and for hepatitis B";
  EXPECT_EQ(rows[0].route, HarmRoute::instrument);
  EXPECT_DOUBLE_EQ(rows[0].fussell_vesely.value, 0.75);
  EXPECT_DOUBLE_EQ(*rows[0].reduction, 4);
  EXPECT_EQ(rows[1].route, HarmRoute::surface);
  EXPECT_DOUBLE_EQ(rows[0].risk, 0.2);
}

// Light brings risk and no barrier: a session is one, with needles or light, and chances are those
// of visits with needles.
TEST(Importance, IsOfSessionsWithNeedlesOrLight) {
  Record r;
  r.decide(r.session(0.3, HarmRoute::hands), true, 0.75F);
  r.record.visits.push_back(testing::visit(testing::day(1), {}, {}));
  r.expose(1, 0.1, HarmRoute::light);
  EXPECT_DOUBLE_EQ(barrier(r, "hands_before").risk, 0.2);
  EXPECT_DOUBLE_EQ(barrier(r, "hands_before").chance, 0.25);
}

// Two fields in one visit with one head: what may have failed before the visit may have failed
// once.
TEST(Importance, CountsAVisitWithTwoNeedlingsOnce) {
  Record r;
  const std::uint32_t visit = r.session(0.3);
  r.session(0.1);
  r.record.needlings.front() = {.visit = visit, .undisinfected = true, .skipping = 0.25F};
  r.record.needlings.front().failed[0] = 0.5F;
  r.record.through.push_back({0, {0.3F}});
  const Importance wash = barrier(r, "wash"), soak = barrier(r, "disinfection");
  r.record.needlings.push_back(r.record.needlings.front());
  for (const Importance& before : {wash, soak}) {
    const Importance now = barrier(r, barrier_word(*before.barrier));
    EXPECT_EQ(now.chance, before.chance);
    EXPECT_EQ(now.risk, before.risk);
    EXPECT_EQ(now.fussell_vesely.value, before.fussell_vesely.value);
    EXPECT_EQ(now.achievement.value, before.achievement.value);
  }
}

TEST(Importance, HasNothingToSayWithoutRisk) {
  Record r;
  r.session(0);
  EXPECT_TRUE(rows_of(r).empty());
}

}  // namespace
}  // namespace asepsim::experiment
