// The fields of what follows from each complication.
//
// One row a complication: how often and when the patient comes back, and what it costs. Nobody has
// published how often patients of this trade come back, so every share is an assumption with a
// range; lags and costs name their rows where there are any.
#pragma once

#include "scenario/field.hpp"
#include "scenario/read_values.hpp"
#include "scenario/safety.hpp"

namespace asepsim::scenario {

/// What follows from one kind of complication, each with its own defaults.
struct FollowingFrom {
  Consequence& consequence;
  std::string_view returns, lag, lag_row, cost, cost_row;
};

template <class Visitor>
void describe(Visitor& v, FollowingFrom& c) {
  v.value(field("returns", "probability of an unscheduled visit")
              .as(dimension::probability)
              .otherwise(c.returns, "assumption")
              .like("60 %"),
          c.consequence.returns);
  v.value(field("lag", "from the treatment to that visit")
              .as(dimension::duration)
              .otherwise(c.lag, c.lag_row)
              .like("{lognormal: {median: 4 d, sigma: 0.5}}"),
          c.consequence.lag);
  v.value(
      field("cost", "of care").as(dimension::money).otherwise(c.cost, c.cost_row).like("292.50 ¤"),
      c.consequence.cost);
  v.value(field("refund", "share of the session price given back")
              .as(dimension::share)
              .otherwise("0", "assumption")
              .like("50 %"),
          c.consequence.refund);
}

/// Costs of one visit [O28], of some, and of care that takes long.
inline constexpr std::string_view one_visit = "{value: 292.50 ¤, range: [100 ¤, 600 ¤]}";
inline constexpr std::string_view visit_row = "assumption (a visit as in O28)";
inline constexpr std::string_view some_visits = "{value: 585 ¤, range: [290 ¤, 2000 ¤]}";
inline constexpr std::string_view some_visits_row = "assumption (two visits as in O28)";

template <class Visitor>
void describe_transient(Visitor& v, Complications& c) {
  FollowingFrom erythema{c.prolonged_erythema,
                         "{value: 30 %, range: [10 %, 60 %]}",
                         "{uniform: [4 d, 8 d]}",
                         "assumption (C18)",
                         "0",
                         "assumption"};
  FollowingFrom bruise{
      c.bruise,    "{value: 5 %, range: [1 %, 20 %]}", "{uniform: [1 d, 4 d]}", "assumption", "0",
      "assumption"};
  FollowingFrom swelling{c.swelling,
                         "{value: 15 %, range: [5 %, 40 %]}",
                         "{uniform: [3 d, 5 d]}",
                         "assumption (C20)",
                         "0",
                         "assumption"};
  FollowingFrom dryness{c.dryness,
                        "{value: 10 %, range: [2 %, 30 %]}",
                        "{uniform: [7 d, 12 d]}",
                        "assumption (C1, C19)",
                        "0",
                        "assumption"};
  v.section(field("prolonged_erythema", "what follows from prolonged redness"), erythema);
  v.section(field("bruise", "what follows from a bruise"), bruise);
  v.section(field("swelling", "what follows from prolonged swelling"), swelling);
  v.section(field("dryness", "what follows from prolonged dryness"), dryness);
}

template <class Visitor>
void describe_infections(Visitor& v, Complications& c) {
  FollowingFrom infection{c.infection,
                          "{value: 80 %, range: [50 %, 95 %]}",
                          "{lognormal: {median: 4 d, sigma: 0.5}}",
                          "assumption (A20)",
                          "586.91",
                          "O28"};
  FollowingFrom bloodborne{
      c.bloodborne,       "{value: 5 %, range: [0 %, 20 %]}",           "{uniform: [60 d, 180 d]}",
      "assumption (A20)", "{value: 20000 ¤, range: [5000 ¤, 80000 ¤]}", "assumption"};
  FollowingFrom mycobacterial{c.mycobacterial_infection,
                              "{value: 60 %, range: [30 %, 90 %]}",
                              "{lognormal: {median: 35 d, sigma: 0.45}}",
                              "assumption (C29, A20)",
                              "{value: 15000 ¤, range: [5000 ¤, 30000 ¤]}",
                              "O30"};
  FollowingFrom herpes{c.herpes,
                       "{value: 50 %, range: [20 %, 80 %]}",
                       "{lognormal: {median: 5 d, sigma: 0.4}}",
                       "assumption (F12)",
                       one_visit,
                       visit_row};
  v.section(field("infection", "what follows from a bacterial infection"), infection);
  v.section(field("bloodborne", "what follows from a bloodborne infection"), bloodborne);
  v.section(field("mycobacterial_infection", "what follows from a mycobacterial infection"),
            mycobacterial);
  v.section(field("herpes", "what follows from herpes that comes back"), herpes);
}

template <class Visitor>
void describe_inflammations(Visitor& v, Complications& c) {
  FollowingFrom granuloma{c.granuloma,
                          "{value: 80 %, range: [50 %, 95 %]}",
                          "{lognormal: {median: 7 d, sigma: 0.7}}",
                          "assumption (C15)",
                          "{value: 1500 ¤, range: [500 ¤, 5000 ¤]}",
                          "assumption (months of care, C15)"};
  FollowingFrom dermatitis{c.irritant_dermatitis,
                           "{value: 40 %, range: [15 %, 70 %]}",
                           "{uniform: [2 d, 6 d]}",
                           "assumption (A15)",
                           one_visit,
                           visit_row};
  FollowingFrom acne{c.acne_flare,
                     "{value: 40 %, range: [15 %, 70 %]}",
                     "{uniform: [4 d, 14 d]}",
                     "assumption (C24)",
                     one_visit,
                     visit_row};
  v.section(field("granuloma", "what follows from a granuloma"), granuloma);
  v.section(field("irritant_dermatitis", "what follows from irritant dermatitis"), dermatitis);
  v.section(field("acne_flare", "what follows from a flare of acne"), acne);
}

template <class Visitor>
void describe_marks(Visitor& v, Complications& c) {
  FollowingFrom pigmentation{c.pigmentation,
                             "{value: 60 %, range: [30 %, 90 %]}",
                             "{uniform: [14 d, 42 d]}",
                             "assumption (A19)",
                             one_visit,
                             visit_row};
  FollowingFrom scarring{c.scarring,
                         "{value: 70 %, range: [40 %, 95 %]}",
                         "{uniform: [28 d, 90 d]}",
                         "assumption",
                         one_visit,
                         visit_row};
  FollowingFrom hypertrophic{c.hypertrophic_scar,
                             "{value: 70 %, range: [40 %, 95 %]}",
                             "{uniform: [42 d, 120 d]}",
                             "assumption",
                             some_visits,
                             some_visits_row};
  FollowingFrom blister{c.blister,
                        "{value: 60 %, range: [30 %, 90 %]}",
                        "{uniform: [1 d, 3 d]}",
                        "assumption",
                        one_visit,
                        visit_row};
  FollowingFrom burn{c.burn,
                     "{value: 85 %, range: [60 %, 98 %]}",
                     "{uniform: [6 h, 2 d]}",
                     "assumption",
                     some_visits,
                     some_visits_row};
  v.section(field("pigmentation", "what follows from hyperpigmentation"), pigmentation);
  v.section(field("scarring", "what follows from a tram-track scar"), scarring);
  v.section(field("hypertrophic_scar", "what follows from a hypertrophic scar"), hypertrophic);
  v.section(field("blister", "what follows from a blister"), blister);
  v.section(field("burn", "what follows from a burn"), burn);
}

template <class Visitor>
void describe_consequences(Visitor& v, Complications& c) {
  describe_transient(v, c);
  describe_infections(v, c);
  describe_inflammations(v, c);
  describe_marks(v, c);
}

}  // namespace asepsim::scenario
