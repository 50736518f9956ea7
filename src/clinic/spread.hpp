// Infections by one cause, as they come: when does one become a cluster?
//
// Two or more patients infected through one load, one source or one bottle are a cluster. Given the
// cause, patients are independent; each exposure adds the chance that exactly one was infected
// before and this one is too, so that the sum is the probability of at least two. Source: methods
// 4.1 (conditional on the shared cause, then mixed by the caller's weight).
#pragma once

namespace asepsim::clinic {

/// Patients infected by one cause, given its state.
class Spread {
 public:
  /// Chance that a patient, infected with probability `p`, makes it two just now.
  double meets(double p) {
    const double second = one_ * p;
    one_ += none_ * p - second;
    none_ *= 1 - p;
    return second;
  }

 private:
  double none_ = 1, one_ = 0;  // probabilities
};

}  // namespace asepsim::clinic
