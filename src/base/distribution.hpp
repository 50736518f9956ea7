// The description of a probability distribution: plain values, no sampling.
//
// Scenario files are parsed into this struct and the kernel draws from it. Parameters are in the
// unit of the quantity described: microseconds for durations, otherwise the unit the field names.
//
//   family       a                b            c        d
//   constant     value            -            -        -
//   uniform      min              max          -        -
//   triangular   min              mode         max      -
//   exponential  mean             -            -        -
//   normal       mean             sd           min      max     (truncated to [min, max])
//   lognormal    mu               sigma        -        -       (of the logarithm)
//   gamma        shape            scale        -        -
//   weibull      shape            scale        -        -
//   beta         alpha            beta         min      max     (scaled to [min, max])
//   empirical    -                -            -        -       (values: a sorted sample)
//   discrete     -                -            -        -       (values, cumulative weights)
//   logistic     location         scale        shape    -       (generalised, type I; O13)
//
// An empirical distribution is interpolated between neighbours of its sample.
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace asepsim::inline base {

enum class Family : std::uint8_t {
  constant,
  uniform,
  triangular,
  exponential,
  normal,
  lognormal,
  gamma,
  weibull,
  beta,
  empirical,
  discrete,
  logistic
};

struct Distribution {
  Family family = Family::constant;
  double a = 0, b = 0, c = 0, d = 0;
  std::vector<double> values = {};      ///< empirical: sorted; discrete: outcomes
  std::vector<double> cumulative = {};  ///< discrete: cumulative weights, last is 1

  bool operator==(const Distribution&) const = default;

  static Distribution constant(double value) { return {Family::constant, value}; }
  static Distribution uniform(double min, double max) { return {Family::uniform, min, max}; }
  static Distribution triangular(double min, double mode, double max) {
    return {Family::triangular, min, mode, max};
  }
  static Distribution exponential(double mean) { return {Family::exponential, mean}; }
  /// Normal with mean and sd, truncated to [min, max].
  static Distribution normal(double mean, double sd,
                             double min = -std::numeric_limits<double>::infinity(),
                             double max = std::numeric_limits<double>::infinity()) {
    return {Family::normal, mean, sd, min, max};
  }
  /// Lognormal given the mean and standard deviation of the variable itself.
  static Distribution lognormal_mean_sd(double mean, double sd) {
    const double variance = std::log1p(sd * sd / (mean * mean));
    return {Family::lognormal, std::log(mean) - variance / 2, std::sqrt(variance)};
  }
  /// Lognormal given its median and the sd of its logarithm.
  static Distribution lognormal_median_sigma(double median, double sigma) {
    return {Family::lognormal, std::log(median), sigma};
  }
  static Distribution gamma(double shape, double scale) { return {Family::gamma, shape, scale}; }
  static Distribution weibull(double shape, double scale) {
    return {Family::weibull, shape, scale};
  }
  /// Beta with given mean and sd on [min, max].
  static Distribution beta_mean_sd(double mean, double sd, double min = 0, double max = 1) {
    const double m = (mean - min) / (max - min);
    const double s = sd / (max - min);
    const double k = m * (1 - m) / (s * s) - 1;
    return {Family::beta, m * k, (1 - m) * k, min, max};
  }
};

/// True if a normal is cut off on at least one side.
bool is_truncated(const Distribution& normal);

/// Mean of a distribution, in its own unit; closed forms, so exact to rounding.
double mean_of(const Distribution& distribution);

}  // namespace asepsim::inline base
