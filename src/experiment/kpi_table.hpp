// The parts of the table of key figures; kpi.hpp joins them. Private to the room.
//
// A row names its quantities; the formula in words is made from them when the parts are joined, so
// that table, count and explanation cannot drift apart.
#pragma once

#include <string>
#include <vector>

#include "experiment/kpi.hpp"

namespace asepsim::experiment {

std::vector<Kpi> operations_kpis();
std::vector<Kpi> safety_kpis();
std::vector<Kpi> money_kpis(const std::string& currency);

/// "1000 x sessions / days", or the quantity alone when the denominator is 1.
std::string formula_of(const Kpi& kpi, const std::string& numerator,
                       const std::string& denominator);

}  // namespace asepsim::experiment
