#include "scenario/findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "scenario/limits.hpp"
#include "scenario/name_rule.hpp"

namespace asepsim::scenario {
namespace {

Diagnostic diagnostic_of(Severity severity, const Mark& mark, Finding finding) {
  Diagnostic d;
  d.severity = severity;
  d.place = place_of(mark);
  d.path = printable(std::move(finding.path));
  d.problem = printable(std::move(finding.problem));
  d.remedy = printable(std::move(finding.remedy));
  if (finding.other.source) d.other = place_of(finding.other);
  d.other_note = std::move(finding.other_note);
  return d;
}

int order_of(const Mark& mark) {
  return mark.source ? mark.source->order() : 0;
}

}  // namespace

void Findings::error(const Mark& mark, Finding finding) {
  ++errors_;
  keep(Severity::error, mark, std::move(finding));
}

void Findings::warning(const Mark& mark, Finding finding) {
  keep(Severity::warning, mark, std::move(finding));
}

void Findings::unreadable(const std::string& file, const std::string& reason,
                          const Mark& asked_by) {
  Diagnostic d;
  d.place.file = file;
  if (asked_by.source) d.place = place_of(asked_by);
  d.problem = asked_by.source ? fmt::format("cannot read {}: {}", file, reason)
                              : fmt::format("cannot read the file: {}", reason);
  d.remedy = "check the name and that you may read it";
  d.unreadable = true;
  ++errors_;
  kept_.push_back({order_of(asked_by), std::move(d)});
}

// Places are worked out only for what is kept: on a long line that is not for nothing.
void Findings::keep(Severity severity, const Mark& mark, Finding finding) {
  if (kept_.size() >= limits::findings) {
    ++dropped_;
  } else {
    kept_.push_back({order_of(mark), diagnostic_of(severity, mark, std::move(finding))});
  }
}

std::vector<Diagnostic> Findings::in_order() const {
  std::vector<Kept> sorted = kept_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Kept& a, const Kept& b) {
    return std::tie(a.order, a.diagnostic.place.line, a.diagnostic.place.column) <
           std::tie(b.order, b.diagnostic.place.line, b.diagnostic.place.column);
  });
  std::vector<Diagnostic> out;
  out.reserve(sorted.size() + 1);
  for (Kept& kept : sorted) out.push_back(std::move(kept.diagnostic));
  if (dropped_ == 0) return out;
  Diagnostic rest;
  rest.severity = any_errors() ? Severity::error : Severity::warning;
  rest.place.file = out.back().place.file;
  rest.problem = fmt::format("{} more problems are not shown", dropped_);
  out.push_back(std::move(rest));
  return out;
}

}  // namespace asepsim::scenario
