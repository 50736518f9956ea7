#include "clinic/cycle.hpp"

#include <algorithm>
#include <cmath>

#include "clinic/purposes.hpp"
#include "science/inactivation.hpp"

namespace asepsim::clinic {
namespace {

constexpr std::size_t index_of(LoadFault fault) {
  return static_cast<std::size_t>(fault);
}

science::HeatResistance indicator_resistance(const scenario::Sterilization& s) {
  const bool dry = s.programme.sterilizer_class == scenario::SterilizerClass::dry_heat;
  science::HeatResistance r = dry ? science::dry_heat_resistance() : science::HeatResistance{};
  r.d_min = s.d121;  // the scenario's, at the reference temperature of the class
  r.z_celsius = s.z_value;
  return r;
}

// Chances of all ways, in the order of LoadFault.
ByFault prior(const Clinic& c, const Cycle& cycle) {
  const scenario::CycleFailure& f = c.plan.scenario.sterilization->failure;
  const double pocket = f.probability * (1 - f.operator_share);
  const double errors = std::min(cycle.error, 1 - pocket);
  const double overload = std::max(0.0, 1 - f.not_run - f.wrong_programme - f.packing);
  ByFault chances{1 - errors - pocket, errors * f.not_run, errors * f.wrong_programme,
                  errors * f.packing,  errors * overload,  pocket};
  for (double& chance : chances) chance *= 1 - cycle.cut_short_risk;
  chances[index_of(LoadFault::cut_short)] = cycle.cut_short_risk;
  return chances;
}

// Of a hold in the middle between heating up and drying, what is over when the machine is opened.
double held_until_opening(Clinic& c, const Cycle& cycle, double hold) {
  const double total = cycle.length.minutes();
  return std::clamp(moment_of_opening(c, cycle) * total - (total - hold) / 2, 0.0, hold);
}

// What is left of the programme at the coldest item.
void go_wrong(Clinic& c, const Cycle& cycle, CycleHypothesis& way, double& minutes) {
  const scenario::CycleFailure& f = c.plan.scenario.sterilization->failure;
  const auto drawn = [&](const scenario::Variate& law) {
    return c.random.sample(law, cycle.key, purpose::of("load.drop"), index_of(way.fault));
  };
  switch (way.fault) {
    case LoadFault::none:
      break;
    case LoadFault::not_run:
      minutes = 0;
      break;
    case LoadFault::wrong_programme:
      minutes *= std::clamp(drawn(f.hold_share), 0.0, 1.0);
      break;
    case LoadFault::packing:
    case LoadFault::overload:
      way.celsius -= std::max(0.0, drawn(f.temperature_drop));
      break;
    case LoadFault::air_pocket:
      way.celsius -= std::max(0.0, drawn(f.air_pocket_drop));
      break;
    case LoadFault::cut_short:
      minutes = held_until_opening(c, cycle, minutes);
      break;
  }
}

CycleHypothesis work_out(Clinic& c, const Cycle& cycle, LoadFault fault, double chance) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  CycleHypothesis way;
  way.fault = fault;
  way.chance = chance;
  way.celsius = s.programme.temperature->value - c.sterilizing.machines[cycle.machine].drift;
  double minutes = s.programme.hold->minutes();
  go_wrong(c, cycle, way, minutes);
  way.f0 = lethality(c, way.celsius, minutes);
  way.insufficient = way.f0 / s.d121 < indicator_log10;
  LogReductions log10;
  for (std::size_t i = 0; i < organisms; ++i) {
    const science::HeatResistance& organism = c.plan.heat_resistance[i];
    log10[i] = science::lethality_of_hold(way.celsius, minutes, organism) / organism.d_min;
  }
  way.kill = log10;
  for (double& reduction : log10) reduction /= s.soil_protection;
  way.in_soil = log10;
  return way;
}

}  // namespace

double moment_of_opening(Clinic& c, const Cycle& cycle) {
  return c.random.uniform(cycle.key, purpose::of("shortcut.moment"));
}

CycleHypotheses hypotheses(Clinic& c, const Cycle& cycle) {
  const auto chances = prior(c, cycle);
  CycleHypotheses ways;
  for (std::size_t i = 0; i < ways.size(); ++i) {
    if (chances[i] > 0) ways[i] = work_out(c, cycle, static_cast<LoadFault>(i), chances[i]);
  }
  return ways;
}

LoadFault true_fault(Clinic& c, const Cycle& cycle, const CycleHypotheses& ways) {
  if (cycle.cut_short) return LoadFault::cut_short;
  const double full = 1 - cycle.cut_short_risk;
  const double failure = 1 - ways.front().chance / full;
  const double u = c.random.uniform(cycle.key, purpose::of("load.fault"));
  if (u >= failure) return LoadFault::none;
  double left = failure * c.random.uniform(cycle.key, purpose::of("load.cause"));
  for (std::size_t i = 1; i < index_of(LoadFault::cut_short); ++i) {
    left -= ways[i].chance / full;
    if (left < 0) return static_cast<LoadFault>(i);
  }
  return LoadFault::air_pocket;
}

double weigh(CycleHypotheses& ways, const ByFault& likelihood) {
  double all = 0;
  for (std::size_t i = 0; i < ways.size(); ++i) {
    ways[i].chance *= likelihood[i];
    all += ways[i].chance;
  }
  if (all <= 0) return all;
  for (CycleHypothesis& way : ways) way.chance /= all;
  return all;
}

Fork fork_of(Clinic& c, const Cycle& cycle, const CycleHypotheses& ways) {
  Fork fork;
  fork.branch = Branch::load_failure;
  fork.success = {1, ways.front().kill, 0, ways.front().in_soil};
  fork.failure = 0;
  for (std::size_t i = 1; i < ways.size(); ++i) fork.failure += ways[i].chance;
  for (std::size_t i = 1; i < ways.size(); ++i) {
    if (ways[i].chance <= 0) continue;
    fork.ways.push_back({ways[i].chance / fork.failure, ways[i].kill, static_cast<std::uint8_t>(i),
                         ways[i].in_soil});
  }
  fork.u = c.random.uniform(cycle.key, purpose::of("load.tilt"));
  fork.told_apart = cycle.biological;  // its result will meet each cause by itself
  return fork;
}

double lethality(const Clinic& c, double celsius, double minutes) {
  return science::lethality_of_hold(celsius, minutes,
                                    indicator_resistance(*c.plan.scenario.sterilization));
}

double undisturbed_kill(const scenario::Sterilization& s) {
  return science::lethality_of_hold(s.programme.temperature->value, s.programme.hold->minutes(),
                                    indicator_resistance(s)) /
         s.d121;
}

double indicator_kill(const Clinic& c, double f0) {
  return f0 / c.plan.scenario.sterilization->d121;
}

}  // namespace asepsim::clinic
