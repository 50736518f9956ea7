#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/dry_run_plan.hpp"
#include "cli/progress.hpp"

namespace asepsim::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string size_text(double bytes) {
  if (bytes < 1000) return fmt::format("{:.0f} B", bytes);
  if (bytes < 1e6) return fmt::format("{:.0f} kB", bytes / 1e3);
  if (bytes < 1e9) return fmt::format("{:.1f} MB", bytes / 1e6);
  return fmt::format("{:.1f} GB", bytes / 1e9);
}

std::string counted(std::uint64_t n, const std::string& what) {
  return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
}

std::string scenario_line(const DryRunPlan::Scenario& scenario) {
  std::string text = fmt::format("  {}: ", scenario.name);
  if (scenario.warm_up_days > 0) {
    text += fmt::format("{:g} days of warm-up from {}, then {:g} days counted",
                        scenario.warm_up_days, scenario.start, scenario.counted_days);
  } else {
    text += fmt::format("{:g} days from {}", scenario.counted_days, scenario.start);
  }
  if (scenario.visits) text += fmt::format(", about {:.0f} visits", *scenario.visits);
  return text + "\n";
}

std::string folder_of(const StudyOptions& options, const StudySetUp& set_up) {
  return output_folder(options, set_up, std::chrono::system_clock::now()).string();
}

std::string plan_text(const StudyOptions& options, const StudySetUp& set_up,
                      const DryRunPlan& plan) {
  const auto& settings = set_up.settings;
  const std::string what = set_up.names.size() > 1 ? "paired replication" : "replication";
  std::string text =
      fmt::format("{}, seed {}, {}, engine {}:\n", counted(settings.replications, what),
                  settings.seed, counted(static_cast<std::uint64_t>(settings.threads), "thread"),
                  experiment::engine_name(settings.engine));
  for (const DryRunPlan::Scenario& scenario : plan.scenarios) text += scenario_line(scenario);
  text +=
      fmt::format("Cross-check: {} of each on {}.\n", counted(settings.cross_checks, "replication"),
                  experiment::engine_name(experiment::other_engine(settings.engine)));
  text += fmt::format("Estimated time: {}.\n", duration_text(plan.seconds));
  if (plan.extrapolated) {
    text += fmt::format("Visits, time and sizes are extrapolated from the first {:g} days.\n",
                        plan.probed_days);
  }
  text += fmt::format("Files in {}:\n", folder_of(options, set_up));
  for (const DryRunPlan::File& file : plan.files) {
    text += fmt::format("  {:<44} {:>10}\n", file.name, "~" + size_text(file.bytes));
  }
  return text + "Dry run: nothing was written.\n";
}

Json scenarios_json(const DryRunPlan& plan) {
  Json all = Json::array();
  for (const DryRunPlan::Scenario& scenario : plan.scenarios) {
    Json one{{"scenario", scenario.name},
             {"start", scenario.start},
             {"warm_up_days", scenario.warm_up_days},
             {"counted_days", scenario.counted_days},
             {"visits", nullptr}};
    if (scenario.visits) one["visits"] = std::round(*scenario.visits);
    all.push_back(std::move(one));
  }
  return all;
}

std::string plan_json(const StudyOptions& options, const StudySetUp& set_up,
                      const DryRunPlan& plan) {
  const auto& settings = set_up.settings;
  Json files = Json::array();
  for (const DryRunPlan::File& file : plan.files) {
    files.push_back({{"name", file.name}, {"bytes", std::round(file.bytes)}});
  }
  const Json all{{"dry_run", true},
                 {"replications", settings.replications},
                 {"seed", settings.seed},
                 {"threads", settings.threads},
                 {"engine", experiment::engine_name(settings.engine)},
                 {"cross_checks", settings.cross_checks},
                 {"scenarios", scenarios_json(plan)},
                 {"estimated_seconds", plan.seconds},
                 {"extrapolated", plan.extrapolated},
                 {"probed_days", plan.probed_days},
                 {"folder", folder_of(options, set_up)},
                 {"files", std::move(files)}};
  return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

ExitStatus dry_run_command(const StudyOptions& options, const Console& console) {
  const Loaded loaded = load_scenarios(options.files, options.overrides);
  console.err << to_text(loaded.diagnostics) << std::flush;
  if (has_errors(loaded.diagnostics)) return status_of(loaded.diagnostics);
  const StudySetUp set_up = set_up_study(options, loaded);
  const DryRunPlan plan = dry_run_plan(options, set_up);
  console.out << (options.json ? plan_json(options, set_up, plan)
                               : plan_text(options, set_up, plan))
              << std::flush;
  return ExitStatus::done;
}

}  // namespace asepsim::cli
