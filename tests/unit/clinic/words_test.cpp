// The words of facts, and the first difference between two records.
#include <set>

#include "unit/clinic/small_clinic.hpp"

namespace asepsim::clinic {
namespace {

// All words of an enumeration with `n` values: different, and fit for a file.
template <class Enum>
void expect_good_words(std::size_t n) {
  std::set<std::string> words;
  for (std::size_t i = 0; i < n; ++i) {
    const std::string text = word(static_cast<Enum>(i));
    EXPECT_TRUE(words.insert(text).second) << text;
    EXPECT_EQ(text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_"), std::string::npos) << text;
    EXPECT_FALSE(text.empty());
  }
}

TEST(Words, AreDifferentForDifferentThings) {
  expect_good_words<ExitReason>(exit_reasons);
  expect_good_words<VisitKind>(visit_kinds);
  expect_good_words<Hazard>(hazards);
  expect_good_words<HarmRoute>(harm_routes);
  expect_good_words<Presentation>(presentations);
  expect_good_words<Account>(accounts);
  expect_good_words<LoadFault>(3);
  expect_good_words<Indicator>(3);
}

TEST(Words, SayWhatTheyMean) {
  EXPECT_STREQ(word(ExitReason::done), "done");
  EXPECT_STREQ(word(ExitReason::inside), "inside");
  EXPECT_STREQ(word(VisitKind::complication), "complication");
  EXPECT_STREQ(word(Hazard::bacterial_infection), "bacterial_infection");
  EXPECT_STREQ(word(Hazard::scar), "scar");
  EXPECT_STREQ(word(HarmRoute::needling), "needling");
  EXPECT_STREQ(word(Account::sessions), "sessions");
  EXPECT_STREQ(word(Account::refunds), "refunds");
  EXPECT_STREQ(word(LoadFault::air_pocket), "air_pocket");
  EXPECT_STREQ(word(Indicator::failed), "failed");
}

TEST(Words, SessionsAndConsultationsBringMoneyIn) {
  for (std::size_t a = 0; a < accounts; ++a) {
    const auto account = static_cast<Account>(a);
    EXPECT_EQ(is_revenue(account),
              account == Account::sessions || account == Account::consultations);
  }
}

ReplicationRecord record_of_a_day() {
  return run(monday + "equipment: {desk: {count: 1, cost_per_day: 3 USD}}\n" +
             "pathways: {visit: [{step: serve, equipment: desk, duration: 30 min}]}\n" +
             arrivals({{"ann", "10 h"}, {"bob", "10 h 5 min"}}))
      .record;
}

TEST(FirstDifference, OfEqualRecordsIsNothing) {
  EXPECT_EQ(first_difference(record_of_a_day(), record_of_a_day()), "");
}

TEST(FirstDifference, NamesTableRowAndWhatStandsThere) {
  const ReplicationRecord a = record_of_a_day();
  ReplicationRecord b = a;
  b.steps[1].ended_at += seconds(36);
  EXPECT_EQ(first_difference(a, b),
            "steps row 2: visit 1 step 0 ended at 11.000000 h against "
            "visit 1 step 0 ended at 11.010000 h");
  b = a;
  b.visits[0].exit = ExitReason::reneged;
  EXPECT_EQ(first_difference(a, b),
            "visits row 1: patient 0 arrived at 10.000000 h, done against "
            "patient 0 arrived at 10.000000 h, reneged");
  b = a;
  b.money[0].amount = Money::from_cents(2'99);
  EXPECT_EQ(first_difference(a, b),
            "money row 1: rent 3.00 at 0.000000 h against rent 2.99 at 0.000000 h");
  b = a;
  b.visits.pop_back();
  EXPECT_EQ(first_difference(a, b), "visits: 2 rows against 1");
  b = a;
  b.pools[0].queue += 1;
  EXPECT_NE(first_difference(a, b), "");
}

}  // namespace
}  // namespace asepsim::clinic
