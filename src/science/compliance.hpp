// How often people do what the hygiene plan asks, by the pressure they are under.
//
// A lapse is an omission or a shortcut. Its log-odds start from what is found when work is on time,
// the person fresh, trained and unobserved, and move with the minutes behind plan, the hours on
// shift, training and supervision. A lapse that never happens at ease never happens, and one that
// always happens always does: the base decides whether there is a lapse at all.
// Invariant: more pressure never makes a lapse rarer while the coefficients are not negative.
// Units: log-odds, minutes, hours. Source: model.md section 5, evidence I61-I63.
#pragma once

namespace asepsim::science {

/// What weighs on a person at one moment.
struct Pressure {
  double minutes_behind = 0;  ///< of plan, >= 0
  double hours_on_shift = 0;  ///< >= 0
  double training = 0;        ///< added log-odds of who they are; negative: more careful
  bool supervised = false;
};

/// What the pressure does to the log-odds of a lapse.
struct LapseCoefficients {
  double per_minute_behind = 0;
  double most_minutes = 120;  ///< further delay adds nothing
  double per_hour_on_shift = 0;
  double supervision = 0;  ///< added when supervised; negative: watched people lapse less
};

/// Log-odds that pressure adds.
double added_log_odds(const Pressure& pressure, const LapseCoefficients& coefficients);

/// Probability of a lapse that has probability `base` in [0, 1] at ease.
double lapse_probability(double base, const Pressure& pressure,
                         const LapseCoefficients& coefficients);

}  // namespace asepsim::science
