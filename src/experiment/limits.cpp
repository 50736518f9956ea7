#include "experiment/limits.hpp"

#include <algorithm>

namespace asepsim::experiment {
namespace {

std::size_t index_of(const std::string& id, const std::vector<Kpi>& kpis) {
  const auto found =
      std::find_if(kpis.begin(), kpis.end(), [&](const Kpi& kpi) { return kpi.id == id; });
  return static_cast<std::size_t>(found - kpis.begin());
}

// An estimate without an interval decides nothing.
LimitState state_of(const scenario::Limit& limit, const Estimate& estimate) {
  if (!estimate.known) return LimitState::undecided;
  const bool broken = (limit.at_most && estimate.low > *limit.at_most) ||
                      (limit.at_least && estimate.high < *limit.at_least);
  if (broken) return LimitState::broken;
  const bool met = (!limit.at_most || estimate.high <= *limit.at_most) &&
                   (!limit.at_least || estimate.low >= *limit.at_least);
  return met ? LimitState::met : LimitState::undecided;
}

}  // namespace

std::vector<CheckedLimit> check_limits(const std::vector<scenario::Limit>& limits,
                                       const std::vector<Kpi>& kpis,
                                       const std::vector<Estimate>& estimates) {
  std::vector<CheckedLimit> checked;
  for (const scenario::Limit& limit : limits) {
    const std::size_t kpi = index_of(limit.kpi, kpis);
    checked.push_back({kpi, limit, state_of(limit, estimates[kpi])});
  }
  return checked;
}

std::vector<std::size_t> unknown_limits(const std::vector<scenario::Limit>& limits,
                                        const std::vector<Kpi>& kpis) {
  std::vector<std::size_t> unknown;
  for (std::size_t i = 0; i < limits.size(); ++i) {
    if (index_of(limits[i].kpi, kpis) == kpis.size()) unknown.push_back(i);
  }
  return unknown;
}

const char* word(LimitState state) {
  switch (state) {
    case LimitState::met:
      return "met";
    case LimitState::broken:
      return "broken";
    case LimitState::undecided:
      return "undecided";
  }
  return "";
}

}  // namespace asepsim::experiment
