#include "experiment/counting_plan.hpp"

#include <algorithm>
#include <array>

#include "experiment/kpi_table.hpp"

namespace asepsim::experiment {
namespace {

// In the order of UnitFact::time_in_state.
constexpr std::array state_words{"idle", "busy", "down", "break", "cleaning", "off"};

const KpiFamily& family(const std::vector<KpiFamily>& families, const std::string& pattern) {
  return *std::find_if(families.begin(), families.end(),
                       [&](const KpiFamily& f) { return f.pattern == pattern; });
}

Kpi member(const KpiFamily& of, std::string id, std::string name, KpiGroup group, Slot numerator,
           Slot denominator) {
  return {.id = std::move(id),
          .name = std::move(name),
          .unit = of.unit,
          .group = group,
          .direction = of.direction,
          .estimator = of.estimator,
          .numerator = numerator,
          .denominator = denominator,
          .range = of.range,
          .definition = of.definition,
          .formula = of.formula};
}

void add_step_figures(CountingPlan& plan, const std::vector<KpiFamily>& families,
                      const scenario::Scenario& scenario) {
  for (std::size_t p = 0; p < scenario.pathways.size(); ++p) {
    const scenario::Pathway& pathway = scenario.pathways[p];
    for (std::size_t s = 0; s < pathway.steps.size(); ++s) {
      const std::size_t step = plan.first_step[p] + s;
      const std::string id = "wait." + pathway.name + "." + pathway.steps[s].name;
      const std::string name = "Wait for " + pathway.steps[s].name + " (" + pathway.name + ")";
      plan.kpis.push_back(member(family(families, "wait.<pathway>.<step>"), id, name,
                                 KpiGroup::waits,
                                 plan.step_slot(step, StepQuantity::waited_minutes),
                                 plan.step_slot(step, StepQuantity::starts)));
      plan.kpis.push_back(member(family(families, "wait.<pathway>.<step>.p95"), id + ".p95",
                                 name + ", 95th percentile", KpiGroup::waits,
                                 plan.step_slot(step, StepQuantity::wait_p95),
                                 plan.step_slot(step, StepQuantity::any)));
    }
  }
}

void add_states(CountingPlan& plan, const KpiFamily& of, std::size_t pool,
                const std::string& name) {
  for (std::size_t s = 0; s < state_words.size(); ++s) {
    const bool off = s + 1 == state_words.size();
    const Slot state = plan.pool_slot(pool, PoolQuantity::first_state) + static_cast<Slot>(s);
    plan.kpis.push_back(
        member(of, "time." + name + "." + state_words[s], name + ": " + state_words[s],
               KpiGroup::resources, state,
               plan.pool_slot(pool, off ? PoolQuantity::all_hours : PoolQuantity::on_duty_hours)));
  }
}

void add_waits(CountingPlan& plan, const std::vector<KpiFamily>& families, std::size_t pool,
               const std::string& name) {
  plan.kpis.push_back(member(
      family(families, "wait.for.<pool>"), "wait.for." + name, "Wait for " + name, KpiGroup::waits,
      plan.pool_slot(pool, PoolQuantity::waited_minutes), slot(Quantity::visits)));
  plan.kpis.push_back(member(family(families, "queue.<pool>"), "queue." + name, "Queue for " + name,
                             KpiGroup::waits, plan.pool_slot(pool, PoolQuantity::queue_hours),
                             slot(Quantity::hours)));
}

void add_hours(CountingPlan& plan, const std::vector<KpiFamily>& families, std::size_t pool,
               const std::string& name) {
  plan.kpis.push_back(member(family(families, "utilisation.<pool>"), "utilisation." + name,
                             "Utilisation of " + name, KpiGroup::resources,
                             plan.pool_slot(pool, PoolQuantity::busy_hours),
                             plan.pool_slot(pool, PoolQuantity::capacity_hours)));
  add_states(plan, family(families, "time.<pool>.<state>"), pool, name);
}

void add_supply(CountingPlan& plan, const std::vector<KpiFamily>& families, std::size_t pool,
                const std::string& name) {
  const auto add = [&](const char* stem, PoolQuantity numerator, Quantity denominator) {
    const KpiFamily& of = family(families, std::string(stem) + ".<consumable>");
    plan.kpis.push_back(member(of, std::string(stem) + "." + name, of.name + ": " + name,
                               KpiGroup::resources, plan.pool_slot(pool, numerator),
                               slot(denominator)));
  };
  add("supplies.stock_outs", PoolQuantity::stock_outs, Quantity::visits);
  add("supplies.orders", PoolQuantity::orders, Quantity::years);
  add("supplies.used", PoolQuantity::used, Quantity::years);
  add("supplies.bought", PoolQuantity::bought, Quantity::years);
  add("supplies.expired", PoolQuantity::expired, Quantity::years);
}

void add_upkeep(CountingPlan& plan, const std::vector<KpiFamily>& families, std::size_t pool,
                const clinic::RecordPool& of_pool) {
  const auto add = [&](const char* stem, PoolQuantity numerator) {
    const KpiFamily& of = family(families, std::string(stem) + ".<pool>");
    plan.kpis.push_back(member(of, stem + ("." + of_pool.name), of.name + ": " + of_pool.name,
                               KpiGroup::resources, plan.pool_slot(pool, numerator),
                               slot(Quantity::years)));
  };
  if (of_pool.breaks_down) add("breakdowns", PoolQuantity::breakdowns);
  if (!of_pool.is_maintained) return;
  add("maintenance", PoolQuantity::maintenance);
  add("maintenance.open_hours", PoolQuantity::maintenance_open_hours);
}

// Where its punctures ended and what its courses did; the latter only if benefit is modelled.
void add_indication_figures(CountingPlan& plan, const std::vector<KpiFamily>& families,
                            const scenario::Scenario& scenario) {
  using enum IndicationQuantity;
  const auto add = [&](std::size_t i, const char* stem, KpiGroup group,
                       IndicationQuantity numerator, IndicationQuantity denominator) {
    const std::string& name = scenario.indications[i].name;
    const KpiFamily& of = family(families, std::string(stem) + ".<indication>");
    plan.kpis.push_back(member(of, std::string(stem) + "." + name, of.name + ": " + name, group,
                               plan.indication_slot(i, numerator),
                               plan.indication_slot(i, denominator)));
  };
  for (std::size_t i = 0; i < scenario.indications.size(); ++i) {
    const KpiGroup depth = KpiGroup::depth, benefit = KpiGroup::benefit;
    add(i, "depth.punctures.too_shallow", depth, punctures_too_shallow, needlings);
    add(i, "depth.punctures.on_target", depth, punctures_on_target, needlings);
    add(i, "depth.punctures.too_deep", depth, punctures_too_deep, needlings);
    if (!scenario.benefit) continue;
    add(i, "benefit.improvement", benefit, improvement, courses);
    add(i, "benefit.one_grade", benefit, one_grade, courses);
    add(i, "benefit.none", benefit, no_benefit, courses);
  }
}

void lay_out_steps(CountingPlan& plan, const scenario::Scenario& scenario) {
  for (const scenario::Pathway& pathway : scenario.pathways) {
    const bool calls = scenario.follow_up && scenario.follow_up->pathway == pathway.name;
    if (calls) plan.call_pathway = static_cast<std::uint16_t>(plan.first_step.size());
    plan.first_step.push_back(static_cast<Slot>(plan.treatment.size()));
    for (const scenario::Step& step : pathway.steps) {
      plan.treatment.push_back(step.kind == scenario::StepKind::treatment ? 1 : 0);
    }
  }
}

}  // namespace

CountingPlan counting_plan(const scenario::Scenario& scenario,
                           const std::vector<clinic::RecordPool>& pools) {
  CountingPlan plan;
  plan.kpis = standard_kpis(scenario.finance.currency);
  if (scenario.estimation.weighs()) {  // products of weights are no chances
    std::erase_if(plan.kpis, [](const Kpi& kpi) {
      return kpi.id.starts_with("cluster.") || kpi.id.starts_with("bloodborne.patients");
    });
  }
  plan.pools = pools.size();
  for (const auto& pool : pools) plan.is_supply.push_back(pool.is_supply ? 1 : 0);
  for (const scenario::Indication& indication : scenario.indications) {
    plan.indications.push_back(
        {{indication.target_from, indication.target_to}, indication.benefit.grade});
  }
  plan.calendar = scenario.calendar;
  plan.start = scenario.run.start;
  lay_out_steps(plan, scenario);
  const auto families = kpi_families();
  add_step_figures(plan, families, scenario);
  for (std::size_t p = 0; p < pools.size(); ++p) {
    if (pools[p].awaited) add_waits(plan, families, p, pools[p].name);
    if (pools[p].has_units) add_hours(plan, families, p, pools[p].name);
    add_upkeep(plan, families, p, pools[p]);
    if (pools[p].is_supply) add_supply(plan, families, p, pools[p].name);
  }
  add_indication_figures(plan, families, scenario);
  std::stable_sort(plan.kpis.begin(), plan.kpis.end(),
                   [](const Kpi& a, const Kpi& b) { return a.group < b.group; });
  return plan;
}

std::vector<std::string> kpi_ids(const CountingPlan& plan) {
  std::vector<std::string> ids;
  for (const Kpi& kpi : plan.kpis) ids.push_back(kpi.id);
  return ids;
}

}  // namespace asepsim::experiment
