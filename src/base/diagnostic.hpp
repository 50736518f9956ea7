// What is wrong with the user's input: place, problem, remedy.
//
// A reader collects diagnostics and goes on, so that a file's errors are all told in one go. Each
// prints as the compiler's do:
//
//   clinic.yaml:14:7: error: sterilizers.hold: expected a duration with a unit, got "fast"
//      14 |       hold: fast
//         |             ^~~~
//     remedy: write a number and a unit, for example 3.5 min
//
// Lines and columns count from 1; 0 means "no place" (a command-line setting, a missing file).
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace asepsim::inline base {

/// A place in a text the user wrote.
struct SourcePlace {
  std::string file;       ///< as the user named it
  int line = 0;           ///< from 1; 0 if there is no line
  int column = 0;         ///< from 1, in characters
  int length = 1;         ///< characters to underline
  std::string line_text;  ///< the whole line, to be shown
};

enum class Severity { error, warning };

struct Diagnostic {
  Severity severity = Severity::error;
  SourcePlace place;
  std::string path;                  ///< dotted key path, e.g. staff.nurse.shifts
  std::string problem;               ///< one sentence without a full stop
  std::string remedy;                ///< what to do; may be empty
  std::optional<SourcePlace> other;  ///< second place, e.g. where the key stood first
  std::string other_note = {};       ///< what the second place shows
  bool unreadable = false;           ///< the file itself could not be read (exit 7, not 3)
};

/// The text of one diagnostic, several lines, ending in a newline.
std::string to_text(const Diagnostic& diagnostic);

/// All texts in order, followed by a count line ("2 errors, 1 warning").
std::string to_text(const std::vector<Diagnostic>& diagnostics);

/// True if any is an error.
bool has_errors(const std::vector<Diagnostic>& diagnostics);

}  // namespace asepsim::inline base
