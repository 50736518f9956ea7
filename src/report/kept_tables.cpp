#include "report/kept_tables.hpp"

#include "report/layouts.hpp"

namespace asepsim::report {

bool add_kept(Keep& keep, std::string_view word) {
  if (word == "kpi") return true;
  if (word == "patients") return keep.patients = true;
  if (word == "visits") return keep.visits = true;
  if (word == "events") return keep.events = true;
  if (word == "loads") return keep.loads = true;
  if (word == "complications") return keep.complications = true;
  if (word == "exposures") return keep.exposures = true;
  return false;
}

KeptTables::KeptTables(Keep keep, CsvDialect dialect, std::vector<KeptScenario> scenarios)
    : scenarios_(std::move(scenarios)) {
  if (keep.patients) tables_.push_back({CsvTable(patients_layout(), dialect), add_patients});
  if (keep.visits) tables_.push_back({CsvTable(visits_layout(), dialect), add_visits});
  if (keep.events) tables_.push_back({CsvTable(events_layout(), dialect), add_events});
  if (keep.loads) {
    tables_.push_back({CsvTable(load_log_layout(), dialect), add_load_log});
    tables_.push_back({CsvTable(machine_test_log_layout(), dialect), add_machine_test_log});
  }
  if (keep.complications) {
    tables_.push_back({CsvTable(complication_log_layout(), dialect), add_complication_log});
  }
  if (keep.exposures) {
    tables_.push_back({CsvTable(exposure_log_layout(), dialect), add_exposure_log});
  }
}

std::vector<TextFile> KeptTables::rows_of(std::size_t s, const clinic::ReplicationRecord& record) {
  std::vector<TextFile> pieces;
  for (Table& table : tables_) {
    table.add(table.csv, scenarios_[s], record);
    for (TextFile& piece : table.csv.take()) pieces.push_back(std::move(piece));
  }
  return pieces;
}

std::size_t KeptTables::rows() const {
  std::size_t rows = 0;
  for (const Table& table : tables_) rows += table.csv.rows();
  return rows;
}

}  // namespace asepsim::report
