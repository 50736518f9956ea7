// Small probability laws that the other files of this room share.
//
// All arguments and results are dimensionless; every result called a probability lies in [0, 1].
// Source: textbook identities; they carry no clinical number of their own.
#pragma once

namespace asepsim::science {

/// Standard normal distribution function Phi(z); accurate in both tails (2e-16 relative).
double normal_cdf(double z);

/// Standard normal density phi(z).
double normal_density(double z);

/// P(X >= threshold) for X ~ Normal(mean, sd); sd >= 0, and sd = 0 is a step at the mean.
double normal_at_least(double threshold, double mean, double sd);

/// Probability whose log-odds are `log_odds` (any real number).
double probability_of_log_odds(double log_odds);

/// Log-odds of `probability` in (0, 1).
double log_odds(double probability);

/// Probability after its odds are multiplied by `odds_ratio` >= 0; keeps 0 and 1 where they are.
double odds_multiplied(double probability, double odds_ratio);

/// Probability of at least one success in `trials` >= 0 independent trials (may be fractional).
double at_least_one(double probability, double trials);

/// Per-trial probability that gives `overall` after `trials` > 0 trials: inverse of at_least_one.
double per_trial(double overall, double trials);

}  // namespace asepsim::science
