// What a study would do, take and write, estimated from the beginning of one replication.
//
// One replication of each scenario is run, but never more than 60 days of it: a plan must come
// faster than the run. What is known of the beginning is taken to hold for the rest; a clinic that
// starts empty has fewer visits in its first weeks, so the estimates are rather low.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "cli/study_set_up.hpp"

namespace asepsim::cli {

struct DryRunPlan {
  struct Scenario {
    std::string name, start;  ///< start: 2027-01-04
    double warm_up_days = 0, counted_days = 0;
    std::optional<double> visits;  ///< of one replication, warm-up included; nothing if it failed
  };
  struct File {
    std::string name;
    double bytes = 0;
  };
  std::vector<Scenario> scenarios;
  std::vector<File> files;
  double seconds = 0;      ///< of the whole study
  double probed_days = 0;  ///< of the longest probe
  bool extrapolated = false;
};

DryRunPlan dry_run_plan(const StudyOptions& options, const StudySetUp& set_up);

}  // namespace asepsim::cli
