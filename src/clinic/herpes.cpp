#include "clinic/herpes.hpp"

#include <algorithm>
#include <cmath>

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

double particles_left(const Clinic& c, const Trace& trace) {
  return trace.herpes_left(c.now(), c.plan.herpes_half_life_h);
}

// `each` gets what every other patient's visit left, youngest first, and the chance that it infects
// a patient who does not carry it, if it shed.
template <class Past, class Each>
void of_each_shedding(const Clinic& c, const Visit& v, Past& history, Each each) {
  const double unit = c.plan.scenario.hygiene->herpes_infectivity *
                      c.plan.scenario.bacterial_infection->release_fraction;
  of_each_source(history.traces, [&](auto source) {
    double particles = 0;
    for (const Trace& trace : source) {
      if (unit * trace.herpes > negligible_chance) particles += particles_left(c, trace);
    }
    if (particles <= 0 || source.back().patient == v.patient) return;
    each(source.back(), -std::expm1(-unit * particles));
  });
}

// One entry for all histories that were not tilted; else one for each source, which infects if no
// younger one did: a ratio covers the branches that a source came through, and with them those of
// all younger ones.
class Encounter {
 public:
  Encounter(Clinic& c, const Visit& v, Head& head, double u)
      : c_(c), v_(v), head_(head), u_(u), risk_(head) {}

  void meet(History& history) {
    const bool tilted = std::any_of(history.traces.begin(), history.traces.end(),
                                    [](const Trace& trace) { return trace.ratio != 1; });
    if (tilted) {
      expose_to_each(history);
    } else {
      add(history);
    }
  }

  [[nodiscard]] const HeadRisk& risk() const { return risk_; }

  /// Chance that with this patient a source has infected as many as make a cluster.
  [[nodiscard]] double clusters() const { return clusters_; }

 private:
  void add(History& history) {
    double escapes = 0, escapes_old = 0;  // logarithms: they keep the digits of tiny risks
    of_each_shedding(c_, v_, history, [&](Trace& source, double infects) {
      const double p = source.sheds * infects;
      clusters_ += history.chance * source.sheds *
                   meets_source(c_, source, Hazard::herpes, infects, v_.patient);
      const double log_escape = std::log1p(-p);
      escapes += log_escape;
      if (risk_.went_through(source)) escapes_old += log_escape;
      risk_.by(source, history.chance * p);
    });
    risk_.add(history, history.chance * -std::expm1(escapes_old),
              history.chance * -std::expm1(escapes));
  }

  void expose_to_each(const History& history) {
    double others_fail = history.chance;
    of_each_shedding(c_, v_, history, [&](const Trace& source, double infects) {
      const double p = source.sheds * infects;
      HeadRisk alone(head_);
      alone.add(history, alone.went_through(source) ? others_fail * p : 0, others_fail * p);
      const Exposure exposure{Hazard::herpes, HarmRoute::instrument, others_fail * p, 0,
                              source.ratio,   alone.parts(),         source.visit};
      expose(c_, v_, exposure, u_);
      others_fail *= 1 - p;
    });
  }

  Clinic& c_;
  const Visit& v_;
  const Head& head_;
  double u_;
  HeadRisk risk_;
  double clusters_ = 0;
};

double true_risk(const Clinic& c, const Visit& v, const Head& head) {
  double escape = 1;
  of_each_shedding(c, v, head.truth, [&](const Trace& source, double infects) {
    escape *= 1 - source.sheds * infects;
  });
  return 1 - escape;
}

}  // namespace

Shedding shedding(const Clinic& c, const Visit& v, const Patient& p) {
  if (!is_modelled(c)) return {};
  const double share = c.plan.scenario.hygiene->herpes_shedding;
  const bool sheds = p.herpes_carrier &&
                     c.random.bernoulli(share, p.key, purpose::of("treatment.shedding"), v.number);
  const double truth = sheds ? 1 : 0;
  if (c.plan.branching.mode(Branch::source_status) == scenario::BranchMode::sample) {
    return {truth, truth};
  }
  return {c.plan.scenario.population->herpes_carriage * share, truth};
}

double particles_on_head(const Clinic& c) {
  return c.plan.herpes_on_skin * c.plan.scenario.hygiene->herpes_on_head;
}

// The lower end of the uniform belongs to the needle: carriers, whose own herpes would have it,
// have nothing to fear from needles.
void expose_to_herpes(Clinic& c, const Visit& v, const Patient& p) {
  if (!v.head.exists() || p.herpes_carrier || !is_modelled(c)) return;
  Head& head = c.instruments.heads[v.head.index()];
  const double u = outcome_uniform(c, v, Hazard::herpes);
  Encounter encounter(c, v, head, u);
  for (History& history : head.histories) encounter.meet(history);
  const HeadRisk& risk = encounter.risk();
  const double truth = true_risk(c, v, head);
  if (risk.together() <= negligible_chance && truth <= 0) return;
  risk.note_clusters(c, v, Hazard::herpes, encounter.clusters());
  const Exposure exposure{Hazard::herpes, HarmRoute::instrument, risk.together(), truth, 1,
                          risk.parts(),   risk.source()};
  if (expose(c, v, exposure, u)) suffer(c, v, Hazard::herpes, 1);
}

}  // namespace asepsim::clinic
