#include "report/result_files.hpp"

#include <algorithm>

#include "report/tables.hpp"
#include "scenario/read_scenario.hpp"

namespace asepsim::report {
namespace {

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == '.';
}

std::string resolved_name(const experiment::StudyResult& result, const std::string& scenario) {
  if (result.scenarios.size() == 1) return "scenario.resolved.yaml";
  return "scenario.resolved." + path_part(scenario) + ".yaml";
}

void add(std::vector<TextFile>& files, std::vector<TextFile> more) {
  std::move(more.begin(), more.end(), std::back_inserter(files));
}

}  // namespace

std::string path_part(const std::string& name) {
  std::string part = name;
  std::replace_if(
      part.begin(), part.end(), [](char c) { return !is_plain(c); }, '_');
  const bool hidden = part.empty() || part.front() == '.';
  return hidden ? "_" + part : part;
}

std::vector<TextFile> result_files(const experiment::StudyResult& result, CsvDialect dialect) {
  std::vector<TextFile> files;
  for (const experiment::ScenarioResult& scenario : result.scenarios) {
    files.push_back({resolved_name(result, scenario.scenario.name),
                     scenario::resolved_yaml(scenario.scenario)});
  }
  add(files, summary_csv(result, dialect));
  add(files, comparison_csv(result, dialect));
  add(files, kpi_csv(result, dialect));
  add(files, resources_csv(result, dialect));
  add(files, complications_csv(result, dialect));
  add(files, exposures_csv(result, dialect));
  add(files, rare_events_csv(result, dialect));
  add(files, importance_csv(result, dialect));
  add(files, strata_csv(result, dialect));
  add(files, loads_csv(result, dialect));
  add(files, depth_csv(result, dialect));
  add(files, compliance_csv(result, dialect));
  add(files, recalls_csv(result, dialect));
  add(files, benefit_csv(result, dialect));
  add(files, limits_csv(result, dialect));
  add(files, parameters_csv(result, dialect));
  add(files, data_dictionary_csv(dialect));
  return files;
}

}  // namespace asepsim::report
