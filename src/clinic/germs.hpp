// Germs on a needle head, in every way its hidden history may have gone.
//
// Whether a wash removed anything or a cycle reached its temperature is not seen by the clinic. The
// story draws it (the truth); the risk ledger integrates it out: a head has a few histories, each
// with its chance given what could be seen (indicators, inspection), and what it left on the head.
// A history that left nothing is the clean one. Germs and blood are kept by the patient they came
// from (virtual sources): each trace says what was taken off since. The likelihood ratio of a
// tilted branch belongs to the traces that were there: blood that came later knows nothing of it.
// Germs and viruses die by themselves with the age of the trace, counted when somebody meets them.
//
// Invariants: chances are not negative; they add up to 1 unless a branch was forced. Nothing here
// draws random numbers. Units: CFU, log10, chances. Source: methods 4.1.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/sim_time.hpp"
#include "clinic/branching.hpp"
#include "clinic/observation.hpp"
#include "clinic/spread.hpp"

namespace asepsim::clinic {

/// Germs that something kills.
enum class Organism : std::uint8_t { s_aureus, hbv, hcv, hiv, hsv };
inline constexpr std::size_t organisms = 5;
/// log10 taken off, by organism.
using LogReductions = std::array<double, organisms>;

/// What a treatment takes off, with the shares of bacteria and herpes that it leaves: a power of
/// ten is dear, and one treatment meets many traces.
struct Kill {
  LogReductions log10{};
  double left = 1, herpes_left = 1;

  Kill() = default;
  Kill(const LogReductions& reductions);  // NOLINT: one is the other, worked out
};

/// Viruses carried by blood, in the order of their hazards.
inline constexpr std::size_t viruses = 3;
constexpr std::size_t organism_of_virus(std::size_t virus) {
  return static_cast<std::size_t>(Organism::hbv) + virus;
}

/// Log reduction beyond which blood is forgotten: its risk is below 1e-15 of the untreated one.
inline constexpr double negligible_log10 = 15;
/// Germs that are forgotten: so few CFU or particles on a head infect with less than 1e-13.
inline constexpr double negligible_cfu = 1e-12;
/// Histories that are forgotten.
inline constexpr double negligible_chance = 1e-15;

/// What an earlier patient left.
struct Trace {
  std::uint32_t visit = no_fact;                      ///< index into record.visits, if a patient's
  std::uint32_t patient = nobody;                     ///< who left it: index into patients
  SimTime at{};                                       ///< when it came on the head
  double germs = 0;                                   ///< CFU of skin bacteria, see germs_left
  double herpes = 0;                                  ///< particles if it sheds, likewise
  double sheds = 0;                                   ///< chance of that; 0 or 1 if drawn
  std::array<double, viruses> infectious{};           ///< chance that it infects; 0 or 1 if drawn
  std::array<double, viruses> status_ratio{1, 1, 1};  ///< likelihood ratio of that draw, if tilted
  double ratio = 1;                              ///< ... of the tilted branches it came through
  std::array<double, viruses> log_reduction{};   ///< log10 taken off the viruses since
  std::array<SourceSpread, organisms> spread{};  ///< whom each organism infected, if it is there

  [[nodiscard]] bool is_gone() const;
  /// CFU that are left by now. `germs` knows what was taken off, not what died by itself: both are
  /// factors, so it does not matter which came first.
  [[nodiscard]] double germs_left(SimTime now, double half_life_h) const;
  /// The same of herpes.
  [[nodiscard]] double herpes_left(SimTime now, double half_life_h) const;
};

/// One way the hidden history of a head may have gone.
struct History {
  double chance = 1;            ///< given what the clinic could see
  std::uint8_t cause = 0;       ///< what became of the head last: of a wash or a cycle, see Arm
  std::vector<Trace> traces{};  ///< oldest first
  bool soiled = false;          ///< the last wash removed nothing; only told of what is not clean

  [[nodiscard]] bool is_clean() const { return traces.empty(); }
  /// CFU that are left by now.
  [[nodiscard]] double germs_left(SimTime now, double half_life_h) const;
};

/// Calls `each(span of traces)` for every source, youngest first: what a visit left in several
/// needlings is of one source, what nobody left stands by itself.
template <class Traces, class Each>
void of_each_source(Traces& traces, Each each) {
  for (auto end = traces.end(); end != traces.begin();) {
    auto first = end - 1;
    while (first != traces.begin() && first->patient != nobody &&
           (first - 1)->visit == first->visit) {
      --first;
    }
    each(std::span(first, end));
    end = first;
  }
}

/// Takes germs and blood off; what is negligible then is gone, its ratios added to `ended` if
/// given.
void reduce(History& history, const Kill& kill, RatioSum* ended = nullptr);

/// One way in which a wash or a cycle may have gone.
struct Arm {
  double chance = 1;
  Kill kill{};
  std::uint8_t cause = 0;         ///< 0: as it should
  std::optional<Kill> in_soil{};  ///< of what a failed wash left in its soil; none: the same

  [[nodiscard]] const Kill& kill_in(bool soiled) const {
    return soiled && in_soil ? *in_soil : kill;
  }
};

/// Every history goes on through every arm; histories that end alike become one. The ratios of what
/// ends are added to `ended` if given, each with its chance.
void split(std::vector<History>& histories, const std::vector<Arm>& arms,
           RatioSum* ended = nullptr);

/// Histories kept of one head that left something; the others are left to a lot that changes no
/// expectation.
inline constexpr std::size_t most_soiled = 4;

/// A treatment whose success nobody sees.
struct Fork {
  Branch branch = Branch::wash_failure;
  double failure = 0;       ///< chance that it failed, given what was seen
  Arm success{};            ///< chance 1
  std::vector<Arm> ways{};  ///< ways to fail; their chances given a failure sum to 1
  double u = 0.5;           ///< uniform that decides if the branch is tilted or split
  double lot = 0.5;         ///< another, of this head alone, that decides what is kept
  bool told_apart = false;  ///< of what is clean the cause is asked for later
};

/// Takes the histories through the fork as the branch's mode has it; `truth` is the arm that the
/// story took, followed by all of them if the branch is sampled. A tilted branch draws one way and
/// multiplies the ratio of what was there before it; the ratios of traces that end here are added
/// to `ended` if anything is tilted.
void follow(std::vector<History>& histories, const Fork& fork, const Arm& truth,
            const Branching& branching, RatioSum& ended);

/// Adds the ratios of everything that is left, at the end of a head or of the run.
void end_all(const std::vector<History>& histories, RatioSum& ended);

/// Takes in what was seen of the last treatment, whose cause each history has: `likelihood` by
/// cause is the chance of that sight, `predictive` the chance before it, all causes together. Where
/// the branch was drawn (tilt) the ratios of what was there when it was done, `treated`, take the
/// factor, else the chances; a sampled branch follows the story, which saw what it saw.
void observe(std::vector<History>& histories, scenario::BranchMode mode,
             std::span<const double> likelihood, double predictive, SimTime treated);

/// Joins clean histories of the same cause.
void tidy(std::vector<History>& histories);

}  // namespace asepsim::clinic
