// Strata: which replications are given a rare common cause, and what each of them weighs.
//
// A cause that a few replications in a hundred have, and that decides their harm, is not left to
// chance: a fixed share of the replications is given it. Replications of a state count together as
// much as the state is probable, so a replication weighs probability x n / n of its state: 1 where
// all were drawn alike. Weights are made for the replications that take part in an estimate;
// points whose mean is the estimate vary within strata only. Which replication has which state
// depends on its number alone, so that pairs of scenarios with the same share agree.
// Source: Cochran 1977, chapter 5.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "clinic/observation.hpp"
#include "experiment/stratified.hpp"

namespace asepsim::experiment {

/// The state that a replication was given, and the probability of that state.
struct GivenState {
  clinic::Given given = clinic::Given::nothing;
  double probability = 1;
  bool operator==(const GivenState&) const = default;
};

/// How the replications of a scenario are shared out.
struct StrataPlan {
  double probability = 0;  ///< of the common cause in one replication; 0: nothing is given
  double share = 0.5;      ///< of the replications that are given it, in (0, 1)

  /// Spread evenly: among the first n replications about share x n are given the cause.
  [[nodiscard]] clinic::Given given_to(std::uint64_t replication) const;
  [[nodiscard]] GivenState state(clinic::Given given) const;
};

/// True if some of these were given a state.
bool are_stratified(std::span<const GivenState> states);

/// True if every state is there: without one of them nothing is known of the whole.
bool are_complete(std::span<const GivenState> states);

/// Weight of each; their mean is 1 if the states are complete.
std::vector<double> weights_of(std::span<const GivenState> states);

/// One stratum for each label that occurs, with the share n / N of the points, their mean and
/// variance. Spans of equal length.
std::vector<Stratum> strata_of(std::span<const double> points,
                               std::span<const std::uint8_t> labels);

/// Mean of points that are weighed already, with the error that is left within strata.
StratifiedMean mean_within_strata(std::span<const double> points,
                                  std::span<const GivenState> states);

/// The same with Student's interval.
Estimate mean_within_strata(std::span<const double> points, std::span<const GivenState> states,
                            double confidence);

/// Label of each state, for strata_of.
std::vector<std::uint8_t> labels_of(std::span<const GivenState> states);

}  // namespace asepsim::experiment
