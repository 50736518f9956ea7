// A day of needle sets whose risk is known exactly, written once for every estimator.
//
// 40 visits share 10 sets. A patient is infectious (0.03) and soils the set (0.6); reprocessing
// fails (0.01); the next patient on the set is exposed (0.3), susceptible (0.95) and infected by
// the dose, 1 - e^(-r D) with r = 1e-3, D = 10^N(4, 1) x 10^-U(0.5, 3), mean 0.353798. So each of
// the 30 visits on a used set carries 1.814985e-5 (Gauss-Kronrod). Which estimator this is, the
// settings of Branching alone decide.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>

#include "clinic/branching.hpp"
#include "experiment/likelihood_gates.hpp"

namespace asepsim::theory {

using clinic::Branch;
using clinic::Branching;
using clinic::Lineage;

inline constexpr double exact_risk_of_a_visit = 1.814985e-5;
inline constexpr double eligible_visits = 30;
inline constexpr double exact_risk_of_a_day = exact_risk_of_a_visit * eligible_visits;

// The chain has four kinds of decision, as the clinic has; it borrows their names.
inline constexpr Branch source = Branch::source_status, failure = Branch::load_failure,
                        contact = Branch::wash_failure, infection = Branch::product_contamination;

/// Uniforms in (0, 1) from a fixed seed (SplitMix64).
class Uniforms {
 public:
  explicit Uniforms(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15ull) {}
  double operator()() {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15ull;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
    return (static_cast<double>((z ^ (z >> 31)) >> 11) + 0.5) * 0x1p-53;
  }

 private:
  std::uint64_t state_;
};

/// A needle set: what is on it, and the decisions that put it there.
struct NeedleSet {
  bool contaminated = false;
  Lineage lineage{};
};

template <class Draw>
bool soiled_by_source(const Branching& branching, Lineage& lineage, Draw& draw) {
  return branching.decide(source, 0.03, draw(), lineage) &&
         branching.decide(source, 0.6, draw(), lineage);
}

template <class Draw>
bool reprocessing_fails(const Branching& branching, Lineage& lineage, Draw& draw) {
  return branching.decide(failure, 0.01, draw(), lineage);
}

template <class Draw>
bool meets_susceptible(const Branching& branching, Lineage& lineage, Draw& draw) {
  return branching.decide(contact, 0.3, draw(), lineage) &&
         branching.decide(contact, 0.95, draw(), lineage);
}

template <class Draw>
bool infects(const Branching& branching, Lineage& lineage, Draw& draw) {
  const double radius = std::sqrt(-2 * std::log(draw()));
  const double normal = radius * std::cos(2 * std::numbers::pi * draw());
  const double residual = 0.5 + 2.5 * draw();
  const double dose = std::pow(10.0, 4 + normal - residual);
  return branching.decide(infection, -std::expm1(-1e-3 * dose), draw(), lineage);
}

/// One exposure as the ledger has it: what may happen, and the ratio of how it came about.
struct LedgerRow {
  double probability = 0, ratio = 1;
};

template <class Draw>
LedgerRow expose(const Branching& branching, const NeedleSet& set, Draw& draw) {
  Lineage lineage = set.lineage;  // of this exposure: what follows does not change the set
  const bool harm = set.contaminated && meets_susceptible(branching, lineage, draw) &&
                    infects(branching, lineage, draw);
  return {harm ? lineage.probability : 0, lineage.likelihood_ratio};
}

/// One day: the estimate of its expected infections, and the ratios of its exposures.
struct Day {
  double estimate = 0;
  experiment::RatioSum ratios{};
  std::array<double, 30> probabilities{};  ///< of the visits on used sets
};

template <class Draw>
Day day_with_local_ratios(const Branching& branching, Draw& draw) {
  Day day;
  std::array<NeedleSet, 10> sets{};
  for (std::size_t visit = 0; visit < 40; ++visit) {
    NeedleSet& set = sets[visit % sets.size()];
    if (visit >= sets.size()) {
      set.contaminated &= reprocessing_fails(branching, set.lineage, draw);
      const LedgerRow row = expose(branching, set, draw);
      day.estimate += row.ratio * row.probability;
      day.probabilities[visit - sets.size()] = row.probability;
      day.ratios.add(row.ratio);
    }
    set.lineage = {};
    set.contaminated = soiled_by_source(branching, set.lineage, draw);
  }
  return day;
}

/// The trap: one ratio for the whole day, over all of its 70 decisions.
template <class Draw>
Day day_with_a_global_ratio(const Branching& branching, Draw& draw) {
  double infections = 0;
  Lineage of_the_day;
  std::array<NeedleSet, 10> sets{};
  for (std::size_t visit = 0; visit < 40; ++visit) {
    NeedleSet& set = sets[visit % sets.size()];
    if (visit >= sets.size()) {
      set.contaminated &= reprocessing_fails(branching, of_the_day, draw);
      infections += expose(branching, set, draw).probability;
    }
    set.contaminated = soiled_by_source(branching, of_the_day, draw);
  }
  Day day{of_the_day.likelihood_ratio * infections, {}, {}};
  day.ratios.add(of_the_day.likelihood_ratio);
  return day;
}

/// The chain of one visit, level by level, for splitting.
struct ChainState {
  const Branching* branching;

  template <class Draw>
  bool reach(std::size_t level, Draw& draw) {
    Lineage lineage;
    switch (level) {
      case 1:
        return soiled_by_source(*branching, lineage, draw);
      case 2:
        return reprocessing_fails(*branching, lineage, draw);
      case 3:
        return meets_susceptible(*branching, lineage, draw);
      default:
        return infects(*branching, lineage, draw);
    }
  }
};
inline constexpr std::size_t chain_levels = 4;

}  // namespace asepsim::theory
