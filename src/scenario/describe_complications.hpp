// The fields of complications and of what follows from them.
#pragma once

#include "scenario/field.hpp"
#include "scenario/limits.hpp"
#include "scenario/read_values.hpp"
#include "scenario/safety.hpp"

namespace asepsim::scenario {

/// What follows from one kind of complication, each with its own defaults.
struct FollowingFrom {
  Consequence& consequence;
  std::string_view returns, lag, cost, cost_row;
};

inline constexpr std::string_view no_care = "{value: 0 ¤, range: [0 ¤, 292.50 ¤]}";
inline constexpr std::string_view one_visit = "{value: 292.50 ¤, range: [100 ¤, 1500 ¤]}";

template <class Visitor>
void describe(Visitor& v, FollowingFrom& c) {
  v.value(field("returns", "probability of an unscheduled visit")
              .as(dimension::probability)
              .otherwise(c.returns, "assumption: who is worried comes back")
              .like("60 %"),
          c.consequence.returns);
  v.value(field("lag", "from the treatment to that visit")
              .as(dimension::duration)
              .otherwise(c.lag, "assumption (A19, A20, C18)")
              .like("{lognormal: {median: 4 d, sigma: 0.5}}"),
          c.consequence.lag);
  v.value(
      field("cost", "of care").as(dimension::money).otherwise(c.cost, c.cost_row).like("292.50 ¤"),
      c.consequence.cost);
  v.value(field("refund", "share of the session price given back")
              .as(dimension::share)
              .setting()
              .otherwise("0")
              .like("50 %"),
          c.consequence.refund);
}

template <class Visitor>
void describe_consequences(Visitor& v, Complications& c) {
  FollowingFrom erythema{c.prolonged_erythema, "{value: 30 %, range: [10 %, 60 %]}",
                         "{uniform: [4 d, 8 d], range: [4 d, 8 d]}", no_care,
                         "assumption: advice only (a visit as in O28 at most)"};
  FollowingFrom bruise{c.bruise, "{value: 5 %, range: [1 %, 20 %]}",
                       "{uniform: [1 d, 4 d], range: [1 d, 4 d]}", no_care,
                       "assumption: advice only (a visit as in O28 at most)"};
  FollowingFrom infection{c.infection, "{value: 80 %, range: [50 %, 100 %]}",
                          "{lognormal: {median: 4 d, sigma: 0.5}, range: [2 d, 10 d]}", "586.91",
                          "O28"};
  FollowingFrom bloodborne{c.bloodborne, "{value: 5 %, range: [1 %, 50 %]}",
                           "{uniform: [60 d, 180 d], range: [28 d, 180 d]}",
                           "{value: 20000 ¤, range: [5000 ¤, 80000 ¤]}",
                           "assumption: years of care, no figure found"};
  FollowingFrom pigmentation{c.pigmentation, "{value: 60 %, range: [20 %, 90 %]}",
                             "{uniform: [14 d, 42 d], range: [14 d, 60 d]}", one_visit,
                             "assumption: a visit as in O28"};
  FollowingFrom scarring{c.scarring, "{value: 70 %, range: [30 %, 100 %]}",
                         "{uniform: [28 d, 90 d], range: [28 d, 120 d]}", one_visit,
                         "assumption: a visit as in O28"};
  v.section(field("prolonged_erythema", "what follows from prolonged redness"), erythema);
  v.section(field("bruise", "what follows from a bruise"), bruise);
  v.section(field("infection", "what follows from a bacterial infection"), infection);
  v.section(field("bloodborne", "what follows from a bloodborne infection"), bloodborne);
  v.section(field("pigmentation", "what follows from hyperpigmentation"), pigmentation);
  v.section(field("scarring", "what follows from a tram-track scar"), scarring);
}

template <class Visitor>
void describe_pigmentation(Visitor& v, Complications& c) {
  v.value(field("pih", "probability of hyperpigmentation per course by phototype")
              .as(dimension::probability)
              .otherwise("{I: {value: 0.5 %, range: [0.1 %, 2 %]}, "
                         "II: {value: 0.5 %, range: [0.1 %, 2 %]}, "
                         "III: {value: 2 %, range: [0.5 %, 6 %]}, "
                         "IV: {value: 5 %, range: [1 %, 17 %]}, "
                         "V: {value: 9 %, range: [2 %, 35 %]}, "
                         "VI: {value: 12 %, range: [3 %, 40 %]}}",
                         "C13")
              .like("{I: 0.5 %, II: 0.5 %, III: 2 %, IV: 5 %, V: 9 %, VI: 12 %}"),
          c.pih);
  v.value(field("pih_reference_depth", "true depth to which pih belongs: 1.5 mm rollers reach 60 %")
              .as(dimension::length)
              .otherwise("{value: 0.9 mm, range: [0.3 mm, 1.5 mm]}", "derived: P5, D5 (C13)")
              .like("0.9 mm"),
          c.pih_reference_depth);
  v.value(field("pih_per_half_mm", "added to its logit by each 0.5 mm deeper")
              .within(-50, 50)
              .otherwise("{value: 1.2, range: [0, 2]}", "F13")
              .like("1.2"),
          c.pih_per_half_mm);
  v.value(field("pih_sunscreen", "its odds are multiplied by this with sunscreen")
              .as(dimension::ratio)
              .sanely(1e-3, 1e3)
              .otherwise("{value: 0.4, range: [0.25, 0.7]}", "A12")
              .like("0.4"),
          c.pih_sunscreen);
  v.value(field("pih_midday_sun", "its odds are multiplied by this with midday sun")
              .as(dimension::ratio)
              .sanely(1e-3, 1e3)
              .otherwise("{value: 8.1, range: [3, 8.1]}", "A9, A12")
              .like("8.1"),
          c.pih_midday_sun);
}

template <class Visitor>
void describe_redness(Visitor& v, Complications& c) {
  v.value(field("erythema", "duration of redness after needling at 0.5 mm")
              .as(dimension::duration)
              .otherwise("{lognormal: {median: 24 h, sigma: 0.6}, range: [6 h, 72 h]}", "C18, C17")
              .like("{lognormal: {median: 24 h, sigma: 0.6}}"),
          c.erythema);
  v.value(field("erythema_per_mm", "relative increase for each mm beyond 0.5 mm")
              .as(dimension::ratio)
              .otherwise("{value: 0.5, range: [0, 1]}", "C18, C19")
              .like("0.5"),
          c.erythema_per_mm);
  v.value(field("erythema_prolonged", "redness longer than this is a complication")
              .as(dimension::duration)
              .otherwise("{value: 4 d, range: [3 d, 7 d]}", "assumption (C1, C17, C24b)")
              .like("4 d"),
          c.erythema_prolonged);
}

template <class Visitor>
void describe(Visitor& v, Complications& c) {
  describe_redness(v, c);
  v.value(field("bruise_per_fat_share", "probability of a bruise if all punctures reach the fat")
              .as(dimension::probability)
              .otherwise("{value: 0.5, range: [0.1, 1]}", "assumption: a vessel hit in the fat")
              .like("0.5"),
          c.bruise_per_fat_share);
  describe_pigmentation(v, c);
  v.value(field("scar", "probability of a tram-track scar per session at the reference share")
              .as(dimension::probability)
              .otherwise("{value: 1.37 %, range: [0.16 %, 4.9 %]}", "C8 over 5 sessions")
              .like("1.37 %"),
          c.scar);
  v.value(field("scar_reference_share", "share of punctures beyond the dermis in that series")
              .as(dimension::share)
              .strictly_within(0, 1)
              .otherwise("{value: 0.4, range: [0.24, 0.5]}", "derived: D5, P42, S6, O19")
              .like("0.4"),
          c.scar_reference_share);
  describe_consequences(v, c);
  v.value(field("pathway", "pathway of complication visits; left out: nobody comes back")
              .otherwise("\"\"")
              .like("complication"),
          c.pathway);
  v.value(field("priority", "of complication visits; lower is served first")
              .within(-1e6, 1e6)
              .setting()
              .otherwise("50")
              .like("50"),
          c.priority);
}

}  // namespace asepsim::scenario
