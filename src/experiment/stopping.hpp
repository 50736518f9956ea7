// When enough replications have run.
//
// A response is precise enough when its half-width is within gamma/(1 + gamma) of the mean (Law:
// then the error relative to the true mean is within gamma) or within an absolute size. Decisions
// fall only at fixed block boundaries, in replication order, so that the number of replications
// does not depend on the number of workers. Because a first success may be luck, the responses must
// stay precise over a look-ahead (Hoad, Robinson & Davies).
// Source: methods section 2.
#pragma once

#include <cstdint>
#include <optional>

#include "experiment/confidence_interval.hpp"

namespace asepsim::experiment {

/// What precision is asked of one response; either condition is enough.
struct PrecisionTarget {
  double relative = 0.10;  ///< gamma, wanted error relative to the true mean; 0: not asked
  double absolute = 0.0;   ///< half-width that is always good enough, in the response's unit
};

/// gamma / (1 + gamma): the share of the estimated mean the half-width may reach. [Law]
double relative_limit(double gamma);

/// True if the estimate has an interval and meets the target. A rare event that was never seen has
/// mean 0 and half-width 0, which is no precision: it needs an absolute target to pass.
bool precise_enough(const Estimate& estimate, const PrecisionTarget& target);

struct StoppingLimits {
  std::int64_t minimum = 30;    ///< replications before any stop [methods 2: n0 >= 30]
  std::int64_t maximum = 1000;  ///< replications at which the study ends in any case
  std::int64_t look_ahead = 5;  ///< k; looks ahead k max(n, 100)/100 replications [Hoad]
};

enum class StopDecision { go_on, precise, exhausted };

/// Watches the block boundaries of one study.
class StoppingRule {
 public:
  explicit StoppingRule(const StoppingLimits& limits) : limits_(limits) {}

  /// Decision after `replications` in all, which grow from call to call; `all_precise`: every
  /// response meets its target. At the maximum the answer is `precise` if they do then.
  StopDecision at_boundary(std::int64_t replications, bool all_precise);

  /// Replications at which the unbroken run of precise boundaries began.
  [[nodiscard]] std::optional<std::int64_t> precise_since() const { return precise_since_; }

 private:
  StoppingLimits limits_;
  std::optional<std::int64_t> precise_since_;
};

}  // namespace asepsim::experiment
