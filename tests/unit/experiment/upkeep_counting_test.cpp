// Counting breakdowns and maintenance, by hand-made facts.
#include <gtest/gtest.h>

#include <algorithm>

#include "experiment/counting.hpp"
#include "hand_made.hpp"

namespace asepsim::experiment {
namespace {

using clinic::Upkeep;
using testing::day;

// The room breaks down and is maintained; the nurse is not.
CountingPlan plan_with_upkeep() {
  auto pools = testing::pools;
  pools[1].breaks_down = pools[1].is_maintained = true;
  return counting_plan(testing::two_step_clinic(), pools);
}

TEST(CountingUpkeep, CountsWhatBeginsAfterTheWarmUpAndTheOpenHoursOfBoth) {
  auto record = testing::empty_record();
  record.counted_from = day(7);
  record.upkeep = {{day(6), day(8), 1, 1, Upkeep::breakdown, hours(8)},
                   {day(9), day(10), 1, 1, Upkeep::breakdown, hours(8)},
                   {day(6), day(8), 1, 1, Upkeep::maintenance, hours(3)},
                   {day(20), day(21), 1, 1, Upkeep::maintenance, Duration{}},
                   {day(27), day(30), 1, 1, Upkeep::maintenance, hours(8)}};
  const CountingPlan plan = plan_with_upkeep();
  const auto values = summarise(plan, record).values;
  constexpr double years = 21.0 / 365;
  EXPECT_EQ(testing::value_of(plan, values, "breakdowns.room"), (KpiValue{1, years}));
  EXPECT_EQ(testing::value_of(plan, values, "maintenance.room"), (KpiValue{2, years}));
  EXPECT_EQ(testing::value_of(plan, values, "maintenance.open_hours.room"), (KpiValue{11, years}));
}

TEST(CountingUpkeep, IsToldOnlyOfWhatHasSome) {
  const auto ids = kpi_ids(plan_with_upkeep());
  const auto none = kpi_ids(counting_plan(testing::two_step_clinic(), testing::pools));
  EXPECT_EQ(ids.size(), none.size() + 3);
  EXPECT_EQ(std::count(ids.begin(), ids.end(), "breakdowns.nurse"), 0);
}

}  // namespace
}  // namespace asepsim::experiment
