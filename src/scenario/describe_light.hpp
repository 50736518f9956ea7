// The fields of light: devices, settings, and how skin answers to heat.
#pragma once

#include "scenario/field.hpp"
#include "scenario/light.hpp"
#include "scenario/read_values.hpp"

namespace asepsim::scenario {

/// One device with its own defaults.
struct DeviceDefaults {
  LightDevice& device;
  std::string_view wavelength, pulse, pulse_row, fluence, fixed, fluence_row, usual, usual_row,
      coupling, coupling_row, skin, skin_row, wound;
};

template <class Visitor>
void describe_pulse(Visitor& v, DeviceDefaults& d) {
  v.value(field("wavelength", "of the light, or where the filter of a broad band begins")
              .as(dimension::wavelength)
              .otherwise(d.wavelength, "F16")
              .like("755 nm"),
          d.device.wavelength);
  v.value(field("pulse", "length of one pulse")
              .as(dimension::pulse)
              .otherwise(d.pulse, d.pulse_row)
              .like("10 ms"),
          d.device.pulse);
  v.value(field("fluence", "energy by phototype under the policy by_phototype")
              .as(dimension::fluence)
              .otherwise(d.fluence, d.fluence_row)
              .like("{I: 20 J/cm2, II: 18 J/cm2, III: 14 J/cm2, IV: 11 J/cm2, V: 6 J/cm2, VI: 3 "
                    "J/cm2}"),
          d.device.fluence);
  v.value(field("fluence_fixed", "energy for everybody under the policy fixed")
              .as(dimension::fluence)
              .otherwise(d.fixed, d.fluence_row)
              .like("14 J/cm2"),
          d.device.fluence_fixed);
  v.value(
      field("usual_fluence", "energy at which the effects of benefit, and wound, are as declared")
          .as(dimension::fluence)
          .strictly_within(0, infinite)
          .otherwise(d.usual, d.usual_row)
          .like("14 J/cm2"),
      d.device.usual_fluence);
}

template <class Visitor>
void describe(Visitor& v, DeviceDefaults& d) {
  describe_pulse(v, d);
  v.value(field("coupling", "share of it that heats the epidermis as this wavelength would")
              .as(dimension::share)
              .otherwise(d.coupling, d.coupling_row)
              .like("13 %"),
          d.device.coupling);
  v.value(field("skin", "its temperature when the pulse begins: cooling lowers it")
              .as(dimension::temperature)
              .within(-10, 45)
              .otherwise(d.skin, d.skin_row)
              .like("20 C"),
          d.device.skin);
  v.value(field("wound", "depth of needling that would injure the skin as much, heat aside")
              .as(dimension::length)
              .sanely(0, 10)
              .otherwise(d.wound, "assumption (C24b, X6, X8)")
              .like("0.3 mm"),
          d.device.wound);
}

template <class Visitor>
void describe_ipl(Visitor& v, Light& l) {
  DeviceDefaults ipl{l.ipl,
                     "560 nm",
                     "{value: 10 ms, range: [5 ms, 40 ms]}",
                     "assumption (F16)",
                     "{I: {value: 20 J/cm2, range: [12 J/cm2, 30 J/cm2]}, "
                     "II: {value: 18 J/cm2, range: [10.8 J/cm2, 27 J/cm2]}, "
                     "III: {value: 14 J/cm2, range: [8.4 J/cm2, 21 J/cm2]}, "
                     "IV: {value: 11 J/cm2, range: [6.6 J/cm2, 16.5 J/cm2]}, "
                     "V: {value: 6 J/cm2, range: [3.6 J/cm2, 9 J/cm2]}, "
                     "VI: {value: 3 J/cm2, range: [1.8 J/cm2, 4.5 J/cm2]}}",
                     "{value: 14 J/cm2, range: [8 J/cm2, 22 J/cm2]}",
                     "assumption (below the doses of X3)",
                     "{value: 14 J/cm2, range: [8 J/cm2, 22 J/cm2]}",
                     "assumption (X4 does not give it)",
                     "{value: 13 %, range: [8 %, 20 %]}",
                     "V25 (calibrated)",
                     "{value: 33 C, range: [20 C, 35 C]}",
                     "assumption: cooling is in the coupling (V25)",
                     "{value: 0.3 mm, range: [0 mm, 1 mm]}"};
  v.section(field("ipl", "intense pulsed light: photon rejuvenation"), ipl);
}

template <class Visitor>
void describe_picosecond(Visitor& v, Light& l) {
  DeviceDefaults pico{l.picosecond,
                      "755 nm",
                      "{value: 0.75 ns, range: [0.3 ns, 1 ns]}",
                      "assumption: pulses of such lasers",
                      "{I: {value: 0.4 J/cm2, range: [0.12 J/cm2, 1 J/cm2]}, "
                      "II: {value: 0.4 J/cm2, range: [0.12 J/cm2, 1 J/cm2]}, "
                      "III: {value: 0.35 J/cm2, range: [0.105 J/cm2, 0.875 J/cm2]}, "
                      "IV: {value: 0.3 J/cm2, range: [0.09 J/cm2, 0.75 J/cm2]}, "
                      "V: {value: 0.25 J/cm2, range: [0.075 J/cm2, 0.625 J/cm2]}, "
                      "VI: {value: 0.2 J/cm2, range: [0.06 J/cm2, 0.5 J/cm2]}}",
                      "{value: 0.35 J/cm2, range: [0.1 J/cm2, 1 J/cm2]}",
                      "assumption: settings of such lasers",
                      "{value: 0.35 J/cm2, range: [0.1 J/cm2, 1 J/cm2]}",
                      "assumption: settings of such lasers",
                      "100 %",
                      "F16",
                      "{value: 33 C, range: [20 C, 35 C]}",
                      "assumption: no cooling",
                      "{value: 0.9 mm, range: [0.3 mm, 2 mm]}"};
  v.section(field("picosecond", "picosecond laser"), pico);
}

template <class Visitor>
void describe_operators(Visitor& v, Light& l) {
  const auto error = [](std::string_view key, std::string_view says, std::string_view standing) {
    return field(key, says)
        .as(dimension::ratio)
        .sanely(0, 2)
        .otherwise(standing, "assumption (W1)")
        .like("5 %");
  };
  v.value(error("error_expert", "spread of the fluence in an expert's hand, sd of its logarithm",
                "{value: 3 %, range: [1 %, 10 %]}"),
          l.error_expert);
  v.value(error("error_trained", "in a trained hand", "{value: 6 %, range: [2 %, 15 %]}"),
          l.error_trained);
  v.value(error("error_untrained", "in an untrained hand", "{value: 25 %, range: [10 %, 50 %]}"),
          l.error_untrained);
}

template <class Visitor>
void describe_effect(Visitor& v, Light& l) {
  v.value(field("half_effect",
                "energy with half the effect of any energy, as a share of usual_fluence; less does "
                "less, more than the usual no more")
              .as(dimension::share)
              .strictly_within(0, infinite)
              .otherwise("{value: 40 %, range: [20 %, 80 %]}", "assumption: no figure found")
              .like("40 %"),
          l.half_effect);
}

template <class Visitor>
void describe(Visitor& v, Light& l) {
  v.value(field("policy", "how the fluence is chosen").otherwise("by_phototype").like("fixed"),
          l.policy);
  describe_ipl(v, l);
  describe_picosecond(v, l);
  describe_operators(v, l);
  describe_effect(v, l);
  v.value(field("spread", "between people: sd of the logarithm of the rise in temperature")
              .as(dimension::ratio)
              .strictly_within(0, infinite)
              .sanely(0.01, 2)
              .otherwise("{value: 0.5, range: [0.3, 0.7]}", "V25 (calibrated)")
              .like("0.5"),
          l.spread);
  v.value(field("melanin", "share of the epidermis by volume, by phototype")
              .as(dimension::share)
              .otherwise("{I: 1.5 %, II: 2.5 %, III: 6 %, IV: 9 %, V: 20 %, VI: 35 %}", "F16")
              .like("{I: 1.5 %, II: 2.5 %, III: 6 %, IV: 9 %, V: 20 %, VI: 35 %}"),
          l.melanin);
  v.value(field("burn_damage", "Arrhenius damage of a burn that goes deeper than a blister (1)")
              .within(1, 1e12)
              .otherwise("{value: 1e4, range: [10, 1e5]}", "assumption (F16)")
              .like("1e4"),
          l.burn_damage);
  v.value(field("redness", "rise that reddens for days, as a share of the rise that blisters")
              .as(dimension::share)
              .strictly_within(0, 1)
              .otherwise("{value: 22 %, range: [15 %, 30 %]}", "V25 (calibrated)")
              .like("22 %"),
          l.redness);
  v.value(field("darkening", "rise that darkens the skin, as a share of the rise that blisters")
              .as(dimension::share)
              .strictly_within(0, 1)
              .otherwise("{value: 45 %, range: [35 %, 60 %]}", "V25 (calibrated)")
              .like("45 %"),
          l.darkening);
}

}  // namespace asepsim::scenario
