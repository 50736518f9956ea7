#include "kernel/tally.hpp"

#include <algorithm>

namespace asepsim::kernel {

void Tally::add(double x) {
  min_ = n_ == 0 ? x : std::min(min_, x);
  max_ = n_ == 0 ? x : std::max(max_, x);
  ++n_;
  const double delta = x - mean_;
  mean_ += delta / static_cast<double>(n_);
  m2_ += delta * (x - mean_);
}

// Chan, Golub and LeVeque (1979): the pairwise update of mean and sum of squares.
void Tally::merge(const Tally& other) {
  if (other.n_ == 0) return;
  if (n_ == 0) {
    *this = other;
    return;
  }
  const auto n_a = static_cast<double>(n_);
  const auto n_b = static_cast<double>(other.n_);
  const double delta = other.mean_ - mean_;
  mean_ += delta * n_b / (n_a + n_b);
  m2_ += other.m2_ + delta * delta * n_a * n_b / (n_a + n_b);
  n_ += other.n_;
  min_ = std::min(min_, other.min_);
  max_ = std::max(max_, other.max_);
}

double Tally::variance() const {
  return n_ < 2 ? 0.0 : m2_ / static_cast<double>(n_ - 1);
}

void TimeWeighted::set(SimTime at, double level) {
  if (started_) {
    integral_ += level_ * static_cast<double>((at - last_).microseconds());
  } else {
    start_ = at;
    started_ = true;
  }
  last_ = at;
  level_ = level;
}

double TimeWeighted::integral(SimTime until) const {
  if (!started_) return merged_integral_;
  return merged_integral_ + integral_ +
         level_ * static_cast<double>((until - last_).microseconds());
}

double TimeWeighted::average(SimTime until) const {
  Duration length = merged_length_;
  if (started_) length += until - start_;
  if (length <= Duration{}) return 0.0;
  return integral(until) / static_cast<double>(length.microseconds());
}

void TimeWeighted::merge(const TimeWeighted& other, SimTime other_until) {
  merged_integral_ += other.integral(other_until);
  merged_length_ += other.merged_length_;
  if (other.started_) merged_length_ += other_until - other.start_;
}

}  // namespace asepsim::kernel
