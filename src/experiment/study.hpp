// The face of the experiment room: a base scenario and its alternatives, replicated and compared.
//
// All scenarios run the same replications of the same seed on common random numbers, unless
// `independent` gives each alternative a random domain of its own. The first replications of every
// scenario run again on the other engine and must give the same facts (cross-check); that is done
// on the calling thread while the blocks run on the others. Scenarios come in valid and compiled
// once; nothing here reads a file, prints, or knows the date.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "clinic/run_replication.hpp"
#include "experiment/block_runner.hpp"
#include "experiment/importance.hpp"
#include "experiment/kpi_comparison.hpp"
#include "experiment/limits.hpp"
#include "experiment/rare_estimate.hpp"
#include "experiment/strata_figures.hpp"

namespace asepsim::experiment {

struct StudySettings {
  std::uint64_t replications = 64;
  std::uint64_t seed = 1;
  double confidence = 0.95;
  bool independent = false;  ///< each alternative gets random numbers of its own
  clinic::Engine engine = clinic::Engine::native;  ///< simgrid: all on the calling thread
  std::uint64_t cross_checks = 1;  ///< replications of each scenario to run on both engines
  int threads = 1;
  std::stop_token stop = {};
  std::function<void(const Progress&)> progress = {};
  /// Gets every record, ordered by scenario and replication.
  std::function<void(std::size_t scenario, const clinic::ReplicationRecord&)> sink = {};
};

/// A scenario made ready: compiled, with its counting plan.
struct PreparedScenario {
  std::shared_ptr<const clinic::Plan> plan;
  CountingPlan counting;
  std::vector<std::string> pools;
};

PreparedScenario prepare(const scenario::Scenario& scenario);

/// One replication run on both engines.
struct CrossCheck {
  std::size_t scenario = 0;
  std::uint64_t replication = 0;
  std::string difference;  ///< the first one, as a sentence; empty if all facts are equal
};

struct ScenarioResult {
  scenario::Scenario scenario;
  std::vector<std::string> pools;
  std::vector<Kpi> kpis;
  std::vector<Estimate> estimates;     ///< in the order of kpis; without a value where refused
  std::vector<RareEstimate> rare;      ///< how well the figures of the risk ledger are estimated
  std::vector<Importance> importance;  ///< where the risk comes from
  std::vector<StrataFigure> strata;    ///< harm in the states that replications were given
  std::vector<ReplicationSummary> replications;
  std::vector<Failure> failures;
  std::vector<CheckedLimit> limits;
};

struct StudyResult {
  std::vector<ScenarioResult> scenarios;                ///< the base first
  std::vector<std::vector<KpiComparison>> comparisons;  ///< one list an alternative
  std::vector<CrossCheck> cross_checks;
  std::uint64_t replications_wanted = 0;  ///< of each scenario
  std::uint64_t seed = 1;
  double confidence = 0.95;
  bool independent = false;
  clinic::Engine engine = clinic::Engine::native;
  bool interrupted = false;
};

/// Runs and compares. Every limit of the scenarios must name a figure (unknown_limits).
StudyResult run_study(const std::vector<PreparedScenario>& scenarios,
                      const StudySettings& settings);

/// True if any replication failed, any check differed, any limit is in `state`.
bool has_failures(const StudyResult& result);
bool has_differences(const StudyResult& result);
bool has_limit(const StudyResult& result, LimitState state);

/// The engine that checks `engine`.
clinic::Engine other_engine(clinic::Engine engine);
const char* engine_name(clinic::Engine);

}  // namespace asepsim::experiment
