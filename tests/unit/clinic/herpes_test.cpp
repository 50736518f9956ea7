// Herpes on needle heads: by hand, and against counting.
#include <algorithm>

#include "unit/clinic/ledger_help.hpp"

namespace asepsim::clinic {
namespace {

// Of all patients `carriage` carry it and 2 % of these shed ten a cm2, of which a head carries off
// what lies on 3 cm2.
std::string shed_by(const std::string& carriage) {
  return with(constants, "hbv: 10 %", "hbv: 10 %\n  herpes_carriage: " + carriage) +
         "complications: {}\n"
         "hygiene: {herpes_shedding: 2 %, herpes_density: 1, herpes_infectivity: 0.001,"
         " herpes_on_head: 3 cm2}\n";
}
constexpr double shed = 0.02 * 10 * 3;

// What is left of herpes that has been on a head for so long.
double alive_after(double hours) {
  return std::exp2(-hours / 6);
}

std::vector<LedgerEntry> by_needle(const ReplicationRecord& record, std::uint32_t visit) {
  std::vector<LedgerEntry> list;
  for (const LedgerEntry& entry : record.ledger) {
    if (entry.visit == visit && entry.hazard == Hazard::herpes &&
        entry.route == HarmRoute::instrument)
      list.push_back(entry);
  }
  return list;
}

bool carries_it(const ReplicationRecord& record, std::uint32_t visit) {
  return std::any_of(record.ledger.begin(), record.ledger.end(), [&](const LedgerEntry& entry) {
    return entry.visit == visit && entry.hazard == Hazard::herpes &&
           entry.route == HarmRoute::own_skin;
  });
}

// Wiped after each: 4 % of what two log10 leave goes into bob an hour after ann, into cem what is
// left of both.
TEST(HerpesOnHeads, IsWhatWipesAndHoursLeftAndSparesWhoCarriesIt) {
  const auto plan = compile(scenario_from(shed_by("50 %") + wiped + arrivals(three)));
  const double bob = 0.01 * alive_after(1);
  const double risk[] = {0, bob, bob + 1e-4 * alive_after(2)};
  std::size_t free = 0;
  for (std::uint64_t replication = 0; replication < 20; ++replication) {
    const ReplicationRecord record = run_replication(*plan, {1, replication});
    EXPECT_TRUE(by_needle(record, 0).empty()) << "a new head";
    for (std::uint32_t visit = 1; visit < 3; ++visit) {
      const auto list = by_needle(record, visit);
      ASSERT_EQ(list.empty(), carries_it(record, visit));
      if (list.empty()) continue;
      ++free;
      ASSERT_EQ(list.size(), 1u);
      EXPECT_NEAR(list[0].probability / (0.5 * shed * 0.04 * 0.001 * risk[visit]), 1, 1e-9);
      EXPECT_EQ(list[0].source, visit - 1) << "the last, who left most";
    }
  }
  EXPECT_GT(free, 6u) << "half of forty";
  EXPECT_LT(free, 34u);
}

TEST(HerpesOnHeads, IsNoneWhereNobodyCarriesIt) {
  const Outcome r = run(shed_by("0 %") + wiped + arrivals(three));
  EXPECT_EQ(r.record.needlings.size(), 3u);
  for (std::uint32_t visit = 0; visit < 3; ++visit) {
    EXPECT_TRUE(by_needle(r.record, visit).empty());
  }
}

// Two needlings in one visit, with one head.
TEST(HerpesOnHeads, IsNotCaughtFromOneself) {
  const std::string twice =
      with(shed_by("0.001 %"), "duration: 20 min}]",
           "duration: 20 min},\n          {step: again, kind: treatment, staff: nurse, "
           "instrument: head, duration: 20 min}]");
  const std::string kept =
      "instruments: {head: {policy: reuse_up_to, reuse_limit: 9, between_patients: nothing}}\n";
  const Outcome r = run(twice + kept + arrivals({{"ann", "10 h"}}));
  ASSERT_EQ(r.record.needlings.size(), 2u);
  EXPECT_TRUE(by_needle(r.record, 0).empty());
}

// One cycle in ten never runs, and the print-out tells of seven in ten of these: what a wash of two
// log10 left two hours ago.
TEST(HerpesOnHeads, OutlivesACycleThatNeverRan) {
  const std::string never_run = with(
      with(sterilizing, "probability: 0, temperature_drop: 30 K, operator_share: 1, not_run: 0,",
           "probability: 0.1, temperature_drop: 30 K, operator_share: 1, not_run: 1,"),
      "packing: 1", "packing: 0");
  const Outcome r = run(shed_by("0.001 %") + "human_factors: {workload_link: false}\n" +
                        "instruments: {head: {policy: reprocess, stock: 1, when_empty: wait}}\n" +
                        never_run + arrivals({{"ann", "10 h"}, {"bob", "12 h"}}));
  const auto bob = by_needle(r.record, 1);
  ASSERT_EQ(bob.size(), 1u);
  const double unseen = 0.1 * 0.3 / (0.1 * 0.3 + 0.9);
  const double all = 1e-5 * shed * 0.04 * 0.001 * 0.01 * alive_after(2) * unseen;
  EXPECT_NEAR(bob[0].probability / all, 1, 1e-6);
  const auto fault = static_cast<std::size_t>(LoadFault::not_run);
  const auto through =
      std::find_if(r.record.through.begin(), r.record.through.end(),
                   [&](const ThroughFact& fact) { return r.record.ledger[fact.entry] == bob[0]; });
  ASSERT_NE(through, r.record.through.end());
  EXPECT_NEAR(static_cast<double>(through->parts[fault]) / all, 1, 1e-6) << "all of it by that";
}

struct Sums {
  double ledger = 0, counted = 0;
};

// A bare head goes from patient to patient all day; all carriers shed.
Sums often(const std::string& estimation) {
  std::string text = with(shed_by("50 %"), "herpes_shedding: 2 %, herpes_density: 1",
                          "herpes_shedding: 100 %, herpes_density: 3");
  text = with(text, "herpes_infectivity: 0.001", "herpes_infectivity: 0.00025");
  const auto plan = compile(scenario_from(
      text + estimation +
      "instruments: {head: {policy: reuse_up_to, reuse_limit: 99, between_patients: nothing}}\n" +
      arrivals({{"ann", "30 min"}})));
  Sums sums;
  for (std::uint64_t replication = 0; replication < 1'600; ++replication) {
    for (const LedgerEntry& entry : run_replication(*plan, {1, replication}).ledger) {
      if (entry.hazard != Hazard::herpes || entry.route != HarmRoute::instrument) continue;
      sums.ledger += entry.probability * entry.weight;
      sums.counted += entry.happened ? 1 : 0;
    }
  }
  return sums;
}

// Patients of a day share their sources, which makes a count vary a third more than Poisson's: six
// standard errors of that are 4.5 (false alarm 1e-5), and less than the margin of a fifth.
TEST(HerpesOnHeads, HappensInTheStoryAsOftenAsTheLedgerExpects) {
  const Sums sums = often("");
  const double reach = 6 * std::sqrt(sums.ledger);
  EXPECT_LT(reach, 0.2 * sums.ledger) << "too few to tell";
  EXPECT_NEAR(sums.counted, sums.ledger, reach);
}

TEST(HerpesOnHeads, IsExpectedAlikeIfSourcesAreDrawn) {
  // 25,000 sources, half of them carriers: margin more than 6 standard errors of the longest
  // chains.
  EXPECT_NEAR(often("estimation: {source_status: {mode: sample}}\n").ledger / often("").ledger, 1,
              0.06);
}

}  // namespace
}  // namespace asepsim::clinic
