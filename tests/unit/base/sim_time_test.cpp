#include "base/sim_time.hpp"

#include <gtest/gtest.h>

#include "base/units.hpp"

namespace asepsim {
namespace {

TEST(SimTime, CountsWholeMicroseconds) {
  EXPECT_EQ(minutes(1).microseconds(), 60'000'000);
  EXPECT_EQ((SimTime{} + days(1) - SimTime{}).hours(), 24.0);
  EXPECT_LT(SimTime{} + minutes(59), SimTime{} + hours(1));
}

TEST(SimTime, RoundsHalvesAwayFromZero) {
  EXPECT_EQ(rounded_microseconds(2.5).microseconds(), 3);
  EXPECT_EQ(rounded_microseconds(-2.5).microseconds(), -3);
  EXPECT_EQ(rounded_microseconds(2.4999).microseconds(), 2);
}

TEST(SimTime, SaturatesInsteadOfOverflowing) {
  EXPECT_EQ(rounded_microseconds(1e300), Duration::forever());
  EXPECT_EQ(rounded_microseconds(-1e300), -Duration::forever());
  EXPECT_GT(SimTime::never(), SimTime{} + days(365) * 100'000);
}

TEST(Money, IsWholeCents) {
  EXPECT_EQ(Money::from_units(41.38).cents, 4138);
  EXPECT_EQ((Money::from_units(0.1) + Money::from_units(0.2)).cents, 30);
  EXPECT_EQ((Money::from_cents(105) * 3).units(), 3.15);
}

}  // namespace
}  // namespace asepsim
