// Which columns each file has: headers and the data dictionary come from here.
//
// Columns are only ever appended within a major version. Private to the room.
#pragma once

#include <vector>

#include "report/csv.hpp"

namespace asepsim::report {

// Columns that many files have.
inline constexpr Column scenario_column{"scenario", "text", "", "Name of the scenario."};
inline constexpr Column replication_column{"replication", "integer", "",
                                           "Number of the replication, from 0."};

TableLayout summary_layout();
TableLayout comparison_layout();
TableLayout kpi_layout();
TableLayout resources_layout();
TableLayout complications_layout();
TableLayout loads_layout();
TableLayout exposures_layout();
TableLayout rare_events_layout();
TableLayout importance_layout();
TableLayout strata_layout();
TableLayout depth_layout();
TableLayout compliance_layout();
TableLayout recalls_layout();
TableLayout benefit_layout();
TableLayout limits_layout();
TableLayout warnings_layout();
TableLayout parameters_layout();
TableLayout assumptions_layout();
TableLayout dictionary_layout();
TableLayout patients_layout();
TableLayout visits_layout();
TableLayout events_layout();
TableLayout load_log_layout();
TableLayout complication_log_layout();
TableLayout exposure_log_layout();
TableLayout machine_test_log_layout();

/// All of them, in the order of the dictionary.
std::vector<TableLayout> all_layouts();

}  // namespace asepsim::report
