// The fields of a sterilizer's cycles: the programme, how cycles fail, how a machine drifts,
// drying.
#pragma once

#include "scenario/field.hpp"
#include "scenario/instruments.hpp"
#include "scenario/read_values.hpp"

namespace asepsim::scenario {

template <class Visitor>
void describe(Visitor& v, CycleProgramme& p) {
  v.value(field("class", "EN 13060 class of the sterilizer").otherwise("b", "I16").like("b"),
          p.sterilizer_class);
  v.value(field("temperature", "of the holding phase")
              .as(dimension::temperature)
              .within(100, 200)
              .setting()
              .needed()
              .like("134 C"),
          p.temperature);
  v.value(field("hold", "time at that temperature")
              .as(dimension::duration)
              .sanely(1e6, dimension::century)
              .setting()
              .needed()
              .like("3.5 min"),
          p.hold);
  v.value(field("total", "door to door, drying and cooling included")
              .as(dimension::duration)
              .needed()
              .like("{triangular: [35 min, 45 min, 60 min]}"),
          p.total);
}

/// How cycles fail, with the defaults of the class of its programme: an oven that fails to kill
/// must stay much colder than an autoclave that does, and ovens failed more often (I50, I52).
struct CycleFailureOf {
  CycleFailure& failure;
  SterilizerClass sterilizer_class;

  [[nodiscard]] bool dry() const { return sterilizer_class == SterilizerClass::dry_heat; }
};

// What the operator does wrong, and what of the programme then reaches the coldest item.
template <class Visitor>
void describe_errors(Visitor& v, CycleFailureOf& of) {
  CycleFailure& f = of.failure;
  const auto share = [](std::string_view key, std::string_view says, std::string_view value) {
    return field(key, says)
        .as(dimension::share)
        .otherwise(value, "assumption (I54 names the causes, not their shares)")
        .like("30 %");
  };
  v.value(share("not_run",
                "share of errors: shelved without a cycle, or it was broken off before the hold",
                "{value: 3 %, range: [0.5 %, 10 %]}"),
          f.not_run);
  v.value(share("wrong_programme", "share of errors: too short a hold for the load",
                "{value: 30 %, range: [10 %, 50 %]}"),
          f.wrong_programme);
  v.value(share("packing", "share of errors; what is left of them is overloading",
                "{value: 33 %, range: [15 %, 50 %]}"),
          f.packing);
  const Field hold = field("hold_share",
                           "wrong programme: share of the hold that is left (class dry_heat: up "
                           "to 0.06)")
                         .as(dimension::share)
                         .like("{uniform: [0, 0.15]}");
  v.value(of.dry() ? hold.otherwise("{uniform: [0, 0.06], range: [0, 0.07]}",
                                    "assumption (I23, I24: more than that kills 6 log10)")
                   : hold.otherwise("{uniform: [0, 0.15], range: [0, 0.5]}", "assumption (I54)"),
          f.hold_share);
}

// Of the quality's rates in steam, 0.002 and 0.09 are those of indicators (I50, I52); in dry heat
// the same sources give 1.30 and 12.8 %, of which an indicator with 98 % sensitivity is told.
template <class Visitor>
void describe_rate(Visitor& v, CycleFailureOf& of) {
  const Field rate = field("probability",
                           "of a cycle that does not kill everywhere (quality good: 0.002, poor: "
                           "0.09; class dry_heat: 0.013, average 0.04, poor 0.13)")
                         .as(dimension::probability)
                         .like("0.2 %");
  const Quality quality = of.failure.quality;
  const auto steam = [&] {
    return rate.otherwise(quality == Quality::good   ? "{value: 0.002, range: [0.0015, 0.005]}"
                          : quality == Quality::poor ? "{value: 0.09, range: [0.03, 0.29]}"
                                                     : "{value: 0.01, range: [0.002, 0.09]}",
                          "I56");
  };
  const auto oven = [&] {
    return quality == Quality::good ? rate.otherwise("{value: 0.013, range: [0.002, 0.04]}", "I50")
           : quality == Quality::poor
               ? rate.otherwise("{value: 0.13, range: [0.07, 0.21]}", "I52, calibrated to V13")
               : rate.otherwise("{value: 0.04, range: [0.013, 0.13]}",
                                "assumption: between I50 and I52");
  };
  v.value(of.dry() ? oven() : steam(), of.failure.probability);
}

template <class Visitor>
void describe(Visitor& v, CycleFailureOf& of) {
  CycleFailure& f = of.failure;
  const auto drop = [&](std::string_view key, std::string_view says, std::string_view steam) {
    const Field colder = field(key, says).as(dimension::kelvin).like("{uniform: [8 K, 25 K]}");
    return of.dry() ? colder.otherwise("{uniform: [25 K, 60 K], range: [24 K, 80 K]}",
                                       "assumption (I23-I25: less than that kills 6 log10)")
                    : colder.otherwise(steam, "assumption (I21)");
  };
  v.value(field("quality", "how well the clinic runs its sterilizer: the default of probability")
              .otherwise("average", "I56")
              .like("good"),
          f.quality);
  describe_rate(v, of);
  v.value(field("operator_share", "share of failures that are somebody's error")
              .as(dimension::share)
              .otherwise("91.8 %", "I50")
              .like("91.8 %"),
          f.operator_share);
  describe_errors(v, of);
  v.value(drop("temperature_drop",
               "packing, overloading: how much colder the coldest item stays (class dry_heat: 25 "
               "to 60 K)",
               "{uniform: [8 K, 25 K], range: [5 K, 40 K]}"),
          f.temperature_drop);
  v.value(drop("air_pocket_drop",
               "how much colder it stays inside an air pocket (class dry_heat: a cold corner, 25 "
               "to 60 K)",
               "{uniform: [10 K, 45 K], range: [10 K, 60 K]}"),
          f.air_pocket_drop);
}

/// Drying, with the default of the class of its programme: gravity cycles dry badly.
struct DryingOf {
  Drying& drying;
  SterilizerClass sterilizer_class;
};

template <class Visitor>
void describe(Visitor& v, DryingOf& of) {
  Drying& d = of.drying;
  const std::string_view wet =
      of.sterilizer_class == SterilizerClass::n          ? "{value: 5 %, range: [1 %, 20 %]}"
      : of.sterilizer_class == SterilizerClass::dry_heat ? "{value: 0 %, range: [0 %, 1 %]}"
                                                         : "{value: 1 %, range: [0.1 %, 5 %]}";
  const auto chance = [](std::string_view key, std::string_view says) {
    return field(key, says).as(dimension::probability);
  };
  v.value(chance("wet", "of a load that comes out wet (class n: 5 %, dry_heat: 0)")
              .otherwise(wet, "assumption (I13)")
              .like("1 %"),
          d.wet);
  v.value(chance("seen", "of noticing that, so that the load is sent back")
              .otherwise("{value: 70 %, range: [30 %, 95 %]}", "assumption: no figure found")
              .like("70 %"),
          d.seen);
  v.value(chance("recontaminated", "of a wet set that nobody noticed to take up germs")
              .otherwise("{value: 10 %, range: [1 %, 50 %]}", "assumption (F6)")
              .like("10 %"),
          d.recontaminated);
  v.value(field("germs", "log10 CFU of skin bacteria then")
              .as(dimension::log10)
              .otherwise("{normal: {mean: 1, sd: 1}, range: [0, 3]}", "assumption (I4)")
              .like("{normal: {mean: 1, sd: 1}}"),
          d.germs);
}

template <class Visitor>
void describe(Visitor& v, Drift& d) {
  v.value(field("onset", "probability per cycle that the machine begins to run cold")
              .as(dimension::probability)
              .otherwise("{value: 0.00002, range: [0, 0.001]}", "assumption: no figure found")
              .like("0.0001"),
          d.onset);
  v.value(field("air", "classes b and s: share of them in which air is not removed")
              .as(dimension::share)
              .otherwise("{value: 50 %, range: [20 %, 80 %]}", "assumption: no figure found")
              .like("50 %"),
          d.air);
  v.value(field("drop", "how much colder while it lasts")
              .as(dimension::kelvin)
              .otherwise("{uniform: [2 K, 12 K], range: [1 K, 20 K]}", "assumption (I21)")
              .like("{uniform: [2 K, 12 K]}"),
          d.drop);
  v.value(field("service_every", "a technician sets the machine right")
              .as(dimension::duration)
              .sanely(86400e6, dimension::century)
              .otherwise("{value: 365 d, range: [180 d, 730 d]}", "assumption (O26)")
              .like("365 d"),
          d.service_every);
}

}  // namespace asepsim::scenario
