// The commands of the program, one file each. They return the exit status; exceptions go to
// cli.cpp.
#pragma once

#include <string>

#include "cli/console.hpp"
#include "cli/exit_status.hpp"
#include "cli/load_scenarios.hpp"
#include "cli/options.hpp"

namespace asepsim::cli {

/// Runs each scenario by itself, one after the other, each into a folder of its own. Nothing runs
/// unless all are valid; the gravest status counts, and an interruption ends it all.
ExitStatus run_command(const StudyOptions& options, const Console& console);

/// Runs the scenario, or compares the alternatives with the base.
ExitStatus study_command(const StudyOptions& options, const Console& console);

/// The same with scenarios that were read without errors.
ExitStatus study_of(const StudyOptions& options, const Loaded& loaded, const Console& console);

/// What study_command would do: scenarios, runs, estimated time and file sizes. Writes nothing.
ExitStatus dry_run_command(const StudyOptions& options, const Console& console);

/// All errors of all files.
ExitStatus validate_command(const ValidateOptions& options, const Console& console);

/// The JSON Schema of scenario files, or the field reference as Markdown.
ExitStatus schema_command(bool reference, const Console& console);

/// A key figure, a family of them, or a field of the scenario file.
ExitStatus explain_command(const std::string& name, const Console& console);

}  // namespace asepsim::cli
