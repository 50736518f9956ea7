// Indicators: what they show of a cycle, and what that tells.
//
// Print-out and chemical indicators are looked at when the door opens, the biological one is read
// days later. Each shows a failed cycle with its sensitivity and a good one with the chance of a
// false alarm; a chemical indicator sees some causes better than others, by its type. Whether the
// chemical one is in the load may be hidden. What is shown weighs the ways that the cycle may have
// gone (Bayes), and with them the histories of the sets that were in it.
// Units: probabilities. Source: evidence I17, I20, I50-I58; methods 4.1.
#pragma once

#include "clinic/cycle.hpp"

namespace asepsim::clinic {

/// Chance that an indicator shows a failure.
double alarm_probability(bool insufficient, double sensitivity, double false_positive);

/// Chance that an indicator shows a failure of each cause.
using Sensitivities = ByFault;

/// Of the chemical indicator in use; of print-out and biological indicator, all causes alike.
Sensitivities chemical_sensitivities(const scenario::Indicators& indicators);
Sensitivities alike(double sensitivity);

/// Weighs the ways by what an indicator showed; returns the chance of that.
double learn(CycleHypotheses& ways, Indicator shown, const Sensitivities& sensitivity,
             double false_positive);

/// Print-out and chemical indicators show what they show: written into the load's fact.
void read_at_once(Clinic& clinic, const Cycle& cycle, const CycleHypothesis& truth);

/// Weighs the ways by what print-out and chemical indicators showed.
void learn_at_once(const Clinic& clinic, const Cycle& cycle, CycleHypotheses& ways);

/// The biological indicator shows what it shows.
Indicator read_biological_indicator(const Clinic& clinic, const Cycle& cycle, bool insufficient);

/// Takes what it showed into the sets that nothing was done to since this load. `ways`: as they
/// were after learn_at_once.
void learn_from_biological(Clinic& clinic, const Cycle& cycle, CycleHypotheses ways,
                           Indicator shown);

/// What is known of the failures of a load goes with its sets.
void note_failures(Head& head, const CycleHypotheses& ways);

}  // namespace asepsim::clinic
