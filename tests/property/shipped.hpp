// Shipped scenarios, changed and run in the test, and means with their errors.
#pragma once

#include <cmath>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "clinic/run_replication.hpp"
#include "scenario/read_scenario.hpp"

namespace asepsim::testing {

inline scenario::Scenario shipped(const std::string& name,
                                  const std::vector<scenario::Override>& changes = {}) {
  const auto read = scenario::read_scenario(
      std::string(ASEPSIM_SOURCE_DIR) + "/scenarios/" + name + ".yaml", changes);
  if (!read.scenario) throw std::invalid_argument(to_text(read.diagnostics));
  return *read.scenario;
}

inline std::shared_ptr<const clinic::Plan> plan_of(
    const std::string& name, const std::vector<scenario::Override>& changes = {}) {
  return clinic::compile(shipped(name, changes));
}

/// The roller clinic with half of the patients infectious, one cycle in seven never run and nobody
/// looking, so that transmissions can be counted.
inline std::shared_ptr<const clinic::Plan> unsafe_rollers(const std::string& infectivity) {
  return plan_of("reusable_rollers_autoclave",
                 {{"population.hbv", "0.5"},
                  {"bloodborne.hbv.viraemic", "1"},
                  {"bloodborne.hbv.infectivity", infectivity},
                  {"sterilization.failure.probability", "0.5"},
                  {"sterilization.failure.not_run", "0.3"},
                  {"sterilization.indicators.printout_sensitivity", "0"},
                  {"sterilization.indicators.chemical_sensitivity", "0"},
                  {"sterilization.indicators.biological_sensitivity", "0"},
                  {"sterilization.wash.failure", "0.5"}});
}

/// True if the visit is counted: after the warm-up.
inline bool is_counted(const clinic::ReplicationRecord& record, std::uint32_t visit) {
  return record.visits[visit].arrived_at >= record.counted_from;
}

/// Mean and standard error of values.
struct Mean {
  double mean = 0, error = 0;
};

inline Mean mean_of(const std::vector<double>& values) {
  const auto n = static_cast<double>(values.size());
  double sum = 0, squares = 0;
  for (const double value : values) sum += value;
  for (const double value : values) squares += (value - sum / n) * (value - sum / n);
  return {sum / n, std::sqrt(squares / (n - 1) / n)};
}

}  // namespace asepsim::testing
