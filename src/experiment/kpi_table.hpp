// The parts of the table of key figures; kpi.hpp joins them. Private to the room.
//
// A row names its quantities; the formula in words is made from them when the parts are joined, so
// that table, count and explanation cannot drift apart.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "experiment/kpi.hpp"

namespace asepsim::experiment {

/// How a row is estimated and shown.
enum class RowKind : std::uint8_t {
  plain,             ///< ratio of totals
  headline,          ///< the same, printed on the screen
  each_replication,  ///< mean of the replications' values
  headline_each_replication
};

struct KpiRow {
  const char* id;
  const char* name;
  const char* unit;
  Direction direction;
  Quantity numerator, denominator;
  RowKind kind;
  const char* definition;
  double scale = 1;
};

/// The rows of one group as figures.
std::vector<Kpi> kpis_of(KpiGroup group, std::span<const KpiRow> rows);

std::vector<Kpi> operations_kpis();
std::vector<Kpi> safety_kpis();
std::vector<Kpi> treatment_kpis();
std::vector<Kpi> cluster_kpis();
std::vector<Kpi> hygiene_kpis();
std::vector<Kpi> benefit_kpis(const std::string& currency);
std::vector<Kpi> money_kpis(const std::string& currency);

std::vector<KpiFamily> supply_families();

/// "1000 x sessions / days", or the quantity alone when the denominator is 1.
std::string formula_of(const Kpi& kpi, const std::string& numerator,
                       const std::string& denominator);

}  // namespace asepsim::experiment
