// The fields of complications and of what follows from them.
#pragma once

#include "scenario/describe_consequences.hpp"
#include "scenario/field.hpp"
#include "scenario/limits.hpp"
#include "scenario/read_values.hpp"
#include "scenario/safety.hpp"

namespace asepsim::scenario {

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
