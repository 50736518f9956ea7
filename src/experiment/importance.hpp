// Importance: where the risk of a harm comes from, and what each barrier is worth.
//
// From the risk ledger, for each harm: the share of the risk R of a session that comes by each
// route, and for each barrier (barrier_sums.hpp) the measures of reliability engineering. With R0
// the risk if the barrier never fails and R1 if it always does:
//   Fussell-Vesely         share that goes if it never fails    1 - R0 / R
//   risk reduction worth   R / R0
//   risk achievement worth R1 / R
//   Birnbaum               R1 - R0
// R0 and R1 are risks of a session before which the barrier holds or fails, with all else as it is.
// What follows from a change for good (a soak that is never done piles up the blood of several
// patients, sets wait elsewhere) a comparison of scenarios tells.
// Source: methods section 5; Birnbaum 1969; Vesely et al. 1983.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "clinic/observation.hpp"
#include "experiment/compact_rows.hpp"
#include "experiment/confidence_interval.hpp"
#include "experiment/counting.hpp"

namespace asepsim::experiment {

/// A harm, or several together.
struct HarmGroup {
  std::string name{};
  std::vector<clinic::Hazard> hazards{};
};

/// How much one route or one barrier matters for one harm. What follows `reduction` is of barriers.
struct Importance {
  std::size_t harm = 0;                      ///< index into harm_groups()
  std::optional<clinic::HarmRoute> route{};  ///< one of the two
  std::optional<std::size_t> barrier{};
  double risk = 0;                    ///< R, of a session with needles or light
  Estimate fussell_vesely{};          ///< of a route: its share of the risk
  std::optional<double> reduction{};  ///< R / R0; nothing if no risk would be left
  double chance = 0;                  ///< of failing before a visit with needles, in (0, 1)
  Estimate achievement{};             ///< R1 / R
  double birnbaum = 0;                ///< R1 - R0, of a session
  double if_doubled = 1;              ///< risk by R if it failed twice as often, at most R1 / R
};

/// Bloodborne viruses together, then every hazard.
const std::vector<HarmGroup>& harm_groups();

/// For each harm with a risk: routes that carry any, then barriers that can fail.
std::vector<Importance> importance(const std::vector<ReplicationSummary>& replications,
                                   double confidence);

}  // namespace asepsim::experiment
