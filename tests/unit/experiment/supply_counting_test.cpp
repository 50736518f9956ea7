// Counting what became of supplies, by hand-made facts.
#include <gtest/gtest.h>

#include "experiment/counting.hpp"
#include "hand_made.hpp"

namespace asepsim::experiment {
namespace {

using clinic::SupplyEvent;
using testing::day;

// The third pool is a consumable.
CountingPlan plan_with_gloves() {
  auto pools = testing::pools;
  pools.push_back({"gloves", true, false, true});
  return counting_plan(testing::two_step_clinic(), pools);
}

KpiValue counted(clinic::ReplicationRecord record, const std::string& id) {
  record.pools.push_back({"gloves"});
  const CountingPlan plan = plan_with_gloves();
  return testing::value_of(plan, summarise(plan, record).values, id);
}

TEST(CountingSupplies, OrdersAndExpiredUnitsCountAfterTheWarmUp) {
  auto record = testing::empty_record();
  record.counted_from = day(7);
  record.supplies = {
      {day(6), 2, SupplyEvent::ordered, 100},   {day(6), 2, SupplyEvent::expired, 30},
      {day(7), 2, SupplyEvent::delivered, 100}, {day(8), 2, SupplyEvent::expired, 4},
      {day(9), 2, SupplyEvent::expired, 3},     {day(9), 2, SupplyEvent::ordered, 100},
      {day(28), 2, SupplyEvent::left, 90}};
  EXPECT_EQ(counted(record, "supplies.orders.gloves"), (KpiValue{1, 21.0 / 365}));
  EXPECT_EQ(counted(record, "supplies.expired.gloves"), (KpiValue{7, 21.0 / 365}));
}

TEST(CountingSupplies, UnitsBoughtAtOnceAreUsedToo) {
  auto record = testing::empty_record();
  record.counted_from = day(7);
  record.supplies = {{day(6), 2, SupplyEvent::used, 50},
                     {day(8), 2, SupplyEvent::used, 5},
                     {day(8), 2, SupplyEvent::bought, 2}};
  EXPECT_EQ(counted(record, "supplies.used.gloves"), (KpiValue{7, 21.0 / 365}));
  EXPECT_EQ(counted(record, "supplies.bought.gloves"), (KpiValue{2, 21.0 / 365}));
}

TEST(CountingSupplies, StockOutsAreThoseOfTheVisitsTheyAreDividedBy) {
  // Somebody who is still there at the end and a call count on neither side.
  auto record = testing::empty_record();
  record.visits.assign(3, testing::visit(day(1), {}, minutes(30)));
  record.visits[1].exit = clinic::ExitReason::inside;
  record.visits[2].kind = clinic::VisitKind::follow_up;
  record.visits[2].pathway = 1;
  record.stock_outs = {{0, day(1), day(1), 2}, {1, day(1), day(1), 2}, {2, day(1), day(1), 2}};
  EXPECT_EQ(counted(record, "supplies.stock_outs.gloves"), (KpiValue{1, 1}));
}

TEST(CountingSupplies, WaitsForThemAreTakenOffThoseForPeople) {
  // Appointed 5 min after coming: of 35 min for gloves 30 count, then 10 for the nurse.
  auto record = testing::empty_record();
  record.visits = {testing::visit(day(1), minutes(40), minutes(30))};
  record.visits[0].scheduled_at = day(1) + minutes(5);
  record.steps = {{.visit = 0, .step = 0, .queued_at = day(1), .started_at = day(1)},
                  {.visit = 0,
                   .step = 1,
                   .awaited = 0,
                   .queued_at = day(1),
                   .started_at = day(1) + minutes(45)}};
  record.waits = {{1, 2, day(1), day(1) + minutes(35)}};
  EXPECT_EQ(counted(record, "wait.for.gloves"), (KpiValue{30, 1}));
  EXPECT_EQ(counted(record, "wait.for.nurse"), (KpiValue{10, 1}));
}

TEST(CountingSupplies, AreNotTakenForSterilization) {
  auto record = testing::empty_record();
  record.visits = {testing::visit(day(1), {}, minutes(30)),
                   testing::visit(day(2), {}, minutes(30))};
  record.steps = {{.visit = 0, .step = 1}, {.visit = 1, .step = 1}};
  record.stock_outs = {{0, day(1), day(1) + minutes(12), 2}};
  EXPECT_EQ(counted(record, "supplies.stock_outs.gloves"), (KpiValue{1, 2}));
  EXPECT_EQ(counted(record, "stock_outs.per_1000"), (KpiValue{0, 2}));
  EXPECT_EQ(counted(record, "stock_outs.minutes"), (KpiValue{0, 2}));
}

}  // namespace
}  // namespace asepsim::experiment
