// Two systems compared: how much they differ, how surely, and what may be said about it.
//
// Replications of both systems run on common random numbers are pairs; the difference is estimated
// from the pairs (methods section 3). Welch is for systems whose replications are independent.
// Differences are alternative minus base. A verdict says lower or higher only when the interval
// excludes 0; otherwise it is undecided, never "no difference". That two systems are alike is
// claimed by a margin declared beforehand (equivalence), that one is no worse by non-inferiority.
// Source: methods section 3.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "experiment/confidence_interval.hpp"
#include "experiment/stratified.hpp"

namespace asepsim::experiment {

/// What a difference allows to say about the alternative.
enum class Verdict { lower, higher, undecided };

struct Comparison {
  Estimate difference;        ///< alternative - base
  double standard_error = 0;  ///< of the difference
  double degrees_of_freedom = 0;
  double p_value = 1;  ///< two-sided, of no difference in means
  /// Between paired replications; absent when a side does not vary or is not paired. Negative
  /// means that the common random numbers did harm.
  std::optional<double> correlation;
  /// (s_base^2 + s_alternative^2) / s_difference^2: replications saved by pairing; absent when the
  /// differences do not vary or the systems are not paired.
  std::optional<double> variance_reduction;
  double share_larger = 0;   ///< of paired replications in which the alternative is larger
  double share_smaller = 0;  ///< the rest are equal
  Verdict verdict = Verdict::undecided;
};

/// Paired Student interval of the difference. Spans of equal length, replication by replication.
Comparison paired_difference(std::span<const double> base, std::span<const double> alternative,
                             double confidence);

/// Welch's interval for independent replications; the shares are left 0.
Comparison welch(std::span<const double> base, std::span<const double> alternative,
                 double confidence);

/// The difference as a mean over strata (stratified.hpp): of pairs, or of both sides one by one,
/// the base with its sign reversed. Correlation and variance reduction are not known,
/// and the shares are left 0: points that are weighed do not say which side was larger.
Comparison stratified_difference(std::span<const Stratum> strata, double confidence);

/// lower, higher, or undecided when the interval contains 0 or is not known.
Verdict verdict_of(const Estimate& difference);

/// The verdict by a p-value adjusted for several comparisons: the sign of the difference if
/// adjusted_p < alpha, otherwise undecided.
Verdict verdict_of(const Comparison& comparison, double adjusted_p, double alpha);

/// p-values adjusted by Holm, in the order given. Valid under any dependence.
std::vector<double> holm(std::span<const double> p_values);

/// Exact two-sided McNemar test on patient-level counterfactuals: harmed only in the base and
/// harmed only in the alternative. 1 when there are none.
double mcnemar_p_value(std::int64_t only_base, std::int64_t only_alternative);

/// Answer to a claim with a margin. `refuted`: the interval contradicts the claim.
enum class MarginVerdict { shown, refuted, undecided };

struct MarginTest {
  Estimate difference;  ///< with the 1 - 2 alpha interval that decides
  MarginVerdict verdict = MarginVerdict::undecided;
};

/// Is the alternative no worse, worse meaning larger by `margin` > 0 or more? Shown when the
/// one-sided upper (1 - alpha) bound of the mean difference is below the margin.
MarginTest non_inferiority(double mean, double variance, std::int64_t n, double margin,
                           double alpha);

/// Two one-sided tests: equivalence within +-margin is shown when the 1 - 2 alpha interval lies
/// inside, and refuted when it lies outside.
MarginTest equivalence(double mean, double variance, std::int64_t n, double margin, double alpha);

}  // namespace asepsim::experiment
