#include "experiment/kpi_comparison.hpp"

#include <algorithm>

#include "experiment/kpi_estimates.hpp"

namespace asepsim::experiment {
namespace {

/// Values of one figure on both sides.
struct Sides {
  std::vector<Observed> base, alternative;
};

// In the replications that finished on both sides with a finite value.
Sides common_values(const ComparedSide& base, std::size_t base_kpi, const ComparedSide& alternative,
                    std::size_t alternative_kpi) {
  Sides pairs;
  auto a = alternative.replications.begin();
  for (const ReplicationSummary& b : base.replications) {
    while (a != alternative.replications.end() && a->replication < b.replication) ++a;
    if (a == alternative.replications.end()) break;
    if (a->replication != b.replication) continue;
    if (!b.values[base_kpi].is_number() || !a->values[alternative_kpi].is_number()) continue;
    pairs.base.push_back({b.values[base_kpi], b.state});
    pairs.alternative.push_back({a->values[alternative_kpi], a->state});
  }
  return pairs;
}

void keep_complete_pairs(Sides& pairs) {
  Sides kept;
  for (std::size_t r = 0; r < pairs.base.size(); ++r) {
    if (!pairs.base[r].exists() || !pairs.alternative[r].exists()) continue;
    kept.base.push_back(pairs.base[r]);
    kept.alternative.push_back(pairs.alternative[r]);
  }
  pairs = std::move(kept);
}

// Weighed: their mean is the estimate.
std::vector<double> quotients(const std::vector<Observed>& values) {
  std::vector<double> points = weights_of(states_of(values));
  for (std::size_t r = 0; r < values.size(); ++r) points[r] *= values[r].value();
  return points;
}

double mean_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

// Of each pair: those of the side whose replications are given a state.
std::vector<double> weights_of(const Sides& pairs) {
  const std::vector<GivenState> base = states_of(pairs.base);
  return weights_of(are_stratified(base) ? base : states_of(pairs.alternative));
}

std::optional<double> share_better(Sides pairs, Direction direction) {
  keep_complete_pairs(pairs);
  if (direction == Direction::neither || pairs.base.empty()) return std::nullopt;
  const std::vector<double> weights = weights_of(pairs);
  double better = 0;
  for (std::size_t r = 0; r < pairs.base.size(); ++r) {
    const double difference = pairs.alternative[r].value() - pairs.base[r].value();
    if (difference == 0) better += 0.5 * weights[r];
    if (direction == Direction::lower_is_better ? difference < 0 : difference > 0) {
      better += weights[r];
    }
  }
  return better / static_cast<double>(pairs.base.size());
}

// 0 of 90 sessions and 0 of 100 sessions are equal: nothing happened on either side.
bool equal_in_every_pair(const Sides& pairs) {
  return std::equal(pairs.base.begin(), pairs.base.end(), pairs.alternative.begin(),
                    [](const Observed& a, const Observed& b) {
                      return KpiValue{a} == KpiValue{b} || (a.numerator == 0 && b.numerator == 0);
                    });
}

void keep_existing(std::vector<Observed>& values) {
  std::erase_if(values, [](const Observed& value) { return !value.exists(); });
}

/// Both sides as numbers whose means are compared.
struct Samples {
  std::vector<double> base, alternative;
};

// `sides` keeps only the values that the samples are made of.
Samples samples_of(Sides& sides, bool quotients_of_each, bool paired) {
  if (!quotients_of_each) return {linearised(sides.base), linearised(sides.alternative)};
  if (paired) {
    keep_complete_pairs(sides);
  } else {
    keep_existing(sides.base);
    keep_existing(sides.alternative);
  }
  return {quotients(sides.base), quotients(sides.alternative)};
}

// Pairs in the same states of both sides make a stratum.
Comparison within_strata_of_pairs(const Sides& sides, const Samples& samples, double confidence) {
  std::vector<double> differences = samples.alternative;
  for (std::size_t r = 0; r < differences.size(); ++r) differences[r] -= samples.base[r];
  std::vector<std::uint8_t> labels = labels_of(states_of(sides.alternative));
  const std::vector<std::uint8_t> of_base = labels_of(states_of(sides.base));
  for (std::size_t r = 0; r < labels.size(); ++r) {
    labels[r] = static_cast<std::uint8_t>(labels[r] * clinic::given_states + of_base[r]);
  }
  return stratified_difference(strata_of(differences, labels), confidence);
}

Comparison within_strata_of_sides(const Sides& sides, Samples samples, double confidence) {
  for (double& point : samples.base) point = -point;
  std::vector<Stratum> strata = strata_of(samples.base, labels_of(states_of(sides.base)));
  for (const Stratum& stratum :
       strata_of(samples.alternative, labels_of(states_of(sides.alternative)))) {
    strata.push_back(stratum);
  }
  return stratified_difference(strata, confidence);
}

Comparison statistics_of(const Sides& sides, const Samples& samples, bool paired,
                         double confidence) {
  if (are_stratified(states_of(sides.base)) || are_stratified(states_of(sides.alternative))) {
    return paired ? within_strata_of_pairs(sides, samples, confidence)
                  : within_strata_of_sides(sides, samples, confidence);
  }
  return paired ? paired_difference(samples.base, samples.alternative, confidence)
                : welch(samples.base, samples.alternative, confidence);
}

KpiComparison compare_one(const Kpi& kpi, Sides sides, bool paired, double confidence) {
  KpiComparison result;
  const bool each = kpi.estimator == Estimator::mean_of_replications;
  const auto base_total = ratio_of_totals(sides.base);
  const auto alternative_total = ratio_of_totals(sides.alternative);
  if (!base_total || !alternative_total) return result;
  const Samples samples = samples_of(sides, each, paired);
  if (samples.base.empty() || !are_complete(states_of(sides.base)) ||
      !are_complete(states_of(sides.alternative))) {
    return result;
  }
  result.base = each ? mean_of(samples.base) : *base_total;
  result.alternative = each ? mean_of(samples.alternative) : *alternative_total;
  result.statistics = statistics_of(sides, samples, paired, confidence);
  if (result.base != 0) result.relative = result.statistics.difference.value / result.base;
  if (paired) result.share_better = share_better(sides, kpi.direction);
  // All heads re-used on both sides: other sessions, the same share of 1 in every replication.
  const bool identical =
      paired && (equal_in_every_pair(sides) || samples.base == samples.alternative);
  result.finding = identical ? Finding::identical : Finding::not_settled;
  return result;
}

Finding finding_of(const KpiComparison& comparison, Direction direction, double alpha) {
  const Verdict verdict = verdict_of(comparison.statistics, comparison.p_holm, alpha);
  if (verdict == Verdict::undecided) return Finding::not_settled;
  const bool lower = verdict == Verdict::lower;
  if (direction == Direction::neither) return lower ? Finding::lower : Finding::higher;
  return lower == (direction == Direction::lower_is_better) ? Finding::better : Finding::worse;
}

// A figure without a value, or without any spread to test, takes no part in the adjustment.
bool takes_part(const KpiComparison& comparison) {
  return comparison.finding != Finding::no_value && comparison.statistics.difference.known;
}

void judge_family(std::vector<std::vector<KpiComparison>>& alternatives,
                  const std::vector<Kpi>& kpis, bool headline, double confidence) {
  std::vector<KpiComparison*> family;
  std::vector<double> p_values;
  for (auto& alternative : alternatives) {
    for (KpiComparison& comparison : alternative) {
      if (kpis[comparison.base_kpi].headline != headline || !takes_part(comparison)) continue;
      family.push_back(&comparison);
      p_values.push_back(comparison.statistics.p_value);
    }
  }
  const std::vector<double> adjusted = holm(p_values);
  for (std::size_t i = 0; i < family.size(); ++i) {
    family[i]->p_holm = adjusted[i];
    if (family[i]->finding == Finding::identical) continue;
    family[i]->finding =
        finding_of(*family[i], kpis[family[i]->base_kpi].direction, 1 - confidence);
  }
}

}  // namespace

std::vector<KpiComparison> compare_kpis(const ComparedSide& base, const ComparedSide& alternative,
                                        bool paired, double confidence) {
  std::vector<KpiComparison> all;
  for (std::size_t b = 0; b < base.kpis.size(); ++b) {
    const auto same_id = [&](const Kpi& kpi) { return kpi.id == base.kpis[b].id; };
    const auto a = std::find_if(alternative.kpis.begin(), alternative.kpis.end(), same_id);
    if (a == alternative.kpis.end()) continue;
    const auto other = static_cast<std::size_t>(a - alternative.kpis.begin());
    Sides sides =
        paired ? common_values(base, b, alternative, other)
               : Sides{values_of(base.replications, b), values_of(alternative.replications, other)};
    all.push_back(compare_one(base.kpis[b], std::move(sides), paired, confidence));
    all.back().base_kpi = b;
    all.back().alternative_kpi = other;
  }
  return all;
}

void judge(std::vector<std::vector<KpiComparison>>& alternatives, const std::vector<Kpi>& kpis,
           double confidence) {
  judge_family(alternatives, kpis, true, confidence);
  judge_family(alternatives, kpis, false, confidence);
}

const char* word(Finding finding) {
  switch (finding) {
    case Finding::better:
      return "better";
    case Finding::worse:
      return "worse";
    case Finding::lower:
      return "lower";
    case Finding::higher:
      return "higher";
    case Finding::not_settled:
      return "not settled";
    case Finding::identical:
      return "identical";
    case Finding::no_value:
      return "no value";
  }
  return "";
}

}  // namespace asepsim::experiment
