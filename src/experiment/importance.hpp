// Importance: where the risk of a harm comes from, and what each barrier is worth.
//
// From the risk ledger, for each harm: the share of the risk that comes by each route, and for each
// barrier (clinic/barriers.hpp) the chance q that it failed for a session, the share S of the risk
// met in sessions in which it had, and from these the measures of reliability engineering, R being
// the risk of a session:
//   Birnbaum               P(harm | failed) - P(harm | held)           R (S / q - (1 - S) / (1 -
//   q)) Fussell-Vesely         share that goes if it never fails           1 - (1 - S) / (1 - q)
//   risk achievement worth P(harm | always failed) / R                 S / q
//   risk reduction worth   R / P(harm | never fails)                   (1 - q) / (1 - S)
// Hidden failures are integrated out and independent of all else: for them the measures say what
// would happen. Lapses on record may have company (a busy hour has more of each); to change a rule
// and see, compare scenarios. Source: methods section 5; Birnbaum 1969, Vesely et al. 1983.
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

/// How much one route or one barrier matters for one harm.
struct Importance {
  std::size_t harm = 0;  ///< index into harm_groups()
  std::optional<clinic::HarmRoute> route{};
  std::optional<clinic::Barrier> barrier{};  ///< one of the two
  double risk = 0;                           ///< R, of a session
  double share = 0;                          ///< S; of a route: its share of the risk
  double chance = 0;                         ///< q, in (0, 1); barriers only, as are the next three
  double birnbaum = 0;
  double achievement = 1;
  double if_doubled = 1;      ///< risk by R if the barrier failed twice as often
  Estimate fussell_vesely{};  ///< of a route: its share; by the delta method over replications
  std::optional<double> reduction{};  ///< nothing if no risk would be left
};

/// Bloodborne viruses together, then every hazard.
const std::vector<HarmGroup>& harm_groups();

/// For each harm with a risk: routes that carry any, then barriers that ever failed.
std::vector<Importance> importance(const std::vector<ReplicationSummary>& replications,
                                   double confidence);

}  // namespace asepsim::experiment
