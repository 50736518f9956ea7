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

/// True if the visit is counted: after the warm-up.
inline bool is_counted(const clinic::ReplicationRecord& record, std::uint32_t visit) {
  return record.visits[visit].arrived_at >= record.counted_from;
}

inline bool is_bloodborne(clinic::Hazard hazard) {
  using clinic::Hazard;
  return hazard == Hazard::hbv || hazard == Hazard::hcv || hazard == Hazard::hiv;
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
