// The face of the report room: from results to the files of a folder.
//
// Every file but manifest.json and warnings.csv (which need to know the others) and the large
// tables of --keep (which are written while the run goes on, kept_tables.hpp). Values in, values
// out; writing is result_folder.hpp.
#pragma once

#include <string>
#include <vector>

#include "experiment/study.hpp"
#include "report/csv.hpp"

namespace asepsim::report {

/// All tables but the warnings, and the resolved scenarios. One scenario is
/// `scenario.resolved.yaml`; of several each is `scenario.resolved.NAME.yaml`.
std::vector<TextFile> result_files(const experiment::StudyResult& result, CsvDialect dialect);

/// `name` as part of a path: letters, digits, `_`, `-` and `.` stay, all else becomes `_`.
std::string path_part(const std::string& name);

}  // namespace asepsim::report
