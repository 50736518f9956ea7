// What a command was asked to do, as plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "clinic/run_replication.hpp"
#include "report/csv.hpp"
#include "report/kept_tables.hpp"
#include "scenario/read_scenario.hpp"

namespace asepsim::cli {

/// Options of `run` and `compare`. What is not given stays with the scenario: settings go
/// default < file < --set < option.
struct StudyOptions {
  std::vector<std::string> files;  ///< run: each by itself; compare: the base first
  std::vector<scenario::Override> overrides;
  std::optional<std::uint64_t> replications;
  std::optional<std::uint64_t> seed;
  std::optional<double> confidence;
  int threads = 0;  ///< 0: as many as the machine has
  clinic::Engine engine = clinic::Engine::native;
  std::uint64_t cross_checks = 1;
  bool independent = false;
  std::string output;  ///< empty: results/<study>/<stamp>_<hash>
  bool force = false;
  bool dry_run = false;
  report::Keep keep;
  bool json = false;
  bool quiet = false;
  std::string progress = "auto";
  report::CsvDialect dialect = report::CsvDialect::standard;
  std::vector<std::string> command;  ///< as typed, for the manifest
};

struct ValidateOptions {
  std::vector<std::string> files;
  std::vector<scenario::Override> overrides;
  bool json = false;
};

}  // namespace asepsim::cli
