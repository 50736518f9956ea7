#include "experiment/importance.hpp"

#include <algorithm>
#include <numeric>

#include "clinic/run_replication.hpp"

namespace asepsim::experiment {
namespace {

using clinic::Hazard;

// Sums of every replication for one harm and one route or barrier.
struct Terms {
  std::vector<double> risk{}, gone{}, always{};
  double chance = 0, sessions = 0;  // in all
};

double sum_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

double risk_of(const CompactRows& rows, Hazard hazard) {
  double sum = 0;
  for (const ExposureSum& route : rows.exposures[static_cast<std::size_t>(hazard)]) {
    sum += route.expected;
  }
  return sum;
}

double by_route(const CompactRows& rows, Hazard hazard, clinic::HarmRoute route) {
  return rows.exposures[static_cast<std::size_t>(hazard)][static_cast<std::size_t>(route)].expected;
}

BarrierRisk by_barrier(const CompactRows& rows, Hazard hazard, std::size_t barrier) {
  const auto* const row = std::find(barrier_hazards.begin(), barrier_hazards.end(), hazard);
  if (row == barrier_hazards.end()) return {};
  return rows.barriers.risk[static_cast<std::size_t>(row - barrier_hazards.begin())][barrier];
}

Terms terms_of(const std::vector<ReplicationSummary>& replications, const Importance& what) {
  Terms terms;
  for (const ReplicationSummary& replication : replications) {
    const CompactRows& rows = replication.rows;
    double risk = 0, gone = 0, more = 0;
    for (const Hazard hazard : harm_groups()[what.harm].hazards) {
      risk += risk_of(rows, hazard);
      if (what.route) gone += by_route(rows, hazard, *what.route);
      if (!what.barrier) continue;
      const BarrierRisk barrier = by_barrier(rows, hazard, *what.barrier);
      gone += barrier.gone;
      more += barrier.more;
    }
    terms.risk.push_back(risk);
    terms.gone.push_back(gone);
    terms.always.push_back(risk + more);
    terms.sessions += rows.barriers.sessions;
    if (what.barrier) terms.chance += rows.barriers.chance[*what.barrier];
  }
  return terms;
}

// False if there is nothing to tell: no risk, or a failure that never or always happens.
bool measure(Importance& what, const Terms& terms, double confidence) {
  const double risk = sum_of(terms.risk), gone = sum_of(terms.gone);
  if (!(risk > 0) || !(terms.sessions > 0)) return false;
  if (what.route && !(gone > 0)) return false;
  what.chance = terms.chance / terms.sessions;
  if (what.barrier && !(what.chance > 0 && what.chance < 1)) return false;
  what.risk = risk / terms.sessions;
  what.fussell_vesely = ratio_interval(terms.gone, terms.risk, confidence);
  const double left = 1 - what.fussell_vesely.value;
  if (left > 0) what.reduction = 1 / left;
  if (what.route) return true;
  what.achievement = ratio_interval(terms.always, terms.risk, confidence);
  what.birnbaum = what.risk * (what.achievement.value - left);
  const double again = std::min(what.chance, 1 - what.chance) / what.chance;
  what.if_doubled = 1 + again * what.fussell_vesely.value;
  return true;
}

void add(std::vector<Importance>& all, Importance what,
         const std::vector<ReplicationSummary>& replications, double confidence) {
  if (measure(what, terms_of(replications, what), confidence)) all.push_back(std::move(what));
}

bool is_against(const HarmGroup& harm) {
  return std::any_of(harm.hazards.begin(), harm.hazards.end(), [](Hazard hazard) {
    return std::find(barrier_hazards.begin(), barrier_hazards.end(), hazard) !=
           barrier_hazards.end();
  });
}

}  // namespace

const std::vector<HarmGroup>& harm_groups() {
  static const std::vector<HarmGroup> groups = [] {
    std::vector<HarmGroup> all{{"bloodborne", {Hazard::hbv, Hazard::hcv, Hazard::hiv}}};
    for (std::size_t h = 0; h < clinic::hazards; ++h) {
      const auto hazard = static_cast<Hazard>(h);
      all.push_back({clinic::word(hazard), {hazard}});
    }
    return all;
  }();
  return groups;
}

std::vector<Importance> importance(const std::vector<ReplicationSummary>& replications,
                                   double confidence) {
  std::vector<Importance> all;
  for (std::size_t harm = 0; harm < harm_groups().size(); ++harm) {
    Importance what;
    what.harm = harm;
    for (std::size_t r = 0; r < clinic::harm_routes; ++r) {
      what.route = static_cast<clinic::HarmRoute>(r);
      add(all, what, replications, confidence);
    }
    what.route.reset();
    for (std::size_t b = 0; b < barriers && is_against(harm_groups()[harm]); ++b) {
      what.barrier = b;
      add(all, what, replications, confidence);
    }
  }
  return all;
}

}  // namespace asepsim::experiment
