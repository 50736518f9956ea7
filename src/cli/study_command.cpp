#include <chrono>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/machine.hpp"
#include "cli/progress.hpp"
#include "cli/study_set_up.hpp"
#include "cli/study_status.hpp"
#include "cli/version.hpp"
#include "report/json_result.hpp"
#include "report/result_files.hpp"
#include "report/summary_text.hpp"
#include "report/tables.hpp"
#include "report/warnings.hpp"

namespace asepsim::cli {
namespace {

using Clock = std::chrono::system_clock;
using experiment::StudyResult;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

bool nothing_finished(const StudyResult& result) {
  for (const auto& scenario : result.scenarios) {
    if (!scenario.replications.empty() || !scenario.failures.empty()) return false;
  }
  return true;
}

report::KeptTables kept_tables(const StudyOptions& options, const StudySetUp& set_up) {
  std::vector<report::KeptScenario> scenarios;
  for (std::size_t s = 0; s < set_up.scenarios.size(); ++s) {
    const auto& prepared = set_up.scenarios[s];
    scenarios.push_back({set_up.names[s], clinic::scenario_of(*prepared.plan), prepared.pools});
  }
  return {options.keep, options.dialect, std::move(scenarios)};
}

StudyResult run(const StudyOptions& options, StudySetUp& set_up, report::ResultFolder& folder,
                ProgressPrinter& printer, const InterruptWatch& watch) {
  report::KeptTables kept = kept_tables(options, set_up);
  set_up.settings.stop = watch.token();
  set_up.settings.progress = [&](const experiment::Progress& p) { printer.show(p); };
  if (options.keep.any()) {
    set_up.settings.sink = [&](std::size_t s, const clinic::ReplicationRecord& record) {
      folder.append_all(kept.rows_of(s, record));
    };
  }
  StudyResult result = experiment::run_study(set_up.scenarios, set_up.settings);
  printer.finish();
  return result;
}

report::RunContext context_of(const StudyOptions& options, const StudySetUp& set_up,
                              Clock::time_point started, double seconds_running) {
  report::RunContext context;
  context.study = set_up.study;
  context.command = options.command;
  context.versions = versions();
  context.machine = machine();
  context.inputs = set_up.inputs;
  context.started_at = utc_text(started);
  context.finished_at = utc_text(Clock::now());
  context.seconds_running = seconds_running;
  context.seconds_in_all = seconds_since(started);
  const bool one = options.engine == clinic::Engine::simgrid;
  context.threads = one ? 1 : set_up.settings.threads;
  return context;
}

void print(const StudyOptions& options, const StudyResult& result,
           const std::vector<std::string>& warnings, const std::string& folder,
           const Console& console) {
  if (options.json) {
    console.out << report::json_result(result, folder);
  } else if (options.quiet) {
    console.out << folder << "\n";
  } else {
    const report::ScreenOptions screen{may_colour(console), folder, warnings};
    console.out << (result.comparisons.empty() ? report::run_text(result, screen)
                                               : report::comparison_text(result, screen));
  }
  console.out << std::flush;
  if (!console.out) {
    throw report::WriteError("standard output cannot be written; the results are complete in " +
                             folder);
  }
}

// All but the manifest; returns the warnings, which know by then which tables had to be split.
std::vector<std::string> write_tables(const StudyOptions& options, const StudySetUp& set_up,
                                      const StudyResult& result, report::ResultFolder& folder) {
  folder.append_all(report::result_files(result, options.dialect));
  std::vector<std::string> warnings = set_up.warnings;
  for (auto& more : {report::warnings_of(result), report::split_warnings(folder.written())}) {
    warnings.insert(warnings.end(), more.begin(), more.end());
  }
  folder.append_all(report::warnings_csv(warnings, options.dialect));
  return warnings;
}

// The same command finds its own results in the way if it named the folder.
std::string how_to_go_on(const StudyOptions& options) {
  const bool in_the_way = !options.output.empty() && !options.force;
  return in_the_way ? "To run them again, identically, and the rest, add --force or choose another "
                      "--output."
                    : "The same command runs them again, identically, and the rest.";
}

report::IfTaken if_taken(const StudyOptions& options) {
  if (options.output.empty()) return report::IfTaken::renumber;
  return options.force ? report::IfTaken::replace : report::IfTaken::refuse;
}

ExitStatus run_and_write(const StudyOptions& options, StudySetUp& set_up, const Console& console) {
  const Clock::time_point started = Clock::now();
  report::ResultFolder folder(output_folder(options, set_up, started), if_taken(options));
  const auto mode = options.quiet ? ProgressMode::none
                                  : *progress_mode(options.progress, console.err_is_terminal);
  ProgressPrinter printer(console.err, mode);
  const InterruptWatch watch(
      [&] {
        printer.note(
            "interrupted: finishing the replications under way; once more to stop at once");
      },
      [&] { folder.discard(); });
  const StudyResult result = run(options, set_up, folder, printer, watch);
  const double seconds_running = seconds_since(started);
  if (nothing_finished(result)) {
    console.err << "asepsim: interrupted before any replication was finished; nothing written\n";
    return ExitStatus::interrupted;
  }
  const std::vector<std::string> warnings = write_tables(options, set_up, result, folder);
  folder.append(report::manifest_json(result, context_of(options, set_up, started, seconds_running),
                                      warnings, folder.written()));
  folder.complete();
  print(options, result, warnings, folder.shown(), console);
  if (result.interrupted) {
    console.err << "asepsim: interrupted; the finished replications are kept. "
                << how_to_go_on(options) << "\n";
  }
  return exit_status_of(result);
}

}  // namespace

ExitStatus study_command(const StudyOptions& options, const Console& console) {
  if (options.dry_run) return dry_run_command(options, console);
  const Loaded loaded = load_scenarios(options.files, options.overrides);
  if (!options.quiet || has_errors(loaded.diagnostics)) {
    console.err << to_text(loaded.diagnostics) << std::flush;
  }
  if (has_errors(loaded.diagnostics)) return status_of(loaded.diagnostics);
  return study_of(options, loaded, console);
}

ExitStatus study_of(const StudyOptions& options, const Loaded& loaded, const Console& console) {
  StudySetUp set_up = set_up_study(options, loaded);
  return run_and_write(options, set_up, console);
}

}  // namespace asepsim::cli
