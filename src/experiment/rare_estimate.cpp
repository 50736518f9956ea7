#include "experiment/rare_estimate.hpp"

#include <algorithm>
#include <cmath>

#include "experiment/ledger_figures.hpp"

namespace asepsim::experiment {
namespace {

using clinic::Hazard;
using scenario::BranchMode;

// The modes of the decisions upstream of a hazard. What needles do to the skin has none.
std::vector<BranchMode> modes_for(Hazard hazard, const scenario::Estimation& settings) {
  std::vector<BranchMode> modes;
  if (is_bloodborne(hazard)) modes.push_back(settings.source_status.mode);
  // Whether a source sheds herpes is never tilted or split, but drawn or not like the others.
  if (hazard == Hazard::herpes && settings.source_status.mode == BranchMode::sample) {
    modes.push_back(BranchMode::sample);
  }
  if (is_bloodborne(hazard) || hazard == Hazard::bacterial_infection || hazard == Hazard::herpes) {
    modes.push_back(settings.wash_failure.mode);
    modes.push_back(settings.load_failure.mode);
  }
  if (hazard == Hazard::mycobacterial_infection) {
    modes.push_back(settings.product_contamination.mode);
  }
  return modes;
}

RareEstimator estimator_of(const std::vector<Hazard>& hazards,
                           const scenario::Estimation& settings) {
  bool tilts = false, forces = false, splits = false;
  for (const Hazard hazard : hazards) {
    for (const BranchMode mode : modes_for(hazard, settings)) {
      tilts |= mode == BranchMode::tilt;
      forces |= mode == BranchMode::force;
      splits |= mode == BranchMode::split;
    }
  }
  if (int{tilts} + int{forces} + int{splits} > 1) return RareEstimator::mixed;
  if (tilts) return RareEstimator::tilted;
  if (splits) return RareEstimator::split;
  return forces ? RareEstimator::forced : RareEstimator::conditional;
}

// Some decision before the harm is drawn: where none was drawn that matters, a sum of zero says
// nothing of the risk, and has no spread to show it.
bool draws(const std::vector<Hazard>& hazards, const scenario::Estimation& settings) {
  for (const Hazard hazard : hazards) {
    for (const BranchMode mode : modes_for(hazard, settings)) {
      if (mode != BranchMode::integrate && mode != BranchMode::force) return true;
    }
  }
  return false;
}

// The same sums of every replication.
template <class Sums>
std::vector<RatioSum> blocks_of(const std::vector<ReplicationSummary>& replications, Sums sums) {
  std::vector<RatioSum> blocks;
  blocks.reserve(replications.size());
  for (const ReplicationSummary& replication : replications) {
    blocks.push_back(sums(replication.rows));
  }
  return blocks;
}

bool looks_worse(const GateReport& a, const GateReport& b) {
  if (b.gate == Gate::not_needed || a.gate == Gate::not_needed) return b.gate == Gate::not_needed;
  if (refuses(a.gate) != refuses(b.gate)) return refuses(a.gate);
  return a.effective_share < b.effective_share;
}

// Routes are judged one by one: the many exposures without a tilt would hide the few with one.
GateReport worst_route(const std::vector<Hazard>& hazards,
                       const std::vector<ReplicationSummary>& replications, Population population) {
  GateReport worst;
  for (const Hazard hazard : hazards) {
    for (std::size_t route = 0; route < clinic::harm_routes; ++route) {
      const auto of_route = [&](const CompactRows& rows) {
        return rows.exposures[static_cast<std::size_t>(hazard)][route].ratios;
      };
      const GateReport report = judge_ratios(blocks_of(replications, of_route), population);
      if (looks_worse(report, worst)) worst = report;
    }
  }
  return worst;
}

bool tilts(RareEstimator estimator) {
  return estimator == RareEstimator::tilted || estimator == RareEstimator::mixed;
}

// Where the clinic has recorded lineages, the mean is theirs and exposures need not be complete: of
// tilted decisions only those that led to a probability are there. A tilted run in which no lineage
// ended has no other mean than theirs, and is refused.
GateReport gates_of(const std::vector<Hazard>& hazards, RareEstimator estimator,
                    const std::vector<ReplicationSummary>& replications) {
  const GateReport lineages =
      judge_ratios(blocks_of(replications, [](const CompactRows& rows) { return rows.lineages; }));
  if (!tilts(estimator) || lineages.gate == Gate::not_needed) {
    return worst_route(hazards, replications, Population::complete);
  }
  const GateReport exposures = worst_route(hazards, replications, Population::harmful);
  if (exposures.gate == Gate::not_needed || refuses(lineages.gate)) return lineages;
  GateReport both = looks_worse(exposures, lineages) ? exposures : lineages;
  both.mean_ratio = lineages.mean_ratio;
  both.standard_error = lineages.standard_error;
  return both;
}

void set_gains(RareEstimate& rare, const Kpi& kpi, const Estimate& estimate,
               const std::vector<Observed>& values) {
  if (!estimate.known || !(estimate.value > 0)) return;
  rare.relative_half_width = estimate.half_width / estimate.value;
  const double error = mean_within_strata(linearised(values), states_of(values)).standard_error;
  const double variance = error * error;
  if (!(variance > 0)) return;
  rare.events_worth = estimate.value * estimate.value / variance;
  double trials = 0;
  for (const Observed& value : values) trials += value.denominator;
  const double p = estimate.value / kpi.scale;
  if (p < 1) rare.variance_reduction = kpi.scale * kpi.scale * p * (1 - p) / trials / variance;
}

}  // namespace

std::vector<RareEstimate> rare_estimates(const std::vector<Kpi>& kpis,
                                         const std::vector<Estimate>& estimates,
                                         const std::vector<ReplicationSummary>& replications,
                                         const scenario::Estimation& settings) {
  std::vector<RareEstimate> all;
  for (std::size_t k = 0; k < kpis.size(); ++k) {
    const std::vector<Hazard> hazards = ledger_hazards(kpis[k]);
    if (hazards.empty() || estimates[k].n == 0) continue;
    RareEstimate rare;
    rare.kpi = k;
    rare.crude = crude_of(kpis, kpis[k]);
    rare.estimator = estimator_of(hazards, settings);
    rare.gates = gates_of(hazards, rare.estimator, replications);
    rare.drawn = draws(hazards, settings);
    const bool nothing = !(estimates[k].value > 0) && rare.drawn;
    if (nothing && !refuses(rare.gates.gate)) rare.gates.gate = Gate::nothing_drawn;
    set_gains(rare, kpis[k], estimates[k], values_of(replications, k));
    all.push_back(rare);
  }
  return all;
}

void refuse(const std::vector<RareEstimate>& rare, std::vector<Estimate>& estimates) {
  for (const RareEstimate& one : rare) {
    if (refuses(one.gates.gate)) estimates[one.kpi] = without_interval(0, 0, word(one.gates.gate));
  }
}

bool is_refused(const Estimate& estimate) {
  return estimate.method.starts_with("refused");
}

std::string_view word(RareEstimator estimator) {
  switch (estimator) {
    case RareEstimator::conditional:
      return "conditional";
    case RareEstimator::tilted:
      return "tilted";
    case RareEstimator::forced:
      return "forced";
    case RareEstimator::split:
      return "split";
    case RareEstimator::mixed:
      return "mixed";
  }
  return "";
}

}  // namespace asepsim::experiment
