// Promises of counting where punctures ended and what courses did for patients.
#include <gtest/gtest.h>

#include "experiment/benefit_sums.hpp"
#include "experiment/counting.hpp"
#include "experiment/target_depth.hpp"
#include "hand_made.hpp"

namespace asepsim::experiment {
namespace {

using clinic::BenefitFact;
using clinic::ExitReason;
using clinic::NeedlingFact;
using clinic::ReplicationRecord;
using scenario::SkinLayer;
using testing::day;
using testing::visit;

constexpr NeedlingFact spread{.shares = {0.0625f, 0.1875f, 0.25f, 0.4375f, 0.0625f}};

TEST(TargetDepth, DividesThePuncturesAtTheFirstAndTheLastLayerOnTarget) {
  const TargetShares dermis =
      target_shares(spread, {SkinLayer::papillary_dermis, SkinLayer::reticular_dermis});
  EXPECT_EQ(dermis.too_shallow, 0.25);
  EXPECT_EQ(dermis.on_target, 0.6875);
  EXPECT_EQ(dermis.too_deep, 0.0625);
  const TargetShares one = target_shares(spread, {SkinLayer::epidermis, SkinLayer::epidermis});
  EXPECT_EQ(one.too_shallow, 0.0625);
  EXPECT_EQ(one.on_target, 0.1875);
  EXPECT_EQ(one.too_deep, 0.75);
}

TEST(TargetDepth, IsMissedByHalfOfThePuncturesOrByAFewInTheFat) {
  const Target scars{SkinLayer::reticular_dermis, SkinLayer::reticular_dermis};
  const Target barrier{SkinLayer::epidermis, SkinLayer::papillary_dermis};
  const NeedlingFact high{.shares = {0, 0.25f, 0.5f, 0.25f, 0}};
  EXPECT_TRUE(is_too_shallow(high, scars));
  EXPECT_FALSE(is_too_deep(high, scars));
  EXPECT_FALSE(is_too_shallow(high, barrier));
  EXPECT_FALSE(is_too_deep(high, barrier));
  const NeedlingFact low{.shares = {0, 0, 0.25f, 0.75f, 0}};
  EXPECT_TRUE(is_too_deep(low, barrier)) << "three quarters below the papillary dermis";
  EXPECT_FALSE(is_too_deep(low, scars));
  EXPECT_TRUE(is_too_deep(spread, scars)) << "6 % in the fat";
  EXPECT_FALSE(is_too_deep(spread, {SkinLayer::reticular_dermis, SkinLayer::fat}));
}

// The clinic of the other counting tests, with benefit: a grade of acne is 2 points.
CountingPlan plan() {
  scenario::Scenario s = testing::two_step_clinic();
  s.benefit.emplace();
  s.indications[0].benefit.grade.value = 2;
  s.indications[1].target_from = SkinLayer::epidermis;
  s.indications[1].target_to = SkinLayer::papillary_dermis;
  return counting_plan(s, testing::pools);
}

KpiValue counted(const ReplicationRecord& record, const std::string& id) {
  const CountingPlan p = plan();
  return testing::value_of(p, summarise(p, record).values, id);
}

// Patients 0 and 1 have acne, patient 2 freckles; one visit each on days 1, 2 and 3.
ReplicationRecord three_patients() {
  ReplicationRecord record = testing::empty_record();
  record.patients.clear();
  for (const std::uint16_t indication : std::vector<std::uint16_t>{0, 0, 1}) {
    record.patients.push_back({.indication = indication, .exit = ExitReason::done});
    record.visits.push_back(visit(day(1), {}, minutes(30)));
    record.visits.back().patient = static_cast<std::uint32_t>(record.visits.size() - 1);
  }
  return record;
}

TEST(Counting, PuncturesAreOnTheTargetOfTheirIndication) {
  ReplicationRecord record = three_patients();
  const NeedlingFact shares{.shares = {0, 0.25f, 0.5f, 0.25f, 0}};
  record.needlings = {shares, shares};
  record.needlings[0].visit = 0;  // acne: papillary to reticular dermis
  record.needlings[1].visit = 2;  // freckles: epidermis to papillary dermis
  EXPECT_EQ(counted(record, "depth.punctures.on_target"), (KpiValue{1.5, 2}));
  EXPECT_EQ(counted(record, "depth.punctures.too_shallow.acne"), (KpiValue{0.25, 1}));
  EXPECT_EQ(counted(record, "depth.punctures.on_target.acne"), (KpiValue{0.75, 1}));
  EXPECT_EQ(counted(record, "depth.punctures.too_deep.acne"), (KpiValue{0, 1}));
  EXPECT_EQ(counted(record, "depth.punctures.too_shallow.freckles"), (KpiValue{0, 1}));
  EXPECT_EQ(counted(record, "depth.punctures.on_target.freckles"), (KpiValue{0.75, 1}));
  EXPECT_EQ(counted(record, "depth.punctures.too_deep.freckles"), (KpiValue{0.25, 1}));
}

TEST(Counting, ACourseIsMeasuredAfterItsLastSession) {
  ReplicationRecord record = three_patients();
  record.benefits = {{.visit = 0, .followed = true, .sessions = 1, .entry = 8, .first_look = 7},
                     {.visit = 0,
                      .sessions = 2,
                      .entry = 8,
                      .first_look = 6,
                      .second_look = 4,
                      .paid = Money::from_units(300)},
                     {.visit = 1,
                      .sessions = 1,
                      .entry = 4,
                      .first_look = 4,
                      .second_look = 4,
                      .paid = Money::from_units(100)}};
  EXPECT_EQ(counted(record, "benefit.improvement"), (KpiValue{0.25, 2}));
  EXPECT_EQ(counted(record, "benefit.improvement.second_look"), (KpiValue{0.5, 2}));
  EXPECT_EQ(counted(record, "benefit.one_grade"), (KpiValue{1, 2}));
  EXPECT_EQ(counted(record, "benefit.none"), (KpiValue{1, 2}));
  EXPECT_EQ(counted(record, "benefit.quartile.1"), (KpiValue{1, 2}));
  EXPECT_EQ(counted(record, "benefit.quartile.2"), (KpiValue{1, 2}));
  EXPECT_EQ(counted(record, "benefit.improvement.acne"), (KpiValue{0.25, 2}));
  EXPECT_FALSE(counted(record, "benefit.improvement.freckles").exists());
  EXPECT_EQ(counted(record, "benefit.per_100"), (KpiValue{2500, 400}));  // 6.25 % for 100
}

TEST(Counting, ACourseCountsIfItEndedWithAVisitThatCounts) {
  ReplicationRecord record = three_patients();
  for (const std::uint32_t v : {0u, 1u, 2u}) {
    record.benefits.push_back({.visit = v, .sessions = 1, .entry = 4, .first_look = 2});
  }
  EXPECT_EQ(counted(record, "benefit.one_grade").denominator, 3);
  record.patients[0].exit = ExitReason::inside;
  EXPECT_EQ(counted(record, "benefit.one_grade").denominator, 2) << "still being treated";
  record.patients[1].exit = ExitReason::dropped_out;
  EXPECT_EQ(counted(record, "benefit.one_grade").denominator, 2) << "kept what they got";
  record.counted_from = day(2);
  EXPECT_EQ(counted(record, "benefit.one_grade").denominator, 0) << "all came in the warm-up";
}

TEST(Counting, ResponseFallsIntoQuarters) {
  BenefitSum sum;
  for (const float left : {8.0f, 6.1f, 6.0f, 4.0f, 2.0f, 0.0f}) {
    add_course(sum, {.entry = 8, .first_look = left}, 0);
  }
  EXPECT_EQ(sum.by_quartile, (std::array<std::uint64_t, quartiles>{2, 1, 1, 2}));
  EXPECT_EQ(sum.no_benefit, 1u);
  EXPECT_EQ(sum.one_grade, 0u) << "the scale has no grades";
}

TEST(Figures, OfBenefitByIndicationExistOnlyWhereItIsModelled) {
  const auto ids = kpi_ids(counting_plan(testing::two_step_clinic(), testing::pools));
  const auto has = [&](const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  EXPECT_TRUE(has("depth.punctures.on_target.acne"));
  EXPECT_FALSE(has("benefit.improvement.acne"));
}

}  // namespace
}  // namespace asepsim::experiment
