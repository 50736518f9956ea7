// A sterilizer programme that cannot sterilize, even if nothing goes wrong: dry heat at the
// temperatures of steam, or a hold of a second.
//
// The reader of scenarios knows no science, so the question is asked here. Warned of, not refused:
// what such a programme does to patients is a fair question.
#pragma once

#include <vector>

#include "base/diagnostic.hpp"
#include "scenario/scenario.hpp"

namespace asepsim::cli {

/// A warning if spores of a biological indicator survive an undisturbed cycle (F6, I20); `place` is
/// that of sterilization.programme.
std::vector<Diagnostic> weak_programme(const scenario::Scenario& scenario,
                                       const SourcePlace& place);

}  // namespace asepsim::cli
