#include "report/json_result.hpp"

#include <nlohmann/json.hpp>
#include <optional>

#include "report/manifest.hpp"

namespace asepsim::report {
namespace {

using experiment::Estimate;
using experiment::KpiComparison;
using experiment::StudyResult;
using Json = nlohmann::ordered_json;

Json or_null(bool exists, double value) {
  return exists ? Json(value) : Json(nullptr);
}

Json or_null(const std::optional<double>& value) {
  return or_null(value.has_value(), value.value_or(0));
}

Json interval(const Estimate& estimate) {
  return {{"n", estimate.n},
          {"estimate", or_null(estimate.n > 0, estimate.value)},
          {"ci_low", or_null(estimate.known, estimate.low)},
          {"ci_high", or_null(estimate.known, estimate.high)},
          {"half_width", or_null(estimate.known, estimate.half_width)},
          {"method", std::string(estimate.method)}};
}

Json kpis(const experiment::ScenarioResult& scenario) {
  Json all = Json::array();
  for (std::size_t k = 0; k < scenario.kpis.size(); ++k) {
    Json row{{"kpi", scenario.kpis[k].id}, {"unit", scenario.kpis[k].unit}};
    row.update(interval(scenario.estimates[k]));
    all.push_back(std::move(row));
  }
  return all;
}

Json limits(const experiment::ScenarioResult& scenario) {
  Json all = Json::array();
  for (const experiment::CheckedLimit& limit : scenario.limits) {
    all.push_back({{"kpi", limit.limit.kpi}, {"state", word(limit.state)}});
  }
  return all;
}

Json rare_events(const experiment::ScenarioResult& scenario) {
  Json all = Json::array();
  for (const experiment::RareEstimate& rare : scenario.rare) {
    all.push_back({{"kpi", scenario.kpis[rare.kpi].id},
                   {"estimator", std::string(word(rare.estimator))},
                   {"relative_half_width", or_null(rare.relative_half_width)},
                   {"variance_reduction", or_null(rare.variance_reduction)},
                   {"event_equivalent_n", or_null(rare.events_worth)},
                   {"gate", std::string(word(rare.gates.gate))}});
  }
  return all;
}

Json importance(const experiment::ScenarioResult& scenario) {
  Json all = Json::array();
  for (const experiment::Importance& row : scenario.importance) {
    Json one{{"harm", experiment::harm_groups()[row.harm].name},
             {"kind", row.route ? "route" : "barrier"},
             {"name", row.route ? word(*row.route) : experiment::barrier_word(*row.barrier)},
             {"fussell_vesely", interval(row.fussell_vesely)},
             {"risk_reduction_worth", or_null(row.reduction)}};
    if (row.barrier) {
      one["chance"] = row.chance;
      one["risk_achievement_worth"] = interval(row.achievement);
      one["birnbaum"] = row.birnbaum;
      one["if_doubled"] = row.if_doubled;
    }
    all.push_back(std::move(one));
  }
  return all;
}

Json strata(const experiment::ScenarioResult& scenario) {
  Json all = Json::array();
  for (const experiment::StrataFigure& figure : scenario.strata) {
    all.push_back({{"kpi", scenario.kpis[figure.kpi].id},
                   {"given", word(figure.state.given)},
                   {"probability", figure.state.probability},
                   {"replications", figure.replications},
                   {"estimate", interval(figure.estimate)},
                   {"part", or_null(figure.part)},
                   {"best_replications", figure.best}});
  }
  return all;
}

Json difference(const StudyResult& result, const KpiComparison& comparison) {
  const bool exists = comparison.finding != experiment::Finding::no_value;
  const auto& kpi = result.scenarios.front().kpis[comparison.base_kpi];
  Json row{{"kpi", kpi.id},
           {"unit", kpi.unit},
           {"base_value", or_null(exists, comparison.base)},
           {"value", or_null(exists, comparison.alternative)}};
  Json estimate = interval(comparison.statistics.difference);
  estimate["difference"] = estimate["estimate"];
  estimate.erase("estimate");
  row.update(estimate);
  row["relative_difference"] = or_null(comparison.relative);
  row["probability_better"] = or_null(comparison.share_better);
  row["p_value"] = or_null(exists, comparison.statistics.p_value);
  row["p_holm"] = or_null(exists, comparison.p_holm);
  row["correlation"] = or_null(comparison.statistics.correlation);
  row["variance_reduction"] = or_null(comparison.statistics.variance_reduction);
  row["verdict"] = word(comparison.finding);
  row["headline"] = kpi.headline;
  return row;
}

Json comparisons(const StudyResult& result) {
  Json all = Json::array();
  for (std::size_t a = 0; a < result.comparisons.size(); ++a) {
    Json rows = Json::array();
    for (const KpiComparison& comparison : result.comparisons[a]) {
      rows.push_back(difference(result, comparison));
    }
    all.push_back({{"scenario", result.scenarios[a + 1].scenario.name},
                   {"base", result.scenarios.front().scenario.name},
                   {"differences", std::move(rows)}});
  }
  return all;
}

}  // namespace

std::string json_result(const StudyResult& result, const std::string& folder) {
  Json scenarios = Json::array();
  for (const experiment::ScenarioResult& scenario : result.scenarios) {
    scenarios.push_back({{"scenario", scenario.scenario.name},
                         {"replications", scenario.replications.size()},
                         {"failed", scenario.failures.size()},
                         {"limits", limits(scenario)},
                         {"summary", kpis(scenario)},
                         {"rare_events", rare_events(scenario)},
                         {"importance", importance(scenario)},
                         {"strata", strata(scenario)}});
  }
  const Json all{{"status", status_of(result)},
                 {"confidence", result.confidence},
                 {"seed", result.seed},
                 {"folder", folder},
                 {"scenarios", std::move(scenarios)},
                 {"comparisons", comparisons(result)}};
  return all.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace asepsim::report
