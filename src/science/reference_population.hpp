// From the rate of a population to the risk of its members.
//
// A published rate is an average over people who differ: some use sunscreen, some sit in the sun.
// Odds ratios compare the members with each other. Multiplying the published rate by the odds
// ratio of a member would count the habits of that population twice, so the base (the risk of who
// has none of the factors) is found such that the average over the population is the rate.
// Invariants: shares are not negative and sum to 1; odds ratios are positive; the average of the
// base that base_of_average() returns is the average that was asked for.
// Source: textbook identity; the clinical numbers are those of the caller.
#pragma once

#include <vector>

namespace asepsim::science {

/// A part of a population and its odds, against who has none of the factors.
struct OddsGroup {
  double share = 1;
  double odds_ratio = 1;
};

/// Groups of two factors that are independent of each other: every pair. Groups with the same odds
/// ratio stay apart.
std::vector<OddsGroup> crossed(const std::vector<OddsGroup>& one,
                               const std::vector<OddsGroup>& other);

/// Mean risk of a population whose members without any factor have the risk `base`.
double average_risk(double base, const std::vector<OddsGroup>& population);

/// The base with which average_risk() is `average` in [0, 1].
double base_of_average(double average, const std::vector<OddsGroup>& population);

}  // namespace asepsim::science
