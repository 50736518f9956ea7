// The limits a scenario declares on its key figures, checked against the intervals of a run.
//
// A limit is met when the whole interval lies on the right side, broken when it lies on the wrong
// side, undecided otherwise: "fails" and "not known yet" are different answers.
#pragma once

#include <string>
#include <vector>

#include "experiment/confidence_interval.hpp"
#include "experiment/kpi.hpp"
#include "scenario/scenario.hpp"

namespace asepsim::experiment {

enum class LimitState : std::uint8_t { met, broken, undecided };

struct CheckedLimit {
  std::size_t kpi = 0;  ///< index of the figure
  scenario::Limit limit;
  LimitState state = LimitState::undecided;
};

/// `limits` must name figures of `kpis` (see unknown_limits).
std::vector<CheckedLimit> check_limits(const std::vector<scenario::Limit>& limits,
                                       const std::vector<Kpi>& kpis,
                                       const std::vector<Estimate>& estimates);

/// Indices of the limits whose figure there is not.
std::vector<std::size_t> unknown_limits(const std::vector<scenario::Limit>& limits,
                                        const std::vector<Kpi>& kpis);

const char* word(LimitState);

}  // namespace asepsim::experiment
