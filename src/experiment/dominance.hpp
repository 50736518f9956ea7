// Rates of the risk ledger that a few replications decide.
//
// One infected source on a re-used head can outweigh everything else that happened in all other
// replications. The variance of the replications is then itself badly known, and the interval of
// the rate too short.
#pragma once

#include <cstdint>
#include <vector>

#include "experiment/counting.hpp"
#include "experiment/kpi.hpp"

namespace asepsim::experiment {

/// A share of the total above which a replication dominates a rate.
inline constexpr double dominant_share = 0.2;

/// The replication that holds most of the total of a rate.
struct Dominance {
  std::size_t kpi = 0;
  std::uint64_t replication = 0;
  double share = 0;
};

/// The rates from the ledger in which one replication dominates: it holds more than a fifth of the
/// total, and more than twice its even share (of five replications one holds a fifth anyway).
std::vector<Dominance> dominated(const std::vector<Kpi>& kpis,
                                 const std::vector<ReplicationSummary>& replications);

}  // namespace asepsim::experiment
