// The time of the next rare event: forced to come before a horizon, or hurried; and outbreaks.
//
// An event of constant rate (per unit of the time used) is waited for from `from` on. Forcing draws
// its time given that it comes before the horizon and returns the probability of that as a factor;
// it needs no tuning. Tilting multiplies the rate and returns the likelihood ratio of what was
// drawn. Both take one uniform in (0, 1) and are monotone in it.
// Source: forcing and importance sampling of clocks, Rubino & Tuffin 2009.
#pragma once

#include "experiment/confidence_interval.hpp"

namespace asepsim::experiment {

struct ForcedEvent {
  double time = 0;         ///< in [from, horizon]
  double probability = 0;  ///< of an event before the horizon: 1 - e^(-rate (horizon - from))
};

/// The next event, given that it comes before `horizon`; rate >= 0. With no rate or no time left
/// the probability is 0 and the time is the horizon.
ForcedEvent force_before(double rate, double from, double horizon, double u);

struct TiltedEvent {
  double time = 0;  ///< the horizon if nothing comes before it
  bool came = false;
  double likelihood_ratio = 1;
};

/// The next event if its rate were `factor` > 0 times as large; rate >= 0.
TiltedEvent tilt_before(double rate, double factor, double from, double horizon, double u);

/// Probability of an outbreak in two phases: `index` is the expected number of first transmissions
/// (from the risk ledger), `spread` the probability that one of them goes on to what is called an
/// outbreak (by forcing or splitting). First transmissions are independent and rare, so 1 -
/// e^(-index x spread); the interval combines the two relative half-widths on the log scale. Both
/// need the same confidence and a value > 0; otherwise there is no interval.
Estimate outbreak_probability(const Estimate& index, const Estimate& spread);

}  // namespace asepsim::experiment
