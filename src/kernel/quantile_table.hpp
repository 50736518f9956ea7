// A distribution that is drawn from again and again, its inverse worked out beforehand.
//
// The inverse of a beta distribution is iterated, which was the largest single part of a run.
// Between standard normal scores of -7 and 7 it is read off a cubic Hermite spline through 897
// points with their exact slopes (error below 1e-9 of the range); beyond, and for every other
// family, the distribution itself is asked. A draw has the address and the uniform that it has
// without a table.
#pragma once

#include <memory>

#include "base/distribution.hpp"

namespace asepsim::kernel {

/// A distribution and, if it is a beta whose parameters are not below one, its tabulated inverse.
/// Copies share the table, which never changes.
class QuantileTable {
 public:
  QuantileTable() = default;
  explicit QuantileTable(const Distribution& law);

  [[nodiscard]] const Distribution& law() const { return law_; }

  /// False if the distribution is asked for every fraction.
  [[nodiscard]] bool is_tabulated() const { return spline_ != nullptr; }

  /// The value below which the fraction `u`, in (0, 1), lies, in the unit of the distribution.
  [[nodiscard]] double operator()(double u) const;

 private:
  struct Spline;
  Distribution law_{};
  std::shared_ptr<const Spline> spline_{};
};

}  // namespace asepsim::kernel
