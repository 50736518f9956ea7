// An alternative against the base, figure by figure.
//
// Under common random numbers replication r of both is a pair; the comparison uses the replications
// that finished in both (all of them if the two sides are independent), and for ratios their
// linearised values (kpi_estimates.hpp). Figures are matched by id; one that only one side has is
// left out. Many comparisons at once produce false findings, so the verdicts rest on p-values
// adjusted by Holm: over the headline figures of all alternatives together, and over the remaining
// figures of all alternatives together.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "experiment/comparison.hpp"
#include "experiment/counting.hpp"

namespace asepsim::experiment {

/// What may be said of a figure; never "no difference".
enum class Finding : std::uint8_t {
  better,
  worse,
  lower,  ///< of a figure that has no good direction
  higher,
  not_settled,  ///< the data do not decide; the interval says how large it could be
  identical,    ///< a difference of exactly 0 in every single pair of replications
  no_value      ///< no replication of one side has a value
};

struct KpiComparison {
  std::size_t base_kpi = 0;          ///< index of the figure in the base
  std::size_t alternative_kpi = 0;   ///< and in the alternative
  double base = 0, alternative = 0;  ///< over the common replications
  Comparison statistics;             ///< of alternative - base
  std::optional<double> relative;    ///< difference / base
  /// Share of replications in which the alternative is better, ties counting half; nothing for
  /// figures without a good direction or without pairs.
  std::optional<double> share_better;
  double p_holm = 1;
  Finding finding = Finding::no_value;
};

/// One side of a comparison; both must outlive the call only.
struct ComparedSide {
  const std::vector<Kpi>& kpis;
  const std::vector<ReplicationSummary>& replications;
};

/// All common figures in the order of the base; not yet judged. `paired` is false when the two
/// sides had independent random numbers.
std::vector<KpiComparison> compare_kpis(const ComparedSide& base, const ComparedSide& alternative,
                                        bool paired, double confidence);

/// Adjusts the p-values of all alternatives by Holm and sets the findings at level 1 - confidence.
/// `kpis` are those of the base.
void judge(std::vector<std::vector<KpiComparison>>& alternatives, const std::vector<Kpi>& kpis,
           double confidence);

const char* word(Finding);

}  // namespace asepsim::experiment
