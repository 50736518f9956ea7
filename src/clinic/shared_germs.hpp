// Germs in something that many patients are treated from: a bottle, a day's tap water.
//
// It is contaminated or not for all of them alike, a common cause. The story draws it; the ledger
// treats it as the branch product_contamination says, and the lineage of that branch goes with
// every exposure. Infections by it are counted towards a cluster (spread.hpp).
#pragma once

#include "clinic/branching.hpp"
#include "clinic/spread.hpp"
#include "kernel/kernel.hpp"

namespace asepsim::clinic {

struct Clinic;

struct SharedGerms {
  bool contaminated = false;  ///< in the story
  bool suspected = false;     ///< in the ledger, with the lineage of that branch
  Lineage lineage{};
  SharedSpread spread{};  ///< infections by it, if it is contaminated

  [[nodiscard]] bool matter() const { return contaminated || suspected; }
  /// Of a patient whom they infect with probability `p`: the ledger's probability, and the story's.
  [[nodiscard]] double expected(double p) const { return suspected ? lineage.probability * p : 0; }
  [[nodiscard]] double truth(double p) const { return contaminated ? p : 0; }
  /// Chance that this patient makes a cluster of those infected by them.
  [[nodiscard]] double clusters(double p, std::uint32_t patient, std::size_t size) {
    return expected(spread.meets(p, patient, size));
  }
};

/// Who draws, and for what.
struct SharedDraws {
  kernel::EntityKey key{};
  kernel::Purpose story, tilt;
};

/// Contaminated with probability `p`.
SharedGerms draw_shared(const Clinic& clinic, double p, const SharedDraws& draws);

/// The end of their lineage.
void end_shared(Clinic& clinic, const SharedGerms& germs);

}  // namespace asepsim::clinic
