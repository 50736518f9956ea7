// From the replications' values to estimates with intervals.
//
// Totals of replications with different denominators are ratios of means: each replication's
// numerator is linearised about the ratio (delta method), so that one Student interval, and one
// paired comparison, serve every kind of figure. An estimate with n = 0 has no value at all
// (nothing happened that it could be a share of); files leave it empty. Intervals end where the
// figure's values must end (Range): a rate is not negative, a share not above 1. A replication
// whose value is no finite number is left out, and n says so.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "experiment/confidence_interval.hpp"
#include "experiment/counting.hpp"

namespace asepsim::experiment {

/// One estimate for each figure of `kpis`, in their order.
std::vector<Estimate> estimate_kpis(const std::vector<Kpi>& kpis,
                                    const std::vector<ReplicationSummary>& replications,
                                    double confidence);

/// One figure from its values in the replications.
Estimate estimate_kpi(const Kpi& kpi, const std::vector<KpiValue>& values, double confidence);

/// The values of figure `k` in all replications that have a finite one.
std::vector<KpiValue> values_of(const std::vector<ReplicationSummary>& replications, std::size_t k);

/// sum of numerators / sum of denominators; nothing if that is 0 / 0.
std::optional<double> ratio_of_totals(const std::vector<KpiValue>& values);

/// Replications in which figure `k` is no finite number.
std::vector<std::uint64_t> without_number(const std::vector<ReplicationSummary>& replications,
                                          std::size_t k);

/// R + (Y - R N) / mean N for each replication: their mean is the ratio R of totals, their variance
/// that of the delta method. Equal quotients stay equal to the last bit. `values` must have a
/// ratio.
std::vector<double> linearised(const std::vector<KpiValue>& values);

}  // namespace asepsim::experiment
