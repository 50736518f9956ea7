// Every number that the scenarios used (parameters.csv), and those that are assumed or unconfirmed
// (assumptions.csv): the second is a selection of the first.
#include "report/layouts.hpp"
#include "report/tables.hpp"
#include "scenario/parameters_in_use.hpp"

namespace asepsim::report {
namespace {

using scenario::ParameterInUse;

std::vector<Column> columns() {
  return {
      scenario_column,
      {"path", "text", "", "Where it stands in the scenario, as --set takes it."},
      {"value", "number", "column unit",
       "The value; of a random quantity its mean; empty if unlimited."},
      {"unit", "text", "", "Unit of the numbers of this row."},
      {"range_low", "number", "column unit",
       "Lowest plausible value (of a random quantity: mean); empty if nobody stated a range."},
      {"range_high", "number", "column unit", "Highest plausible value."},
      {"source", "text", "", "What the value rests on: evidence rows, or the author's words."},
      {"row", "text", "", "Rows of the evidence table it names; asepsim explain ROW tells more."},
      {"mark", "text", "",
       "How the weakest of them is known: read, secondary, derived, vendor, unconfirmed, "
       "assumption, "
       "formula; stated: the author's own source; none: no source; setting: chosen, not found out; "
       "neutral: nothing of the kind happens."},
      {"note", "text", "", "The author's note."},
      {"given", "text", "", "Where it was given: file and line, command line (--set), or default."},
      {"written", "text", "", "As a scenario file says it, distributions with all parameters."}};
}

std::string_view mark_of(const ParameterInUse& p) {
  if (p.basis == scenario::Basis::setting) return "setting";
  if (p.claims_nothing()) return "neutral";
  if (p.mark) return mark_word(*p.mark);
  return p.source.empty() ? "none" : "stated";
}

void add(CsvTable& table, const std::string& scenario, const ParameterInUse& p) {
  table.text(scenario).text(p.path).number(p.value).text(p.unit).number(p.low).number(p.high);
  table.text(p.source).text(scenario::rows_text(p.source)).text(mark_of(p)).text(p.note);
  table.text(p.place.empty() ? "default" : p.place).text(p.written).end_row();
}

}  // namespace

TableLayout parameters_layout() {
  return {"parameters.csv", columns()};
}

TableLayout assumptions_layout() {
  return {"assumptions.csv", columns()};
}

std::vector<TextFile> parameters_csv(const StudyResult& result, CsvDialect dialect) {
  CsvTable all(parameters_layout(), dialect), assumed(assumptions_layout(), dialect);
  for (const experiment::ScenarioResult& scenario : result.scenarios) {
    for (const ParameterInUse& p : scenario::parameters_in_use(scenario.scenario)) {
      add(all, scenario.scenario.name, p);
      if (p.uncertain()) add(assumed, scenario.scenario.name, p);
    }
  }
  std::vector<TextFile> files = all.take();
  for (TextFile& file : assumed.take()) files.push_back(std::move(file));
  return files;
}

}  // namespace asepsim::report
