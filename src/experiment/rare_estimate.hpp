// How well rare harm is estimated: the estimator by name, what it gains, and whether to believe it.
//
// Every figure of the risk ledger is compared with what counting would have given: of N sessions
// with risk p each, a count has the variance p (1 - p) / N by theory. The gain is that variance by
// the one over replications; the worth in events is the number of counted harms that would give the
// same relative error. A figure of zero is refused if a decision before the harm is drawn: then no
// event was, and nothing tells how far above zero the risk may be. A tilted figure passes the gates
// of likelihood_gates.hpp or is refused: then it has no value at all, limits on it are undecided,
// and the reason stands in its place.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "experiment/counting.hpp"
#include "experiment/kpi_estimates.hpp"
#include "experiment/likelihood_gates.hpp"
#include "scenario/estimation.hpp"

namespace asepsim::experiment {

/// The outcome itself is always integrated; the name tells of the branches before it.
enum class RareEstimator : std::uint8_t { conditional, tilted, forced, split, mixed };

struct RareEstimate {
  std::size_t kpi = 0;                 ///< index of the figure
  std::optional<std::size_t> crude{};  ///< index of the counted one
  RareEstimator estimator = RareEstimator::conditional;
  bool drawn = false;  ///< a decision before the harm is drawn: what never came is missing
  std::optional<double> relative_half_width{};  ///< of the interval, before any cut
  std::optional<double> variance_reduction{};   ///< against counting; nothing without variance
  std::optional<double> events_worth{};         ///< 1 / (relative standard error)^2
  GateReport gates{};                           ///< of the route whose ratios look worst
};

/// One for each figure of the ledger that has a value, in the order of `kpis`.
std::vector<RareEstimate> rare_estimates(const std::vector<Kpi>& kpis,
                                         const std::vector<Estimate>& estimates,
                                         const std::vector<ReplicationSummary>& replications,
                                         const scenario::Estimation& settings);

/// Takes their values from the estimates that the gates refuse; the reason becomes the method.
void refuse(const std::vector<RareEstimate>& rare, std::vector<Estimate>& estimates);

/// True if `refuse` took the value.
bool is_refused(const Estimate& estimate);

std::string_view word(RareEstimator);

}  // namespace asepsim::experiment
