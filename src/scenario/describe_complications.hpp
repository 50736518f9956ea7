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
  v.value(field("pih",
                "probability of hyperpigmentation per course by phototype, mean of the reference")
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
  v.value(field("pih_reference_sunscreen",
                "share that used sunscreen among the patients whose average pih is")
              .as(dimension::share)
              .otherwise("{value: 30 %, range: [20 %, 56.1 %]}",
                         "assumption: the patients of C13 lived as those of A13")
              .like("30 %"),
          c.pih_reference_sunscreen);
  v.value(field("pih_reference_midday_sun", "share of them outdoors in the midday sun")
              .as(dimension::share)
              .otherwise("{value: 15 %, range: [0 %, 40 %]}",
                         "assumption: as population.midday_sun (A9 gives the odds only)")
              .like("15 %"),
          c.pih_reference_midday_sun);
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
}

template <class Visitor>
void describe_pigmentation_causes(Visitor& v, Complications& c) {
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
  v.value(field("pih_redness", "its odds are multiplied by this if the redness is prolonged")
              .as(dimension::ratio)
              .sanely(1e-3, 1e3)
              .otherwise("1.32", "A9")
              .like("1.32"),
          c.pih_redness);
  v.value(field("pih_irritant", "its odds are multiplied by this with irritants in open channels")
              .as(dimension::ratio)
              .sanely(1e-3, 1e3)
              .otherwise("{value: 1.5, range: [1, 3]}", "A16")
              .like("1.5"),
          c.pih_irritant);
  v.value(field("pih_burn", "added to its logit after a burn or blister")
              .within(-50, 50)
              .otherwise("{value: 1.5, range: [0.5, 2.5]}", "F13")
              .like("1.5"),
          c.pih_burn);
}

/// A usual reaction with its own defaults.
struct UsualDefaults {
  UsualReaction& reaction;
  std::string_view share, share_row, duration, duration_row, per_mm, prolonged, prolonged_row;
};

template <class Visitor>
void describe(Visitor& v, UsualDefaults& u) {
  v.value(field("share", "of patients who have it")
              .as(dimension::share)
              .otherwise(u.share, u.share_row)
              .like("80 %"),
          u.reaction.share);
  v.value(field("duration", "after needling at 0.5 mm; lognormal or constant")
              .as(dimension::duration)
              .otherwise(u.duration, u.duration_row)
              .like("{lognormal: {median: 24 h, sigma: 0.6}}"),
          u.reaction.duration);
  v.value(field("per_mm", "relative increase for each mm beyond 0.5 mm")
              .as(dimension::ratio)
              .otherwise(u.per_mm, u.duration_row)
              .like("0.5"),
          u.reaction.per_mm);
  v.value(field("prolonged", "longer than this it is a complication")
              .as(dimension::duration)
              .otherwise(u.prolonged, u.prolonged_row)
              .like("4 d"),
          u.reaction.prolonged);
}

template <class Visitor>
void describe_usual(Visitor& v, Complications& c) {
  UsualDefaults swelling{c.usual_swelling,
                         "{value: 82 %, range: [40 %, 95 %]}",
                         "assumption (C20: oedema after fractional laser)",
                         "{lognormal: {median: 24 h, sigma: 0.6}, range: [14 h, 58 h]}",
                         "assumption (C18, C19)",
                         "{value: 0.5, range: [0, 1]}",
                         "{value: 3 d, range: [2 d, 7 d]}",
                         "assumption (C20)"};
  // Downtime of 2-3 d at 0.35 mm, 4-5 d at 1.15 mm, 6-7 d at 2.5 mm: 2.9 d at 0.5 mm, 0.6 a mm.
  UsualDefaults dryness{c.usual_dryness,
                        "{value: 86.6 %, range: [40 %, 95 %]}",
                        "assumption (C20: dryness after fractional laser)",
                        "{lognormal: {median: 70 h, sigma: 0.35}, range: [37 h, 149 h]}",
                        "assumption (fit to C19)",
                        "{value: 0.6, range: [0, 1.2]}",
                        "{value: 7 d, range: [5 d, 14 d]}",
                        "assumption (C1)"};
  v.section(field("usual_swelling", "swelling that most have"), swelling);
  v.section(field("usual_dryness", "dryness and flaking that most have"), dryness);
}

template <class Visitor>
void describe(Visitor& v, HarmRates& r) {
  const auto rate = [](std::string_view key, std::string_view says, std::string_view standing,
                       std::string_view row) {
    return field(key, says).as(dimension::probability).otherwise(standing, row).like("0.5 %");
  };
  v.value(rate("herpes", "per facial session, of all comers",
               "{value: 0.3 %, range: [0.05 %, 1.8 %]}", "C28"),
          r.herpes);
  v.value(rate("herpes_carriage", "carriers among those all comers", "47.8 %", "C27")
              .strictly_within(0, 1.000001),
          r.herpes_carriage);
  v.value(rate("granuloma", "per session, no unapproved product",
               "{value: 1e-5, range: [1e-6, 1e-4]}", "C16"),
          r.granuloma);
  v.value(rate("irritant_dermatitis", "per session by an expert, no irritants at home",
               "{value: 0.5 %, range: [0.1 %, 2 %]}", "assumption (C1)"),
          r.irritant_dermatitis);
  v.value(rate("acne_flare", "per session by an expert", "{value: 1 %, range: [0.2 %, 10 %]}",
               "assumption (C24, C24b, C20, C26)"),
          r.acne_flare);
  v.value(rate("hypertrophic_scar", "per session if all punctures reach the reticular dermis",
               "{value: 2e-5, range: [1e-6, 3e-4]}", "assumption (bounded by C5)"),
          r.hypertrophic_scar);
}

template <class Visitor>
void describe(Visitor& v, AntiviralPolicy& a) {
  v.value(field("given_to", "who is given an antiviral before the session")
              .otherwise("nobody")
              .like("history"),
          a.given_to);
  v.value(field("factor", "the probability of herpes is multiplied by this")
              .as(dimension::share)
              .otherwise("{value: 0.2, range: [0.1, 0.5]}", "C28")
              .like("0.2"),
          a.factor);
  v.value(field("known", "share of carriers who know of cold sores and say so")
              .as(dimension::share)
              .otherwise("{value: 40 %, range: [20 %, 60 %]}", "assumption (C27)")
              .like("40 %"),
          a.known);
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
  describe_pigmentation_causes(v, c);
  describe_usual(v, c);
  v.section(field("rates", "harms whose causes are not modelled further"), c.rates);
  v.section(field("antiviral", "prophylaxis against herpes"), c.antiviral);
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
