#include "cli/dry_run_plan.hpp"

#include <algorithm>
#include <chrono>
#include <map>

#include "report/local_time.hpp"
#include "report/result_files.hpp"
#include "report/tables.hpp"

namespace asepsim::cli {
namespace {

using std::chrono::steady_clock;

// SimGrid's calendar is slower by about this factor (measured on the clinics of scenarios/).
constexpr double simgrid_factor = 5;
constexpr Duration longest_probe = days(60);

/// One replication of each scenario, or its beginning, with what came of it.
struct Probe {
  experiment::StudyResult result;
  double seconds = 0;                   ///< of the probe, natively on one thread
  std::vector<double> factors;          ///< by scenario: days of a replication / days probed
  std::map<std::string, double> kept;   ///< bytes of the large tables, of one whole replication
  std::vector<std::string> kept_order;  ///< their names as they came
};

experiment::PreparedScenario beginning_of(const experiment::PreparedScenario& prepared) {
  scenario::Scenario scenario = clinic::scenario_of(*prepared.plan);
  if (scenario.run.whole() <= longest_probe) return prepared;
  scenario.run.warm_up = {};
  scenario.run.length = longest_probe;
  return experiment::prepare(scenario);
}

void add_kept(Probe& probe, std::size_t scenario, const report::TextFile& piece) {
  const auto [entry, is_new] = probe.kept.try_emplace(piece.name, 0);
  if (is_new) probe.kept_order.push_back(piece.name);
  entry->second += static_cast<double>(piece.content.size()) * probe.factors[scenario];
}

Probe probe(const StudyOptions& options, const StudySetUp& set_up) {
  Probe probe;
  std::vector<experiment::PreparedScenario> beginnings;
  std::vector<report::KeptScenario> named;
  for (const experiment::PreparedScenario& one : set_up.scenarios) {
    beginnings.push_back(beginning_of(one));
    const scenario::Scenario& scenario = clinic::scenario_of(*one.plan);
    named.push_back({scenario.name, scenario, one.pools});
    probe.factors.push_back(std::max(1.0, scenario.run.whole().days() / longest_probe.days()));
  }
  report::KeptTables kept(options.keep, options.dialect, std::move(named));
  experiment::StudySettings settings;
  settings.replications = 1;
  settings.cross_checks = 0;
  settings.seed = set_up.settings.seed;
  settings.sink = [&](std::size_t s, const clinic::ReplicationRecord& record) {
    for (const auto& piece : kept.rows_of(s, record)) add_kept(probe, s, piece);
  };
  const auto start = steady_clock::now();
  probe.result = experiment::run_study(beginnings, settings);
  probe.seconds = std::chrono::duration<double>(steady_clock::now() - start).count();
  return probe;
}

// Scenarios of unequal lengths share the time by the days that were run.
double seconds_of_one_replication(const StudySetUp& set_up, const Probe& probe) {
  double run = 0, wanted = 0;
  for (std::size_t s = 0; s < set_up.scenarios.size(); ++s) {
    const double days = clinic::scenario_of(*set_up.scenarios[s].plan).run.whole().days();
    wanted += days;
    run += days / probe.factors[s];
  }
  return probe.seconds * wanted / run;
}

double estimated_seconds(const StudySetUp& set_up, double seconds) {
  const auto& settings = set_up.settings;
  const bool simgrid = settings.engine == clinic::Engine::simgrid;
  const double replications = static_cast<double>(settings.replications);
  const double checks = static_cast<double>(settings.cross_checks) * (1 + simgrid_factor);
  const double work = replications * (simgrid ? simgrid_factor : 1) + checks;
  return seconds * work / (simgrid ? 1 : settings.threads);
}

// Tables with a row for each replication grow with them; the others do not.
bool grows(const std::string& file) {
  return file.starts_with("kpi") || file.starts_with("resources") ||
         file.starts_with("complications") || file.starts_with("exposures") ||
         file.starts_with("loads") || file.starts_with("depth");
}

std::vector<DryRunPlan::File> files_of(const StudyOptions& options, const StudySetUp& set_up,
                                       const Probe& probe) {
  const double replications = static_cast<double>(set_up.settings.replications);
  std::vector<DryRunPlan::File> files;
  for (const auto& file : report::result_files(probe.result, options.dialect)) {
    const auto bytes = static_cast<double>(file.content.size());
    files.push_back({file.name, grows(file.name) ? bytes * replications : bytes});
  }
  for (const auto& file : report::warnings_csv(set_up.warnings, options.dialect)) {
    files.push_back({file.name, static_cast<double>(file.content.size())});
  }
  for (const std::string& name : probe.kept_order) {
    files.push_back({name, probe.kept.at(name) * replications});
  }
  return files;
}

DryRunPlan::Scenario scenario_of(const StudySetUp& set_up, const Probe& probe, std::size_t s) {
  const scenario::RunSettings& run = clinic::scenario_of(*set_up.scenarios[s].plan).run;
  DryRunPlan::Scenario scenario{set_up.names[s], report::date(run.start), run.warm_up.days(),
                                run.length.days(), std::nullopt};
  const auto& replications = probe.result.scenarios[s].replications;
  if (!replications.empty()) {
    scenario.visits = static_cast<double>(replications[0].visits) * probe.factors[s];
  }
  return scenario;
}

}  // namespace

DryRunPlan dry_run_plan(const StudyOptions& options, const StudySetUp& set_up) {
  const Probe probed = probe(options, set_up);
  DryRunPlan plan;
  for (std::size_t s = 0; s < set_up.scenarios.size(); ++s) {
    plan.scenarios.push_back(scenario_of(set_up, probed, s));
    const DryRunPlan::Scenario& scenario = plan.scenarios.back();
    const double days = scenario.warm_up_days + scenario.counted_days;
    plan.probed_days = std::max(plan.probed_days, std::min(days, longest_probe.days()));
    plan.extrapolated = plan.extrapolated || days > longest_probe.days();
  }
  plan.files = files_of(options, set_up, probed);
  plan.seconds = estimated_seconds(set_up, seconds_of_one_replication(set_up, probed));
  return plan;
}

}  // namespace asepsim::cli
