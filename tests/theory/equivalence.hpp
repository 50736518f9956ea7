// How a simulated mean is held against a value known from theory.
//
// A check passes only if the 99 % confidence interval of the mean, from independent replications,
// lies inside oracle +- margin ("the interval contains the oracle" would reward a short run). Each
// check also demands that the margin is at least 6.5 standard errors: then a correct kernel, given
// fresh seeds, would fail it once in 10,000 times (|Z| > 6.5 - 2.6). Seeds are fixed, so a check
// that passes once passes always.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "kernel/kernel.hpp"

namespace asepsim::theory {

/// The mean of `replications` (one value each) equals `oracle` to within `margin`, a fraction of
/// it.
inline void expect_equivalent(const std::string& what, const kernel::Tally& replications,
                              double oracle, double margin) {
  constexpr double z = 2.68;  // Student's t, 0.995, 49 degrees of freedom
  ASSERT_GE(replications.count(), 50) << what;
  const double standard_error =
      std::sqrt(replications.variance() / static_cast<double>(replications.count()));
  const double allowed = margin * oracle;
  EXPECT_LT(std::abs(replications.mean() - oracle) + z * standard_error, allowed)
      << what << ": " << replications.mean() << " +- " << z * standard_error << ", theory "
      << oracle << " +- " << allowed;
  EXPECT_GT(allowed, 6.5 * standard_error)
      << what << ": the run is too short for the stated false-alarm rate";
}

}  // namespace asepsim::theory
