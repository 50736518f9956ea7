// Interval estimates of one system: means, proportions, rates, ratios, quantiles.
//
// No bare mean: every function returns an Estimate with its interval, its number of observations
// and the name of its method. Where the observations cannot carry an interval (fewer than two
// replications, no trials, a ratio to nothing) `known` is false, low and high equal the value and
// the half-width is 0; a NaN never leaves this room.
// `confidence` is two-sided and lies in (0, 1), e.g. 0.95, unless a name says upper. Replications
// are independent; patients within one are not, so intervals are over replications.
// Source: methods section 2 (Law; Clopper & Pearson; Wilson; Garwood; Fay & Feuer 1997).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace asepsim::experiment {

struct Interval {
  double low = 0, high = 0;
};

/// A number with its uncertainty.
struct Estimate {
  double value = 0;
  double low = 0, high = 0;          ///< interval; both equal value when not known
  double half_width = 0;             ///< (high - low) / 2, before any cut at the bounds
  std::int64_t n = 0;                ///< replications, trials or events the interval rests on
  std::string_view method = "none";  ///< as printed in results
  bool known = false;                ///< false: too few observations for an interval
};

/// Puts an estimate together; not known if a bound is not finite.
Estimate make_estimate(double value, Interval interval, std::int64_t n, std::string_view method);

/// A value without an interval, because `n` observations cannot carry one.
Estimate without_interval(double value, std::int64_t n, std::string_view method);

/// Mean with Student's t: mean +- t s / sqrt(n). `variance` is the sample variance (n - 1).
Estimate student_interval(double mean, double variance, std::int64_t n, double confidence);
Estimate student_interval(std::span<const double> values, double confidence);

/// Proportion of `events` in `trials`, for display: short, coverage near nominal on average.
Estimate wilson(std::int64_t events, std::int64_t trials, double confidence);

/// Proportion with exact coverage (never below nominal): the one for regulators. Two-sided.
Estimate clopper_pearson(std::int64_t events, std::int64_t trials, double confidence);

/// One-sided upper bound with exact coverage, low = 0; with no events 1 - alpha^(1/n), about 3/n.
Estimate clopper_pearson_upper(std::int64_t events, std::int64_t trials, double confidence);

/// Proportion by the equal-tailed Beta(x + 1/2, n - x + 1/2); an end is 0 or 1 at x = 0 or n.
Estimate jeffreys(std::int64_t events, std::int64_t trials, double confidence);

/// Poisson rate: `events` in `exposure` > 0, per unit of exposure; exact (Garwood).
Estimate garwood(std::int64_t events, double exposure, double confidence);

/// Sum of weighted Poisson counts, sum w_i x_i, by gamma matching; valid with zero events, when the
/// upper bound comes from the largest weight. `weights` include those without events.
Estimate fay_feuer(std::span<const double> weights, std::span<const std::int64_t> counts,
                   double confidence);

/// First and second moments of replications of a numerator and a denominator.
struct PairMoments {
  std::int64_t n = 0;
  double mean_numerator = 0, mean_denominator = 0;
  double variance_numerator = 0, variance_denominator = 0, covariance = 0;  ///< with n - 1
};

/// Moments of two spans of equal length.
PairMoments pair_moments(std::span<const double> numerator, std::span<const double> denominator);

/// Ratio of means, e.g. infections per visit when visits vary: delta method,
/// s^2 = s_Y^2 - 2 R s_YN + R^2 s_N^2. Not the mean of ratios.
Estimate ratio_interval(const PairMoments& moments, double confidence);
Estimate ratio_interval(std::span<const double> numerator, std::span<const double> denominator,
                        double confidence);

/// Ratio of means with the jackknife: less biased, for few replications.
Estimate jackknife_ratio(std::span<const double> numerator, std::span<const double> denominator,
                         double confidence);

/// Relative risk mean(alternative) / mean(base) of paired replications, on the log scale, so that
/// the bounds are positive. Not known when a mean is not positive.
Estimate paired_ratio(std::span<const double> base, std::span<const double> alternative,
                      double confidence);

/// Ranks (from 1) of the order statistics that enclose a quantile, and the coverage they reach.
struct OrderRanks {
  std::int64_t low = 0, high = 0;
  double achieved = 0;
};

/// Narrowest equal-tailed ranks for the `quantile` in (0, 1) of `n` values; none if n is too small.
std::optional<OrderRanks> order_statistic_ranks(std::int64_t n, double quantile, double confidence);

/// Quantile with its order-statistic interval; the value interpolates linearly between order
/// statistics. Free of any distribution.
Estimate quantile_interval(std::vector<double> values, double quantile, double confidence);

/// Observations needed so that the `order`-th largest bounds the quantile from above (Wilks).
std::int64_t wilks_sample_size(double quantile, double confidence, std::int64_t order = 1);

/// Proportion valid at every look, however often one looks (beta-binomial confidence sequence,
/// Howard et al. 2021): {p : p^S (1-p)^(n-S) >= alpha B(S+1, n-S+1)}.
Estimate anytime_proportion(std::int64_t events, std::int64_t trials, double confidence);

}  // namespace asepsim::experiment
