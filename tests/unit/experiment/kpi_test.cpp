// The table of key figures: ids, families, explanations.
#include "experiment/kpi.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "hand_made.hpp"

namespace asepsim::experiment {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Not;
using testing::two_step_clinic;

const Kpi& figure(const std::vector<Kpi>& all, const std::string& id) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Kpi& k) { return k.id == id; });
  EXPECT_NE(found, all.end()) << id;
  return *found;
}

TEST(KpiTable, HasNoTwoFiguresOfOneId) {
  const CountingPlan plan = counting_plan(two_step_clinic(), testing::pools);
  const auto ids = kpi_ids(plan);
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
}

TEST(KpiTable, ExplainsEveryFigureInFull) {
  for (const Kpi& kpi : counting_plan(two_step_clinic(), testing::pools).kpis) {
    EXPECT_FALSE(kpi.name.empty()) << kpi.id;
    EXPECT_FALSE(kpi.unit.empty()) << kpi.id;
    EXPECT_GE(kpi.definition.size(), 12u) << kpi.id;
    EXPECT_FALSE(kpi.formula.empty()) << kpi.id;
  }
}

TEST(KpiTable, WordsTheFormulaFromItsQuantities) {
  const auto all = standard_kpis("EUR");
  EXPECT_EQ(figure(all, "wait.mean").formula, "sum of minutes waited / sum of visits");
  EXPECT_EQ(figure(all, "wait.p95").formula, "95th percentile of the waits of each replication");
  EXPECT_EQ(figure(all, "infection.per_10000").formula,
            "10000 x sum of ledger weight x probability of bacterial_infection / sum of sessions");
  EXPECT_EQ(figure(all, "cost.wages").formula,
            "sum of money of the account wages / sum of years counted");
}

TEST(KpiTable, NamesMoneyInTheCurrencyOfTheScenario) {
  EXPECT_EQ(figure(standard_kpis("EUR"), "contribution.per_session").unit, "EUR/session");
}

TEST(KpiTable, PutsACrudeFigureBesideEveryLedgerEstimate) {
  const auto all = standard_kpis("USD");
  for (const Kpi& kpi : all) {
    const bool from_ledger = kpi.definition.starts_with("From the risk ledger");
    if (!from_ledger) continue;
    const Kpi& crude = figure(all, kpi.id + ".crude");
    EXPECT_EQ(crude.estimator, Estimator::rare_events);
    EXPECT_EQ(crude.scale, kpi.scale);
  }
}

TEST(KpiTable, HasOneFigureForEachStepAndPool) {
  const auto ids = kpi_ids(counting_plan(two_step_clinic(), testing::pools));
  std::vector<std::string> own;
  for (const auto& id : ids) {
    if (id.ends_with(".needle") || id.ends_with(".needle.p95") || id.ends_with(".nurse") ||
        id.find(".nurse.") != std::string::npos) {
      own.push_back(id);
    }
  }
  EXPECT_THAT(own, ElementsAre("wait.session.needle", "wait.session.needle.p95", "wait.for.nurse",
                               "queue.nurse", "utilisation.nurse", "time.nurse.idle",
                               "time.nurse.busy", "time.nurse.down", "time.nurse.break",
                               "time.nurse.cleaning", "time.nurse.off"));
}

TEST(KpiFamilies, KnowTheirMembers) {
  const auto families = kpi_families();
  EXPECT_TRUE(belongs_to(families[0], "wait.session.needle"));
  EXPECT_FALSE(belongs_to(families[0], "wait.session"));
  EXPECT_FALSE(belongs_to(families[0], "stay.session.needle"));
  EXPECT_FALSE(belongs_to(families[0], "wait..needle"));
  EXPECT_TRUE(belongs_to(families[1], "wait.session.needle.p95"));
  EXPECT_FALSE(belongs_to(families[1], "wait.session.needle.p90"));
}

TEST(KpiTable, IsOrderedByGroup) {
  const auto kpis = counting_plan(two_step_clinic(), testing::pools).kpis;
  EXPECT_TRUE(std::is_sorted(kpis.begin(), kpis.end(),
                             [](const Kpi& a, const Kpi& b) { return a.group < b.group; }));
}

}  // namespace
}  // namespace asepsim::experiment
