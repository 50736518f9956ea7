#include "experiment/strata_figures.hpp"

#include <algorithm>

#include "experiment/ledger_figures.hpp"

namespace asepsim::experiment {
namespace {

using clinic::Given;

// The replications of one state as a sample of their own.
std::vector<Observed> given(const std::vector<Observed>& values, Given state) {
  std::vector<Observed> own;
  for (const Observed& value : values) {
    if (value.state.given == state) own.push_back({static_cast<const KpiValue&>(value), {}});
  }
  return own;
}

// With its probability; `values` are complete.
GivenState state_of(const std::vector<Observed>& values, Given given) {
  const auto has = [given](const Observed& value) { return value.state.given == given; };
  return std::find_if(values.begin(), values.end(), has)->state;
}

// Points are weighed by probability / share of the replications; the spread of a stratum is not.
std::vector<std::int64_t> best_numbers(const std::vector<Observed>& values,
                                       const std::vector<GivenState>& states) {
  std::vector<Stratum> strata = strata_of(linearised(values), labels_of(states_of(values)));
  std::int64_t all = 0;
  for (std::size_t i = 0; i < strata.size(); ++i) {
    const double weight = states[i].probability / strata[i].weight;
    strata[i].weight = states[i].probability;
    strata[i].variance /= weight * weight;
    all += strata[i].n;
  }
  return neyman_allocation(strata, all);
}

// Of the weighed total, what comes from one state.
std::optional<double> part_of(const std::vector<Observed>& values, Given given) {
  const std::vector<double> weights = weights_of(states_of(values));
  double own = 0, total = 0;
  for (std::size_t r = 0; r < values.size(); ++r) {
    const double weighed = weights[r] * values[r].numerator;
    total += weighed;
    if (values[r].state.given == given) own += weighed;
  }
  if (!(total > 0)) return std::nullopt;
  return own / total;
}

void add_figure(std::vector<StrataFigure>& all, std::size_t k, const Kpi& kpi,
                const std::vector<Observed>& values, double confidence) {
  if (!ratio_of_totals(values)) return;
  const std::vector<GivenState> states{state_of(values, Given::no_drift),
                                       state_of(values, Given::drift)};
  const std::vector<std::int64_t> best = best_numbers(values, states);
  for (std::size_t i = 0; i < states.size(); ++i) {
    const std::vector<Observed> own = given(values, states[i].given);
    StrataFigure figure{k, states[i], std::ssize(own), estimate_kpi(kpi, own, confidence)};
    figure.part = part_of(values, states[i].given);
    figure.best = best[i];
    all.push_back(figure);
  }
}

}  // namespace

std::vector<StrataFigure> strata_figures(const std::vector<Kpi>& kpis,
                                         const std::vector<ReplicationSummary>& replications,
                                         double confidence) {
  std::vector<StrataFigure> all;
  for (std::size_t k = 0; k < kpis.size(); ++k) {
    if (ledger_hazards(kpis[k]).empty()) continue;
    const std::vector<Observed> values = values_of(replications, k);
    if (are_stratified(states_of(values))) add_figure(all, k, kpis[k], values, confidence);
  }
  return all;
}

}  // namespace asepsim::experiment
