#include "cli/weak_programme.hpp"

#include <fmt/format.h>

#include "clinic/cycle.hpp"

namespace asepsim::cli {

std::vector<Diagnostic> weak_programme(const scenario::Scenario& scenario,
                                       const SourcePlace& place) {
  if (!scenario.sterilization) return {};
  const double kill = clinic::undisturbed_kill(*scenario.sterilization);
  if (kill >= clinic::indicator_log10) return {};
  const bool dry =
      scenario.sterilization->programme.sterilizer_class == scenario::SterilizerClass::dry_heat;
  Diagnostic diagnostic;
  diagnostic.severity = Severity::warning;
  diagnostic.place = place;
  diagnostic.path = "sterilization.programme";
  diagnostic.problem = fmt::format(
      "it kills {} log10 of indicator spores if nothing goes wrong, and a biological "
      "indicator has {:.0f} (F6)",
      kill < 0.05 ? "0" : fmt::format("{:.1f}", kill), clinic::indicator_log10);
  diagnostic.remedy = dry ? "write a hotter or longer hold: dry heat takes 160 C for 2 h (I23)"
                          : "write a hotter or longer hold: steam takes 134 C for 3.5 min (I12)";
  return {diagnostic};
}

}  // namespace asepsim::cli
