// How rare decisions are treated: drawn, integrated out, tilted, forced or split.
//
// The same clinic runs with every estimator of rare harm; only these settings differ. They say
// nothing of the clinic itself: whatever they are, the expected values of a run stay the same, its
// precision does not. Probabilities are those of the branch in one decision.
// Source: Hesterberg 1995 (defensive mixtures); L'Ecuyer & Demers 2006; Cochran 1977 (strata);
// Garvels 2000 (splitting).
#pragma once

#include <cstdint>
#include <optional>

namespace asepsim::scenario {

/// What is done with a decision between a rare branch and the ordinary one.
enum class BranchMode : std::uint8_t {
  sample,     ///< drawn with its own probability: crude
  integrate,  ///< taken with its probability as a factor: conditional Monte Carlo
  tilt,       ///< drawn with a larger probability and a likelihood ratio: importance sampling
  force,      ///< taken for certain with its probability as a factor; the other arm is not followed
  split       ///< what comes to it goes on as equal parts, each of which draws: splitting
};

/// One kind of decision.
struct BranchSettings {
  BranchMode mode = BranchMode::integrate;
  std::optional<double> probability{};  ///< tilt: drawn with this instead, in (0, 1)
  double defensive_share = 0.1;         ///< tilt: share of draws left as they are, in (0, 1)
  std::int64_t parts = 8;               ///< split: so many, >= 2
  bool operator==(const BranchSettings&) const = default;
};

/// Whether a common cause is drawn like everything else, or given to whole replications.
enum class StrataMode : std::uint8_t { sample, stratify };

/// A sterilizer begins to drift: the loads of weeks share it, so it cannot be integrated out of any
/// one of them. Strata: in `share` of the replications the first drift begins within so many
/// cycles, in the others it does not; each is weighed by its probability.
struct DriftStrata {
  StrataMode mode = StrataMode::sample;
  double share = 0.5;                           ///< of the replications, in (0, 1)
  std::optional<std::int64_t> within_cycles{};  ///< nothing: as many as opening hours have room for
  bool operator==(const DriftStrata&) const = default;
};

/// Patients infected by one cause that may be asked for.
inline constexpr std::size_t most_cluster = 5;

/// Every kind of decision, in the order of clinic::Branch, and the common cause.
struct Estimation {
  BranchSettings source_status{};          ///< is an earlier patient infected?
  BranchSettings wash_failure{};           ///< has the washing of an instrument failed?
  BranchSettings load_failure{};           ///< did a load of the sterilizer fail?
  BranchSettings product_contamination{};  ///< is a multi-dose product contaminated?
  DriftStrata drift{};                     ///< has a sterilizer begun to drift?
  std::int64_t cluster_size = 2;           ///< patients infected by one cause that make a cluster
  bool operator==(const Estimation&) const = default;
  /// True if a kind of decision is tilted, forced or split: facts then have weights that are no
  /// probabilities.
  [[nodiscard]] bool weighs() const {
    const auto w = [](const BranchSettings& branch) {
      return branch.mode != BranchMode::sample && branch.mode != BranchMode::integrate;
    };
    return w(source_status) || w(wash_failure) || w(load_failure) || w(product_contamination);
  }
};

}  // namespace asepsim::scenario
