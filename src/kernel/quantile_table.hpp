// A distribution that is drawn from again and again, its inverse worked out beforehand.
//
// The inverse of a beta distribution costs as much as half of what else a needling does. Between
// standard normal scores of -7 and 7 it is read off a cubic Hermite spline through 897 points with
// their exact slopes (error below 1e-9 of the range); beyond, and for every other family, the
// distribution itself is asked. A draw has the address and the uniform that it has without a table.
// Sources: A&S 26.5 (beta), 25.2.29 (Hermite interpolation).
#pragma once

#include <memory>
#include <optional>

#include "base/distribution.hpp"

namespace asepsim::kernel {

/// A distribution and, if it is a beta with a density that stays finite, its tabulated inverse.
/// Copies share the table, which never changes.
class QuantileTable {
 public:
  QuantileTable() = default;
  explicit QuantileTable(const base::Distribution& law);

  [[nodiscard]] const base::Distribution& law() const { return law_; }

  [[nodiscard]] bool is_tabulated() const { return spline_ != nullptr; }

  /// The value below which the fraction `u`, in (0, 1), lies; none if `law` is not tabulated there.
  [[nodiscard]] std::optional<double> find(double u) const;

 private:
  struct Spline;
  base::Distribution law_{};
  std::shared_ptr<const Spline> spline_{};
};

}  // namespace asepsim::kernel
