#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/commands.hpp"
#include "experiment/kpi.hpp"
#include "scenario/read_scenario.hpp"

namespace asepsim::cli {
namespace {

using experiment::Kpi;
using experiment::KpiFamily;
using scenario::FieldText;

// Money figures are in the currency of the scenario.
std::vector<Kpi> kpis() {
  return experiment::standard_kpis("currency");
}

// "  definition  Text", going on below itself when it is wider than the screen.
std::string line(const char* what, const std::string& text) {
  constexpr std::size_t width = 86;
  std::string lines;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.size();
    if (end - at > width) end = std::min(text.rfind(' ', at + width), text.size());
    if (end <= at) end = text.size();
    lines += fmt::format("  {:<11} {}\n", at == 0 ? what : "", text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::string text_of(const Kpi& kpi) {
  return fmt::format("{}: {} (key figure)\n", kpi.id, kpi.name) +
         line("definition", kpi.definition) + line("formula", kpi.formula) +
         line("unit", kpi.unit) + line("estimator", interval_method(kpi.estimator)) +
         line("direction", word(kpi.direction)) + line("group", word(kpi.group));
}

std::string text_of(const KpiFamily& family, const std::string& name) {
  return fmt::format("{}: {} (key figure, one for each {})\n", name, family.name, family.pattern) +
         line("definition", family.definition) + line("formula", family.formula) +
         line("unit", family.unit) + line("estimator", interval_method(family.estimator)) +
         line("direction", word(family.direction));
}

std::string text_of(const FieldText& field) {
  const std::string fallback =
      field.default_value.empty() ? "none, it must be given" : field.default_value;
  return fmt::format("{}: {} (field of scenario files)\n", field.path, field.description) +
         line("type", field.type) + line("unit", field.unit) + line("default", fallback) +
         line("source", field.source);
}

// A field is found by its whole path or by its end: "hold" finds sterilization.programme.hold.
bool is_meant(const FieldText& field, const std::string& name) {
  return field.path == name || field.path.ends_with("." + name);
}

std::string all_kpis() {
  std::string text;
  for (const Kpi& kpi : kpis()) text += fmt::format("{:<32} {}\n", kpi.id, kpi.name);
  for (const KpiFamily& family : experiment::kpi_families()) {
    text += fmt::format("{:<32} {}\n", family.pattern, family.name);
  }
  return text;
}

std::string found(const std::string& name) {
  std::string text;
  for (const Kpi& kpi : kpis()) {
    if (kpi.id == name) text += text_of(kpi);
  }
  if (!text.empty()) return text;
  for (const KpiFamily& family : experiment::kpi_families()) {
    if (family.pattern == name || belongs_to(family, name)) text += text_of(family, name);
  }
  for (const FieldText& field : scenario::all_fields()) {
    if (is_meant(field, name)) text += text_of(field);
  }
  return text;
}

std::vector<std::string> known_names() {
  std::vector<std::string> names;
  for (const Kpi& kpi : kpis()) names.push_back(kpi.id);
  for (const KpiFamily& family : experiment::kpi_families()) names.push_back(family.pattern);
  for (const FieldText& field : scenario::all_fields()) names.push_back(field.path);
  return names;
}

}  // namespace

ExitStatus explain_command(const std::string& name, const Console& console) {
  const std::string text = name == "kpis" ? all_kpis() : found(name);
  console.out << text << std::flush;
  if (!text.empty()) return ExitStatus::done;
  console.err << "asepsim: nothing is called \"" << name << "\"\n";
  for (const std::string& near : scenario::nearest_names(name, known_names())) {
    console.err << "  did you mean " << near << "?\n";
  }
  console.err << "  all key figures: asepsim explain kpis; all fields: asepsim schema\n";
  return ExitStatus::wrong_command_line;
}

}  // namespace asepsim::cli
