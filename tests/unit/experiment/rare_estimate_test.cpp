#include "experiment/rare_estimate.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "experiment/ledger_figures.hpp"
#include "experiment/limits.hpp"
#include "unit/experiment/hand_made.hpp"

namespace asepsim::experiment {
namespace {

using clinic::Hazard;
using scenario::BranchMode;

Kpi figure(const std::string& id, Slot numerator, double scale) {
  Kpi kpi;
  kpi.id = id;
  kpi.scale = scale;
  kpi.numerator = numerator;
  kpi.denominator = slot(Quantity::sessions);
  kpi.range = Range::not_negative;
  return kpi;
}

std::vector<Kpi> figures() {
  Kpi crude = figure("bloodborne.per_million.crude", slot(Quantity::bloodborne_crude), 1e6);
  crude.estimator = Estimator::rare_events;
  return {figure("wait.mean", slot(Quantity::waited_minutes), 1),
          figure("bloodborne.per_million", slot(Quantity::bloodborne), 1e6), crude,
          figure("harm.bacterial_infection", ledger_slot(Hazard::bacterial_infection), 1e3),
          figure("harm.bruise", ledger_slot(Hazard::bruise), 1e3)};
}

// 100 sessions with `expected` transmissions and nothing else.
ReplicationSummary replication(double expected) {
  ReplicationSummary summary;
  summary.values = {{0, 100}, {1e6 * expected, 100}, {0, 100}, {0, 100}, {0, 100}};
  return summary;
}

std::vector<ReplicationSummary> three() {
  return {replication(1e-4), replication(2e-4), replication(3e-4)};
}

std::vector<RareEstimate> rare(const std::vector<ReplicationSummary>& replications,
                               const scenario::Estimation& settings = {}) {
  return rare_estimates(figures(), estimate_kpis(figures(), replications, 0.95), replications,
                        settings);
}

// A run whose washing was tilted.
scenario::Estimation tilted_washing() {
  scenario::Estimation settings;
  settings.wash_failure = {BranchMode::tilt, 0.3, 0.1};
  return settings;
}

void tilt(std::vector<ReplicationSummary>& replications, std::size_t route, RatioSum ratios) {
  for (auto& replication : replications) {
    replication.rows.exposures[static_cast<std::size_t>(Hazard::hbv)][route].ratios = ratios;
  }
}

TEST(RareEstimate, IsMadeForTheFiguresOfTheLedgerOnly) {
  const auto all = rare(three());
  ASSERT_EQ(all.size(), 3);
  EXPECT_EQ(all[0].kpi, 1);
  EXPECT_EQ(all[0].crude, 2);
  EXPECT_EQ(all[1].kpi, 3);
  EXPECT_EQ(all[1].crude, std::nullopt);
}

// 1, 2, 3 per million: the mean 2 has the variance 1/3. Counting 300 sessions at 2e-6 would have
// 1e12 x 2e-6 (1 - 2e-6) / 300.
TEST(RareEstimate, ComparesItsVarianceWithThatOfCounting) {
  const RareEstimate one = rare(three()).front();
  EXPECT_NEAR(one.variance_reduction.value(), 20000 * (1 - 2e-6), 1e-6);
  EXPECT_NEAR(one.events_worth.value(), 12, 1e-9);
  EXPECT_NEAR(one.relative_half_width.value(), 4.302653 * std::sqrt(1.0 / 3) / 2, 1e-6);
}

TEST(RareEstimate, ClaimsNoGainWithoutSpreadOrWithoutRisk) {
  const RareEstimate same = rare({replication(1e-4), replication(1e-4)}).front();
  EXPECT_FALSE(same.variance_reduction.has_value());
  EXPECT_EQ(same.relative_half_width, 0);
  EXPECT_FALSE(rare({replication(0), replication(0)}).front().relative_half_width.has_value());
  EXPECT_FALSE(rare({replication(1e-4)}).front().events_worth.has_value());
}

TEST(RareEstimate, NamesTheEstimatorByTheBranchesUpstream) {
  scenario::Estimation settings;
  settings.source_status = {BranchMode::tilt, 0.3, 0.1};
  auto all = rare(three(), settings);
  EXPECT_EQ(word(all[0].estimator), "tilted");
  EXPECT_EQ(word(all[1].estimator), "conditional");         // nobody's status matters to own germs
  settings.product_contamination.mode = BranchMode::force;  // of mycobacteria alone
  EXPECT_EQ(word(rare(three(), settings)[0].estimator), "tilted");
  settings.wash_failure.mode = BranchMode::force;
  all = rare(three(), settings);
  EXPECT_EQ(word(all[0].estimator), "mixed");
  EXPECT_EQ(word(all[1].estimator), "forced");
  EXPECT_EQ(word(all[2].estimator), "conditional");
}

// Heads carry it, so that washes and loads decide; a source sheds or does not, however a status is
// tilted.
TEST(RareEstimate, KnowsThatHerpesGoesThroughWashesAndLoads) {
  const std::vector<Kpi> herpes{figure("harm.herpes", ledger_slot(Hazard::herpes), 1e3)};
  std::vector<ReplicationSummary> replications(2);
  for (ReplicationSummary& one : replications) one.values = {{1e-3, 100}};
  const auto name = [&](const scenario::Estimation& settings) {
    const auto estimates = estimate_kpis(herpes, replications, 0.95);
    return word(rare_estimates(herpes, estimates, replications, settings).at(0).estimator);
  };
  scenario::Estimation settings;
  settings.source_status = {BranchMode::tilt, 0.3, 0.1};
  EXPECT_EQ(name(settings), "conditional");
  settings.load_failure.mode = BranchMode::split;
  EXPECT_EQ(name(settings), "split");
  EXPECT_EQ(name(tilted_washing()), "tilted");
}

// Sources that were drawn, and none that sheds: no proof that none can. Tilted, they are not drawn.
TEST(RareEstimate, IsRefusedForHerpesIfNoSourceThatShedsWasDrawn) {
  const std::vector<Kpi> herpes{figure("harm.herpes", ledger_slot(Hazard::herpes), 1e3)};
  std::vector<ReplicationSummary> nothing(2);
  for (ReplicationSummary& one : nothing) one.values = {{0, 100}};
  const auto gate = [&](BranchMode mode) {
    scenario::Estimation settings;
    settings.source_status = {mode, 0.3, 0.1};
    const auto estimates = estimate_kpis(herpes, nothing, 0.95);
    return rare_estimates(herpes, estimates, nothing, settings).at(0).gates.gate;
  };
  EXPECT_EQ(gate(BranchMode::sample), Gate::nothing_drawn);
  EXPECT_EQ(gate(BranchMode::tilt), Gate::not_needed);
  EXPECT_EQ(gate(BranchMode::integrate), Gate::not_needed);
}

TEST(RareEstimate, NeedsNoGateWithoutATilt) {
  auto replications = three();
  tilt(replications, 1, {50, 50, 50, 1});
  EXPECT_EQ(rare(replications).front().gates.gate, Gate::not_needed);
}

// A million exposures without a tilt on another route do not hide 300 ratios with mean 0.5.
TEST(RareEstimate, IsRefusedForTheWorstOfItsRoutes) {
  auto replications = three();
  tilt(replications, 0, {1'000'000, 1e6, 1e6, 1});
  tilt(replications, 1, {100, 50, 25, 0.5});
  const RareEstimate one = rare(replications).front();
  EXPECT_EQ(one.gates.gate, Gate::mean_ratio);
  EXPECT_EQ(one.gates.mean_ratio, 0.5);
}

// Exposures that tilted draws made harmless are not in the ledger; the lineages at their end are
// complete, and their mean decides. What one exposure carries is judged all the same.
TEST(RareEstimate, TakesTheMeanFromLineagesWhereTheyAreRecorded) {
  auto replications = three();
  tilt(replications, 1, {100, 50, 25, 0.5});
  for (auto& r : replications) r.rows.lineages = {200, 200, 250, 1.5};
  const RareEstimate one = rare(replications, tilted_washing()).front();
  EXPECT_EQ(one.gates.gate, Gate::passed);
  EXPECT_EQ(one.gates.mean_ratio, 1);
  for (auto& r : replications) r.rows.lineages.sum = 180;
  EXPECT_EQ(rare(replications, tilted_washing()).back().gates.gate, Gate::not_needed);  // bruises
  EXPECT_EQ(rare(replications, tilted_washing()).front().gates.gate, Gate::mean_ratio);
}

TEST(RareEstimate, IsRefusedForOneHeavyExposureThoughLineagesAreHealthy) {
  auto replications = three();
  tilt(replications, 1, {100, 100, 1900, 40});
  for (auto& r : replications) r.rows.lineages = {200, 200, 250, 1.5};
  EXPECT_EQ(rare(replications, tilted_washing()).front().gates.gate, Gate::largest_weight);
  tilt(replications, 1, {100, 100, 8000, 40});
  EXPECT_EQ(rare(replications, tilted_washing()).front().gates.gate, Gate::effective_size);
}

// A bottle that is contaminated in the story alone has an entry without probability and with the
// ratio of all the bottles that are not suspected: 100 entries of 0.2 are sound, whatever beside
// them enters no sum.
TEST(RareEstimate, IsNotRefusedForEntriesThatEnterNoEstimate) {
  clinic::ReplicationRecord record = testing::empty_record();
  record.visits.push_back(testing::visit(testing::day(1), {}, {}));
  const auto entry = [&](double probability, double weight) {
    record.ledger.push_back({.hazard = Hazard::hbv, .probability = probability, .weight = weight});
  };
  for (int i = 0; i < 100; ++i) entry(1e-4, 0.2);
  entry(0, 500);
  std::vector<ReplicationSummary> replications = three();
  for (auto& r : replications) {
    r.rows = compact_rows(record, {1}, {});
    r.rows.lineages = {200, 200, 250, 1.5};
  }
  const RareEstimate one = rare(replications, tilted_washing()).front();
  EXPECT_EQ(one.gates.gate, Gate::passed);
  EXPECT_NEAR(one.gates.effective_share, 0.8, 1e-12) << "that of the lineages: 200^2 / 250 / 200";
}

// Nothing went wrong in any load that was drawn: that is no proof that nothing can. Integrated, a
// zero is one.
TEST(RareEstimate, IsRefusedIfNoEventWasDrawn) {
  const std::vector<ReplicationSummary> nothing{replication(0), replication(0)};
  scenario::Estimation drawn;
  drawn.load_failure.mode = BranchMode::sample;
  const auto all = rare(nothing, drawn);
  EXPECT_EQ(word(all[0].gates.gate), "refused: no event was drawn");
  EXPECT_EQ(all[1].gates.gate, Gate::nothing_drawn);  // bacteria
  EXPECT_EQ(all[2].gates.gate, Gate::not_needed);     // bruises have no such decision
  EXPECT_EQ(rare(nothing).front().gates.gate, Gate::not_needed);
  EXPECT_EQ(rare(three(), drawn).front().gates.gate, Gate::not_needed);
  auto estimates = estimate_kpis(figures(), nothing, 0.95);
  refuse(all, estimates);
  EXPECT_TRUE(is_refused(estimates[1]));
  EXPECT_FALSE(estimates[1].known);
}

TEST(RareEstimate, LosesItsValueWhenRefusedAndLeavesLimitsUndecided) {
  auto replications = three();
  tilt(replications, 1, {100, 50, 25, 0.5});
  auto estimates = estimate_kpis(figures(), replications, 0.95);
  refuse(rare(replications), estimates);
  EXPECT_TRUE(is_refused(estimates[1]));
  EXPECT_EQ(estimates[1].n, 0);
  EXPECT_FALSE(estimates[1].known);
  EXPECT_EQ(estimates[1].method, "refused: mean likelihood ratio is not 1");
  EXPECT_FALSE(is_refused(estimates[3]));
  const scenario::Limit generous{"bloodborne.per_million", 1e9, {}};
  EXPECT_EQ(check_limits({generous}, figures(), estimates)[0].state, LimitState::undecided);
}

TEST(LedgerFigures, NameTheirHazards) {
  EXPECT_EQ(ledger_hazards(figures()[1]), (std::vector{Hazard::hbv, Hazard::hcv, Hazard::hiv}));
  EXPECT_EQ(ledger_hazards(figures()[4]), std::vector{Hazard::bruise});
  EXPECT_TRUE(ledger_hazards(figures()[0]).empty());
  EXPECT_TRUE(ledger_hazards(figures()[2]).empty());
}

}  // namespace
}  // namespace asepsim::experiment
