// The fields of needling: device, length, depth reached, and whose hand holds it.
#pragma once

#include "scenario/field.hpp"
#include "scenario/limits.hpp"
#include "scenario/needling.hpp"
#include "scenario/read_values.hpp"

namespace asepsim::scenario {

template <class Visitor>
void describe(Visitor& v, OperatorOdds& o) {
  const auto odds = [](std::string_view key, std::string_view who, std::string_view factor) {
    return field(key, who)
        .as(dimension::ratio)
        .sanely(1e-3, 1e3)
        .otherwise(factor, "W7")
        .like("1.2");
  };
  v.value(odds("dermatologist", "the odds that the others are measured by", "1").neutral(),
          o.dermatologist);
  v.value(odds("trained_nurse", "nurses and practitioners with training",
               "{value: 1.2, range: [1, 2]}"),
          o.trained_nurse);
  v.value(odds("certified_aesthetician", "with a certificate", "{value: 1.5, range: [1, 3]}"),
          o.certified_aesthetician);
  v.value(odds("uncertified", "in a salon, without", "{value: 3, range: [1, 6]}"), o.uncertified);
  v.value(odds("unlicensed", "against the law", "{value: 5, range: [1, 10]}"), o.unlicensed);
}

template <class Visitor>
void describe_settings(Visitor& v, Needling& n) {
  v.value(field("least", "shortest length the device can be set to; left out: one step")
              .as(dimension::length)
              .strictly_within(0, infinite)
              .setting()
              .like("0.25 mm"),
          n.least);
  v.value(field("step", "between two lengths the device can be set to")
              .as(dimension::length)
              .strictly_within(0, infinite)
              .setting()
              .otherwise("0.25 mm", "P3")
              .like("0.25 mm"),
          n.step);
  v.value(field("most", "longest length the device can be set to")
              .as(dimension::length)
              .strictly_within(0, infinite)
              .setting()
              .otherwise("2.5 mm", "P3")
              .like("2.5 mm"),
          n.most);
  v.value(field("measurement_error", "by_skin_thickness: sd of measured by true thickness")
              .as(dimension::ratio)
              .sanely(0, 10)
              .otherwise("{value: 10 %, range: [5 %, 20 %]}", "assumption (S18)")
              .like("10 %"),
          n.measurement_error);
  v.value(field("guess_spread", "novice_guess: sd of the guess around length_fixed")
              .as(dimension::length)
              .otherwise("{value: 0.5 mm, range: [0.25 mm, 0.75 mm]}",
                         "assumption: two settings of a pen (P3)")
              .like("0.5 mm"),
          n.guess_spread);
}

template <class Visitor>
void describe_penetration(Visitor& v, Needling& n) {
  const bool roller = n.device == Device::roller;  // read before; the tables show the pen's
  const auto fraction = [&](std::string_view key, std::string_view says, std::string_view pen) {
    return field(key, says)
        .as(dimension::share)
        .otherwise(roller ? "{beta: {mean: 0.60, sd: 0.12}, range: [0.2, 0.9]}" : pen, "D5")
        .like("{beta: {mean: 0.90, sd: 0.07}}");
  };
  v.value(field("penetration", "which sources on the depth reached are believed")
              .otherwise("usual", "D5")
              .like("low"),
          n.penetration);
  v.value(fraction("fraction_short",
                   "depth reached as a share of lengths up to 1 mm (roller: mean "
                   "0.60, sd 0.12)",
                   "{beta: {mean: 0.90, sd: 0.07}, range: [0.2, 1]}"),
          n.fraction_short);
  v.value(fraction("fraction_long",
                   "the same from 1.25 mm, linear in between (roller: mean 0.60, sd 0.12)",
                   "{beta: {mean: 0.80, sd: 0.08}, range: [0.2, 1]}"),
          n.fraction_long);
  v.value(field("fraction_low", "the same at every length if penetration is low")
              .as(dimension::share)
              .otherwise("{beta: {mean: 0.20, sd: 0.04}, range: [0.15, 0.3]}", "D5, D2")
              .like("{beta: {mean: 0.20, sd: 0.04}}"),
          n.fraction_low);
}

template <class Visitor>
void describe_channels(Visitor& v, Needling& n) {
  const bool roller = n.device == Device::roller;
  v.value(field("puncture_cv", "spread of depth between punctures (roller: 0.30)")
              .as(dimension::ratio)
              .sanely(0, 10)
              .otherwise(roller ? "{value: 0.30, range: [0.25, 0.35]}"
                                : "{value: 0.125, range: [0.10, 0.15]}",
                         "P42")
              .like("0.125"),
          n.puncture_cv);
  v.value(field("density", "channels")
              .as(dimension::density)
              .otherwise("250 /cm2", "P12")
              .like("250 /cm2"),
          n.density);
  v.value(field("channel_radius", "of one channel")
              .as(dimension::radius)
              .otherwise("35 um", "D2")
              .like("35 um"),
          n.channel_radius);
}

template <class Visitor>
void describe_operators(Visitor& v, Needling& n) {
  const auto error = [](std::string_view key, std::string_view says, std::string_view normal) {
    return field(key, says)
        .as(dimension::signed_length)
        .otherwise(normal, "D6")
        .like("{normal: {mean: 0 mm, sd: 0.1 mm}}");
  };
  v.value(error("error_expert", "depth added by an expert's hand",
                "{normal: {mean: 0 mm, sd: 0.05 mm}, range: [-0.05 mm, 0.05 mm]}"),
          n.error_expert);
  v.value(error("error_trained", "depth added by a trained hand",
                "{normal: {mean: 0 mm, sd: 0.10 mm}, range: [-0.1 mm, 0.1 mm]}"),
          n.error_trained);
  v.value(error("error_untrained", "depth added by an untrained hand",
                "{normal: {mean: 0.10 mm, sd: 0.25 mm}, range: [0 mm, 0.25 mm]}"),
          n.error_untrained);
  v.section(field("operator_odds", "odds of skin harms are multiplied by this, by who needles"),
            n.operator_odds);
}

template <class Visitor>
void describe(Visitor& v, Needling& n) {
  v.value(field("device", "what holds the needles").otherwise("pen").like("pen"), n.device);
  v.value(field("policy", "how the needle length is chosen").otherwise("fixed").like("fixed"),
          n.policy);
  describe_settings(v, n);
  describe_penetration(v, n);
  describe_channels(v, n);
  describe_operators(v, n);
}

}  // namespace asepsim::scenario
