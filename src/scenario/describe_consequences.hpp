// The fields of what follows from each complication.
//
// One row a complication: how bad it is, how long it lasts, how often and when the patient comes
// back, who else hears of it, and what it costs. Nobody has published how often patients of this
// trade come back or complain, so every share is an assumption with a range; durations, lags and
// costs name their rows where there are any. The one outside view is W3: doctors see many
// complications of clinics that the clinics do not see. Where nothing narrows a duration or lag,
// its mean may be half or twice as long; a mean grade may be off by 0.7, a fixed one by 1.
#pragma once

#include "scenario/field.hpp"
#include "scenario/read_values.hpp"
#include "scenario/safety.hpp"

namespace asepsim::scenario {

/// What follows from one kind of complication, each with its own defaults.
struct FollowingFrom {
  Consequence& consequence;
  std::string_view grade{}, grade_row = "assumption: what such a harm is worth in trials";
  std::string_view duration{}, duration_row = "assumption: what doctors expect of it";
  std::string_view permanent = "{value: 0 %, range: [0 %, 1 %]}",
                   permanent_row = "assumption: most heal without a trace (C1-C5)";
  std::string_view returns{}, reports{};
  std::string_view lag{}, lag_row = "assumption: who is worried comes soon";
  std::string_view cost = "{value: 0 ¤, range: [0 ¤, 292.50 ¤]}",
                   cost_row = "assumption: advice only (a visit as in O28 at most)";
};

template <class Visitor>
void describe_course(Visitor& v, FollowingFrom& c) {
  v.value(field("grade", "1 mild, 2 moderate, 3 needs treatment, 4 severe, 5 death; rounded")
              .within(1, 5)
              .otherwise(c.grade, c.grade_row)
              .like("{discrete: {values: [2, 3], weights: [8, 2]}}"),
          c.consequence.grade);
  v.value(field("duration", "from the first sign until it has gone")
              .as(dimension::duration)
              .otherwise(c.duration, c.duration_row)
              .like("{lognormal: {median: 10 d, sigma: 0.5}}"),
          c.consequence.duration);
  v.value(field("permanent", "share that never goes away altogether")
              .as(dimension::share)
              .otherwise(c.permanent, c.permanent_row)
              .like("5 %"),
          c.consequence.permanent);
}

template <class Visitor>
void describe_presentation(Visitor& v, FollowingFrom& c) {
  v.value(field("returns", "probability of an unscheduled visit")
              .as(dimension::probability)
              .otherwise(c.returns, "assumption: who is worried comes back")
              .like("60 %"),
          c.consequence.returns);
  v.value(field("calls", "of those who do not come, the share that calls")
              .as(dimension::share)
              .otherwise("{value: 30 %, range: [10 %, 60 %]}",
                         "assumption: a call is less trouble than a visit")
              .like("30 %"),
          c.consequence.calls);
  v.value(field("elsewhere", "of those who do neither, the share that another doctor sees")
              .as(dimension::share)
              .otherwise("{value: 30 %, range: [10 %, 70 %]}", "assumption (W3)")
              .like("30 %"),
          c.consequence.elsewhere);
  v.value(field("reports", "probability that the regulator is told")
              .as(dimension::probability)
              .otherwise(c.reports, "assumption: only what is grave is reported (W4)")
              .like("5 %"),
          c.consequence.reports);
}

template <class Visitor>
void describe(Visitor& v, FollowingFrom& c) {
  describe_course(v, c);
  describe_presentation(v, c);
  v.value(field("lag", "from the treatment to the visit or call")
              .as(dimension::duration)
              .otherwise(c.lag, c.lag_row)
              .like("{lognormal: {median: 4 d, sigma: 0.5}}"),
          c.consequence.lag);
  v.value(
      field("cost", "of care").as(dimension::money).otherwise(c.cost, c.cost_row).like("292.50 ¤"),
      c.consequence.cost);
  v.value(field("refund", "share of the session price given back to who comes back")
              .as(dimension::share)
              .setting()
              .otherwise("0")
              .like("50 %"),
          c.consequence.refund);
}

/// The section of one complication with its own defaults.
template <class Visitor>
void follows(Visitor& v, std::string_view key, std::string_view says, FollowingFrom defaults) {
  v.section(field(key, says), defaults);
}

/// Costs of one visit [O28], and of two.
inline constexpr std::string_view one_visit = "{value: 292.50 ¤, range: [100 ¤, 600 ¤]}";
inline constexpr std::string_view one_visit_row = "assumption (a visit as in O28)";
inline constexpr std::string_view two_visits = "{value: 585 ¤, range: [290 ¤, 2000 ¤]}";
inline constexpr std::string_view two_visits_row = "assumption (two visits as in O28)";

/// A reaction that passes by itself, of which hardly anybody tells the regulator.
constexpr FollowingFrom mild(Consequence& consequence) {
  return {.consequence = consequence,
          .grade = "{value: 1, range: [1, 2]}",
          .reports = "{value: 0.1 %, range: [0 %, 1 %]}"};
}

template <class Visitor>
void describe_mild(Visitor& v, Complications& c) {
  FollowingFrom redness = mild(c.prolonged_erythema);
  redness.duration = "{lognormal: {median: 6 d, sigma: 0.4}, range: [3.2 d, 13 d]}";
  redness.duration_row = "assumption (C17, C18)";
  redness.returns = "{value: 30 %, range: [10 %, 60 %]}";
  redness.lag = "{uniform: [4 d, 8 d], range: [3 d, 12 d]}";
  redness.lag_row = "assumption (C18)";
  follows(v, "prolonged_erythema", "what follows from prolonged redness", redness);
  FollowingFrom bruise = mild(c.bruise);
  bruise.duration = "{lognormal: {median: 6 d, sigma: 0.4}, range: [3.2 d, 13 d]}";
  bruise.returns = "{value: 5 %, range: [1 %, 20 %]}";
  bruise.lag = "{uniform: [1 d, 4 d], range: [30 h, 5 d]}";
  follows(v, "bruise", "what follows from a bruise", bruise);
  FollowingFrom swelling = mild(c.swelling);
  swelling.duration = "{lognormal: {median: 4 d, sigma: 0.3}, range: [2.1 d, 8.4 d]}";
  swelling.duration_row = "assumption (C19, C20)";
  swelling.returns = "{value: 15 %, range: [5 %, 40 %]}";
  swelling.lag = "{uniform: [3 d, 5 d], range: [2 d, 8 d]}";
  swelling.lag_row = "assumption (C20)";
  follows(v, "swelling", "what follows from prolonged swelling", swelling);
  FollowingFrom dryness = mild(c.dryness);
  dryness.duration = "{lognormal: {median: 9 d, sigma: 0.2}, range: [4.6 d, 18 d]}";
  dryness.duration_row = "assumption (C1, C19)";
  dryness.returns = "{value: 10 %, range: [2 %, 30 %]}";
  dryness.lag = "{uniform: [7 d, 12 d], range: [4.8 d, 19 d]}";
  dryness.lag_row = "assumption (C1, C19)";
  follows(v, "dryness", "what follows from prolonged dryness", dryness);
}

template <class Visitor>
void describe_germ_diseases(Visitor& v, Complications& c) {
  follows(v, "infection", "what follows from a bacterial infection",
          {.consequence = c.infection,
           .grade = "{discrete: {values: [2, 3, 4], weights: [80, 17, 3]}, range: [1.5, 2.9]}",
           .grade_row = "assumption (C25, O29)",
           .duration = "{lognormal: {median: 10 d, sigma: 0.5}, range: [5.7 d, 23 d]}",
           .permanent = "{value: 2 %, range: [0 %, 10 %]}",
           .returns = "{value: 80 %, range: [50 %, 95 %]}",
           .reports = "{value: 5 %, range: [1 %, 30 %]}",
           .lag = "{lognormal: {median: 4 d, sigma: 0.5}, range: [2.3 d, 9.1 d]}",
           .lag_row = "assumption (A20)",
           .cost = "586.91",
           .cost_row = "O28"});
  follows(
      v, "bloodborne", "what follows from a bloodborne infection",
      {.consequence = c.bloodborne,
       .grade = "{value: 4, range: [3, 5]}",
       .duration = "{lognormal: {median: 180 d, sigma: 0.5}, range: [102 d, 408 d]}",
       .permanent = "{value: 50 %, range: [5 %, 100 %]}",
       .permanent_row = "assumption: hepatitis B of adults mostly heals, C and HIV mostly do not",
       .returns = "{value: 5 %, range: [0 %, 20 %]}",
       .reports = "{value: 60 %, range: [30 %, 95 %]}",
       .lag = "{uniform: [60 d, 180 d], range: [60 d, 240 d]}",
       .lag_row = "assumption (A20)",
       .cost = "{value: 20000 ¤, range: [5000 ¤, 80000 ¤]}",
       .cost_row = "assumption: a course of antivirals, or care for years; no figure found"});
}

template <class Visitor>
void describe_mycobacterial(Visitor& v, Complications& c) {
  follows(v, "mycobacterial_infection", "what follows from a mycobacterial infection",
          {.consequence = c.mycobacterial_infection,
           .grade = "{discrete: {values: [3, 4], weights: [8, 2]}, range: [2.5, 3.9]}",
           .grade_row = "assumption (C29, B9)",
           .duration = "{lognormal: {median: 150 d, sigma: 0.4}, range: [81 d, 325 d]}",
           .duration_row = "assumption (O30)",
           .permanent = "{value: 60 %, range: [30 %, 100 %]}",
           .permanent_row = "assumption (B9: all had scars or dark marks)",
           .returns = "{value: 60 %, range: [30 %, 90 %]}",
           .reports = "{value: 50 %, range: [20 %, 90 %]}",
           .lag = "{lognormal: {median: 35 d, sigma: 0.45}, range: [19 d, 77 d]}",
           .lag_row = "assumption (C29, A20)",
           .cost = "{value: 15000 ¤, range: [5000 ¤, 30000 ¤]}",
           .cost_row = "O30"});
}

template <class Visitor>
void describe_flares(Visitor& v, Complications& c) {
  follows(v, "herpes", "what follows from herpes that comes back",
          {.consequence = c.herpes,
           .grade = "{discrete: {values: [2, 3], weights: [9, 1]}, range: [1.4, 2.8]}",
           .duration = "{lognormal: {median: 9 d, sigma: 0.3}, range: [4.7 d, 19 d]}",
           .permanent = "{value: 1 %, range: [0 %, 5 %]}",
           .returns = "{value: 50 %, range: [20 %, 80 %]}",
           .reports = "{value: 0.5 %, range: [0 %, 5 %]}",
           .lag = "{lognormal: {median: 5 d, sigma: 0.4}, range: [2.7 d, 11 d]}",
           .lag_row = "assumption (F12)",
           .cost = one_visit,
           .cost_row = one_visit_row});
  follows(v, "acne_flare", "what follows from a flare of acne",
          {.consequence = c.acne_flare,
           .grade = "{discrete: {values: [1, 2], weights: [6, 4]}, range: [1, 2.1]}",
           .duration = "{lognormal: {median: 14 d, sigma: 0.5}, range: [7.9 d, 32 d]}",
           .permanent = "{value: 1 %, range: [0 %, 5 %]}",
           .returns = "{value: 40 %, range: [15 %, 70 %]}",
           .reports = "{value: 0.2 %, range: [0 %, 2 %]}",
           .lag = "{uniform: [4 d, 14 d], range: [4.5 d, 18 d]}",
           .lag_row = "assumption (C24)",
           .cost = one_visit,
           .cost_row = one_visit_row});
}

template <class Visitor>
void describe_reactions(Visitor& v, Complications& c) {
  follows(v, "granuloma", "what follows from a granuloma",
          {.consequence = c.granuloma,
           .grade = "{discrete: {values: [2, 3], weights: [3, 7]}, range: [2, 3.4]}",
           .duration = "{lognormal: {median: 150 d, sigma: 0.6}, range: [90 d, 359 d]}",
           .duration_row = "C15",
           .permanent = "{value: 15 %, range: [5 %, 40 %]}",
           .returns = "{value: 80 %, range: [50 %, 95 %]}",
           .reports = "{value: 15 %, range: [3 %, 40 %]}",
           .lag = "{lognormal: {median: 7 d, sigma: 0.7}, range: [4.5 d, 18 d]}",
           .lag_row = "assumption (C15)",
           .cost = "{value: 1500 ¤, range: [500 ¤, 5000 ¤]}",
           .cost_row = "assumption (months of care, C15)"});
  follows(v, "irritant_dermatitis", "what follows from irritant dermatitis",
          {.consequence = c.irritant_dermatitis,
           .grade = "{discrete: {values: [1, 2], weights: [5, 5]}, range: [1, 2.2]}",
           .duration = "{lognormal: {median: 5 d, sigma: 0.5}, range: [2.8 d, 11 d]}",
           .duration_row = "assumption (C1)",
           .returns = "{value: 40 %, range: [15 %, 70 %]}",
           .reports = "{value: 0.2 %, range: [0 %, 2 %]}",
           .lag = "{uniform: [2 d, 6 d], range: [2 d, 8 d]}",
           .lag_row = "assumption (A15)",
           .cost = one_visit,
           .cost_row = one_visit_row});
}

template <class Visitor>
void describe_marks(Visitor& v, Complications& c) {
  follows(v, "pigmentation", "what follows from hyperpigmentation",
          {.consequence = c.pigmentation,
           .grade = "{discrete: {values: [2, 3], weights: [9, 1]}, range: [1.4, 2.8]}",
           .duration = "{lognormal: {median: 240 d, sigma: 0.4}, range: [130 d, 520 d]}",
           .duration_row = "A19",
           .permanent = "{value: 5 %, range: [1 %, 20 %]}",
           .returns = "{value: 60 %, range: [30 %, 90 %]}",
           .reports = "{value: 2 %, range: [0.5 %, 10 %]}",
           .lag = "{uniform: [14 d, 42 d], range: [14 d, 56 d]}",
           .lag_row = "assumption (A19)",
           .cost = one_visit,
           .cost_row = one_visit_row});
  // Grade 2: the reviews that hold the series of C8 count no serious event (C4).
  follows(v, "scarring", "what follows from a tram-track scar",
          {.consequence = c.scarring,
           .grade = "{value: 2, range: [1, 3]}",
           .grade_row = "assumption (C4, C8)",
           .duration = "{lognormal: {median: 365 d, sigma: 0.3}, range: [191 d, 764 d]}",
           .permanent = "{value: 80 %, range: [50 %, 100 %]}",
           .permanent_row = "assumption: a scar stays (C8 tells of the sessions, not of the years)",
           .returns = "{value: 70 %, range: [40 %, 95 %]}",
           .reports = "{value: 5 %, range: [1 %, 20 %]}",
           .lag = "{uniform: [28 d, 90 d], range: [30 d, 118 d]}",
           .cost = one_visit,
           .cost_row = one_visit_row});
  follows(v, "hypertrophic_scar", "what follows from a hypertrophic scar",
          {.consequence = c.hypertrophic_scar,
           .grade = "{discrete: {values: [2, 3], weights: [5, 5]}, range: [1.8, 3.2]}",
           .duration = "{lognormal: {median: 365 d, sigma: 0.5}, range: [207 d, 827 d]}",
           .permanent = "{value: 70 %, range: [40 %, 100 %]}",
           .permanent_row = "assumption: a scar stays, some flatten",
           .returns = "{value: 70 %, range: [40 %, 95 %]}",
           .reports = "{value: 10 %, range: [2 %, 30 %]}",
           .lag = "{uniform: [42 d, 120 d], range: [40 d, 162 d]}",
           .cost = two_visits,
           .cost_row = two_visits_row});
}

template <class Visitor>
void describe_heat(Visitor& v, Complications& c) {
  follows(v, "blister", "what follows from a blister",
          {.consequence = c.blister,
           .grade = "{value: 2, range: [1, 3]}",
           .grade_row = "assumption (X3)",
           .duration = "{lognormal: {median: 10 d, sigma: 0.4}, range: [5.4 d, 22 d]}",
           .permanent = "{value: 3 %, range: [1 %, 10 %]}",
           .returns = "{value: 60 %, range: [30 %, 90 %]}",
           .reports = "{value: 3 %, range: [0.5 %, 15 %]}",
           .lag = "{uniform: [1 d, 3 d], range: [24 h, 4 d]}",
           .cost = one_visit,
           .cost_row = one_visit_row});
  follows(v, "burn", "what follows from a burn",
          {.consequence = c.burn,
           .grade = "{discrete: {values: [3, 4], weights: [9, 1]}, range: [2.4, 3.8]}",
           .duration = "{lognormal: {median: 21 d, sigma: 0.4}, range: [11 d, 45 d]}",
           .permanent = "{value: 25 %, range: [5 %, 50 %]}",
           .permanent_row = "assumption: the deep ones leave scars or pale marks",
           .returns = "{value: 85 %, range: [60 %, 98 %]}",
           .reports = "{value: 20 %, range: [5 %, 50 %]}",
           .lag = "{uniform: [6 h, 2 d], range: [14 h, 2.2 d]}",
           .cost = two_visits,
           .cost_row = two_visits_row});
}

template <class Visitor>
void describe_consequences(Visitor& v, Complications& c) {
  describe_mild(v, c);
  describe_germ_diseases(v, c);
  describe_mycobacterial(v, c);
  describe_flares(v, c);
  describe_reactions(v, c);
  describe_marks(v, c);
  describe_heat(v, c);
}

}  // namespace asepsim::scenario
