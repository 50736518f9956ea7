// Statistics that merge: tallies of observations and time-weighted levels.
//
// Tally: Welford's one-pass moments with Chan's merge. Merging in a fixed order gives the same bits
// whatever thread made the parts. TimeWeighted: integral of a piecewise constant level.
#pragma once

#include <cstdint>

#include "base/sim_time.hpp"

namespace asepsim::kernel {

/// Count, mean, variance, minimum and maximum of observations.
class Tally {
 public:
  void add(double x);
  void merge(const Tally& other);
  [[nodiscard]] std::int64_t count() const { return n_; }
  [[nodiscard]] double mean() const { return mean_; }
  /// Sample variance (n - 1); 0 when n < 2.
  [[nodiscard]] double variance() const;
  [[nodiscard]] double sum() const { return mean_ * static_cast<double>(n_); }
  [[nodiscard]] double min() const { return min_; }
  [[nodiscard]] double max() const { return max_; }

 private:
  std::int64_t n_ = 0;
  double mean_ = 0, m2_ = 0, min_ = 0, max_ = 0;
};

/// Time average of a level that changes at events.
class TimeWeighted {
 public:
  /// The level becomes `level` at `at` (not before the last change).
  void set(SimTime at, double level);
  /// Integral of the level up to `until`, in level x microseconds.
  [[nodiscard]] double integral(SimTime until) const;
  /// Time average over [from first set, until].
  [[nodiscard]] double average(SimTime until) const;
  [[nodiscard]] double level() const { return level_; }
  /// Adds another period of observation (its integral and its length).
  void merge(const TimeWeighted& other, SimTime other_until);

 private:
  SimTime start_{}, last_{};
  double level_ = 0, integral_ = 0, merged_integral_ = 0;
  Duration merged_length_{};
  bool started_ = false;
};

}  // namespace asepsim::kernel
