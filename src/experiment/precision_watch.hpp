// How precise the headline figures have become while a run is under way, for the progress line.
//
// Replications arrive in any order, so this is for the eye; results are estimated from the
// summaries in order.
#pragma once

#include <vector>

#include "experiment/counting.hpp"
#include "kernel/tally.hpp"

namespace asepsim::experiment {

class PrecisionWatch {
 public:
  explicit PrecisionWatch(const std::vector<const CountingPlan*>& plans);

  /// Takes the values of one replication of series `s`.
  void add(std::size_t s, const std::vector<KpiValue>& values);

  /// Widest relative 95 % half-width of the means; 0 while some figure has fewer than two values.
  [[nodiscard]] double worst() const;

 private:
  struct Watched {
    std::size_t kpi;
    kernel::Tally tally;
  };
  std::vector<std::vector<Watched>> watched_;  ///< by series
};

}  // namespace asepsim::experiment
