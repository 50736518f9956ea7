// From the replications' values to estimates with intervals.
//
// Totals of replications with different denominators are ratios of means: each replication's
// numerator is linearised about the ratio (delta method), so that one Student interval, and one
// paired comparison, serve every kind of figure. An estimate with n = 0 has no value at all
// (nothing happened that it could be a share of); files leave it empty. Intervals end where the
// figure's values must end (Range): a rate is not negative, a share not above 1. A replication
// whose value is no finite number is left out, and n says so. Where replications are given a state
// (strata.hpp), totals are weighed, intervals are within strata, and events have the gamma interval
// of weighed counts; without a replication of each state there is no value.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "experiment/confidence_interval.hpp"
#include "experiment/counting.hpp"

namespace asepsim::experiment {

/// A key figure in one replication, as it enters an estimate.
struct Observed : KpiValue {
  GivenState state{};
  bool operator==(const Observed&) const = default;
};

/// One estimate for each figure of `kpis`, in their order.
std::vector<Estimate> estimate_kpis(const std::vector<Kpi>& kpis,
                                    const std::vector<ReplicationSummary>& replications,
                                    double confidence);

/// One figure from its values in the replications.
Estimate estimate_kpi(const Kpi& kpi, const std::vector<Observed>& values, double confidence);

/// The values of figure `k` in all replications that have a finite one.
std::vector<Observed> values_of(const std::vector<ReplicationSummary>& replications, std::size_t k);

/// Sum of numerators / sum of denominators, both weighed; nothing if that is 0 / 0 or a state is
/// missing.
std::optional<double> ratio_of_totals(const std::vector<Observed>& values);

/// The states of these.
std::vector<GivenState> states_of(const std::vector<Observed>& values);
std::vector<GivenState> states_of(const std::vector<ReplicationSummary>& replications);

/// Replications in which figure `k` is no finite number.
std::vector<std::uint64_t> without_number(const std::vector<ReplicationSummary>& replications,
                                          std::size_t k);

/// R + w (Y - R N) / mean(w N) for each replication, with its weight w: their mean is the ratio R
/// of totals, their variance (within strata) that of the delta method. Equal quotients stay equal
/// to the last bit. `values` must have a ratio.
std::vector<double> linearised(const std::vector<Observed>& values);

/// The same ratio with its interval; `values` as above.
Estimate ratio_of(const std::vector<Observed>& values, double confidence);

}  // namespace asepsim::experiment
