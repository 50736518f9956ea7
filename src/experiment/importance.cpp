#include "experiment/importance.hpp"

#include <algorithm>

#include "clinic/run_replication.hpp"
#include "experiment/kpi_estimates.hpp"

namespace asepsim::experiment {
namespace {

using clinic::Hazard;

// Sums of every replication for one harm and one route or barrier.
struct Terms {
  double risk = 0, gone = 0, more = 0, chance = 0, sessions = 0, needled = 0;
};

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

Terms terms_of(const CompactRows& rows, const Importance& what) {
  Terms terms;
  for (const Hazard hazard : harm_groups()[what.harm].hazards) {
    terms.risk += risk_of(rows, hazard);
    if (what.route) terms.gone += by_route(rows, hazard, *what.route);
    if (!what.barrier) continue;
    const BarrierRisk barrier = by_barrier(rows, hazard, *what.barrier);
    terms.gone += barrier.gone;
    terms.more += barrier.more;
  }
  terms.sessions = rows.sessions;
  terms.needled = rows.barriers.needled;
  if (what.barrier) terms.chance = rows.barriers.chance[*what.barrier];
  return terms;
}

/// The replications of a scenario, and how sure to be.
struct Sample {
  const std::vector<ReplicationSummary>& replications;
  double confidence;

  /// One term over another, over all replications.
  template <class Numerator, class Denominator>
  [[nodiscard]] Estimate ratio(const Importance& what, Numerator numerator,
                               Denominator denominator) const {
    std::vector<Observed> values;
    values.reserve(replications.size());
    for (const ReplicationSummary& replication : replications) {
      const Terms terms = terms_of(replication.rows, what);
      values.push_back({{numerator(terms), denominator(terms)}, replication.state});
    }
    return ratio_of(values, confidence);
  }
};

double risk(const Terms& terms) {
  return terms.risk;
}

double sessions(const Terms& terms) {
  return terms.sessions;
}

double needled(const Terms& terms) {
  return terms.needled;
}

// Nothing is worse than to fail always. The two come of different sums: chance may part them.
double if_doubled(const Importance& what) {
  const double again = std::min(what.chance, 1 - what.chance) / what.chance;
  const double doubled = 1 + again * what.fussell_vesely.value;
  return std::min(doubled, std::max(1.0, what.achievement.value));
}

// False if there is nothing to tell: no risk, or a failure that never or always happens.
bool measure(Importance& what, const Sample& sample) {
  const auto gone = [](const Terms& terms) { return terms.gone; };
  const auto always = [](const Terms& terms) { return terms.risk + terms.more; };
  what.risk = sample.ratio(what, risk, sessions).value;
  what.fussell_vesely = sample.ratio(what, gone, risk);
  if (!(what.risk > 0) || (what.route && !(what.fussell_vesely.value > 0))) return false;
  what.chance = sample
                    .ratio(
                        what, [](const Terms& t) { return t.chance; }, needled)
                    .value;
  if (what.barrier && !(what.chance > 0 && what.chance < 1)) return false;
  const double left = 1 - what.fussell_vesely.value;
  if (left > 0) what.reduction = 1 / left;
  if (what.route) return true;
  what.achievement = sample.ratio(what, always, risk);
  what.birnbaum = what.risk * (what.achievement.value - left);
  what.if_doubled = if_doubled(what);
  return true;
}

void add(std::vector<Importance>& all, Importance what, const Sample& sample) {
  if (measure(what, sample)) all.push_back(what);
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
  const Sample sample{replications, confidence};
  std::vector<Importance> all;
  for (std::size_t harm = 0; harm < harm_groups().size(); ++harm) {
    Importance what;
    what.harm = harm;
    for (std::size_t r = 0; r < clinic::harm_routes; ++r) {
      what.route = static_cast<clinic::HarmRoute>(r);
      add(all, what, sample);
    }
    what.route.reset();
    for (std::size_t b = 0; b < barriers && is_against(harm_groups()[harm]); ++b) {
      what.barrier = b;
      add(all, what, sample);
    }
  }
  return all;
}

}  // namespace asepsim::experiment
