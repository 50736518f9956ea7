#include "experiment/strata.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace asepsim::experiment {
namespace {

using clinic::Given;

std::size_t index_of(const GivenState& state) {
  return static_cast<std::size_t>(state.given);
}

std::array<double, clinic::given_states> sizes_of(std::span<const GivenState> states) {
  std::array<double, clinic::given_states> sizes{};
  for (const GivenState& state : states) ++sizes[index_of(state)];
  return sizes;
}

Stratum stratum_of(std::span<const double> points, std::span<const std::uint8_t> labels,
                   std::uint8_t label) {
  std::vector<double> own;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (labels[i] == label) own.push_back(points[i]);
  }
  const PairMoments moments = pair_moments(own, own);
  return {static_cast<double>(own.size()) / static_cast<double>(points.size()), moments.n,
          moments.mean_numerator, moments.variance_numerator};
}

}  // namespace

clinic::Given StrataPlan::given_to(std::uint64_t replication) const {
  if (!(probability > 0)) return Given::nothing;
  const auto given_before = [&](std::uint64_t n) {
    return std::floor(static_cast<double>(n) * share);
  };
  return given_before(replication + 1) > given_before(replication) ? Given::drift : Given::no_drift;
}

GivenState StrataPlan::state(clinic::Given given) const {
  if (given == Given::nothing) return {};
  return {given, given == Given::drift ? probability : 1 - probability};
}

bool are_stratified(std::span<const GivenState> states) {
  return std::any_of(states.begin(), states.end(),
                     [](const GivenState& state) { return state.given != Given::nothing; });
}

bool are_complete(std::span<const GivenState> states) {
  const auto sizes = sizes_of(states);
  const auto there = [&](clinic::Given s) { return sizes[static_cast<std::size_t>(s)] > 0; };
  return there(Given::drift) == there(Given::no_drift);
}

std::vector<double> weights_of(std::span<const GivenState> states) {
  const auto sizes = sizes_of(states);
  const auto n = static_cast<double>(states.size());
  std::vector<double> weights;
  weights.reserve(states.size());
  for (const GivenState& state : states) {
    const bool given = state.given != Given::nothing;
    weights.push_back(given ? state.probability * n / sizes[index_of(state)] : 1.0);
  }
  return weights;
}

std::vector<Stratum> strata_of(std::span<const double> points,
                               std::span<const std::uint8_t> labels) {
  assert(points.size() == labels.size());
  std::vector<std::uint8_t> found(labels.begin(), labels.end());
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::vector<Stratum> strata;
  strata.reserve(found.size());
  for (const std::uint8_t label : found) strata.push_back(stratum_of(points, labels, label));
  return strata;
}

std::vector<std::uint8_t> labels_of(std::span<const GivenState> states) {
  std::vector<std::uint8_t> labels;
  labels.reserve(states.size());
  for (const GivenState& state : states) {
    labels.push_back(static_cast<std::uint8_t>(state.given));
  }
  return labels;
}

StratifiedMean mean_within_strata(std::span<const double> points,
                                  std::span<const GivenState> states) {
  return mean_over(strata_of(points, labels_of(states)));
}

Estimate mean_within_strata(std::span<const double> points, std::span<const GivenState> states,
                            double confidence) {
  if (!are_stratified(states)) return student_interval(points, confidence);
  return stratified(strata_of(points, labels_of(states)), confidence);
}

}  // namespace asepsim::experiment
