// Supplies of consumables: ordered, delivered, expired, waited for; every time computed by hand.
#include "unit/clinic/supplies_help.hpp"

namespace asepsim::clinic {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::vector<std::pair<std::string, std::string>> ann_and_bob{{"ann", "10 h"},
                                                                   {"bob", "10 h 5 min"}};

TEST(Supplies, AreEndlessUnlessDeclared) {
  const Outcome r = run(
      with(gloves("stock: 0, when_empty: cancel"), ", supply: {stock: 0, when_empty: cancel}", "") +
      arrivals(ann_and_bob));
  EXPECT_THAT(events(r), IsEmpty());
  EXPECT_THAT(stock_outs(r), IsEmpty());
  EXPECT_EQ(cents(r, Account::consumables), 4'00) << "two gloves a step, paid when it is done";
}

TEST(Supplies, AreOrderedAtTheReorderPointAndPaidWhenUsed) {
  // Ann leaves 2, above the reorder point; bob leaves none.
  const Outcome r = run(gloves("stock: 4, reorder_point: 1, pack: 3, lead_time: 2 h") +
                        arrivals({{"ann", "10 h"}, {"bob", "10 h 30 min"}}));
  EXPECT_THAT(events(r), ElementsAre("delivered 4 0:00", "used 2 10:20", "ordered 3 10:30",
                                     "used 2 10:50", "delivered 3 12:30", "left 3 1+0:00"));
  EXPECT_THAT(stock_outs(r), IsEmpty());
  EXPECT_EQ(cents(r, Account::consumables), 4'00);
}

TEST(Supplies, AreOrderedInAsManyPacksAsLiftThemAboveTheReorderPoint) {
  // 0 in stock: three packs of 4 are the least that is more than 9.
  const Outcome r = run(gloves("stock: 0, reorder_point: 9, pack: 4, lead_time: 2 h") +
                        arrivals({{"ann", "10 h"}}));
  EXPECT_THAT(events(r), ElementsAre("ordered 12 0:00", "delivered 12 2:00", "used 2 10:20",
                                     "left 10 1+0:00"));
}

TEST(Supplies, AreWaitedForUntilTheDelivery) {
  // Ann takes the last at 10:00. What bob waits for counts as gone: 3 on order - 2 is 1 again.
  const Outcome r =
      run(gloves("stock: 2, reorder_point: 1, pack: 3, lead_time: 40 min") + arrivals(ann_and_bob));
  EXPECT_THAT(timeline(r), ElementsAre("ann care 10:00 10:00-10:20", "bob care 10:05 10:40-11:00"));
  EXPECT_THAT(stock_outs(r), ElementsAre("bob gloves 10:05-10:40"));
  EXPECT_THAT(events(r), ElementsAre("delivered 2 0:00", "ordered 3 10:00", "ordered 3 10:05",
                                     "used 2 10:20", "delivered 3 10:40", "delivered 3 10:45",
                                     "used 2 11:00", "left 4 1+0:00"));
  EXPECT_NEAR(pool_named(r, "gloves").queue, 35.0 / 60, 1e-12);
  EXPECT_EQ(cents(r, Account::consumables), 4'00);
}

TEST(Supplies, GoToUrgentPatientsFirst) {
  // Deliveries of 2 at 10:40, 10:45 and 10:50: one for each who waits and one more.
  const Outcome r = run(gloves("stock: 2, reorder_point: 1, pack: 2, lead_time: 40 min") + R"(
arrivals:
  ann: {pathway: visit, interarrival: 10 h}
  bob: {pathway: visit, interarrival: 10 h 5 min}
  eve: {pathway: visit, interarrival: 10 h 10 min, priority: 1}
)");
  EXPECT_THAT(timeline(r), ElementsAre("ann care 10:00 10:00-10:20", "eve care 10:10 10:40-11:00",
                                       "bob care 10:05 10:45-11:05"));
}

TEST(Supplies, OnTheirWayForSomebodyAreNotTakenByNewcomers) {
  // Bob needs two and one is there: cem, who comes later, waits behind him.
  const std::string supply = "stock: 3, reorder_point: 1, pack: 2, lead_time: 40 min";
  const Outcome r = run(with(gloves(supply), "  talk: [{step: talk, staff: nurse, duration",
                             "  talk: [{step: talk, staff: nurse, consumables: {gloves: 1}, "
                             "duration") +
                        R"(
arrivals:
  ann: {pathway: visit, interarrival: 10 h}
  bob: {pathway: visit, interarrival: 10 h 5 min}
  cem: {pathway: talk, interarrival: 10 h 10 min}
)");
  EXPECT_THAT(timeline(r), ElementsAre("ann care 10:00 10:00-10:20", "bob care 10:05 10:40-11:00",
                                       "cem talk 10:10 10:40-11:00"));
}

TEST(Supplies, RunOutOfThePatienceOfThoseWhoWait) {
  const Outcome r = run(gloves("stock: 2, reorder_point: 1, pack: 3, lead_time: 40 min") + R"(
arrivals:
  ann: {pathway: visit, interarrival: 10 h}
  bob: {pathway: visit, interarrival: 10 h 5 min, patience: 10 min}
)");
  EXPECT_THAT(timeline(r),
              ElementsAre("bob care 10:05 10:15-10:15 reneged", "ann care 10:00 10:00-10:20"));
  EXPECT_THAT(stock_outs(r), ElementsAre("bob gloves 10:05-10:15"));
}

TEST(Supplies, ThatDoNotComeTodaySendThePatientHome) {
  const Outcome r =
      run(gloves("stock: 2, reorder_point: 1, pack: 3, lead_time: 5 d") + arrivals(ann_and_bob));
  EXPECT_THAT(visits(r),
              ElementsAre("ann walk_in 10:00-10:20 done", "bob walk_in 10:05-17:00 sent_away"));
}

TEST(Supplies, ThatAreLackingCancelTheVisitWhereTheRuleIsCancel) {
  const Outcome r = run(gloves("stock: 3, when_empty: cancel") + arrivals(ann_and_bob));
  EXPECT_THAT(timeline(r),
              ElementsAre("bob care 10:05 10:05-10:05 cancelled", "ann care 10:00 10:00-10:20"));
  EXPECT_THAT(stock_outs(r), ElementsAre("bob gloves 10:05-10:05"));
  EXPECT_THAT(events(r), ElementsAre("delivered 3 0:00", "used 2 10:20", "left 1 1+0:00"));
}

TEST(Supplies, ThatAreLackingAreBoughtAtAPremiumWhereTheRuleIsBuy) {
  // Bob takes the last one and has one bought for three times the price.
  const Outcome r = run(gloves("stock: 3, when_empty: buy, premium: 3") + arrivals(ann_and_bob));
  EXPECT_THAT(timeline(r), ElementsAre("ann care 10:00 10:00-10:20", "bob care 10:05 10:05-10:25"));
  EXPECT_THAT(events(r), ElementsAre("delivered 3 0:00", "used 2 10:20", "used 1 10:25",
                                     "bought 1 10:25", "left 0 1+0:00"));
  EXPECT_THAT(stock_outs(r), ElementsAre("bob gloves 10:05-10:05"));
  EXPECT_EQ(cents(r, Account::consumables), 3'00 + 3'00);
}

TEST(Supplies, ExpireByDeliveryAndAreOrderedAgain) {
  // Each delivery keeps for 3 h: the first until 3:00, the second from 11:00 until 14:00.
  const Outcome r =
      run(gloves("stock: 10, reorder_point: 1, pack: 4, lead_time: 8 h, shelf_life: 3 h") +
          arrivals({{"ann", "11 h 30 min"}}));
  EXPECT_THAT(events(r), ElementsAre("delivered 10 0:00", "expired 10 3:00", "ordered 4 3:00",
                                     "delivered 4 11:00", "used 2 11:50", "expired 2 14:00",
                                     "ordered 4 14:00", "delivered 4 22:00", "left 4 1+0:00"));
  EXPECT_EQ(cents(r, Account::consumables), 14'00) << "what expires is paid then";
}

TEST(Supplies, ThatExpireFirstAreUsedFirst) {
  // 4 until 12:00, and 8 from 10:00 until 22:00: ann takes two of the four.
  const Outcome r =
      run(gloves("stock: 4, reorder_point: 9, pack: 4, lead_time: 10 h, shelf_life: 12 h") +
          arrivals({{"ann", "10 h 30 min"}}));
  const auto all = events(r);
  EXPECT_THAT(all, testing::Contains("delivered 8 10:00"));
  EXPECT_THAT(all, testing::Contains("expired 2 12:00"));
  EXPECT_THAT(all, testing::Contains("expired 8 22:00"));
}

TEST(Supplies, OfAStepThatDidNotBeginGoBack) {
  // Ann takes the last two, waits for the nurse and gives up; bob finds them.
  const Outcome r = run(gloves("stock: 2, when_empty: cancel", "1") + R"(
arrivals:
  cem: {pathway: talk, interarrival: 10 h}
  ann: {pathway: visit, interarrival: 10 h 5 min, patience: 5 min}
  bob: {pathway: visit, interarrival: 10 h 30 min}
)");
  EXPECT_THAT(timeline(r), ElementsAre("ann care 10:05 10:10-10:10 reneged",
                                       "cem talk 10:00 10:00-10:20", "bob care 10:30 10:30-10:50"));
  EXPECT_THAT(events(r), ElementsAre("delivered 2 0:00", "used 2 10:50", "left 0 1+0:00"));
  EXPECT_THAT(stock_outs(r), IsEmpty());
}

TEST(Supplies, InHandAtTheEndAreLeft) {
  const Outcome r =
      run(with(with(gloves("stock: 5, when_empty: cancel"), "length: 1 d", "length: 10 h 10 min"),
               "duration: 20 min", "duration: 30 min") +
          arrivals({{"ann", "10 h"}}));
  EXPECT_THAT(events(r), ElementsAre("delivered 5 0:00", "left 5 10:10"));
}

}  // namespace
}  // namespace asepsim::clinic
