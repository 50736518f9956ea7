#include "experiment/study.hpp"

#include <algorithm>

#include "experiment/attempt.hpp"
#include "experiment/kpi_estimates.hpp"

namespace asepsim::experiment {
namespace {

// Of scenario `s` of the study.
clinic::ReplicationRequest request(const StudySettings& settings, const StrataPlan& strata,
                                   std::size_t s, std::uint64_t replication,
                                   clinic::Engine engine) {
  return {.seed = settings.seed,
          .replication = replication,
          .domain = settings.independent ? s : 0,
          .engine = engine,
          .given = strata.given_to(replication)};
}

std::vector<Series> series_of(const std::vector<PreparedScenario>& scenarios,
                              const StudySettings& settings) {
  std::vector<Series> all;
  for (std::size_t s = 0; s < scenarios.size(); ++s) {
    const auto replicate = [&settings, &scenario = scenarios[s], s](std::uint64_t replication) {
      return clinic::run_replication(*scenario.plan, request(settings, scenario.counting.strata, s,
                                                             replication, settings.engine));
    };
    all.push_back({replicate, scenarios[s].counting, settings.replications});
  }
  return all;
}

// The run's own engine repeats the replication here, so that nothing is shared between threads.
std::string difference_of(const PreparedScenario& scenario, const StudySettings& settings,
                          std::size_t s, std::uint64_t replication) {
  const auto on = [&](clinic::Engine engine) {
    return attempt([&] {
      return clinic::run_replication(
          *scenario.plan, request(settings, scenario.counting.strata, s, replication, engine));
    });
  };
  return difference_between(on(settings.engine), on(other_engine(settings.engine)));
}

std::vector<CrossCheck> cross_check(const std::vector<PreparedScenario>& scenarios,
                                    const StudySettings& settings) {
  std::vector<CrossCheck> checks;
  const std::uint64_t n = std::min(settings.cross_checks, settings.replications);
  for (std::size_t s = 0; s < scenarios.size(); ++s) {
    for (std::uint64_t r = 0; r < n && !settings.stop.stop_requested(); ++r) {
      checks.push_back({s, r, difference_of(scenarios[s], settings, s, r)});
    }
  }
  return checks;
}

ScenarioResult scenario_result(const PreparedScenario& prepared, SeriesResult series,
                               double confidence) {
  ScenarioResult result;
  result.scenario = clinic::scenario_of(*prepared.plan);
  result.pools = prepared.pools;
  result.kpis = prepared.counting.kpis;
  result.estimates = estimate_kpis(result.kpis, series.summaries, confidence);
  result.rare =
      rare_estimates(result.kpis, result.estimates, series.summaries, result.scenario.estimation);
  refuse(result.rare, result.estimates);
  result.importance = importance(series.summaries, confidence);
  result.strata = strata_figures(result.kpis, series.summaries, confidence);
  result.replications = std::move(series.summaries);
  result.failures = std::move(series.failures);
  result.limits = check_limits(result.scenario.limits, result.kpis, result.estimates);
  return result;
}

// A figure that is refused on one side compares with nothing.
void leave_out_refused(std::vector<KpiComparison>& comparisons, const ScenarioResult& base,
                       const ScenarioResult& alternative) {
  for (KpiComparison& comparison : comparisons) {
    const bool refused = is_refused(base.estimates[comparison.base_kpi]) ||
                         is_refused(alternative.estimates[comparison.alternative_kpi]);
    if (!refused) continue;
    KpiComparison nothing;
    nothing.base_kpi = comparison.base_kpi;
    nothing.alternative_kpi = comparison.alternative_kpi;
    comparison = nothing;
  }
}

void compare_with_base(StudyResult& result) {
  const ScenarioResult& base = result.scenarios.front();
  for (std::size_t s = 1; s < result.scenarios.size(); ++s) {
    const ScenarioResult& alternative = result.scenarios[s];
    result.comparisons.push_back(compare_kpis({base.kpis, base.replications},
                                              {alternative.kpis, alternative.replications},
                                              !result.independent, result.confidence));
    leave_out_refused(result.comparisons.back(), base, alternative);
  }
  judge(result.comparisons, base.kpis, result.confidence);
}

BlockSettings block_settings(const StudySettings& settings) {
  BlockSettings blocks;
  blocks.threads = settings.engine == clinic::Engine::simgrid ? 1 : settings.threads;
  blocks.stop = settings.stop;
  blocks.progress = settings.progress;
  blocks.sink = settings.sink;
  return blocks;
}

}  // namespace

PreparedScenario prepare(const scenario::Scenario& scenario) {
  PreparedScenario prepared;
  prepared.plan = clinic::compile(scenario);
  const std::vector<clinic::RecordPool>& pools = clinic::record_pools(*prepared.plan);
  for (const clinic::RecordPool& pool : pools) prepared.pools.push_back(pool.name);
  prepared.counting = counting_plan(scenario, pools);
  prepared.counting.strata = {clinic::probability_of_drift(*prepared.plan),
                              scenario.estimation.drift.share};
  return prepared;
}

StudyResult run_study(const std::vector<PreparedScenario>& scenarios,
                      const StudySettings& settings) {
  StudyResult result;
  BlockSettings blocks = block_settings(settings);
  blocks.meanwhile = [&] { result.cross_checks = cross_check(scenarios, settings); };
  auto series = run_blocks(series_of(scenarios, settings), blocks);
  result.replications_wanted = settings.replications;
  result.seed = settings.seed;
  result.confidence = settings.confidence;
  result.independent = settings.independent;
  result.engine = settings.engine;
  for (std::size_t s = 0; s < scenarios.size(); ++s) {
    result.scenarios.push_back(
        scenario_result(scenarios[s], std::move(series[s]), settings.confidence));
  }
  result.interrupted =
      settings.stop.stop_requested() &&
      std::any_of(result.scenarios.begin(), result.scenarios.end(), [&](const ScenarioResult& s) {
        return s.replications.size() + s.failures.size() < settings.replications;
      });
  compare_with_base(result);
  return result;
}

bool has_failures(const StudyResult& result) {
  return std::any_of(result.scenarios.begin(), result.scenarios.end(),
                     [](const ScenarioResult& s) { return !s.failures.empty(); });
}

bool has_differences(const StudyResult& result) {
  return std::any_of(result.cross_checks.begin(), result.cross_checks.end(),
                     [](const CrossCheck& check) { return !check.difference.empty(); });
}

bool has_limit(const StudyResult& result, LimitState state) {
  const auto in_state = [&](const CheckedLimit& limit) { return limit.state == state; };
  return std::any_of(result.scenarios.begin(), result.scenarios.end(),
                     [&](const ScenarioResult& s) {
                       return std::any_of(s.limits.begin(), s.limits.end(), in_state);
                     });
}

clinic::Engine other_engine(clinic::Engine engine) {
  return engine == clinic::Engine::native ? clinic::Engine::simgrid : clinic::Engine::native;
}

const char* engine_name(clinic::Engine engine) {
  return engine == clinic::Engine::native ? "native" : "simgrid";
}

}  // namespace asepsim::experiment
