#include <fmt/format.h>

#include <ostream>

#include "cli/commands.hpp"
#include "cli/explain_evidence.hpp"
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

std::string text_of(const Kpi& kpi) {
  return fmt::format("{}: {} (key figure)\n", kpi.id, kpi.name) +
         labelled("definition", kpi.definition) + labelled("formula", kpi.formula) +
         labelled("unit", kpi.unit) + labelled("estimator", interval_method(kpi.estimator)) +
         labelled("direction", word(kpi.direction)) + labelled("group", word(kpi.group));
}

std::string text_of(const KpiFamily& family, const std::string& name) {
  return fmt::format("{}: {} (key figure, one for each {})\n", name, family.name, family.pattern) +
         labelled("definition", family.definition) + labelled("formula", family.formula) +
         labelled("unit", family.unit) + labelled("estimator", interval_method(family.estimator)) +
         labelled("direction", word(family.direction));
}

// One field in full; of several that end alike a line each, as their paths tell them apart.
std::string text_of(const std::vector<FieldText>& fields) {
  if (fields.size() == 1) return explained(fields.front());
  std::string text;
  for (const FieldText& field : fields)
    text += fmt::format("{:<46} {}\n", field.path, field.description);
  return text;
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
  if (name == "kpis") return all_kpis();
  if (name == "evidence") return all_evidence();
  if (const scenario::EvidenceRow* row = row_meant(name)) return explained(*row);
  for (const Kpi& kpi : kpis()) {
    if (kpi.id == name) return text_of(kpi);
  }
  std::string text;
  for (const KpiFamily& family : experiment::kpi_families()) {
    if (family.pattern == name || belongs_to(family, name)) text += text_of(family, name);
  }
  return text + text_of(fields_meant(name));
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
  const std::string text = found(name);
  console.out << text << std::flush;
  if (!text.empty()) return ExitStatus::done;
  console.err << "asepsim: nothing is called \"" << name << "\"\n";
  for (const std::string& near : scenario::nearest_names(name, known_names())) {
    console.err << "  did you mean " << near << "?\n";
  }
  console.err
      << "  all key figures: asepsim explain kpis; all fields: asepsim schema; all evidence: "
         "asepsim explain evidence\n";
  return ExitStatus::wrong_command_line;
}

}  // namespace asepsim::cli
