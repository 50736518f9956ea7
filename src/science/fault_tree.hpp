// Fault trees: how likely the top event is, and how much each basic event matters.
//
// A tree is given by its minimal cut sets: the top event happens when all events of at least one
// set do. Basic events are independent. The probability is exact, by conditioning on one event
// after the other (what a binary decision diagram does); no rare-event approximation. At most 64
// events; cost grows with how far the sets interlock.
// Source: Rauzy 1993 (decision diagrams); Birnbaum 1969; Vesely et al. 1983 (importance).
#pragma once

#include <cstddef>
#include <vector>

namespace asepsim::science {

struct FaultTree {
  std::vector<double> probabilities{};               ///< of the basic events, in [0, 1]
  std::vector<std::vector<std::size_t>> cut_sets{};  ///< indices of basic events
};

/// Exact probability of the top event. Throws std::invalid_argument if there are more than 64
/// events, an index is out of range or a probability outside [0, 1].
double top_probability(const FaultTree& tree);

/// How much one basic event matters.
struct Importance {
  double birnbaum = 0;        ///< d top / d p: P(top | event) - P(top | no event)
  double fussell_vesely = 0;  ///< share of the risk that goes when the event is ruled out
  double achievement = 1;     ///< risk achievement worth: P(top | event) / P(top)
  double reduction = 1;       ///< risk reduction worth: P(top) / P(top | no event); may be infinite
};

/// Importance of basic event `event`; all as of a harmless event if the top event is impossible.
Importance importance_of(const FaultTree& tree, std::size_t event);

}  // namespace asepsim::science
