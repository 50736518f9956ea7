// The columns of an estimate in every table: its value, and the ends of its interval.
//
// What does not exist is an empty field. Private to the room.
#pragma once

#include "experiment/confidence_interval.hpp"
#include "report/csv.hpp"

namespace asepsim::report {

/// Lower and upper end.
inline CsvTable& add_interval(CsvTable& table, const experiment::Estimate& estimate) {
  return estimate.known ? table.number(estimate.low).number(estimate.high) : table.empty().empty();
}

/// Value, lower and upper end.
inline CsvTable& add_estimate(CsvTable& table, const experiment::Estimate& estimate) {
  estimate.n > 0 ? table.number(estimate.value) : table.empty();
  return add_interval(table, estimate);
}

/// Lower and upper end, half-width.
inline CsvTable& add_precision(CsvTable& table, const experiment::Estimate& estimate) {
  add_interval(table, estimate);
  return estimate.known ? table.number(estimate.half_width) : table.empty();
}

}  // namespace asepsim::report
