// Clinics that run out of gloves, for tests: what became of the gloves, in words.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "unit/clinic/small_clinic.hpp"

namespace asepsim::clinic {

/// Every visit takes two gloves at 1 USD each for 20 min.
inline std::string gloves(const std::string& supply, const std::string& nurses = "2") {
  return monday + "staff: {nurse: {count: " + nurses + R"(, end_of_shift: finish}}
consumables: {gloves: {price: 1 USD, supply: {)" +
         supply + R"(}}}
pathways:
  visit: [{step: care, staff: nurse, consumables: {gloves: 2}, duration: 20 min}]
  talk: [{step: talk, staff: nurse, duration: 20 min}]
)";
}

/// "ordered 3 10:30", in the order of happening.
inline std::vector<std::string> events(const Outcome& r) {
  std::vector<std::string> lines;
  for (const SupplyFact& fact : r.record.supplies) {
    EXPECT_EQ(r.record.pools[fact.pool].name, "gloves");
    lines.push_back(std::string(word(fact.what)) + " " + std::to_string(fact.units) + " " +
                    clock(fact.at));
  }
  return lines;
}

inline std::vector<std::string> stock_outs(const Outcome& r) {
  std::vector<std::string> lines;
  for (const StockOutFact& fact : r.record.stock_outs) {
    lines.push_back(name_of(r, fact.visit) + " " + r.record.pools[fact.pool].name + " " +
                    clock(fact.from) + "-" + clock(fact.until));
  }
  return lines;
}

}  // namespace asepsim::clinic
