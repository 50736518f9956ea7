// Charts that watch a clinic: Bernoulli CUSUM, g-chart, funnel, and how long inspections take.
//
// The Bernoulli CUSUM adds 1 for every event and takes gamma off for every visit, never below 0;
// at h it signals. With gamma = 1/m it walks on a lattice (up m - 1, down 1, in units of 1/m), so
// its average run length is exact: the mean number of visits until it signals. The g-chart looks
// at the visits between two events, the funnel at a clinic's share of events.
// Invariants: run lengths grow with h and fall with the event probability.
// Units: visits (or cycles), events per visit. Source: methods 7; evidence F14, G8-G10.
#pragma once

#include <cstdint>
#include <utility>

namespace asepsim::science {

/// A Bernoulli CUSUM tuned to tell p0 (in control) from p1 > p0.
struct BernoulliCusum {
  double gamma = 0;            ///< taken off per visit, r1 / r2
  std::int64_t lattice = 1;    ///< m = 1/gamma, rounded
  std::int64_t threshold = 1;  ///< h in units of 1/m
};

/// gamma and m for p0 < p1, both in (0, 1); the threshold is left to cusum_threshold. [methods 7]
BernoulliCusum bernoulli_cusum(double p0, double p1);

/// The statistic after one visit, in units of 1/m: max(0, state + m [event] - 1). [methods 7]
std::int64_t cusum_step(std::int64_t state, bool event, const BernoulliCusum& chart);

/// True when the statistic has reached the threshold.
bool cusum_signals(std::int64_t state, const BernoulliCusum& chart);

/// Exact average run length in visits from state 0 when events have probability `p` in (0, 1),
/// by the Markov chain (I - Q)^-1 1. Costs of the order of `threshold`. [methods 7]
double average_run_length(double p, const BernoulliCusum& chart);

/// Smallest threshold whose run length at `p0` is at least `run_length` visits. [G9]
std::int64_t cusum_threshold(double p0, double run_length, BernoulliCusum chart);

/// Log-likelihood-ratio step of a CUSUM with a risk of its own for each patient. [F14]
double likelihood_step(bool event, double p0, double p1);

/// Average run length of a one-sided CUSUM of normal observations with mean `shift`, sd 1,
/// reference `k` and threshold `h` > 0, from 0 (Fredholm equation by Gauss-Legendre nodes).
double normal_cusum_run_length(double shift, double k, double h);

/// Lower limit of a g-chart: a gap of at most so many visits between two events has probability
/// `alpha` in control. [methods 7, Benneyan 2001]
double g_chart_lower_limit(double p0, double alpha);

/// Upper limit of a g-chart, at the same probability on the long side.
double g_chart_upper_limit(double p0, double alpha);

/// Visits until a g-chart with a lower limit alone signals in control: 1 / (alpha p0).
double g_chart_run_length(double p0, double alpha);

/// Exact binomial funnel limits for a share `p0` among `n` visits at central `coverage` (0.95,
/// 0.998): the quantiles, as shares. [methods 7]
std::pair<double, double> funnel_limits(double p0, std::int64_t n, double coverage);

/// Mean delay until a violation is found by visits every `period` that each find it with
/// probability `sensitivity`: period (1/s - 1/2). [methods 7]
double periodic_inspection_delay(double period, double sensitivity);

/// Mean delay when visits come at random at `rate` per unit of time: 1 / (rate s). [methods 7]
double random_inspection_delay(double rate, double sensitivity);

}  // namespace asepsim::science
