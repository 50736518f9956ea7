#include "scenario/read_scenario.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "scenario/describe_scenario.hpp"
#include "scenario/inheritance.hpp"
#include "scenario/limits.hpp"
#include "scenario/name_rule.hpp"
#include "scenario/overrides.hpp"
#include "scenario/reader.hpp"
#include "scenario/validation.hpp"

namespace asepsim::scenario {
namespace {

// Amounts of money are read against the currency, which may stand last in the file.
void find_currency(const Node& root, Reading& reading) {
  const Entry* finance = root.find("finance");
  const Entry* currency =
      finance && finance->value.is_map() ? finance->value.find("currency") : nullptr;
  if (currency != nullptr && currency->value.is_scalar() && !currency->value.text.empty())
    reading.currency = currency->value.text;
}

// The scenario's name stands in tables and names files.
void read_name(const Node& root, Reading& reading, const std::string& file, Scenario& scenario) {
  scenario.name = std::filesystem::path(file).stem().string();
  const Entry* name = root.find("name");
  const Field as = field("name", "");
  if (name != nullptr && !read_value(Slot{name->value, as, "name", reading}, scenario.name)) return;
  const std::string flaw = flaw_in_title(scenario.name);
  if (flaw.empty()) return;
  reading.findings().error(
      name ? name->value.mark : root.mark,
      {"name", flaw,
       fmt::format("write  name: a few words, at most {} characters", limits::title_length)});
}

void read_head(Node& root, Reading& reading, const std::string& file, Scenario& scenario) {
  read_name(root, reading, file, scenario);
  std::erase_if(root.entries, [](const Entry& entry) {
    return entry.key == "schema" || entry.key == "name" || entry.key == "extends";
  });
}

// Results name a file without its folder: they must not depend on where the project stands.
void note_origins(const Reading& reading, Scenario& scenario) {
  for (const auto& [path, mark] : reading.places().all()) {
    if (!mark.source) continue;
    const std::string file = std::filesystem::path(mark.source->file()).filename().string();
    scenario.origins.set(
        path, mark.source->shows_lines() ? fmt::format("{}:{}", file, mark.line) : "command line");
  }
}

Scenario read_tree(Node root, const std::string& file, Reading& reading) {
  Scenario scenario;
  find_currency(root, reading);
  read_head(root, reading, file, scenario);
  Reader reader(reading, root, "", root.mark);
  describe(reader, scenario);
  reader.finish();
  validate(scenario, reading);
  note_origins(reading, scenario);
  return scenario;
}

std::vector<SourcePlace> places_of_limits(const Scenario& scenario, const Reading& reading) {
  std::vector<SourcePlace> places;
  for (std::size_t i = 1; i <= scenario.limits.size(); ++i)
    places.push_back(place_of(reading.places().of(fmt::format("limits[{}].kpi", i))));
  return places;
}

ReadResult read_from(const Source& main, SideFiles& files, Findings& findings,
                     const std::string& file, const std::vector<Override>& overrides) {
  ReadResult result;
  Reading reading(files);
  auto root = main ? inherited_document(main, files) : std::nullopt;
  std::optional<Scenario> scenario;
  if (root) {
    apply_overrides(*root, overrides, findings);
    scenario = read_tree(std::move(*root), file, reading);
    result.limits = places_of_limits(*scenario, reading);
    result.programme = place_of(reading.places().of("sterilization.programme"));
  }
  if (!findings.any_errors()) result.scenario = std::move(scenario);
  result.diagnostics = findings.in_order();
  result.inputs = files.inputs();
  return result;
}

}  // namespace

ReadResult read_scenario(const std::string& path, const std::vector<Override>& overrides) {
  Findings findings;
  SideFiles files(path, findings);
  const Source main = files.open_main();
  return read_from(main, files, findings, path, overrides);
}

ReadResult read_scenario_text(const std::string& text, const std::string& file,
                              const std::vector<Override>& overrides) {
  Findings findings;
  SideFiles files(file, findings);
  const Source main = files.open_main(text);
  return read_from(main, files, findings, file, overrides);
}

}  // namespace asepsim::scenario
