#include "report/manifest.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string_view>

#include "clinic/purposes.hpp"

namespace asepsim::report {
namespace {

using experiment::engine_name;
using experiment::ScenarioResult;
using experiment::StudyResult;
using Json = nlohmann::ordered_json;

Json map_of(const std::vector<std::pair<std::string, std::string>>& pairs) {
  Json object = Json::object();
  for (const auto& [name, value] : pairs) object[name] = value;
  return object;
}

Json failures(const ScenarioResult& scenario) {
  Json all = Json::array();
  for (const experiment::Failure& failure : scenario.failures) {
    all.push_back({{"replication", failure.replication}, {"message", failure.message}});
  }
  return all;
}

Json limits(const ScenarioResult& scenario) {
  Json all = Json::array();
  for (const experiment::CheckedLimit& limit : scenario.limits) {
    all.push_back({{"kpi", limit.limit.kpi}, {"state", word(limit.state)}});
  }
  return all;
}

Json scenarios(const StudyResult& result) {
  Json all = Json::array();
  for (const ScenarioResult& scenario : result.scenarios) {
    std::uint64_t visits = 0, events = 0;
    for (const auto& replication : scenario.replications) {
      visits += replication.visits;
      events += replication.events;
    }
    all.push_back({{"name", scenario.scenario.name},
                   {"replications_finished", scenario.replications.size()},
                   {"visits", visits},
                   {"events", events},
                   {"failures", failures(scenario)},
                   {"limits", limits(scenario)}});
  }
  return all;
}

Json inputs(const RunContext& context) {
  Json all = Json::array();
  for (const InputHash& input : context.inputs) {
    all.push_back({{"scenario", input.scenario},
                   {"path", input.path},
                   {"bytes", input.bytes},
                   {"sha256", input.sha256}});
  }
  return all;
}

Json cross_check(const StudyResult& result) {
  Json differences = Json::array();
  for (const experiment::CrossCheck& check : result.cross_checks) {
    if (check.difference.empty()) continue;
    differences.push_back({{"scenario", result.scenarios[check.scenario].scenario.name},
                           {"replication", check.replication},
                           {"first_difference", check.difference}});
  }
  return {{"engine", engine_name(experiment::other_engine(result.engine))},
          {"replications", result.cross_checks.size()},
          {"identical", !result.cross_checks.empty() && differences.empty()},
          {"differences", differences}};
}

Json settings(const StudyResult& result) {
  return {{"seed", result.seed},
          {"replications", result.replications_wanted},
          {"block_size", experiment::block_size},
          {"confidence", result.confidence},
          {"random_numbers", result.independent ? "independent" : "common"},
          {"engine", engine_name(result.engine)}};
}

// What is needed to address any draw again; steps have purposes of their own, named after them.
Json random_numbers(const StudyResult& result) {
  Json purposes = Json::array();
  for (const std::string_view name : clinic::purpose::names) purposes.push_back(name);
  return {{"generator", "Philox4x64-10"},
          {"address", "key (seed, domain), counter (index, entity, purpose, replication)"},
          {"domain", result.independent ? "0, 1, 2 ... by scenario" : "0"},
          {"purposes", std::move(purposes)}};
}

Json file_list(const std::vector<ResultFolder::Written>& files) {
  Json all = Json::array();
  for (const auto& file : files) all.push_back({{"name", file.name}, {"bytes", file.bytes}});
  return all;
}

}  // namespace

std::string status_of(const StudyResult& result) {
  if (result.interrupted) return "interrupted";
  return has_failures(result) ? "partial" : "complete";
}

TextFile manifest_json(const StudyResult& result, const RunContext& context,
                       const std::vector<std::string>& warnings,
                       const std::vector<ResultFolder::Written>& files) {
  const Json manifest{
      {"manifest", "asepsim-manifest/1"},
      {"study", context.study},
      {"status", status_of(result)},
      {"command", context.command},
      {"started_at", context.started_at},
      {"finished_at", context.finished_at},
      {"settings", settings(result)},
      {"random_numbers", random_numbers(result)},
      {"cross_check", cross_check(result)},
      {"scenarios", scenarios(result)},
      {"inputs", inputs(context)},
      {"versions", map_of(context.versions)},
      {"machine", map_of(context.machine)},
      {"threads", context.threads},
      {"seconds", {{"running", context.seconds_running}, {"in_all", context.seconds_in_all}}},
      {"warnings", warnings},
      {"files", file_list(files)}};
  return {"manifest.json",
          manifest.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n"};
}

}  // namespace asepsim::report
