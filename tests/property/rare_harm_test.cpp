// Promises of the shipped clinics: rare harm is measured, counting agrees where it can, and the two
// halves of the model meet.
#include <gtest/gtest.h>

#include <cmath>

#include "property/shipped.hpp"

namespace asepsim {
namespace {

using clinic::Hazard;
using testing::is_bloodborne;
using testing::plan_of;
using Estimate = testing::Mean;

/// Sums of one replication, after its warm-up.
struct Counts {
  double sessions = 0, expected = 0, happened = 0;
};

bool is_infection(Hazard hazard) {
  return hazard == Hazard::bacterial_infection;
}

template <class Which>
Counts count(const clinic::Plan& plan, std::uint64_t replication, Which which) {
  const clinic::ReplicationRecord record = clinic::run_replication(plan, {1, replication});
  Counts counts;
  const auto counted = [&](std::uint32_t visit) {
    return record.visits[visit].arrived_at >= record.counted_from;
  };
  for (const clinic::NeedlingFact& fact : record.needlings) counts.sessions += counted(fact.visit);
  for (const clinic::LedgerEntry& entry : record.ledger) {
    if (!which(entry.hazard) || !counted(entry.visit)) continue;
    counts.expected += entry.weight * entry.probability;
    counts.happened += entry.happened ? 1 : 0;
  }
  return counts;
}

Estimate estimate(const std::vector<double>& values) {
  return testing::mean_of(values);
}

TEST(RareHarm, IsMeasuredToTenPercentByAFewYears) {
  const auto plan = plan_of("reusable_rollers_autoclave");
  std::vector<double> rates;
  for (std::uint64_t i = 0; i < 16; ++i) {
    const Counts counts = count(*plan, i, is_bloodborne);
    rates.push_back(counts.expected / counts.sessions);
  }
  const Estimate rate = estimate(rates);
  EXPECT_GT(rate.mean, 0);
  EXPECT_LT(2.13 * rate.error, 0.10 * rate.mean) << "half-width at 95 %, t with 15 degrees";
}

// Half of the patients infectious, one cycle in seven never run and nobody looking: many million
// times the risk of the shipped clinic, so that transmissions can be counted.
TEST(RareHarm, IsWhatCountingFindsWhereItCanBeCounted) {
  const auto plan = plan_of("reusable_rollers_autoclave",
                            {{"population.hbv", "0.5"},
                             {"bloodborne.hbv.viraemic", "1"},
                             {"bloodborne.hbv.infectivity", "0.005"},
                             {"sterilization.failure.probability", "0.5"},
                             {"sterilization.failure.not_run", "0.3"},
                             {"sterilization.indicators.printout_sensitivity", "0"},
                             {"sterilization.indicators.chemical_sensitivity", "0"},
                             {"sterilization.indicators.biological_sensitivity", "0"},
                             {"sterilization.wash.failure", "0.5"}});
  double expected = 0, happened = 0;
  for (std::uint64_t i = 0; i < 24; ++i) {
    const Counts counts = count(*plan, i, is_bloodborne);
    expected += counts.expected;
    happened += counts.happened;
  }
  // Poisson counts of more than 400: 3.9 standard errors (false alarm 1e-4) are less than 20 %.
  ASSERT_GT(expected, 400);
  EXPECT_NEAR(happened, expected, 3.9 * std::sqrt(expected));
}

// The difference in infections per 10,000 sessions that 30 % more demand makes, replication by
// replication on common random numbers.
Estimate effect_of_demand(const std::string& link) {
  const std::vector<scenario::Override> changes{{"human_factors.workload_link", link}};
  const auto base = plan_of("reusable_rollers_autoclave", changes);
  const auto more = plan_of("demand_30_percent_more", changes);
  std::vector<double> differences;
  for (std::uint64_t i = 0; i < 24; ++i) {
    const Counts few = count(*base, i, is_infection), many = count(*more, i, is_infection);
    differences.push_back(10'000 * (many.expected / many.sessions - few.expected / few.sessions));
  }
  return estimate(differences);
}

// Fixed seeds; 4.7 standard errors with 23 degrees of freedom are a false alarm of 1e-4.
TEST(TwoHalves, MeetWhileTheWorkloadLinkIsOn) {
  const Estimate effect = effect_of_demand("true");
  EXPECT_GT(effect.mean - 4.7 * effect.error, 0) << effect.mean << " per 10,000";
}

TEST(TwoHalves, DoNotMeetOnceItIsOff) {
  const Estimate effect = effect_of_demand("false");
  EXPECT_LT(std::abs(effect.mean) + 4.7 * effect.error, 0.25)
      << "within 0.25 per 10,000, less than half of the effect with the link: " << effect.mean;
}

}  // namespace
}  // namespace asepsim
