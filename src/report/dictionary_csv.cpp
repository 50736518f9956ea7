#include "report/layouts.hpp"
#include "report/tables.hpp"

namespace asepsim::report {

TableLayout dictionary_layout() {
  return {"data_dictionary.csv",
          {{"file", "text", "", "Name of the file."},
           {"column", "text", "", "Name of the column."},
           {"type", "text", "", "text, integer, number, boolean or date-time."},
           {"unit", "text", "", "Unit, or the column that holds it."},
           {"description", "text", "", "What the column says."}}};
}

std::vector<TableLayout> all_layouts() {
  return {summary_layout(),      comparison_layout(),      kpi_layout(),
          resources_layout(),    complications_layout(),   exposures_layout(),
          rare_events_layout(),  importance_layout(),      strata_layout(),
          loads_layout(),        depth_layout(),           benefit_layout(),
          compliance_layout(),   recalls_layout(),         limits_layout(),
          parameters_layout(),   assumptions_layout(),     warnings_layout(),
          dictionary_layout(),   patients_layout(),        visits_layout(),
          events_layout(),       load_log_layout(),        complication_log_layout(),
          exposure_log_layout(), machine_test_log_layout()};
}

std::vector<TextFile> data_dictionary_csv(CsvDialect dialect) {
  CsvTable table(dictionary_layout(), dialect);
  for (const TableLayout& layout : all_layouts()) {
    for (const Column& column : layout.columns) {
      table.text(layout.file).text(column.name).text(column.type).text(column.unit);
      table.text(column.description).end_row();
    }
  }
  return table.take();
}

}  // namespace asepsim::report
