#include "clinic/plan.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

#include "clinic/drift_onset.hpp"
#include "clinic/indicators.hpp"
#include "clinic/run_replication.hpp"
#include "science/transfer.hpp"

namespace asepsim::clinic {
namespace {

template <class T>
std::uint16_t index_of(const std::vector<T>& list, const std::string& name) {
  const auto i =
      std::find_if(list.begin(), list.end(), [&](const T& entry) { return entry.name == name; });
  return i == list.end() ? no_index : static_cast<std::uint16_t>(i - list.begin());
}

kernel::PoolId pool_id(std::size_t index) {
  return kernel::PoolId{index};
}

std::vector<double> cumulative(const std::vector<double>& weights) {
  std::vector<double> sums(weights.size());
  std::partial_sum(weights.begin(), weights.end(), sums.begin());
  return sums;
}

}  // namespace

Plan::Plan(scenario::Scenario s) : scenario(std::move(s)), branching(scenario.estimation) {
  const scenario::RunSettings& run = scenario.run;
  counted_from = SimTime{} + run.warm_up;
  horizon = {run.start, counted_from + run.length};
  if (scenario.calendar.always_open) {
    opening = planning = OpeningHours{{{SimTime{}, SimTime::never()}}};
  } else {
    const Horizon longer{run.start, horizon.end + planned_ahead};
    opening = OpeningHours{joined(expand_opening(scenario.calendar, horizon))};
    planning = OpeningHours{joined(expand_opening(scenario.calendar, longer))};
  }
  list_skills();
  list_pools();
  list_staff();
  list_pathways();
  list_weights();
  describe_device();
  describe_germs();
  if (scenario.hygiene) describe_touches();
  base_rates = clinic::base_rates(scenario);
  if (scenario.sterilization) {
    chemical_seen = chemical_sensitivities(scenario.sterilization->indicators);
  }
}

void Plan::list_skills() {
  for (const scenario::StaffGroup& group : scenario.staff) {
    skills.push_back(group.name);
    skills.insert(skills.end(), group.skills.begin(), group.skills.end());
  }
  std::sort(skills.begin(), skills.end());
  skills.erase(std::unique(skills.begin(), skills.end()), skills.end());
  assert(skills.size() <= 64);
  if (scenario.sterilization) sterilization_skills = skill(scenario.sterilization->staff);
  supervisor_skills = skill(scenario.human_factors.supervisor);
}

kernel::SkillMask Plan::skill(const std::string& name) const {
  if (name.empty()) return 0;
  const auto i = std::lower_bound(skills.begin(), skills.end(), name);
  assert(i != skills.end() && *i == name);
  return kernel::SkillMask{1} << (i - skills.begin());
}

void Plan::list_staff() {
  for (const scenario::StaffGroup& group : scenario.staff) {
    group_shifts.push_back(group.hours ? expand_roster(*group.hours, scenario.calendar, horizon)
                                       : expand_opening(scenario.calendar, horizon));
  }
  for (std::size_t g = 0; g < scenario.staff.size(); ++g) {
    const scenario::StaffGroup& group = scenario.staff[g];
    kernel::SkillMask mask = skill(group.name);
    for (const std::string& name : group.skills) mask |= skill(name);
    const bool always = scenario.calendar.always_open && !group.hours;
    for (std::int64_t i = 0; i < group.count; ++i) {
      staff.push_back({&group, group.name + " " + std::to_string(i + 1),
                       static_cast<std::uint16_t>(g), mask,
                       kernel::entity_key(kernel::fnv1a("staff"), kernel::fnv1a(group.name),
                                          static_cast<std::uint64_t>(i)),
                       always ? nullptr : &group_shifts[g]});
    }
  }
}

void Plan::list_pathways() {
  for (const scenario::Pathway& pathway : scenario.pathways) {
    PathwayPlan plan{&pathway};
    for (const scenario::Step& step : pathway.steps) plan.steps.push_back(plan_step(plan, step));
    plan.needles = std::any_of(pathway.steps.begin(), pathway.steps.end(), [](const auto& step) {
      return step.kind == scenario::StepKind::treatment;
    });
    pathways.push_back(std::move(plan));
  }
  for (const scenario::ArrivalStream& stream : scenario.arrivals) {
    stream_pathways.push_back(index_of(scenario.pathways, stream.pathway));
  }
  if (scenario.follow_up)
    follow_up_pathway = index_of(scenario.pathways, scenario.follow_up->pathway);
  if (scenario.complications) {
    complication_pathway = index_of(scenario.pathways, scenario.complications->pathway);
  }
}

StepPlan Plan::plan_step(const PathwayPlan& pathway, const scenario::Step& step) {
  StepPlan plan;
  plan.step = &step;
  plan.id = step_count++;
  plan_claims(plan);
  plan_routes(plan, *pathway.pathway);
  plan.instrument =
      step.instrument.empty() ? no_index : index_of(scenario.instruments, step.instrument);
  plan_consumables(plan);
  const std::string address = "step." + pathway.pathway->name + "." + step.name;
  plan.duration_purpose = kernel::Purpose{address + ".duration"};
  plan.route_purpose = kernel::Purpose{address + ".route"};
  plan.patience_purpose = kernel::Purpose{address + ".patience"};
  return plan;
}

// Rooms and machines have a pool of their own; any other name is a skill.
KeptPlan Plan::kept_named(const std::string& name) const {
  const auto pool = std::find_if(pools.begin() + 1, pools.end(),
                                 [&](const PoolPlan& p) { return p.name == name; });
  if (pool == pools.end()) return {staff_pool, skill(name)};
  return {pool_id(static_cast<std::size_t>(pool - pools.begin())), 0};
}

// Who waits for staff waits for a skill; a skill that is no group's name has a row of its own.
std::uint16_t Plan::record_pool_for(const std::string& skill_name) {
  const std::uint16_t group = index_of(scenario.staff, skill_name);
  if (group != no_index) {
    record_pools[group].awaited = true;
    return group;
  }
  const auto at = std::find_if(record_pools.begin() + first_skill_pool, record_pools.end(),
                               [&](const RecordPool& pool) { return pool.name == skill_name; });
  const auto index = static_cast<std::uint16_t>(at - record_pools.begin());
  if (at == record_pools.end()) record_pools.push_back({skill_name, true, false});
  return index;
}

void Plan::plan_claims(StepPlan& plan) {
  const scenario::Step& step = *plan.step;
  for (const std::string& name : step.staff) {
    const kernel::SkillMask mask = skill(name);
    plan.request.add({staff_pool, 1, mask, {}});
    if (plan.record_pool_of_staff == no_index) plan.record_pool_of_staff = record_pool_for(name);
  }
  for (const auto* names : {&step.rooms, &step.equipment}) {
    for (const std::string& name : *names) plan.request.add({kept_named(name).pool, 1, 0, {}});
  }
  plan.request.pre_empt = step.pre_empts;
  plan.request.pre_emptible = step.pre_emptible;
  for (const std::string& name : step.keep) plan.kept.push_back(kept_named(name));
  for (const std::string& name : step.release) plan.released.push_back(kept_named(name));
}

void Plan::plan_consumables(StepPlan& plan) {
  for (const auto& [name, quantity] : plan.step->consumables) {
    const scenario::Consumable& consumable =
        scenario.consumables[index_of(scenario.consumables, name)];
    if (!consumable.supply) {
      plan.consumables += consumable.price.value * quantity;
    } else if (quantity > 0) {
      const auto item = std::find_if(supplies.begin(), supplies.end(), [&](const SupplyPlan& s) {
        return s.consumable == &consumable;
      });
      plan.supplies.push_back({static_cast<std::uint16_t>(item - supplies.begin()), quantity});
    }
  }
}

void Plan::plan_routes(StepPlan& plan, const scenario::Pathway& pathway) {
  for (const scenario::Route& route : plan.step->next) {
    RoutePlan next;
    const auto target = std::find_if(pathway.steps.begin(), pathway.steps.end(),
                                     [&](const auto& step) { return step.name == route.to; });
    if (target != pathway.steps.end()) {
      next.to = static_cast<std::uint16_t>(target - pathway.steps.begin());
    }
    next.probability = route.probability;
    next.after = route.after;
    if (!route.indications.empty()) next.indications = 0;
    for (const std::string& name : route.indications) {
      next.indications |= 1ull << index_of(scenario.indications, name);
    }
    plan.routes.push_back(next);
  }
}

void Plan::list_weights() {
  std::vector<double> shares;
  for (const scenario::Indication& indication : scenario.indications) {
    shares.push_back(indication.share);
    indication_sites.push_back(index_of(scenario.sites, indication.site));
    indication_products.push_back(index_of(scenario.products, indication.product));
  }
  indication_weights = cumulative(shares);
  if (!scenario.population) return;
  double sum = 0;
  for (std::size_t i = 0; i < phototype_weights.size(); ++i) {
    phototype_weights[i] = sum += scenario.population->phototypes[i];
  }
}

// The settings of light, and what the by_skin_thickness policy knows of the needles.
void Plan::describe_device() {
  if (scenario.light) {
    ipl = plan_light(*scenario.light, scenario.light->ipl);
    picosecond = plan_light(*scenario.light, scenario.light->picosecond);
  }
  if (!scenario.needling) return;
  const scenario::Needling& needling = *scenario.needling;
  const bool low = needling.penetration == scenario::PenetrationCase::low;
  fraction_short = kernel::QuantileTable(low ? needling.fraction_low : needling.fraction_short);
  fraction_long = low ? fraction_short : kernel::QuantileTable(needling.fraction_long);
  penetration.shallow_mean = mean_of(fraction_short.law());
  penetration.deep_mean = mean_of(fraction_long.law());
  penetration.puncture_cv = needling.puncture_cv;
  device = {needling.least.value_or(needling.step)->value, needling.most->value,
            needling.step->value};
}

// After 50 half-lives of the hardiest virus less than 1e-15 of it is left.
void Plan::describe_germs() {
  const scenario::Organisms& all = scenario.organisms;
  const std::array<const scenario::Organism*, organisms> kinds{&all.s_aureus, &all.hbv, &all.hcv,
                                                               &all.hiv, &all.hsv};
  const bool dry = scenario.sterilization && scenario.sterilization->programme.sterilizer_class ==
                                                 scenario::SterilizerClass::dry_heat;
  const double slower = dry ? all.dry_heat_factor.value : 1.0;
  const auto z_of = [&](const scenario::Organism& organism) {
    return dry ? scenario.sterilization->z_value.value : organism.heat_z.value;
  };
  for (std::size_t i = 0; i < organisms; ++i) {
    heat_resistance[i] = {kinds[i]->heat_d80 * slower, 80, z_of(*kinds[i])};
    chemical_factor[i] = kinds[i]->chemical;
  }
  bacteria_half_life_h = all.s_aureus.half_life->hours();
  herpes_half_life_h = all.hsv.half_life->hours();
  mycobacteria_half_life_h = all.mycobacteria.half_life->hours();
  Duration hardiest{};
  for (std::size_t v = 0; v < viruses; ++v) {
    const Duration half_life = kinds[organism_of_virus(v)]->half_life;
    half_life_h[v] = half_life.hours();
    hardiest = std::max(hardiest, half_life);
  }
  if (scenario.bloodborne && scenario.population) {
    const scenario::Bloodborne& blood = *scenario.bloodborne;
    const scenario::Population& people = *scenario.population;
    infectious_share = {people.hbv * blood.hbv.viraemic, people.hcv * blood.hcv.viraemic,
                        people.hiv * blood.hiv.viraemic};
  }
  blood_forgotten_after = rounded_microseconds(50.0 * static_cast<double>(hardiest.microseconds()));
}

// Touches of a source too large to be depleted.
void Plan::describe_touches() {
  const scenario::Hygiene& h = *scenario.hygiene;
  const double of_device = h.touches * h.device_share;
  apart.surfaces = science::share_apart(h.gloved_transfer, h.touches - of_device);
  apart.device = science::share_apart(h.gloved_transfer, of_device);
  apart.all = apart.surfaces * apart.device;
  herpes_on_skin = std::pow(10.0, h.herpes_density.value);
}

std::shared_ptr<const Plan> compile(const scenario::Scenario& scenario) {
  return std::make_shared<const Plan>(scenario);
}

const std::vector<RecordPool>& record_pools(const Plan& plan) {
  return plan.record_pools;
}

double probability_of_drift(const Plan& plan) {
  return drift_trials(plan).probability;
}

const scenario::Scenario& scenario_of(const Plan& plan) {
  return plan.scenario;
}

}  // namespace asepsim::clinic
