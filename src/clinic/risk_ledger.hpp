// The risk ledger: every exposure with its conditional probability.
//
// expose() writes one entry and draws the outcome that drives the story. The estimate uses the
// probability, never the draw: given everything that was simulated (doses, depths, log reductions,
// who used a head before), `probability` is the exact conditional chance, with the status of
// earlier patients integrated out by prevalence (virtual sources; methods.md 4.1).
#pragma once

#include "clinic/clinic.hpp"

namespace asepsim::clinic {

struct Exposure {
  Hazard hazard = Hazard::bacterial_infection;
  HarmRoute route = HarmRoute::needling;
  double probability = 0;  ///< given what the clinic could see; hidden branches integrated out
  double true_probability = probability;  ///< given how they really went: what the story goes by
  double ratio = 1;                       ///< likelihood ratio of tilted branches upstream
  HiddenShares parts{};            ///< of the probability, through failures of hidden barriers
  std::uint32_t source = no_fact;  ///< see LedgerEntry
};

/// Writes the entry; true if the harm happens in the story. `u` decides: one uniform may serve
/// several competing routes of one hazard, each with its own part [from, from + probability).
bool expose(Clinic& clinic, const Visit& visit, const Exposure& exposure, double u,
            double from = 0);

/// Index of the draws of one hazard in one treatment of a visit.
std::uint64_t draw_of_harm(const Visit& visit, Hazard hazard);

/// The uniform that decides whether `hazard` happens by this treatment of the visit.
double outcome_uniform(Clinic& clinic, const Visit& visit, Hazard hazard);

}  // namespace asepsim::clinic
