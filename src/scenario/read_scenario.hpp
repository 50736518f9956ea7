// The face of the scenario room: from a file to a valid Scenario, or to all that is wrong with it.
//
// Parse, then trust: a Scenario returned here needs no further checks anywhere. Every error of a
// file (and of the files it extends) is reported in one go, with place, problem and remedy. Hostile
// input (size, depth, aliases, counts, horizon) ends in a diagnostic, never in exhausted memory.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "scenario/field.hpp"
#include "scenario/scenario.hpp"

namespace asepsim::scenario {

/// A file that was read, for the manifest.
struct InputFile {
  std::string path;     ///< as named
  std::string content;  ///< bytes
};

struct ReadResult {
  std::optional<Scenario> scenario;     ///< present iff there are no errors
  std::vector<Diagnostic> diagnostics;  ///< errors and warnings, in order of place
  std::vector<InputFile> inputs;        ///< the file, what it extends, its side files
  /// Where each of scenario->limits names its key figure, which only the experiment knows.
  std::vector<SourcePlace> limits;
  /// Where sterilization.programme stands: whether it kills, only science knows.
  SourcePlace programme;
};

/// One `--set path=value` of the command line.
struct Override {
  std::string path;
  std::string value;
};

/// Reads and validates the scenario file at `path` with `overrides` applied last.
/// A file that cannot be read gives one diagnostic whose `unreadable` flag is set.
ReadResult read_scenario(const std::string& path, const std::vector<Override>& overrides = {});

/// The same from text; `file` names it in messages and anchors relative paths.
ReadResult read_scenario_text(const std::string& text, const std::string& file,
                              const std::vector<Override>& overrides = {});

/// The scenario as YAML after inheritance, defaults and units; reading it gives an equal Scenario.
std::string resolved_yaml(const Scenario& scenario);

/// JSON Schema draft-07 of scenario files, from the tables that drive the reader.
std::string json_schema();

/// scenarios/README.md: the field reference, from the same tables.
std::string field_reference();

/// One described field, for `asepsim explain`.
struct FieldText {
  std::string path;  ///< e.g. sterilization.programme.hold
  std::string type;  ///< e.g. "duration", "probability"
  std::string unit;
  std::string default_value;  ///< as written, with its range; empty: required
  std::string description;
  std::string source;      ///< evidence rows of the default, or why it is assumed
  std::string value = {};  ///< the default without its range
  std::string range = {};  ///< "1 min to 2.8 min"; empty if there is none
  Basis basis = Basis::evidence;
  bool number = false;  ///< a quantity, random or not, or a whole number
};
std::vector<FieldText> all_fields();

/// The names nearest to `word` among `candidates` (edit distance), best first; for "did you mean".
std::vector<std::string> nearest_names(const std::string& word,
                                       const std::vector<std::string>& candidates);

}  // namespace asepsim::scenario
