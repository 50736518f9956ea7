// What is kept of a replication for the tables: small sums instead of facts.
//
// A replication has tens of thousands of facts; these rows are a few hundred numbers whatever its
// length. Visits count if they arrive after the warm-up, loads if they start after it and end
// before the run does.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "clinic/observation.hpp"
#include "experiment/barrier_sums.hpp"
#include "experiment/benefit_sums.hpp"
#include "experiment/likelihood_gates.hpp"
#include "experiment/target_depth.hpp"

namespace asepsim::experiment {

/// Exposures of one hazard by one route.
struct ExposureSum {
  std::uint64_t n = 0;
  double expected = 0;  ///< sum of weight x probability
  std::uint64_t happened = 0;
  double most = 0;    ///< largest probability of one exposure
  RatioSum ratios{};  ///< likelihood ratios of those with a probability
  bool operator==(const ExposureSum&) const = default;
};

/// Harms of one hazard and grade.
struct HarmSum {
  std::uint64_t n = 0, returned = 0;
  Money cost{}, refund{};
  std::uint64_t called = 0, elsewhere = 0, reported = 0, permanent = 0;
  double days = 0;  ///< lived with them; permanent ones count permanent_days
  bool operator==(const HarmSum&) const = default;
};

/// Loads with one outcome.
struct LoadSum {
  std::uint64_t n = 0, sets = 0, recalled = 0, used_before_recall = 0;
  double log10_survivors = 0;       ///< sum over loads
  double most_log10_survivors = 0;  ///< of the worst load
  bool operator==(const LoadSum&) const = default;
};

/// Decisions at one moment of hygiene.
struct ComplianceSum {
  std::uint64_t n = 0, kept = 0;
  double expected = 0;  ///< sum of the probabilities of keeping the rule
  bool operator==(const ComplianceSum&) const = default;
};

/// Needlings of one indication.
struct DepthSum {
  std::uint64_t n = 0, too_shallow = 0, too_deep = 0, off_target = 0, reused = 0, unprepared = 0;
  double length = 0, depth = 0, bleeding = 0;  ///< sums over needlings
  std::array<double, 5> shares{};
  TargetShares target{};
  bool operator==(const DepthSum&) const = default;
};

/// How the facts of one indication are judged.
struct IndicationRule {
  Target target{};
  double grade = 0;  ///< points of the score that make a grade
};
/// Days that a permanent complication counts in days lived with complications: one year, so that
/// the sum does not grow with the length of the run.
inline constexpr double permanent_days = 365;

inline constexpr std::size_t grades = 5;
inline constexpr std::size_t indicator_results = 3;
inline constexpr std::size_t load_outcomes = clinic::load_faults * indicator_results * 2;

/// One slot for each fault x indicator result x released or not.
constexpr std::size_t load_outcome(clinic::LoadFault fault, clinic::Indicator indicator,
                                   bool released) {
  return (static_cast<std::size_t>(fault) * indicator_results +
          static_cast<std::size_t>(indicator)) *
             2 +
         (released ? 1 : 0);
}

struct CompactRows {
  double sessions = 0;  ///< treatments of counted visits that were finished, needles or light
  std::vector<clinic::UnitFact> units;
  std::vector<clinic::PoolFact> pools;
  std::array<std::array<ExposureSum, clinic::harm_routes>, clinic::hazards> exposures{};
  std::array<std::array<HarmSum, grades>, clinic::hazards> harms{};
  std::array<LoadSum, load_outcomes> loads{};
  std::array<ComplianceSum, clinic::moments> compliance{};
  std::vector<clinic::RecallFact> recalls;
  BarrierSums barriers{};
  std::array<std::array<double, clinic::common_causes>, clinic::hazards> clusters{};  ///< expected
  RatioSum lineages{};              ///< likelihood ratios of the whole run, see ReplicationRecord
  std::vector<DepthSum> depth;      ///< by indication; the last is "none"
  std::vector<BenefitSum> benefit;  ///< the same
  bool operator==(const CompactRows&) const = default;
};

/// False for a load that was still running at the end of the run: it has no results.
bool has_ended(const clinic::LoadFact& load);

/// The three indicators of a load as one: failed if any failed, passed if any ran.
clinic::Indicator joint_indicator(const clinic::LoadFact& load);

/// The rows of a record; `counted` has 1 for each visit that counts, `indications` their rules.
CompactRows compact_rows(const clinic::ReplicationRecord& record,
                         const std::vector<std::uint8_t>& counted,
                         const std::vector<IndicationRule>& indications);

}  // namespace asepsim::experiment
