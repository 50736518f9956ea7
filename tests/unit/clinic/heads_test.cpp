// Needle heads: used once, several times, or reprocessed; and what happens on an empty shelf.
#include "unit/clinic/small_clinic.hpp"

namespace asepsim::clinic {
namespace {

using testing::Each;
using testing::ElementsAre;

std::string needling(const std::string& instrument) {
  return monday + skin + R"(
staff: {nurse: {count: 2, end_of_shift: finish}}
bacterial_infection: {}
bloodborne: {}
disinfection: {duration: 15 min, log_reduction_bacteria: 1, log_reduction_virus: 2, price: 2 USD}
instruments: {head: {price: 10 USD, )" +
         instrument + R"(}}
pathways:
  visit: [{step: treat, kind: treatment, staff: nurse, instrument: head, duration: 20 min}]
)";
}

const std::vector<std::pair<std::string, std::string>> four{
    {"ann", "9 h 10 min"}, {"bob", "10 h"}, {"cem", "10 h 30 min"}, {"dan", "11 h"}};

std::vector<int> reuses(const Outcome& r) {
  std::vector<int> list;
  for (const NeedlingFact& needling : r.record.needlings) list.push_back(needling.reuses);
  return list;
}

std::vector<std::uint32_t> serials(const Outcome& r) {
  std::vector<std::uint32_t> list;
  for (const StepFact& step : r.record.steps) list.push_back(step.instrument.index());
  return list;
}

std::vector<std::string> stock_outs(const Outcome& r) {
  std::vector<std::string> list;
  for (const StockOutFact& fact : r.record.stock_outs) {
    list.push_back(name_of(r, fact.visit) + " " + clock(fact.from) + "-" + clock(fact.until));
  }
  return list;
}

std::size_t from_instruments(const Outcome& r) {
  std::size_t n = 0;
  for (const LedgerEntry& entry : r.record.ledger) n += entry.route == HarmRoute::instrument;
  return n;
}

TEST(SingleUse, TakesANewHeadForEveryPatient) {
  const Outcome r = run(needling("policy: single_use") + arrivals(four));
  EXPECT_THAT(serials(r), ElementsAre(0, 1, 2, 3));
  EXPECT_THAT(reuses(r), Each(0));
  EXPECT_EQ(from_instruments(r), 0u);
  EXPECT_EQ(cents(r, Account::instruments), 40'00);
  EXPECT_TRUE(r.record.stock_outs.empty());
}

TEST(SingleUse, InSpiteOfThePolicyMayBeTakenAgain) {
  const Outcome r =
      run(needling("policy: single_use, reuse_despite_policy: 100 %") + arrivals(four));
  EXPECT_THAT(serials(r), ElementsAre(0, 0, 0, 0));
  EXPECT_THAT(reuses(r), ElementsAre(0, 1, 2, 3));
  EXPECT_GT(from_instruments(r), 0u);
  EXPECT_EQ(cents(r, Account::instruments), 10'00) << "one head was bought";
}

TEST(SingleUse, AHeadThatWasNotOpenedIsNotSpent) {
  // Bob gives up waiting for the nurse, who opens no pack for him; cem gets the second head.
  const Outcome r = run(with(needling("policy: single_use"), "count: 2", "count: 1") + R"(
arrivals:
  ann: {pathway: visit, interarrival: 10 h}
  bob: {pathway: visit, interarrival: 10 h 5 min, patience: 5 min}
  cem: {pathway: visit, interarrival: 10 h 30 min}
)");
  EXPECT_THAT(timeline(r),
              ElementsAre("bob treat 10:05 10:10-10:10 reneged", "ann treat 10:00 10:00-10:20",
                          "cem treat 10:30 10:30-10:50"));
  EXPECT_EQ(serials(r)[1], 0u);
  EXPECT_EQ(serials(r)[2], 1u);
  EXPECT_EQ(cents(r, Account::instruments), 20'00);
  EXPECT_THAT(reuses(r), ElementsAre(0, 0));
}

TEST(ReuseUpTo, ThrowsTheHeadAwayAtTheLimit) {
  const Outcome r = run(needling("policy: reuse_up_to, reuse_limit: 3, between_patients: nothing") +
                        arrivals(four));
  EXPECT_THAT(serials(r), ElementsAre(0, 0, 0, 1));
  EXPECT_THAT(reuses(r), ElementsAre(0, 1, 2, 0));
  EXPECT_EQ(cents(r, Account::instruments), 20'00);
}

TEST(ReuseUpTo, OpensAnotherHeadWhileTheFirstIsInUseOrSoaks) {
  const std::string text = needling("policy: reuse_up_to, reuse_limit: 9, between_patients: wipe");
  // The head is with ann until 10:20 and soaks until 10:35.
  const Outcome r = run(text + arrivals({{"ann", "10 h"},
                                         {"bob", "10 h 5 min"},
                                         {"cem", "10 h 30 min"},
                                         {"dan", "10 h 36 min"}}));
  EXPECT_EQ(serials(r).size(), 4u);
  EXPECT_THAT(serials(r), ElementsAre(0, 1, 2, 0));
  EXPECT_EQ(cents(r, Account::sterilization), 4 * 2'00);
}

TEST(Reprocess, WaitsForACleanSet) {
  const Outcome r =
      run(needling("policy: reprocess, stock: 1, when_empty: wait, between_patients: wipe") +
          arrivals({{"ann", "10 h"}, {"bob", "10 h 5 min"}}));
  EXPECT_THAT(timeline(r),
              ElementsAre("ann treat 10:00 10:00-10:20", "bob treat 10:05 10:35-10:55"));
  EXPECT_THAT(stock_outs(r), ElementsAre("bob 10:05-10:35"));
  EXPECT_THAT(reuses(r), ElementsAre(0, 1)) << "a wiped head is not sterile";
  EXPECT_NEAR(pool_named(r, "head").queue, 0.5, 1e-12);
  EXPECT_EQ(pool_named(r, "head").seizes, 2u);
  EXPECT_EQ(cents(r, Account::instruments), 10'00);
}

TEST(Reprocess, ServesTheUrgentPatientsFirst) {
  const Outcome r =
      run(needling("policy: reprocess, stock: 1, when_empty: wait, between_patients: wipe") + R"(
arrivals:
  ann: {pathway: visit, interarrival: 10 h}
  bob: {pathway: visit, interarrival: 10 h 5 min}
  eve: {pathway: visit, interarrival: 10 h 10 min, priority: 1}
)");
  EXPECT_THAT(timeline(r), ElementsAre("ann treat 10:00 10:00-10:20", "eve treat 10:10 10:35-10:55",
                                       "bob treat 10:05 11:10-11:30"));
}

TEST(Reprocess, PatienceCoversTheSetAndThePeopleTogether) {
  // Bob waits 30 min for the set and then 5 more for the nurse, who is busy until 10:50.
  const Outcome r =
      run(with(needling("policy: reprocess, stock: 1, when_empty: wait, between_patients: wipe"),
               "count: 2", "count: 1") +
          R"(
  talk: [{step: talk, staff: nurse, duration: 25 min}]
arrivals:
  ann: {pathway: visit, interarrival: 10 h}
  bob: {pathway: visit, interarrival: 10 h 5 min, patience: 35 min}
  cem: {pathway: talk, interarrival: 10 h 20 min}
)");
  EXPECT_THAT(timeline(r),
              ElementsAre("ann treat 10:00 10:00-10:20", "bob treat 10:05 10:40-10:40 reneged",
                          "cem talk 10:20 10:20-10:45"));
}

TEST(Reprocess, CancelsWhenTheShelfIsEmpty) {
  const Outcome r =
      run(needling("policy: reprocess, stock: 1, when_empty: cancel, between_patients: wipe") +
          arrivals({{"ann", "10 h"}, {"bob", "10 h 5 min"}}));
  EXPECT_THAT(timeline(r),
              ElementsAre("bob treat 10:05 10:05-10:05 cancelled", "ann treat 10:00 10:00-10:20"));
  EXPECT_THAT(stock_outs(r), ElementsAre("bob 10:05-10:05"));
}

TEST(Reprocess, TakesTheDirtySetWhereTheRuleIsReuse) {
  // Ann's set is in the sink from 10:20; bob takes it out at 10:22, as it is.
  const Outcome r = run(needling("policy: reprocess, stock: 1, when_empty: reuse") + sterilizing +
                        arrivals({{"ann", "10 h"}, {"bob", "10 h 22 min"}}));
  EXPECT_THAT(timeline(r),
              ElementsAre("ann treat 10:00 10:00-10:20", "bob treat 10:22 10:22-10:42"));
  EXPECT_THAT(reuses(r), ElementsAre(0, 1));
  EXPECT_THAT(stock_outs(r), ElementsAre("bob 10:22-10:22"));
  EXPECT_GT(from_instruments(r), 0u);
  // 10:20-10:22 the first pre-clean; then all of it: 5 + 10 + 1 + 2 + 4 min of one nurse.
  const double nurses =
      minutes_in(unit_named(r, "nurse 1"), busy) + minutes_in(unit_named(r, "nurse 2"), busy);
  EXPECT_DOUBLE_EQ(nurses, 2 * 20 + 2 + 22);
}

TEST(Reprocess, HandsADirtySetOverWhereSomebodyWaitsForIt) {
  const Outcome r = run(needling("policy: reprocess, stock: 1, when_empty: reuse") + sterilizing +
                        arrivals({{"ann", "10 h"}, {"bob", "10 h 5 min"}}));
  EXPECT_THAT(timeline(r),
              ElementsAre("ann treat 10:00 10:00-10:20", "bob treat 10:05 10:20-10:40"));
  EXPECT_THAT(reuses(r), ElementsAre(0, 1));
}

TEST(Reprocess, ASetInTheMachineIsOutOfReach) {
  // At 10:26 the set is being washed: bob waits until it is sterile.
  const Outcome r = run(needling("policy: reprocess, stock: 1, when_empty: reuse") + sterilizing +
                        arrivals({{"ann", "10 h"}, {"bob", "10 h 26 min"}}));
  // 10:20 +5 pre-clean +10 wash +1 inspect +2 pack +4 load +45 cycle = 11:27.
  EXPECT_THAT(timeline(r),
              ElementsAre("ann treat 10:00 10:00-10:20", "bob treat 10:26 11:27-11:47"));
  EXPECT_THAT(reuses(r), ElementsAre(0, 0));
}

TEST(Reprocess, ReplacesASetThatIsWornOut) {
  const Outcome r =
      run(needling("policy: reprocess, stock: 1, when_empty: wait, most_cycles: 1") + sterilizing +
          arrivals({{"ann", "10 h"}, {"bob", "10 h 5 min"}, {"cem", "11 h 30 min"}}));
  // One cycle between ann and bob; after bob the set is thrown away and a new one is there at once.
  EXPECT_THAT(timeline(r), ElementsAre("ann treat 10:00 10:00-10:20", "bob treat 10:05 11:27-11:47",
                                       "cem treat 11:30 11:47-12:07"));
  EXPECT_THAT(serials(r), ElementsAre(0, 0, 1));
  EXPECT_EQ(cents(r, Account::instruments), 20'00);
}

TEST(Reprocess, AnUnopenedPackGoesBackToTheShelf) {
  const Outcome r =
      run(with(needling("policy: reprocess, stock: 2, when_empty: wait"), "count: 2", "count: 1") +
          sterilizing + R"(
arrivals:
  ann: {pathway: visit, interarrival: 10 h}
  bob: {pathway: visit, interarrival: 10 h 5 min, patience: 5 min}
  cem: {pathway: visit, interarrival: 10 h 12 min}
)");
  EXPECT_THAT(timeline(r),
              ElementsAre("bob treat 10:05 10:10-10:10 reneged", "ann treat 10:00 10:00-10:20",
                          "cem treat 10:12 10:20-10:40"));
  EXPECT_THAT(serials(r), ElementsAre(testing::_, 0, 1));
}

TEST(Instruments, OfAnyStepAreUsedUp) {
  const Outcome r = run(monday + R"(
disinfection: {duration: 15 min, log_reduction_bacteria: 1, log_reduction_virus: 1}
instruments: {mirror: {policy: reprocess, stock: 1, between_patients: wipe}}
pathways:
  visit: [{step: look, instrument: mirror, duration: 10 min}]
)" + arrivals({{"ann", "10 h"}, {"bob", "10 h 5 min"}}));
  EXPECT_THAT(timeline(r), ElementsAre("ann look 10:00 10:00-10:10", "bob look 10:05 10:25-10:35"));
}

TEST(Instruments, OfTwoKindsFollowEachOther) {
  const Outcome r = run(monday + R"(
instruments:
  mirror: {policy: single_use, between_patients: nothing, price: 1 USD}
  probe: {policy: single_use, between_patients: nothing, price: 5 USD}
pathways:
  visit:
    - {step: look, instrument: mirror, duration: 10 min}
    - {step: feel, instrument: probe, duration: 10 min}
)" + arrivals({{"ann", "10 h"}}));
  EXPECT_EQ(cents(r, Account::instruments), 6'00);
  EXPECT_THAT(serials(r), ElementsAre(0, 1));
}

}  // namespace
}  // namespace asepsim::clinic
