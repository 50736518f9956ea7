// What a given common cause does: the figures of the risk ledger in each state of it.
#pragma once

#include <optional>
#include <vector>

#include "experiment/counting.hpp"
#include "experiment/kpi_estimates.hpp"

namespace asepsim::experiment {

/// One figure in one state.
struct StrataFigure {
  std::size_t kpi = 0;  ///< index of the figure
  GivenState state{};
  std::int64_t replications = 0;  ///< in this state
  Estimate estimate{};            ///< given the state
  std::optional<double> part{};   ///< of the whole figure; nothing if that is 0
  /// Replications in this state, of as many in all, that would make the figure most precise
  /// (Neyman).
  std::int64_t best = 0;
};

/// All figures of the ledger that have a value, by state; none if no state was given.
std::vector<StrataFigure> strata_figures(const std::vector<Kpi>& kpis,
                                         const std::vector<ReplicationSummary>& replications,
                                         double confidence);

}  // namespace asepsim::experiment
