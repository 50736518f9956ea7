#include "clinic/indicators.hpp"

#include <cmath>

#include "clinic/purposes.hpp"

namespace asepsim::clinic {
namespace {

Indicator read(const Clinic& c, const Cycle& cycle, double alarm, kernel::Purpose what) {
  return c.random.bernoulli(alarm, cycle.key, what) ? Indicator::failed : Indicator::passed;
}

// Chances of what was shown, by fault.
ByFault likelihood_of(const CycleHypotheses& ways, Indicator shown,
                      const Sensitivities& sensitivity, double false_positive) {
  ByFault likelihood{};
  for (std::size_t i = 0; i < ways.size(); ++i) {
    const double alarm = alarm_probability(ways[i].insufficient, sensitivity[i], false_positive);
    likelihood[i] = shown == Indicator::failed ? alarm : 1 - alarm;
  }
  return likelihood;
}

}  // namespace

double alarm_probability(bool insufficient, double sensitivity, double false_positive) {
  return insufficient ? sensitivity : false_positive;
}

Sensitivities chemical_sensitivities(const scenario::Indicators& i) {
  const scenario::CauseWeights& w = i.chemical_weights;
  const auto seen = [&](double weight) { return 1 - std::pow(1 - i.chemical_sensitivity, weight); };
  return {seen(1),          seen(w.not_run),    seen(w.wrong_programme), seen(w.packing),
          seen(w.overload), seen(w.air_pocket), seen(w.wrong_programme)};
}

Sensitivities alike(double sensitivity) {
  Sensitivities all;
  all.fill(sensitivity);
  return all;
}

double learn(CycleHypotheses& ways, Indicator shown, const Sensitivities& sensitivity,
             double false_positive) {
  if (shown == Indicator::not_run) return 1;
  return weigh(ways, likelihood_of(ways, shown, sensitivity, false_positive));
}

void read_at_once(Clinic& c, const Cycle& cycle, const CycleHypothesis& truth) {
  const scenario::Indicators& i = c.plan.scenario.sterilization->indicators;
  LoadFact& fact = c.record.loads[cycle.load];
  const auto alarm = [&](double sensitivity) {
    return alarm_probability(truth.insufficient, sensitivity, i.false_positive);
  };
  fact.printout = read(c, cycle, alarm(i.printout_sensitivity), purpose::of("load.printout"));
  if (cycle.indicators &&
      c.plan.scenario.sterilization->release != scenario::ReleaseRule::on_cycle_end) {
    const double seen = c.plan.chemical_seen[static_cast<std::size_t>(truth.fault)];
    fact.chemical = read(c, cycle, alarm(seen), purpose::of("load.chemical"));
  }
}

// An indicator that may not be there passes whatever happened.
void learn_at_once(const Clinic& c, const Cycle& cycle, CycleHypotheses& ways) {
  const scenario::Indicators& i = c.plan.scenario.sterilization->indicators;
  const LoadFact& fact = c.record.loads[cycle.load];
  learn(ways, fact.printout, alike(i.printout_sensitivity), i.false_positive);
  if (c.plan.scenario.sterilization->release == scenario::ReleaseRule::on_cycle_end) return;
  const double there = 1 - cycle.unread_risk;
  Sensitivities seen = c.plan.chemical_seen;
  for (double& chance : seen) chance *= there;
  const bool failed = fact.chemical == Indicator::failed;
  learn(ways, failed ? Indicator::failed : Indicator::passed, seen, i.false_positive * there);
}

Indicator read_biological_indicator(const Clinic& c, const Cycle& cycle, bool insufficient) {
  const scenario::Indicators& i = c.plan.scenario.sterilization->indicators;
  const double alarm =
      alarm_probability(insufficient, i.biological_sensitivity, i.biological_false_positive);
  return read(c, cycle, alarm, purpose::of("load.biological"));
}

void learn_from_biological(Clinic& c, const Cycle& cycle, CycleHypotheses ways, Indicator shown) {
  const scenario::Indicators& i = c.plan.scenario.sterilization->indicators;
  const ByFault likelihood =
      likelihood_of(ways, shown, alike(i.biological_sensitivity), i.biological_false_positive);
  const double predictive = weigh(ways, likelihood);
  for (Head& head : c.instruments.heads) {
    if (head.heated_in != LoadId{cycle.load}) continue;
    observe(head.histories, c.plan.branching.mode(Branch::load_failure), likelihood, predictive,
            head.reprocessed_at);
    note_failures(head, ways);
  }
}

void note_failures(Head& head, const CycleHypotheses& ways) {
  for (std::size_t i = 1; i < ways.size(); ++i) {
    head.failed[i] = static_cast<float>(ways[i].chance);
  }
}

}  // namespace asepsim::clinic
