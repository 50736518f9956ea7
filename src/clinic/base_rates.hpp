// Base rates: the risks of patients without habits that change them.
//
// The rates of a scenario are averages over the patients of the studies they come from, and those
// patients had habits: sun, sunscreen, cream, sleep. The habits of the clinic's own patients then
// make their risks differ from that average only as far as they differ from the patients of the
// studies. Not part of the average, because the studies left them out: risk factors (they exclude
// such patients), irritants, redness and burns, products, and operators who are no dermatologists;
// their odds count from the average itself.
// Source: evidence C13 (average), A9, A12 (odds), A13 (habits of the studies' patients).
#pragma once

#include <array>

#include "scenario/scenario.hpp"

namespace asepsim::clinic {

/// Probabilities of who has no habit that changes them.
struct BaseRates {
  std::array<double, 6> pigmentation{};  ///< per course, by phototype
  double irritant_dermatitis = 0;        ///< per session
  double environment_per_hour = 0;       ///< bacterial infection by an hour of open channels
};

/// The base rates of a scenario; those of sections that are left out are zero.
BaseRates base_rates(const scenario::Scenario& scenario);

}  // namespace asepsim::clinic
