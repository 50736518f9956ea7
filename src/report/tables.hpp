// The tables of the results folder: one function a file, from results to CSV text.
//
// Rows are sorted by scenario (the base first), replication and then the table's own key, so that
// two runs can be compared as text. The same files appear in every run, empty but for the header
// if there is nothing to tell. None of them depends on the number of threads or on the clock.
#pragma once

#include <string>
#include <vector>

#include "experiment/study.hpp"
#include "report/csv.hpp"

namespace asepsim::report {

using experiment::StudyResult;

/// One line a key figure and scenario: estimate with interval, n and method.
std::vector<TextFile> summary_csv(const StudyResult& result, CsvDialect dialect);

/// One line a key figure and alternative: difference to the base, and what may be said of it.
std::vector<TextFile> comparison_csv(const StudyResult& result, CsvDialect dialect);

/// Long: one line a key figure and replication.
std::vector<TextFile> kpi_csv(const StudyResult& result, CsvDialect dialect);

/// One line a pool, then one a unit: hours in each state.
std::vector<TextFile> resources_csv(const StudyResult& result, CsvDialect dialect);

/// One line a hazard and grade: harms that happened and what followed.
std::vector<TextFile> complications_csv(const StudyResult& result, CsvDialect dialect);

/// One line an outcome of loads: fault, indicators, release.
std::vector<TextFile> loads_csv(const StudyResult& result, CsvDialect dialect);
std::vector<TextFile> compliance_csv(const StudyResult& result, CsvDialect dialect);
std::vector<TextFile> recalls_csv(const StudyResult& result, CsvDialect dialect);

/// One line a hazard and route: the risk ledger in sums, crude counts beside it.
std::vector<TextFile> exposures_csv(const StudyResult& result, CsvDialect dialect);

/// One line a figure of the risk ledger: estimator, precision, gain against counting, gates.
std::vector<TextFile> rare_events_csv(const StudyResult& result, CsvDialect dialect);
/// One line a figure of the risk ledger and state of a common cause that replications were given.
std::vector<TextFile> strata_csv(const StudyResult& result, CsvDialect dialect);
std::vector<TextFile> importance_csv(const StudyResult& result, CsvDialect dialect);

/// One line an indication: where the punctures ended.
std::vector<TextFile> depth_csv(const StudyResult& result, CsvDialect dialect);

/// One line an indication: what courses that ended did for their patients.
std::vector<TextFile> benefit_csv(const StudyResult& result, CsvDialect dialect);

/// One line a declared limit.
std::vector<TextFile> limits_csv(const StudyResult& result, CsvDialect dialect);

/// parameters.csv: one line a number of the scenario with what it rests on; assumptions.csv: those
/// that are assumed or unconfirmed.
std::vector<TextFile> parameters_csv(const StudyResult& result, CsvDialect dialect);

/// One line a warning (warnings.hpp).
std::vector<TextFile> warnings_csv(const std::vector<std::string>& warnings, CsvDialect dialect);

/// Every column of every file.
std::vector<TextFile> data_dictionary_csv(CsvDialect dialect);

}  // namespace asepsim::report
