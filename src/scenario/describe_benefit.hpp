// The fields of benefit; those of an indication have defaults by its condition.
#pragma once

#include "scenario/benefit.hpp"
#include "scenario/field.hpp"
#include "scenario/known_conditions.hpp"
#include "scenario/read_values.hpp"

namespace asepsim::scenario {

/// The benefit of an indication and what it is.
struct BenefitOf {
  IndicationBenefit& benefit;
  Condition condition;
};

template <class Visitor>
void describe_target(Visitor& v, Condition condition, SkinLayer& from, SkinLayer& to) {
  const KnownCondition& known = known_condition(condition);
  v.value(field("target_from",
                "first layer on target; punctures that end above it are too shallow (by condition)")
              .otherwise(known.target_from, known.target_row)
              .like("papillary_dermis"),
          from);
  v.value(field("target_to", "last layer on target; punctures that end below it are too deep")
              .otherwise(known.target_to, known.target_row)
              .like("reticular_dermis"),
          to);
}

template <class Visitor>
void describe_effects(Visitor& v, IndicationBenefit& b, const KnownCondition& known) {
  const auto effect = [](std::string_view key, std::string_view says, const KnownValue& value) {
    return field(key, says).as(dimension::share).otherwise(value.text, value.row).like("0.1");
  };
  v.value(effect("effect_needle",
                 "share of the severity left that one session removes at full gain (by condition)",
                 known.needle),
          b.effect_needle);
  v.value(effect("effect_ipl", "the same by photon rejuvenation", known.ipl), b.effect_ipl);
  v.value(effect("effect_picosecond", "the same by picosecond laser", known.picosecond),
          b.effect_picosecond);
  v.value(field("product", "effects are multiplied by this through what is driven in; 1: nothing")
              .as(dimension::ratio)
              .otherwise("{value: 1, range: [1, 2]}", "assumption (gap 12)")
              .like("1.3"),
          b.product);
}

template <class Visitor>
void describe(Visitor& v, BenefitOf& of) {
  IndicationBenefit& b = of.benefit;
  const KnownCondition& known = known_condition(of.condition);
  v.value(field("gain_from", "the layer in which the gain of needling begins (by condition)")
              .otherwise(known.gain_from, "F3")
              .like("dermis"),
          b.gain_from);
  v.value(field("severity", "score at entry, higher is worse (by condition)")
              .strictly_within(0, infinite)
              .otherwise(known.severity.text, known.severity.row)
              .like("{normal: {mean: 11.73, sd: 3.12, min: 1}}"),
          b.severity);
  v.value(field("grade", "points of that score that make one grade (by condition)")
              .strictly_within(0, infinite)
              .otherwise(known.grade.text, known.grade.row)
              .like("3.6"),
          b.grade);
  describe_effects(v, b, known);
  v.value(field("unsuited", "share of patients with a form that needles do not help: dynamic lines")
              .as(dimension::share)
              .otherwise(known.unsuited.text, known.unsuited.row)
              .like("30 %"),
          b.unsuited);
  v.value(field("delay", "before anything of a session shows: a skin cycle (by condition)")
              .as(dimension::duration)
              .otherwise(known.delay.text, known.delay.row)
              .like("28 d"),
          b.delay);
  v.value(field("lag", "time constant of what shows after that (by condition)")
              .as(dimension::duration)
              .strictly_within(0, infinite)
              .otherwise(known.lag.text, known.lag.row)
              .like("48 d"),
          b.lag);
}

template <class Visitor>
void describe(Visitor& v, Benefit& b) {
  v.value(field("responsiveness", "of a patient: factor of every effect, its mean is 1")
              .as(dimension::ratio)
              .sanely(0, 100)
              .otherwise("{lognormal: {mean: 1, cv: 0.45}}", "derived: spread of the scores of P26")
              .like("{lognormal: {mean: 1, cv: 0.45}}"),
          b.responsiveness);
  v.value(field("full_share_of_dermis", "the gain of needling is full at this share of the dermis")
              .as(dimension::share)
              .otherwise("{value: 0.6, range: [0.4, 0.8]}", "F3 (assumed there)")
              .like("0.6"),
          b.full_share_of_dermis);
  v.value(field("fade", "beyond the dermis the gain falls to 1/e over this length")
              .as(dimension::length)
              .strictly_within(0, infinite)
              .otherwise("{value: 0.3 mm, range: [0.2 mm, 0.5 mm]}", "F3 (assumed there)")
              .like("0.3 mm"),
          b.fade);
  v.value(field("told_no", "probability that the consultation turns the unsuited down")
              .as(dimension::probability)
              .otherwise("{value: 50 %, range: [0 %, 90 %]}", "assumption: half of them are seen")
              .like("50 %"),
          b.told_no);
  v.value(field("first_look", "after the last session: when the benefit of a course is measured")
              .as(dimension::duration)
              .setting()
              .otherwise("30 d", "P30, O31")
              .like("30 d"),
          b.first_look);
  v.value(field("second_look", "after the last session: measured again")
              .as(dimension::duration)
              .setting()
              .otherwise("60 d", "P30")
              .like("60 d"),
          b.second_look);
}

}  // namespace asepsim::scenario
