#include "experiment/ledger_figures.hpp"

#include <algorithm>

namespace asepsim::experiment {

std::vector<clinic::Hazard> ledger_hazards(const Kpi& kpi) {
  using clinic::Hazard;
  const bool together = kpi.numerator == slot(Quantity::bloodborne) ||
                        kpi.numerator == slot(Quantity::bloodborne_patients);
  if (together) return {Hazard::hbv, Hazard::hcv, Hazard::hiv};
  const bool of_one = kpi.numerator >= slot(Quantity::first_hazard) &&
                      kpi.numerator < slot(Quantity::first_hazard_crude);
  if (!of_one) return {};
  return {static_cast<Hazard>(kpi.numerator - slot(Quantity::first_hazard))};
}

std::optional<std::size_t> crude_of(const std::vector<Kpi>& kpis, const Kpi& kpi) {
  const auto found = std::find_if(kpis.begin(), kpis.end(),
                                  [&](const Kpi& other) { return other.id == kpi.id + ".crude"; });
  if (found == kpis.end()) return std::nullopt;
  return static_cast<std::size_t>(found - kpis.begin());
}

}  // namespace asepsim::experiment
