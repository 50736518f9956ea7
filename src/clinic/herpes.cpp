#include "clinic/herpes.hpp"

#include <algorithm>

#include "clinic/head_risk.hpp"
#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"
#include "clinic/risk_ledger.hpp"

namespace asepsim::clinic {
namespace {

bool is_modelled(const Clinic& c) {
  const scenario::Scenario& s = c.plan.scenario;
  return s.hygiene && s.complications && s.bacterial_infection;
}

// Risk of this patient, who does not carry it, by what is left of one source.
double risk_by(const Clinic& c, const Visit& v, const Trace& trace) {
  if (trace.patient == v.patient) return 0;
  const double unit = c.plan.scenario.hygiene->herpes_infectivity *
                      c.plan.scenario.bacterial_infection->release_fraction;
  if (unit * trace.herpes <= negligible_chance) return 0;
  return std::min(1.0, unit * trace.herpes_left(c.now(), c.plan.herpes_half_life_h));
}

// One entry for all histories that were not tilted, one for each trace that came through a tilt.
HeadRisk risk_of_head(Clinic& c, const Visit& v, const Head& head, double u) {
  HeadRisk risk(head);
  for (const History& history : head.histories) {
    for (const Trace& trace : history.traces) {
      const double p = history.chance * risk_by(c, v, trace);
      if (p <= 0) continue;
      const double through = risk.went_through(trace) ? p : 0;
      if (trace.ratio == 1) {
        risk.add(history, through, p);
        risk.by(trace, p);
        continue;
      }
      HeadRisk alone(head);
      alone.add(history, through, p);
      expose(c, v,
             {Hazard::herpes, HarmRoute::instrument, p, 0, trace.ratio, alone.parts(), trace.visit},
             u);
    }
  }
  return risk;
}

double true_risk(const Clinic& c, const Visit& v, const Head& head) {
  double sum = 0;
  for (const Trace& trace : head.truth.traces) sum += risk_by(c, v, trace);
  return std::min(1.0, sum);
}

}  // namespace

Shedding shedding(const Clinic& c, const Visit& v, const Patient& p) {
  if (!is_modelled(c)) return {};
  const double share = c.plan.scenario.hygiene->herpes_shedding;
  const bool sheds = p.herpes_carrier &&
                     c.random.bernoulli(share, p.key, purpose::of("treatment.shedding"), v.number);
  const double truth = sheds ? c.plan.herpes_on_skin : 0;
  if (c.plan.branching.mode(Branch::source_status) == scenario::BranchMode::sample) {
    return {truth, truth};
  }
  return {c.plan.herpes_on_skin * c.plan.scenario.population->herpes_carriage * share, truth};
}

// The lower end of the uniform belongs to the needle: carriers, whose own herpes would have it,
// have nothing to fear from needles.
void expose_to_herpes(Clinic& c, const Visit& v, const Patient& p) {
  if (!v.head.exists() || p.herpes_carrier || !is_modelled(c)) return;
  const Head& head = c.instruments.heads[v.head.index()];
  const double u = outcome_uniform(c, v, Hazard::herpes);
  const HeadRisk risk = risk_of_head(c, v, head, u);
  const double truth = true_risk(c, v, head);
  if (risk.together() <= negligible_chance && truth <= 0) return;
  const Exposure exposure{
      Hazard::herpes, HarmRoute::instrument, std::min(1.0, risk.together()), truth, 1,
      risk.parts(),   risk.source()};
  if (expose(c, v, exposure, u)) suffer(c, v, Hazard::herpes, 1);
}

}  // namespace asepsim::clinic
