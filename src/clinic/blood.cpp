#include "clinic/blood.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "clinic/head_risk.hpp"
#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"
#include "clinic/risk_ledger.hpp"
#include "science/bloodborne.hpp"

namespace asepsim::clinic {
namespace {

bool carries_nothing(const Head& head) {
  return head.truth.is_clean() &&
         std::all_of(head.histories.begin(), head.histories.end(),
                     [](const History& history) { return history.is_clean(); });
}

struct Virus {
  Hazard hazard;
  const scenario::BloodborneVirus* virus;
  double susceptible;  // chance that a patient is, the ledger's
  bool immune;         // this patient, the story's
};

// Blood of the sources on a head and this patient: risk of each source if it infects.
struct Encounter {
  const Clinic& clinic;
  const Virus& virus;
  std::size_t index;  // of the virus
  double bleeding;
  std::uint32_t target;  // patient: nobody catches a virus from their own blood

  [[nodiscard]] double session_risk(const Trace& source) const {
    if (source.patient == target) return 0;
    const scenario::Bloodborne& blood = *clinic.plan.scenario.bloodborne;
    const science::BloodborneVirus kind{virus.virus->infectivity, clinic.plan.half_life_h[index]};
    // Without bleeding only the part of the transfer that does not need it is left.
    const double bled = 1 - blood.bleeding_needed * (1 - bleeding);
    const double age = (clinic.now() - source.at).hours();
    return science::session_risk(
        bled * science::puncture_risk(kind, age, source.log_reduction[index]),
        blood.effective_punctures);
  }

  // By all that one source left.
  [[nodiscard]] double session_risk(std::span<const Trace> source) const {
    double risk = 0;
    for (const Trace& trace : source) risk += (1 - risk) * session_risk(trace);
    return risk;
  }

  // Risk of a susceptible patient, 1 - product over the sources of 1 - P(it infects): immunity is
  // the target's, whatever the source. The sum of logarithms keeps the digits of tiny risks.
  struct Transmission {
    double all = 0;
    double old = 0;       // by sources whose blood went through the last wash or cycle
    double clusters = 0;  // chance that a source has infected as many as make one just now
  };
  [[nodiscard]] Transmission transmission(History& history, HeadRisk& risk) const {
    if (history.is_clean()) return {};
    double all = 0, old = 0;  // logarithms of escapes
    double clusters = 0;
    of_each_source(history.traces, [&](std::span<Trace> source) {
      Trace& youngest = source.back();
      const double infectious = youngest.infectious[index];
      if (infectious <= 0) return;
      const double p = session_risk(source);
      clusters +=
          infectious * meets_source(clinic, youngest, virus.hazard, virus.susceptible * p, target);
      const double log_escape = std::log1p(-infectious * p);
      all += log_escape;
      if (risk.went_through(youngest)) old += log_escape;
      risk.by(youngest, history.chance * infectious * p);
    });
    const double of_all = -std::expm1(all);
    return {of_all, old == all ? of_all : -std::expm1(old), clusters};
  }

  // The same in the story, where nobody asks for parts or clusters.
  [[nodiscard]] double truth(const History& history) const {
    double log_escape = 0;
    for (const Trace& source : history.traces) {
      if (source.infectious[index] <= 0) continue;
      log_escape += std::log1p(-source.infectious[index] * session_risk(source));
    }
    return -std::expm1(log_escape);
  }

  [[nodiscard]] bool is_tilted(const History& history) const {
    return std::any_of(history.traces.begin(), history.traces.end(), [&](const Trace& trace) {
      return trace.ratio != 1 || trace.status_ratio[index] != 1;
    });
  }
};

// An entry for each source, which infects if no younger one did. A ratio covers the branches that a
// source came through, and with them those of all younger ones.
void expose_to_each(Clinic& c, const Visit& v, const Head& head, const Encounter& encounter,
                    const History& history, double u) {
  double others_fail = encounter.virus.susceptible * history.chance;
  double statuses = 1;
  of_each_source(history.traces, [&](std::span<const Trace> source) {
    const Trace& youngest = source.back();
    if (youngest.patient == encounter.target) return;  // their own status weighs nothing here
    const double p = youngest.infectious[encounter.index] * encounter.session_risk(source);
    statuses *= youngest.status_ratio[encounter.index];
    HeadRisk alone(head);
    alone.add(history, alone.went_through(youngest) ? others_fail * p : 0, others_fail * p);
    expose(c, v,
           {encounter.virus.hazard, HarmRoute::instrument, others_fail * p, 0,
            statuses * youngest.ratio, alone.parts(), youngest.visit},
           u);
    others_fail *= 1 - p;
  });
}

// One entry for all histories that were not tilted.
void expose_to_virus(Clinic& c, const Visit& v, Head& head, const Encounter& encounter) {
  const Virus& virus = encounter.virus;
  HeadRisk risk(head);
  const double truth = virus.immune ? 0 : encounter.truth(head.truth);
  const double u = truth > 0 ? outcome_uniform(c, v, virus.hazard) : 0;
  double by_source = 0;
  for (History& history : head.histories) {
    if (encounter.is_tilted(history)) {
      expose_to_each(c, v, head, encounter, history, u);
      continue;
    }
    const Encounter::Transmission infects = encounter.transmission(history, risk);
    const double weight = virus.susceptible * history.chance;
    risk.add(history, weight * infects.old, weight * infects.all);
    by_source += history.chance * infects.clusters;
  }
  risk.note_clusters(c, v, virus.hazard, by_source);
  if (expose(c, v,
             {virus.hazard, HarmRoute::instrument, risk.together(), truth, 1, risk.parts(),
              risk.source()},
             u)) {
    suffer(c, v, virus.hazard, 4);
  }
}

}  // namespace

SourceStatus status_for_ledger(const Clinic& c, const Visit& v, const Patient& p) {
  const Branching& branching = c.plan.branching;
  const bool as_in_story = branching.mode(Branch::source_status) == scenario::BranchMode::sample;
  SourceStatus status;
  for (std::size_t i = 0; i < viruses; ++i) {
    Lineage lineage;
    bool infectious = p.infectious[i];
    if (!as_in_story) {
      const double u = branching.draws(Branch::source_status)
                           ? c.random.uniform(p.key, purpose::of("treatment.source"),
                                              v.number * viruses + i)
                           : 0.5;  // not looked at
      infectious = branching.decide(Branch::source_status, c.plan.infectious_share[i], u, lineage);
    }
    status.infectious[i] = infectious ? lineage.probability : 0;
    status.ratio[i] = lineage.likelihood_ratio;
  }
  return status;
}

void expose_to_blood(Clinic& c, const Visit& v, const Patient& p, double bleeding) {
  if (!v.head.exists() || !c.plan.scenario.bloodborne) return;
  Head& head = c.instruments.heads[v.head.index()];
  if (carries_nothing(head)) return;
  const scenario::Bloodborne& blood = *c.plan.scenario.bloodborne;
  const double susceptible = 1 - c.plan.scenario.population->hbv_immune;
  const Virus kinds[] = {{Hazard::hbv, &blood.hbv, susceptible, p.hbv_immune},
                         {Hazard::hcv, &blood.hcv, 1, false},
                         {Hazard::hiv, &blood.hiv, 1, false}};
  for (std::size_t i = 0; i < viruses; ++i) {
    expose_to_virus(c, v, head, {c, kinds[i], i, bleeding, v.patient});
  }
}

}  // namespace asepsim::clinic
