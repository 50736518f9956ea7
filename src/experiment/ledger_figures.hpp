// Which key figures come from the risk ledger, and from which hazards.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "experiment/kpi.hpp"

namespace asepsim::experiment {

/// The hazards whose ledger entries make up the numerator; none for every other figure.
std::vector<clinic::Hazard> ledger_hazards(const Kpi& kpi);

/// Index of the figure that counts the same harms as they happened (id with ".crude"), if any.
std::optional<std::size_t> crude_of(const std::vector<Kpi>& kpis, const Kpi& kpi);

}  // namespace asepsim::experiment
