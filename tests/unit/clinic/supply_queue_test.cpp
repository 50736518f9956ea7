// Waiting for supplies: who goes first, who goes home, what the wait is booked on; by hand.
#include "unit/clinic/supplies_help.hpp"

namespace asepsim::clinic {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Visits take two gloves and a mask, talks two gloves; 20 min each.
std::string gloves_and_masks(const std::string& of_gloves, const std::string& of_masks,
                             const std::string& calendar = monday) {
  return calendar + R"(
staff: {nurse: {count: 2, end_of_shift: finish}}
consumables:
  gloves: {price: 1 USD, supply: {)" +
         of_gloves + R"(}}
  mask: {price: 1 USD, supply: {)" +
         of_masks + R"(}}
pathways:
  visit: [{step: care, staff: nurse, consumables: {gloves: 2, mask: 1}, duration: 20 min}]
  talk: [{step: talk, staff: nurse, consumables: {gloves: 2}, duration: 20 min}]
)";
}

TEST(WaitingForSupplies, SpeaksForNothingThatThereIsEnoughOf) {
  // Ann waits for a mask, not for gloves: bob takes the last two, and ann waits for those that come
  // at 11:05.
  const Outcome r =
      run(gloves_and_masks("stock: 2, reorder_point: 1, pack: 2, lead_time: 1 h",
                           "stock: 0, reorder_point: 0, pack: 1, lead_time: 630 min") +
          R"(
arrivals:
  ann: {pathway: visit, interarrival: 10 h}
  bob: {pathway: talk, interarrival: 10 h 5 min}
)");
  EXPECT_THAT(timeline(r), testing::Contains("bob talk 10:05 10:05-10:25"));
  EXPECT_THAT(timeline(r), testing::Contains("ann care 10:00 11:00-11:20"))
      << "ann has been ordered for since 10:00";
  EXPECT_THAT(stock_outs(r), ElementsAre("ann mask 10:00-11:00"));
}

TEST(WaitingForSupplies, SpeaksForWhatIsTooLittle) {
  // One glove is there: ann's two come at 11:00, and cem, who needs one, does not take hers.
  const Outcome r =
      run(with(gloves_and_masks("stock: 1, reorder_point: 1, pack: 1, lead_time: 11 h",
                                "stock: 9, when_empty: cancel"),
               "consumables: {gloves: 2}", "consumables: {gloves: 1}") +
          R"(
arrivals:
  ann: {pathway: visit, interarrival: 10 h}
  cem: {pathway: talk, interarrival: 10 h 5 min}
)");
  EXPECT_THAT(timeline(r), testing::Contains("ann care 10:00 11:00-11:20"));
  EXPECT_THAT(stock_outs(r), testing::Contains(testing::StartsWith("cem gloves 10:05-")));
}

TEST(WaitingForSupplies, EndsWhenAnotherItemRunsOutWhoseRuleIsCancel) {
  // The only mask expires at noon, while ann waits for gloves.
  const Outcome r = run(gloves_and_masks("stock: 0, reorder_point: 1, pack: 3, lead_time: 40 h",
                                         "stock: 1, when_empty: cancel, shelf_life: 12 h", always) +
                        R"(
arrivals:
  ann: {pathway: visit, interarrival: 10 h}
)");
  EXPECT_THAT(visits(r), testing::Contains("ann walk_in 10:00-12:00 cancelled"));
  EXPECT_THAT(stock_outs(r),
              testing::IsSupersetOf({"ann gloves 10:00-12:00", "ann mask 12:00-12:00"}));
}

TEST(WaitingForSupplies, IsAStockOutOfEachItemThatIsLacking) {
  const Outcome r = run(gloves_and_masks("stock: 0, when_empty: buy", "stock: 0, when_empty: buy") +
                        arrivals({{"ann", "10 h"}}));
  EXPECT_THAT(stock_outs(r), ElementsAre("ann gloves 10:00-10:00", "ann mask 10:00-10:00"));
}

TEST(WaitingForSupplies, IsForWhatComesLast) {
  // Gloves come at 10:30, the mask at 10:40.
  const Outcome r =
      run(gloves_and_masks("stock: 0, reorder_point: 1, pack: 9, lead_time: 630 min",
                           "stock: 0, reorder_point: 1, pack: 9, lead_time: 640 min") +
          arrivals({{"ann", "10 h"}, {"bob", "10 h 5 min"}}));
  EXPECT_THAT(timeline(r), ElementsAre("ann care 10:00 10:40-11:00", "bob care 10:05 10:40-11:00"));
  EXPECT_NEAR(pool_named(r, "mask").queue, 75.0 / 60, 1e-12);
  EXPECT_EQ(pool_named(r, "gloves").queue, 0);
}

TEST(WaitingForSupplies, IsBookedApartFromWaitingForPeople) {
  // Bob waits for gloves from 10:05 to 10:10, then for the nurse, who serves ann until 10:20.
  const Outcome r = run(gloves("stock: 2, reorder_point: 1, pack: 3, lead_time: 10 min", "1") +
                        arrivals({{"ann", "10 h"}, {"bob", "10 h 5 min"}}));
  EXPECT_THAT(timeline(r), ElementsAre("ann care 10:00 10:00-10:20", "bob care 10:05 10:20-10:40"));
  ASSERT_EQ(r.record.waits.size(), 1u);
  EXPECT_EQ(r.record.waits[0].step, 1u);
  EXPECT_EQ(r.record.pools[r.record.waits[0].pool].name, "gloves");
  EXPECT_NEAR(pool_named(r, "gloves").queue, 5.0 / 60, 1e-12);
  EXPECT_NEAR(pool_named(r, "nurse").queue, 10.0 / 60, 1e-12);
}

TEST(WaitingForSupplies, IsOverWhenNobodyIsLeftThoughAStepEndsAtThatInstant) {
  // At 17:00 the nurse leaves ann, whose step ends then; bob, who waits for three, goes home too.
  const Outcome r = run(with(with(gloves("stock: 2, reorder_point: 2, pack: 3, lead_time: 60 h"),
                                  "end_of_shift: finish", "end_of_shift: suspend"),
                             "  talk: [{step: talk, staff: nurse, duration",
                             "  talk: [{step: talk, staff: nurse, consumables: {gloves: 3}, "
                             "duration") +
                        R"(
arrivals:
  ann: {pathway: visit, interarrival: 16 h 50 min}
  bob: {pathway: talk, interarrival: 16 h 55 min}
)");
  EXPECT_THAT(visits(r), ElementsAre("ann walk_in 16:50-17:00 sent_away",
                                     "bob walk_in 16:55-17:00 sent_away"));
}

TEST(WaitingForSupplies, GoesOnAtMidnightWhereTheClinicIsOpenThen) {
  // Ordered at 0:00 of Monday, delivered at 6:00 of Tuesday.
  const Outcome r = run(with(gloves("stock: 0, reorder_point: 1, pack: 2, lead_time: 30 h"),
                             "length: 1 d}\ncalendar: {opening: {weekdays: \"09:00-17:00\"}}",
                             "length: 2 d}\ncalendar: {opening: {every_day: \"00:00-24:00\"}}") +
                        arrivals({{"bob", "20 h"}}));
  EXPECT_THAT(timeline(r), testing::Contains("bob care 20:00 1+6:00-1+6:20"));
}

TEST(WaitingForSupplies, ServesThousandsInTheOrderOfTheirComing) {
  // Somebody comes every 2 min from 0:02 on; the first delivery is on the twentieth day.
  const Outcome r = run(with(with(gloves("stock: 0, reorder_point: 1, pack: 3, lead_time: 20 d"),
                                  "duration: 20 min", "duration: 1 min"),
                             "length: 1 d}\ncalendar: {opening: {weekdays: \"09:00-17:00\"}}",
                             "length: 30 d}\ncalendar: {opening: always}") +
                        "arrivals: {ann: {pathway: visit, interarrival: 2 min}}\n");
  std::uint32_t before = 0;
  std::size_t served = 0;
  for (const StepFact& fact : r.record.steps) {
    ASSERT_TRUE(served == 0 || fact.visit > before);
    before = fact.visit;
    ++served;
  }
  EXPECT_GT(served, 5'000u);
  EXPECT_GT(r.record.visits.size() - served, 10'000u) << "so many wait at a time";
}

TEST(UsedSupplies, AreUsedThoughTheStepIsBrokenOff) {
  // The nurse goes at 17:00 in the middle of ann's care.
  const Outcome r = run(with(gloves("stock: 2, when_empty: cancel"), "end_of_shift: finish",
                             "end_of_shift: suspend") +
                        arrivals({{"ann", "16 h 50 min"}}));
  EXPECT_THAT(visits(r), ElementsAre("ann walk_in 16:50-17:00 sent_away"));
  EXPECT_THAT(events(r), ElementsAre("delivered 2 0:00", "used 2 17:00", "left 0 1+0:00"));
  EXPECT_EQ(cents(r, Account::consumables), 2'00);
}

TEST(UsedSupplies, ServeAnInterruptedStepToItsEnd) {
  // Begun at 11:50, suspended at 12:00, ended by the colleague from 12:30 to 12:40.
  const Outcome r = run(
      with(gloves("stock: 2, when_empty: cancel"), "count: 2, end_of_shift: finish}",
           "hours: {weekdays: \"09:00-12:00\"}, end_of_shift: suspend}, "
           "late: {skills: [nurse], hours: {weekdays: \"12:30-17:00\"}, end_of_shift: finish}") +
      arrivals({{"ann", "11 h 50 min"}}));
  EXPECT_THAT(timeline(r), ElementsAre("ann care 11:50 11:50-12:40"));
  EXPECT_THAT(events(r), ElementsAre("delivered 2 0:00", "used 2 12:40", "left 0 1+0:00"));
  EXPECT_EQ(cents(r, Account::consumables), 2'00);
}

TEST(UsedSupplies, CostWhatTheyCostWithoutASupplyWhileTheyLast) {
  const std::string supply = "stock: 1000, reorder_point: 10, pack: 5, lead_time: 1 d";
  const std::string who = arrivals({{"ann", "10 h"}, {"bob", "10 h 5 min"}});
  const Outcome with_supply = run(gloves(supply) + who);
  const Outcome without = run(with(gloves(supply), ", supply: {" + supply + "}", "") + who);
  EXPECT_EQ(with_supply.record.money, without.record.money);
  EXPECT_EQ(cents(without, Account::consumables), 4'00);
}

}  // namespace
}  // namespace asepsim::clinic
