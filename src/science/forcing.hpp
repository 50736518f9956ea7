// The time of the next rare event: forced to come before a horizon, or hurried.
//
// An event of constant rate (per unit of the time used) is waited for from `from` on. Forcing draws
// its time given that it comes before the horizon and returns the probability of that as a factor;
// it needs no tuning. Tilting multiplies the rate and returns the likelihood ratio of what was
// drawn. Both take one uniform in (0, 1) and are monotone in it.
// Source: forcing and importance sampling of clocks, Rubino & Tuffin 2009.
#pragma once

#include <cstdint>

namespace asepsim::science {

struct ForcedEvent {
  double time = 0;         ///< in [from, horizon]
  double probability = 0;  ///< of an event before the horizon: 1 - e^(-rate (horizon - from))
};

/// The next event, given that it comes before `horizon`; rate >= 0. With no rate or no time left
/// the probability is 0 and the time is the horizon.
ForcedEvent force_before(double rate, double from, double horizon, double u);

struct ForcedTrial {
  std::uint64_t number = 0;  ///< of the first success, from 1 to `trials`
  double probability = 0;    ///< of a success in so many trials: 1 - (1 - p)^trials
};

/// The first success of trials with probability 0 < p < 1 each, given that one of the first
/// `trials` >= 1 is one: the same clock, read in whole trials.
ForcedTrial force_within(double p, std::uint64_t trials, double u);

struct TiltedEvent {
  double time = 0;  ///< the horizon if nothing comes before it
  bool came = false;
  double likelihood_ratio = 1;
};

/// The next event if its rate were `factor` > 0 times as large; rate >= 0.
TiltedEvent tilt_before(double rate, double factor, double from, double horizon, double u);

}  // namespace asepsim::science
