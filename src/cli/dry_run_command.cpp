#include <fmt/format.h>

#include <chrono>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "cli/study_set_up.hpp"
#include "report/local_time.hpp"
#include "report/result_files.hpp"

namespace asepsim::cli {
namespace {

using experiment::StudyResult;
using std::chrono::steady_clock;

// SimGrid's calendar is slower by about this factor (measured on the clinics of scenarios/).
constexpr double simgrid_factor = 5;

/// One replication of each scenario, run to see how long it takes and how many rows it makes.
struct Probe {
  StudyResult result;
  double seconds = 0;  ///< of one replication of every scenario, natively on one thread
  std::vector<report::TextFile> kept;
};

Probe probe(const StudyOptions& options, const StudySetUp& set_up) {
  Probe probe;
  std::vector<report::KeptScenario> scenarios;
  for (std::size_t s = 0; s < set_up.scenarios.size(); ++s) {
    const auto& one = set_up.scenarios[s];
    scenarios.push_back({set_up.names[s], clinic::scenario_of(*one.plan), one.pools});
  }
  report::KeptTables kept(options.keep, options.dialect, std::move(scenarios));
  experiment::StudySettings settings;
  settings.replications = 1;
  settings.cross_checks = 0;
  settings.seed = set_up.settings.seed;
  settings.sink = [&](std::size_t s, const clinic::ReplicationRecord& record) {
    for (auto& piece : kept.rows_of(s, record)) probe.kept.push_back(std::move(piece));
  };
  const auto start = steady_clock::now();
  probe.result = experiment::run_study(set_up.scenarios, settings);
  probe.seconds = std::chrono::duration<double>(steady_clock::now() - start).count();
  return probe;
}

double estimated_seconds(const StudySetUp& set_up, double seconds) {
  const auto& settings = set_up.settings;
  const bool simgrid = settings.engine == clinic::Engine::simgrid;
  const double replications = static_cast<double>(settings.replications);
  const double checks = static_cast<double>(settings.cross_checks) * (1 + simgrid_factor);
  const double work = replications * (simgrid ? simgrid_factor : 1) + checks;
  return seconds * work / (simgrid ? 1 : settings.threads);
}

std::string size_text(double bytes) {
  if (bytes < 1000) return fmt::format("{:.0f} B", bytes);
  if (bytes < 1e6) return fmt::format("{:.0f} kB", bytes / 1e3);
  if (bytes < 1e9) return fmt::format("{:.1f} MB", bytes / 1e6);
  return fmt::format("{:.1f} GB", bytes / 1e9);
}

// Tables with a row for each replication grow with them; the others do not.
bool grows(const std::string& file) {
  return file.starts_with("kpi") || file.starts_with("resources") ||
         file.starts_with("complications") || file.starts_with("exposures") ||
         file.starts_with("loads") || file.starts_with("depth");
}

std::string files_text(const StudyOptions& options, const StudySetUp& set_up, const Probe& probe) {
  const double replications = static_cast<double>(set_up.settings.replications);
  std::string text;
  const auto line = [&](const std::string& name, double bytes) {
    text += fmt::format("  {:<44} {:>10}\n", name, "~" + size_text(bytes));
  };
  for (const auto& file : report::result_files(probe.result, {}, options.dialect)) {
    const auto bytes = static_cast<double>(file.content.size());
    line(file.name, grows(file.name) ? bytes * replications : bytes);
  }
  std::vector<report::TextFile> kept;
  for (const auto& piece : probe.kept) {
    if (kept.empty() || kept.back().name != piece.name) kept.push_back({piece.name, {}});
    kept.back().content += piece.content;
  }
  for (const auto& file : kept) {
    line(file.name, static_cast<double>(file.content.size()) * replications);
  }
  return text;
}

std::string scenario_line(const StudySetUp& set_up, const Probe& probe, std::size_t s) {
  const auto& run = clinic::scenario_of(*set_up.scenarios[s].plan).run;
  const auto& replications = probe.result.scenarios[s].replications;
  std::string text = fmt::format("  {}: {:g} days from {}", set_up.names[s], run.length.days(),
                                 report::date(run.start));
  if (run.warm_up > Duration{}) {
    text += fmt::format(", {:g} of them warm-up", run.warm_up.days());
  }
  if (!replications.empty()) text += fmt::format(", about {} visits", replications[0].visits);
  return text + "\n";
}

std::string counted(std::uint64_t n, const std::string& what) {
  return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
}

std::string plan_text(const StudyOptions& options, const StudySetUp& set_up, const Probe& probe) {
  const auto& settings = set_up.settings;
  const std::string what = set_up.names.size() > 1 ? "paired replication" : "replication";
  std::string text =
      fmt::format("{}, seed {}, {}, engine {}:\n", counted(settings.replications, what),
                  settings.seed, counted(static_cast<std::uint64_t>(settings.threads), "thread"),
                  experiment::engine_name(settings.engine));
  for (std::size_t s = 0; s < set_up.names.size(); ++s) text += scenario_line(set_up, probe, s);
  text +=
      fmt::format("Cross-check: {} of each on {}.\n", counted(settings.cross_checks, "replication"),
                  experiment::engine_name(experiment::other_engine(settings.engine)));
  text +=
      fmt::format("Estimated time: {}.\n", duration_text(estimated_seconds(set_up, probe.seconds)));
  const auto folder = output_folder(options, set_up, std::chrono::system_clock::now());
  text += fmt::format("Files in {}:\n", folder.string());
  return text + files_text(options, set_up, probe) + "Dry run: nothing was written.\n";
}

}  // namespace

ExitStatus dry_run_command(const StudyOptions& options, const Console& console) {
  const Loaded loaded = load_scenarios(options.files, options.overrides);
  console.err << to_text(loaded.diagnostics) << std::flush;
  if (has_errors(loaded.diagnostics)) return status_of(loaded.diagnostics);
  const StudySetUp set_up = set_up_study(options, loaded);
  console.out << plan_text(options, set_up, probe(options, set_up)) << std::flush;
  return ExitStatus::done;
}

}  // namespace asepsim::cli
