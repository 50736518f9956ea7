// Key figures (KPIs): one table of everything that is reported of a run.
//
// In every replication a key figure is a pair (numerator, denominator) of quantities; what it means
// for a run is said by its estimator. The table has figures that every scenario shares
// (standard_kpis) and families with one figure for each step, pool or indication
// (counting_plan.hpp adds them). Ids are stable names: lower case, dots between parts. They are
// what a scenario's `limits`, the files and `asepsim explain` speak of.
#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "experiment/quantity.hpp"

namespace asepsim::experiment {

enum class Direction : std::uint8_t { lower_is_better, higher_is_better, neither };

/// How the values of the replications become one estimate with an interval.
enum class Estimator : std::uint8_t {
  ratio_of_totals,       ///< sum of numerators / sum of denominators; delta method
  mean_of_replications,  ///< mean of each replication's quotient; Student
  rare_events            ///< events / trials in all; Clopper-Pearson
};

/// Which values a figure can have at all: an interval is cut there.
enum class Range : std::uint8_t { any, not_negative, share };

/// What a figure is about; the order is that of tables.
enum class KpiGroup : std::uint8_t {
  waits,
  throughput,
  resources,
  safety,
  depth,
  benefit,
  sterilization,
  money
};
inline constexpr std::size_t kpi_groups = 8;

struct Kpi {
  std::string id;
  std::string name;
  std::string unit;
  KpiGroup group = KpiGroup::waits;
  Direction direction = Direction::neither;
  Estimator estimator = Estimator::ratio_of_totals;
  double scale = 1;  ///< the quotient is multiplied by this, e.g. 1000
  Slot numerator = 0;
  Slot denominator = 0;
  Range range = Range::any;
  bool headline = false;  ///< printed on the screen; the rest stands in the files
  std::string definition = {};
  std::string formula = {};  ///< in words, made from the quantities
};

/// A key figure in one replication: scale x numerator / denominator, nothing if that is 0 / 0.
struct KpiValue {
  double numerator = 0;  ///< scale applied
  double denominator = 0;
  bool operator==(const KpiValue&) const = default;
  [[nodiscard]] bool exists() const { return denominator != 0; }
  /// False if the replication came to no finite result; it is left out of the figure then.
  [[nodiscard]] bool is_number() const {
    return std::isfinite(numerator) && std::isfinite(denominator);
  }
  [[nodiscard]] double value() const { return numerator / denominator; }
};

/// The figures every scenario has, in the order of tables; `currency` names the money unit.
std::vector<Kpi> standard_kpis(const std::string& currency);

/// A family with one figure for each step, pool or indication, for `asepsim explain`.
struct KpiFamily {
  std::string pattern;  ///< e.g. "wait.<pathway>.<step>"
  std::string name;
  std::string unit;
  Direction direction = Direction::neither;
  Estimator estimator = Estimator::ratio_of_totals;
  std::string definition = {};
  std::string formula = {};
  Range range = Range::not_negative;
};
std::vector<KpiFamily> kpi_families();

/// True if `id` is a possible member of the family, e.g. wait.session.needling.
bool belongs_to(const KpiFamily& family, const std::string& id);

const char* word(Direction);
const char* word(Estimator);
const char* word(KpiGroup);
/// How the interval of a figure is made, one sentence.
std::string interval_method(Estimator);

}  // namespace asepsim::experiment
