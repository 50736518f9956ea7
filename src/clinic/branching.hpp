// Branching: the one call for every rare decision, so that one model serves every estimator.
//
// A decision takes a rare branch with probability p or the ordinary one with 1 - p. The scenario
// says for each kind of decision whether it is drawn (crude), integrated out (conditional Monte
// Carlo), tilted (importance sampling), forced or split; the model only asks and hands on the
// lineage.
//
// A Lineage belongs to what is contaminated: an instrument, a product, a pair of hands. It carries
// the factors of the decisions that led there and nothing else. Two lineages that meet are kept
// side by side; the factors of decisions that do not lie upstream of an exposure never multiply
// into it (one ratio for a whole replication is degenerate after a few dozen draws). Whatever the
// modes, E[taken x probability x likelihood_ratio] = p.
//
// What comes on a contaminated thing later begins a lineage of its own, with ratio 1: giving it the
// ratio of what was there before, and 1 where that was washed off, would be biased. The ratio of a
// lineage has the mean 1 at its end, however it ended (washed off, thrown away, end of the run);
// the record adds those up, each way with its chance, for the gates (experiment/likelihood_gates).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "scenario/estimation.hpp"

namespace asepsim::clinic {

/// What is decided.
enum class Branch : std::uint8_t {
  source_status,
  wash_failure,
  load_failure,
  product_contamination
};
inline constexpr std::size_t branches = 4;

/// Factors that lie upstream of something contaminated.
struct Lineage {
  double probability = 1;       ///< of the branches that were integrated, forced or split
  double likelihood_ratio = 1;  ///< of the branches that were tilted
  bool operator==(const Lineage&) const = default;
};

/// Likelihood ratios in sums that add up.
struct RatioSum {
  double n = 0;  ///< how many; a share of one where a lineage went several ways
  double sum = 0, squares = 0, largest = 0;
  bool operator==(const RatioSum&) const = default;
  void add(double ratio, double share = 1);
  void add(const RatioSum& more);
  /// True if some ratio was not 1.
  [[nodiscard]] bool tilted() const;
};

/// How rare decisions are treated. Immutable; shared by all replications and threads.
class Branching {
 public:
  explicit Branching(const scenario::Estimation& settings = {});

  [[nodiscard]] scenario::BranchMode mode(Branch branch) const {
    return settings_[static_cast<std::size_t>(branch)].mode;
  }

  /// The probability with which a branch of probability `p` in [0, 1] is drawn when tilted: the
  /// mixture share x p + (1 - share) x tilted. A branch is never made rarer, and one that cannot
  /// happen or cannot fail to happen stays as it is.
  [[nodiscard]] double tilted(Branch branch, double p) const;

  /// split: parts that what comes to the decision goes on as.
  [[nodiscard]] std::int64_t parts(Branch branch) const {
    return settings_[static_cast<std::size_t>(branch)].parts;
  }

  /// True if `decide` looks at its uniform.
  [[nodiscard]] bool draws(Branch branch) const;

  /// True if any kind of decision is tilted.
  [[nodiscard]] bool tilts() const { return tilts_; }

  /// True if the rare branch is taken, split: by some part at least; `u` is uniform in (0, 1) and
  /// not looked at by integrate and force. Integrate is for a caller who treats the other arm
  /// separately or has none; force for outcomes that need the branch.
  bool decide(Branch branch, double p, double u, Lineage& lineage) const;

 private:
  std::array<scenario::BranchSettings, branches> settings_;
  bool tilts_ = false;
};

/// Shares out equal parts among ways by their chances: systematic sampling, so that each way has
/// what is expected to within one part, and exactly that on average over `u`, uniform in (0, 1).
class Parts {
 public:
  Parts(std::int64_t parts, double u) : parts_(static_cast<double>(parts)), u_(u) {}

  /// Share of the parts that goes the next way, whose chance is `chance`.
  double share_of(double chance);

 private:
  double parts_, u_;
  double passed_ = 0;  // chances of the ways so far
};

}  // namespace asepsim::clinic
