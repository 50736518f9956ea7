#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/load_scenarios.hpp"

namespace asepsim::cli {
namespace {

using Json = nlohmann::ordered_json;

Json place_json(const SourcePlace& place) {
  return {{"file", place.file}, {"line", place.line}, {"column", place.column}};
}

Json diagnostic_json(const Diagnostic& diagnostic) {
  Json json{{"severity", diagnostic.severity == Severity::error ? "error" : "warning"},
            {"place", place_json(diagnostic.place)},
            {"path", diagnostic.path},
            {"problem", diagnostic.problem},
            {"remedy", diagnostic.remedy}};
  if (diagnostic.other) {
    json["other"] = place_json(*diagnostic.other);
    json["other_note"] = diagnostic.other_note;
  }
  return json;
}

Json file_json(const std::string& file, const std::vector<Diagnostic>& diagnostics) {
  Json all = Json::array();
  for (const Diagnostic& diagnostic : diagnostics) all.push_back(diagnostic_json(diagnostic));
  return {{"file", file}, {"valid", !has_errors(diagnostics)}, {"diagnostics", std::move(all)}};
}

}  // namespace

ExitStatus validate_command(const ValidateOptions& options, const Console& console) {
  std::vector<Diagnostic> all;
  Json files = Json::array();
  std::string valid;
  for (const std::string& file : options.files) {
    const Loaded loaded = load_scenario(file, options.overrides);
    files.push_back(file_json(file, loaded.diagnostics));
    if (!has_errors(loaded.diagnostics)) valid += file + ": valid\n";
    all.insert(all.end(), loaded.diagnostics.begin(), loaded.diagnostics.end());
  }
  if (options.json) {
    console.out << files.dump(2, ' ', false, Json::error_handler_t::replace) << "\n";
  } else {
    console.err << to_text(all) << std::flush;
    console.out << valid;
  }
  console.out << std::flush;
  return status_of(all);
}

}  // namespace asepsim::cli
