// The large tables that are written only with --keep: a row a patient, a step, an event, a load, an
// exposure.
//
// They are made record by record while the run goes on, so that memory stays bounded: each call
// turns one record into text to be appended to its files. Records come in the order of scenarios
// and replications. Patients, visits and loads are numbered within a replication (P12, V3, L7).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clinic/observation.hpp"
#include "report/csv.hpp"
#include "scenario/scenario.hpp"

namespace asepsim::report {

/// What --keep may name besides `kpi`, which is always kept.
struct Keep {
  bool patients = false, visits = false, events = false, loads = false, complications = false,
       exposures = false;
  [[nodiscard]] bool any() const {
    return patients || visits || events || loads || complications || exposures;
  }
};

/// Adds what `word` names; false if it names nothing that can be kept.
bool add_kept(Keep& keep, std::string_view word);

/// One scenario's names, for the rows.
struct KeptScenario {
  std::string name;
  scenario::Scenario scenario;
  std::vector<std::string> pools;
};

class KeptTables {
 public:
  KeptTables(Keep keep, CsvDialect dialect, std::vector<KeptScenario> scenarios);

  /// Text to append to the files, from one record of scenario `s`. The first call begins the files.
  std::vector<TextFile> rows_of(std::size_t s, const clinic::ReplicationRecord& record);

  /// Rows of all tables so far.
  [[nodiscard]] std::size_t rows() const;

 private:
  struct Table {
    CsvTable csv;
    void (*add)(CsvTable&, const KeptScenario&, const clinic::ReplicationRecord&);
  };
  std::vector<KeptScenario> scenarios_;
  std::vector<Table> tables_;
};

/// Rows of one record, appended to `table` (kept_patients.cpp, kept_visits.cpp ...).
void add_patients(CsvTable& table, const KeptScenario& scenario,
                  const clinic::ReplicationRecord& record);
void add_visits(CsvTable& table, const KeptScenario& scenario,
                const clinic::ReplicationRecord& record);
void add_events(CsvTable& table, const KeptScenario& scenario,
                const clinic::ReplicationRecord& record);
void add_load_log(CsvTable& table, const KeptScenario& scenario,
                  const clinic::ReplicationRecord& record);
void add_complication_log(CsvTable& table, const KeptScenario& scenario,
                          const clinic::ReplicationRecord& record);
void add_machine_test_log(CsvTable& table, const KeptScenario& scenario,
                          const clinic::ReplicationRecord& record);
void add_exposure_log(CsvTable& table, const KeptScenario& scenario,
                      const clinic::ReplicationRecord& record);

}  // namespace asepsim::report
