#include "experiment/dominance.hpp"

#include <algorithm>
#include <optional>

#include "experiment/kpi_estimates.hpp"
#include "experiment/ledger_figures.hpp"

namespace asepsim::experiment {
namespace {

std::optional<Dominance> largest(std::size_t kpi,
                                 const std::vector<ReplicationSummary>& replications) {
  const std::vector<double> weights = weights_of(states_of(replications));
  Dominance most{kpi};
  double total = 0;
  for (std::size_t r = 0; r < replications.size(); ++r) {
    const KpiValue& value = replications[r].values[kpi];
    if (!value.is_number()) continue;
    const double weighed = weights[r] * value.numerator;
    total += weighed;
    if (weighed > most.share) most = {kpi, replications[r].replication, weighed};
  }
  if (!(total > 0)) return std::nullopt;
  most.share /= total;
  return most;
}

}  // namespace

std::vector<Dominance> dominated(const std::vector<Kpi>& kpis,
                                 const std::vector<ReplicationSummary>& replications) {
  std::vector<Dominance> found;
  if (replications.empty()) return found;
  const double even = 1 / static_cast<double>(replications.size());
  for (std::size_t k = 0; k < kpis.size(); ++k) {
    if (ledger_hazards(kpis[k]).empty()) continue;
    const auto most = largest(k, replications);
    if (most && most->share > std::max(dominant_share, 2 * even)) found.push_back(*most);
  }
  return found;
}

}  // namespace asepsim::experiment
