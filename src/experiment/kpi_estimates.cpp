#include "experiment/kpi_estimates.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace asepsim::experiment {
namespace {

template <class Given>
std::vector<GivenState> states_of_all(const std::vector<Given>& all) {
  std::vector<GivenState> states;
  states.reserve(all.size());
  for (const Given& one : all) states.push_back(one.state);
  return states;
}

struct Totals {
  double numerator = 0, denominator = 0;
};

Totals totals_of(const std::vector<Observed>& values) {
  const std::vector<double> weights = weights_of(states_of(values));
  Totals totals;
  for (std::size_t r = 0; r < values.size(); ++r) {
    totals.numerator += weights[r] * values[r].numerator;
    totals.denominator += weights[r] * values[r].denominator;
  }
  return totals;
}

// As printed in results: whole, and cut at the bounds of the figure.
struct Method {
  std::string_view whole, cut;
};
constexpr Method ratio_method{"ratio of totals, delta method, Student t",
                              "ratio of totals, delta method, Student t, cut at the bounds"};
constexpr Method ratio_in_strata{
    "ratio of totals, delta method, Student t within strata",
    "ratio of totals, delta method, Student t within strata, cut at the bounds"};
constexpr Method mean_method{"mean of replications, Student t",
                             "mean of replications, Student t, cut at the bounds"};
constexpr Method mean_in_strata{"mean of replications, Student t within strata",
                                "mean of replications, Student t within strata, cut at the bounds"};

Method ratio_method_for(const std::vector<Observed>& values) {
  return are_stratified(states_of(values)) ? ratio_in_strata : ratio_method;
}

Method mean_method_for(const std::vector<Observed>& values) {
  return are_stratified(states_of(values)) ? mean_in_strata : mean_method;
}

// Student's interval knows nothing of what a rate or a share can be. The half-width stays: it says
// how precise the estimate is.
Estimate cut(Estimate estimate, Range range, std::string_view method) {
  const bool below = range != Range::any && estimate.low < 0;
  const bool above = range == Range::share && estimate.high > 1;
  if (!estimate.known || !(below || above)) return estimate;
  if (below) estimate.low = std::min(0.0, estimate.value);
  if (above) estimate.high = std::max(1.0, estimate.value);
  estimate.method = method;
  return estimate;
}

// The quotient that all replications with a denominator share, if they do and nothing else counts.
std::optional<double> common_quotient(const std::vector<Observed>& values) {
  std::optional<double> common;
  for (const KpiValue& value : values) {
    if (!value.exists() && value.numerator != 0) return std::nullopt;
    if (!value.exists()) continue;
    if (common && *common != value.value()) return std::nullopt;
    common = value.value();
  }
  return common;
}

Estimate nothing() {
  return without_interval(0, 0, "none");
}

Estimate mean_of_quotients(std::vector<Observed> values, double confidence) {
  std::erase_if(values, [](const Observed& value) { return !value.exists(); });
  const std::vector<GivenState> states = states_of(values);
  if (values.empty() || !are_complete(states)) return nothing();
  std::vector<double> points = weights_of(states);
  for (std::size_t r = 0; r < values.size(); ++r) points[r] *= values[r].value();
  Estimate estimate = mean_within_strata(points, states, confidence);
  estimate.method = mean_method_for(values).whole;
  return estimate;
}

// Counted events of each state, in the state's weight.
Estimate weighed_events(const std::vector<Observed>& values, double scale, double confidence) {
  const std::vector<double> weights = weights_of(states_of(values));
  const double trials = totals_of(values).denominator;
  std::vector<double> each;
  std::vector<std::int64_t> events;
  for (std::size_t r = 0; r < values.size(); ++r) {
    each.push_back(weights[r] / trials);
    events.push_back(static_cast<std::int64_t>(std::llround(values[r].numerator / scale)));
  }
  return fay_feuer(each, events, confidence);
}

// More events than trials (two harms after one session) are a rate, not a proportion.
Estimate rare(const Kpi& kpi, const std::vector<Observed>& values, double confidence) {
  const Totals totals = totals_of(values);
  const std::vector<GivenState> states = states_of(values);
  if (totals.denominator == 0 || !are_complete(states)) return nothing();
  const auto events = static_cast<std::int64_t>(std::llround(totals.numerator / kpi.scale));
  const auto trials = static_cast<std::int64_t>(std::llround(totals.denominator));
  Estimate estimate = are_stratified(states) ? weighed_events(values, kpi.scale, confidence)
                      : events > trials      ? garwood(events, totals.denominator, confidence)
                                             : clopper_pearson(events, trials, confidence);
  estimate.value *= kpi.scale;
  estimate.low *= kpi.scale;
  estimate.high *= kpi.scale;
  estimate.half_width *= kpi.scale;
  estimate.n = trials;
  return estimate;
}

}  // namespace

std::vector<Observed> values_of(const std::vector<ReplicationSummary>& replications,
                                std::size_t k) {
  std::vector<Observed> values;
  values.reserve(replications.size());
  for (const ReplicationSummary& summary : replications) {
    if (summary.values[k].is_number()) values.push_back({summary.values[k], summary.state});
  }
  return values;
}

std::vector<GivenState> states_of(const std::vector<Observed>& values) {
  return states_of_all(values);
}

std::vector<GivenState> states_of(const std::vector<ReplicationSummary>& replications) {
  return states_of_all(replications);
}

std::vector<std::uint64_t> without_number(const std::vector<ReplicationSummary>& replications,
                                          std::size_t k) {
  std::vector<std::uint64_t> numbers;
  for (const ReplicationSummary& summary : replications) {
    if (!summary.values[k].is_number()) numbers.push_back(summary.replication);
  }
  return numbers;
}

std::optional<double> ratio_of_totals(const std::vector<Observed>& values) {
  const Totals totals = totals_of(values);
  if (totals.denominator == 0 || !are_complete(states_of(values))) return std::nullopt;
  return totals.numerator / totals.denominator;
}

std::vector<double> linearised(const std::vector<Observed>& values) {
  const Totals totals = totals_of(values);
  const double r = totals.numerator / totals.denominator;
  if (const auto same = common_quotient(values)) return std::vector<double>(values.size(), *same);
  const double mean = totals.denominator / static_cast<double>(values.size());
  std::vector<double> points = weights_of(states_of(values));
  for (std::size_t i = 0; i < values.size(); ++i) {
    points[i] = r + points[i] * (values[i].numerator - r * values[i].denominator) / mean;
  }
  return points;
}

Estimate ratio_of(const std::vector<Observed>& values, double confidence) {
  const std::optional<double> total = ratio_of_totals(values);
  if (!total) return nothing();
  Estimate estimate = mean_within_strata(linearised(values), states_of(values), confidence);
  estimate.value = common_quotient(values).value_or(*total);
  estimate.method = ratio_method_for(values).whole;
  return estimate;
}

Estimate estimate_kpi(const Kpi& kpi, const std::vector<Observed>& values, double confidence) {
  switch (kpi.estimator) {
    case Estimator::ratio_of_totals:
      return cut(ratio_of(values, confidence), kpi.range, ratio_method_for(values).cut);
    case Estimator::mean_of_replications:
      return cut(mean_of_quotients(values, confidence), kpi.range, mean_method_for(values).cut);
    case Estimator::rare_events:
      return rare(kpi, values, confidence);
  }
  return nothing();
}

std::vector<Estimate> estimate_kpis(const std::vector<Kpi>& kpis,
                                    const std::vector<ReplicationSummary>& replications,
                                    double confidence) {
  std::vector<Estimate> estimates;
  estimates.reserve(kpis.size());
  for (std::size_t k = 0; k < kpis.size(); ++k) {
    estimates.push_back(estimate_kpi(kpis[k], values_of(replications, k), confidence));
  }
  return estimates;
}

}  // namespace asepsim::experiment
