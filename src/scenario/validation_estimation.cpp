// Rare decisions: a tilt needs its probability, and forcing must not lose risk.
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
  if (settings.mode == BranchMode::force && !decision.needed_for_harm) {
    c.error(path + ".mode", "harm is possible without this branch, and forcing would lose it",
            "write integrate, tilt or sample");
  }
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
}

}  // namespace asepsim::scenario
