#include "base/diagnostic.hpp"

#include <gtest/gtest.h>

namespace asepsim {
namespace {

Diagnostic fast_hold() {
  Diagnostic d;
  d.place = {"clinic.yaml", 14, 9, 4, "  hold: fast"};
  d.path = "sterilization.programme.hold";
  d.problem = "expected a duration with a unit, got \"fast\"";
  d.remedy = "write a number and a unit, for example 3.5 min";
  return d;
}

TEST(Diagnostic, ShowsPlaceProblemLineCaretAndRemedy) {
  EXPECT_EQ(to_text(fast_hold()),
            "clinic.yaml:14:9: error: sterilization.programme.hold: expected a duration with a "
            "unit, got \"fast\"\n"
            "    14 |   hold: fast\n"
            "       |         ^~~~\n"
            "  remedy: write a number and a unit, for example 3.5 min\n");
}

TEST(Diagnostic, ShowsBothPlaces) {
  Diagnostic d = fast_hold();
  d.remedy.clear();
  d.problem = "given twice";
  d.other = SourcePlace{"clinic.yaml", 3, 3, 4, "  hold: 3 min"};
  d.other_note = "first here";
  EXPECT_EQ(to_text(d),
            "clinic.yaml:14:9: error: sterilization.programme.hold: given twice\n"
            "    14 |   hold: fast\n"
            "       |         ^~~~\n"
            "clinic.yaml:3:3: note: first here\n"
            "     3 |   hold: 3 min\n"
            "       |   ^~~~\n");
}

TEST(Diagnostic, CountsErrorsAndWarnings) {
  Diagnostic warning = fast_hold();
  warning.severity = Severity::warning;
  const std::string text = to_text(std::vector{fast_hold(), warning, fast_hold()});
  EXPECT_TRUE(text.ends_with("2 errors, 1 warning\n")) << text;
}

TEST(Diagnostic, OnlyErrorsCountAsErrors) {
  Diagnostic warning = fast_hold();
  warning.severity = Severity::warning;
  EXPECT_FALSE(has_errors({warning}));
  EXPECT_TRUE(has_errors({warning, fast_hold()}));
}

TEST(Diagnostic, WithoutALineNamesOnlyTheFile) {
  Diagnostic d;
  d.place.file = "--set";
  d.problem = "no such path";
  EXPECT_EQ(to_text(d), "--set: error: no such path\n");
}

}  // namespace
}  // namespace asepsim
