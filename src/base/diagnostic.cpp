#include "base/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace asepsim::inline base {
namespace {

std::string location(const SourcePlace& place) {
  if (place.line == 0) return place.file;
  return fmt::format("{}:{}:{}", place.file, place.line, place.column);
}

// The line itself and a caret under the offending characters; tabs count as one column.
std::string excerpt(const SourcePlace& place) {
  if (place.line == 0 || place.line_text.empty()) return {};
  std::string text = place.line_text.substr(0, 160);
  std::replace(text.begin(), text.end(), '\t', ' ');
  const auto indent = static_cast<std::size_t>(std::max(0, place.column - 1));
  if (indent > text.size()) return fmt::format("  {:>4} | {}\n", place.line, text);
  const auto room = std::max<std::size_t>(1, text.size() - std::min(text.size(), indent));
  const auto tail = std::min(room, static_cast<std::size_t>(std::max(1, place.length))) - 1;
  return fmt::format("  {:>4} | {}\n       | {}^{}\n", place.line, text, std::string(indent, ' '),
                     std::string(tail, '~'));
}

}  // namespace

std::string to_text(const Diagnostic& d) {
  std::string out = location(d.place);
  out += d.severity == Severity::error ? ": error: " : ": warning: ";
  if (!d.path.empty()) out += d.path + ": ";
  out += d.problem + "\n" + excerpt(d.place);
  if (d.other)
    out += fmt::format("{}: note: {}\n{}", location(*d.other), d.other_note, excerpt(*d.other));
  if (!d.remedy.empty()) out += "  remedy: " + d.remedy + "\n";
  return out;
}

std::string to_text(const std::vector<Diagnostic>& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics) out += to_text(d);
  const auto errors = std::count_if(diagnostics.begin(), diagnostics.end(),
                                    [](const auto& d) { return d.severity == Severity::error; });
  const auto warnings = static_cast<std::ptrdiff_t>(diagnostics.size()) - errors;
  if (errors > 0) out += fmt::format("{} error{}", errors, errors == 1 ? "" : "s");
  if (errors > 0 && warnings > 0) out += ", ";
  if (warnings > 0) out += fmt::format("{} warning{}", warnings, warnings == 1 ? "" : "s");
  if (!diagnostics.empty()) out += "\n";
  return out;
}

bool has_errors(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

}  // namespace asepsim::inline base
