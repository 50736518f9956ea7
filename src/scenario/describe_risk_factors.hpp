// The fields of risk factors of patients.
#pragma once

#include "scenario/aftercare.hpp"
#include "scenario/field.hpp"
#include "scenario/read_values.hpp"

namespace asepsim::scenario {

/// One risk factor with its own defaults.
struct FactorDefaults {
  RiskFactor& factor;
  std::string_view share, answer, passes_after = "{value: 4 wk, range: [2 wk, 26 wk]}";
  std::string_view infection = "{value: 1, range: [0.8, 1.25]}",
                   herpes = "{value: 1, range: [0.8, 1.25]}",
                   pigmentation = "{value: 1, range: [0.8, 1.25]}",
                   scar = "{value: 1, range: [0.8, 1.25]}";
};

template <class Visitor>
void describe(Visitor& v, FactorDefaults& f) {
  const auto odds = [](std::string_view key, std::string_view says, std::string_view standing) {
    return field(key, says)
        .as(dimension::ratio)
        .sanely(1e-3, 1e3)
        .otherwise(standing, "assumption: direction only is known")
        .like("2");
  };
  v.value(field("share", "of patients (pregnancy: of women below 45)")
              .as(dimension::share)
              .otherwise(f.share, "assumption: adults who ask for the treatment")
              .like("5 %"),
          f.factor.share);
  v.value(field("answer", "what the screening does when it recognises it")
              .otherwise(f.answer)
              .like("defer"),
          f.factor.answer);
  v.value(field("passes_after", "deferred patients come back after this, and it is over")
              .as(dimension::duration)
              .otherwise(f.passes_after, "assumption: how long it lasts")
              .like("26 wk"),
          f.factor.passes_after);
  v.value(odds("infection", "odds of bacterial infection are multiplied by this", f.infection),
          f.factor.infection);
  v.value(odds("herpes", "odds of herpes", f.herpes), f.factor.herpes);
  v.value(odds("pigmentation", "odds of hyperpigmentation", f.pigmentation), f.factor.pigmentation);
  v.value(odds("scar", "odds of hypertrophic scars", f.scar), f.factor.scar);
}

template <class Visitor>
void risk(Visitor& v, const Field& field, FactorDefaults defaults) {
  v.section(field, defaults);
}

template <class Visitor>
void describe(Visitor& v, RiskFactors& r) {
  risk(v, field("diabetes", "raises infections"),
       {.factor = r.diabetes,
        .share = "{value: 6 %, range: [2 %, 12 %]}",
        .answer = "treat",
        .infection = "{value: 1.5, range: [1, 3]}"});
  risk(v, field("immunosuppression", "raises infections and herpes"),
       {.factor = r.immunosuppression,
        .share = "{value: 2.5 %, range: [1 %, 5 %]}",
        .answer = "refuse",
        .infection = "{value: 3, range: [1.5, 10]}",
        .herpes = "{value: 3, range: [1.5, 10]}"});
  risk(v, field("keloid_tendency", "raises hypertrophic scars"),
       {.factor = r.keloid_tendency,
        .share = "{value: 2 %, range: [0.5 %, 8 %]}",
        .answer = "refuse",
        .scar = "{value: 50, range: [10, 200]}"});
  risk(v, field("isotretinoin", "acne medicine within the last half year"),
       {.factor = r.isotretinoin,
        .share = "{value: 2 %, range: [0.5 %, 5 %]}",
        .answer = "defer",
        .passes_after = "{value: 26 wk, range: [4 wk, 52 wk]}",
        .scar = "{value: 2, range: [1, 5]}"});
  risk(v, field("pregnancy", "raises pigmentation"),
       {.factor = r.pregnancy,
        .share = "{value: 3 %, range: [1 %, 6 %]}",
        .answer = "defer",
        .passes_after = "{value: 39 wk, range: [26 wk, 65 wk]}",
        .pigmentation = "{value: 1.5, range: [1, 3]}"});
}

}  // namespace asepsim::scenario
