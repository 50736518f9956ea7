// A value of the scenario with its provenance.
//
// Any number of a scenario may be written as a bare value or as a map {value, range, dist, source,
// note}. `source` names the evidence row or document, `range` (of a random quantity: of its mean)
// feeds sensitivity studies, `dist` is the parameter's own uncertainty (outer loop), never the
// variability of a simulated draw.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "base/distribution.hpp"
#include "base/sim_time.hpp"
#include "base/units.hpp"

namespace asepsim::scenario {

template <class T>
struct Sourced {
  T value{};
  std::string source = {};  ///< evidence row (P16, C21 ...) or the author's words
  std::optional<std::pair<T, T>> range = {};
  std::optional<Distribution> uncertainty = {};
  std::string note = {};

  // Reading a Sourced value is reading the value: provenance is for reports.
  operator const T&() const { return value; }  // NOLINT(google-explicit-constructor)
  const T* operator->() const { return &value; }
  bool operator==(const Sourced&) const = default;
};

using Count = Sourced<std::int64_t>;  ///< a whole number
using Number = Sourced<double>;       ///< dimensionless (probability, share, factor) or as named
using Time = Sourced<Duration>;       ///< a fixed length of time
using Price = Sourced<Money>;         ///< an amount of the scenario's currency
using Length = Sourced<Millimetres>;
using Temperature = Sourced<Celsius>;
using Variate = Sourced<Distribution>;  ///< a random quantity, drawn anew each time (times: in us)

}  // namespace asepsim::scenario
