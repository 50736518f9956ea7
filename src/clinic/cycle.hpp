// What a sterilizer cycle did to its load: every way it may have gone, and the one it went.
//
// A cycle fails in one of six ways. The story draws which (the truth); nobody in the clinic sees
// it, only indicators that miss some failures (indicators.hpp). hypotheses() lists every way the
// cycle may have gone, each with what it did to the load; weigh() turns their chances into those
// given what the indicators showed, which is what the risk ledger goes by. How far a failure goes
// (the kelvin of a drop) is drawn for every way, so the one that is true has the drop that its
// hypothesis has. Units: Celsius, minutes, log10. Source: evidence F6, I50-I58; methods 4.1.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "clinic/clinic.hpp"

namespace asepsim::clinic {

/// A failed cycle is lethal to safety if it kills less than this many log10 of the indicator
/// organism: a biological indicator holds 1e6 spores (I17, I20).
inline constexpr double indicator_log10 = 6;

/// log10 of indicator spores that the programme kills when nothing goes wrong. [F6]
double undisturbed_kill(const scenario::Sterilization& sterilization);

/// A load on its way through a machine.
struct Cycle {
  std::uint32_t load = 0;  ///< index into record.loads
  std::uint16_t machine = 0;
  kernel::EntityKey key{};
  std::vector<std::uint32_t> sets{};
  std::uint32_t loader = 0xffffffffu;  ///< index into staff
  double error = 0;                    ///< probability that whoever loaded it made an error
  bool indicators = true;     ///< chemical ones are in it; left out with the biological one
  double unread_risk = 0;     ///< chance that chemical ones are not, as far as one can tell
  bool biological = false;    ///< an indicator rides with it
  Duration length{};          ///< of the whole programme
  double cut_short_risk = 0;  ///< chance that it was opened before the end, by the pressure then
  bool cut_short = false;     ///< it was
};

/// One way the cycle may have gone.
struct CycleHypothesis {
  LoadFault fault = LoadFault::none;
  double chance = 0;
  double celsius = 0;         ///< at the coldest item
  double f0 = 0;              ///< min at the reference temperature of the class
  bool insufficient = false;  ///< less than indicator_log10 of the indicator organism
  Kill kill{};
  Kill in_soil{};  ///< of what a failed wash left in its soil
};

using CycleHypotheses = std::array<CycleHypothesis, load_faults>;

/// At which share of its length the cycle is opened, should it be cut short.
double moment_of_opening(Clinic& clinic, const Cycle& cycle);

/// Every way the cycle may have gone, with its chance before anything is seen.
CycleHypotheses hypotheses(Clinic& clinic, const Cycle& cycle);

/// The way that the story takes.
LoadFault true_fault(Clinic& clinic, const Cycle& cycle, const CycleHypotheses& ways);

/// A chance for each fault.
using ByFault = std::array<double, load_faults>;

/// Multiplies the chances by those of what was observed; their sum becomes 1 again. Returns the
/// chance of the observation before it was made.
double weigh(CycleHypotheses& ways, const ByFault& likelihood);

/// The cycle as a fork in the histories of its sets.
Fork fork_of(Clinic& clinic, const Cycle& cycle, const CycleHypotheses& ways);

/// Equivalent minutes of a hold at this temperature for the indicator organism (F6).
double lethality(const Clinic& clinic, double celsius, double minutes);

/// log10 of the indicator organism that a cycle of this lethality kills.
double indicator_kill(const Clinic& clinic, double f0);

}  // namespace asepsim::clinic
