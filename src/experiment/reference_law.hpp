// Quantiles and tails of the laws behind the intervals, in double throughout.
//
// Only the numbers leave: Boost.Math stays in reference_law.cpp. Probabilities lie in (0, 1).
// Source: methods section 2.
#pragma once

#include <cstdint>

namespace asepsim::experiment {

/// Standard normal distribution function; its quantile follows.
double normal_cdf(double z);
double normal_quantile(double probability);
/// Quantile of Student's t; `degrees` > 0 need not be whole (Welch).
double student_quantile(double probability, double degrees);
/// Two-sided p-value of a t statistic.
double student_p_value(double t, double degrees);
double chi_squared_quantile(double probability, double degrees);
double beta_quantile(double probability, double a, double b);
/// P(X <= x) for X ~ Binomial(n, p); 0 below x = 0.
double binomial_cdf(std::int64_t x, std::int64_t n, double p);

}  // namespace asepsim::experiment
