// Supplies in random clinics: nothing gets lost and nothing comes of nothing.
#include <gtest/gtest.h>

#include "clinic/run_replication.hpp"
#include "property/random_clinic.hpp"
#include "scenario/read_scenario.hpp"

namespace asepsim::clinic {
namespace {

constexpr std::uint64_t random_clinics = 100;

// The random clinic of this number with `more` said of its swabs.
scenario::Scenario clinic_with(std::uint64_t seed, const std::string& more) {
  std::string text = "schema: asepsim/1\n" + random_clinic(seed);
  const std::string price = "swab: {price: 0.35 USD";
  text.replace(text.find(price), price.size(), price + more);
  const auto read = scenario::read_scenario_text(text, "random clinic");
  if (!read.scenario) throw std::invalid_argument(to_text(read.diagnostics));
  return *read.scenario;
}

// The random clinic of this number, whose swabs are ordered or not, keep or not, run out or not.
scenario::Scenario clinic_with_supply(std::uint64_t seed) {
  Dice dice(seed + 1'000);
  const std::string rule = dice.pick({"wait", "cancel", "buy"});
  std::string supply = "stock: " + std::to_string(dice.in(0, 30)) + ", when_empty: " + rule;
  if (rule == "wait" || dice.chance(70)) {
    supply += ", reorder_point: " + std::to_string(dice.in(5, 15)) +
              ", pack: " + std::to_string(dice.in(1, 20)) +
              ", lead_time: " + dice.pick({"0 min", "{exponential: 5 h}", "1 d"});
  }
  if (dice.chance(60)) supply += ", shelf_life: {uniform: [10 min, 3 d]}";
  return clinic_with(seed, ", supply: {" + supply + "}");
}

std::int64_t units(const ReplicationRecord& record, SupplyEvent what) {
  std::int64_t sum = 0;
  for (const SupplyFact& fact : record.supplies) sum += fact.what == what ? fact.units : 0;
  return sum;
}

// By the steps that began, bought ones included.
std::int64_t needed(const scenario::Scenario& scenario, const ReplicationRecord& record) {
  std::int64_t sum = 0;
  for (const StepFact& fact : record.steps) {
    if (fact.exit != ExitReason::done && fact.ended_at == fact.started_at) continue;
    const auto& steps = scenario.pathways[record.visits[fact.visit].pathway].steps;
    const auto swabs = steps[fact.step].consumables.find("swab");
    if (swabs != steps[fact.step].consumables.end()) sum += swabs->second;
  }
  return sum;
}

TEST(EverySupply, IsUsedExpiredOrLeft) {
  std::int64_t all_used = 0, expired = 0, bought = 0;
  std::size_t stock_outs = 0;
  for (std::uint64_t seed = 1; seed <= random_clinics; ++seed) {
    SCOPED_TRACE(seed);
    const scenario::Scenario scenario = clinic_with_supply(seed);
    const auto plan = compile(scenario);
    const ReplicationRecord record = run_replication(*plan, {11, 3});
    const std::int64_t used = units(record, SupplyEvent::used);
    EXPECT_EQ(units(record, SupplyEvent::delivered),
              used + units(record, SupplyEvent::expired) + units(record, SupplyEvent::left));
    EXPECT_EQ(used + units(record, SupplyEvent::bought), needed(scenario, record));
    EXPECT_GE(units(record, SupplyEvent::left), 0);
    EXPECT_TRUE(record.stuck.empty());
    all_used += used;
    expired += units(record, SupplyEvent::expired);
    bought += units(record, SupplyEvent::bought);
    for (const StockOutFact& fact : record.stock_outs) {
      stock_outs += record.pools.at(fact.pool).name == "swab";
    }
  }
  EXPECT_GT(all_used, 0);
  EXPECT_GT(expired, 0);
  EXPECT_GT(bought, 0);
  EXPECT_GT(stock_outs, 0u);
}

TEST(EverySupply, CostsWhatTheSameUseCostsWithoutOneWhileItLasts) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE(seed);
    const auto cost = [&](const std::string& more) {
      const ReplicationRecord record = run_replication(*compile(clinic_with(seed, more)), {11, 3});
      std::int64_t cents = 0;
      for (const MoneyFact& fact : record.money) {
        if (fact.account == Account::consumables) cents += fact.amount.cents;
      }
      return std::pair{cents, record.visits};
    };
    EXPECT_EQ(cost(", supply: {stock: 1000000, when_empty: cancel}"), cost(""));
  }
}

TEST(EverySupply, IsTheSameOnBothCalendars) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    SCOPED_TRACE(seed);
    const auto plan = compile(clinic_with_supply(seed));
    const ReplicationRecord native = run_replication(*plan, {11, 3});
    EXPECT_EQ(first_difference(native, run_replication(*plan, {11, 3, 0, Engine::simgrid})), "");
  }
}

}  // namespace
}  // namespace asepsim::clinic
