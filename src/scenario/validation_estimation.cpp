// Rare decisions: a tilt needs its probability, forcing must not lose risk, strata need two states.
#include <fmt/format.h>

#include "scenario/checker.hpp"

namespace asepsim::scenario {
namespace {

struct Decision {
  const char* name;
  const BranchSettings& settings;
  /// Only through this branch can harm come: the arm that forcing drops carries none.
  bool needed_for_harm;
};

void check_decision(Checker& c, const Decision& decision) {
  const std::string path = fmt::format("estimation.{}", decision.name);
  const BranchSettings& settings = decision.settings;
  if (settings.mode == BranchMode::tilt && !settings.probability) {
    c.error(path, "tilting needs the probability to draw with", "add  probability: 30 %");
  }
  if (settings.mode != BranchMode::tilt && settings.probability) {
    c.warning(path + ".probability", "only tilting draws with it; this has no effect here");
  }
  if (settings.mode != BranchMode::split && settings.parts != BranchSettings{}.parts) {
    c.warning(path + ".parts", "only splitting has parts; this has no effect here",
              "write  mode: split");
  }
  if (settings.mode == BranchMode::force && !decision.needed_for_harm) {
    c.error(path + ".mode", "harm is possible without this branch, and forcing would lose it",
            "write integrate, tilt, split or sample");
  }
}

// Strata of something that cannot happen, or happens in any case, are none.
void check_drift(Checker& c) {
  const DriftStrata& drift = c.scenario.estimation.drift;
  if (drift.mode != StrataMode::stratify) {
    constexpr const char* idle = "only strata use it; this has no effect here";
    if (drift.within_cycles) c.warning("estimation.drift.within_cycles", idle);
    if (drift.share != DriftStrata{}.share) c.warning("estimation.drift.share", idle);
    return;
  }
  const auto& sterilization = c.scenario.sterilization;
  if (!sterilization) {
    c.error("estimation.drift.mode", "no instrument is sterilized here, so no sterilizer can drift",
            "write  mode: sample  or describe the sterilization");
    return;
  }
  const double onset = sterilization->drift.onset;
  if (onset > 0 && onset < 1) return;
  c.error("estimation.drift.mode",
          fmt::format("a sterilizer {} drifts here, so there is only one stratum",
                      onset > 0 ? "always" : "never"),
          "write  mode: sample  or give sterilization.drift.onset a probability between 0 and 1");
}

}  // namespace

void check_estimation(Checker& c) {
  const Estimation& e = c.scenario.estimation;
  for (const Decision& decision :
       {Decision{"source_status", e.source_status, true},
        Decision{"wash_failure", e.wash_failure, false},
        Decision{"load_failure", e.load_failure, false},
        Decision{"product_contamination", e.product_contamination, true}}) {
    check_decision(c, decision);
  }
  check_drift(c);
}

}  // namespace asepsim::scenario
