// The fields of sterilization: washing, machines, lethality, shortcuts, release.
#pragma once

#include "scenario/describe_cycles.hpp"
#include "scenario/describe_indicators.hpp"
#include "scenario/field.hpp"
#include "scenario/instruments.hpp"
#include "scenario/limits.hpp"
#include "scenario/read_values.hpp"

namespace asepsim::scenario {

/// The washing task, with the default of its method: machines take off more than hands (I6).
struct WashOf {
  ReprocessingTask& task;
  WashMethod method;
};

template <class Visitor>
void describe(Visitor& v, WashOf& of) {
  ReprocessingTask& t = of.task;
  const std::string_view removed =
      of.method == WashMethod::washer_disinfector ? "{normal: {mean: 4, sd: 0.5}, range: [3, 5]}"
      : of.method == WashMethod::ultrasonic       ? "{normal: {mean: 3, sd: 0.6}, range: [2, 4]}"
                                                  : "{normal: {mean: 2, sd: 0.7}, range: [1, 3]}";
  v.value(field("duration", "staff time for each set")
              .as(dimension::duration)
              .needed()
              .like("{triangular: [4 min, 6 min, 10 min]}"),
          t.duration);
  v.value(field("log_reduction",
                "log10 of organisms removed; negative draws count as 0 (F7; wash_method "
                "ultrasonic: mean 3, washer_disinfector: mean 4)")
              .as(dimension::log10)
              .otherwise(removed, "assumption (I6)")
              .like("{normal: {mean: 2, sd: 0.7}}"),
          t.log_reduction);
  v.value(field("failure", "probability that nothing is removed")
              .as(dimension::probability)
              .otherwise("{value: 10 %, range: [2.8 %, 39.2 %]}", "I7")
              .like("10 %"),
          t.failure);
}

template <class Visitor>
void describe(Visitor& v, Shortcuts& s) {
  const auto chance = [](std::string_view key, std::string_view says) {
    return field(key, says).as(dimension::probability).like("2 %");
  };
  v.value(chance("indicators_skipped", "of a load without chemical and biological indicator")
              .otherwise("{value: 2 %, range: [0 %, 20 %]}", "assumption (I63)"),
          s.indicators_skipped);
  v.value(chance("early_release", "of a load used before the biological result it should wait for")
              .otherwise("{value: 2 %, range: [0 %, 20 %]}", "assumption (I63)"),
          s.early_release);
  v.value(chance("cut_short",
                 "of a machine opened before the programme was over; not_run has what I56 counts")
              .otherwise("{value: 0 %, range: [0 %, 2 %]}", "assumption (I56, I63)"),
          s.cut_short);
}

template <class Visitor>
void describe_batches(Visitor& v, Sterilization& s) {
  v.value(
      field("sterilizers", "machines").within(1, limits::people).setting().otherwise("1").like("1"),
      s.sterilizers);
  v.value(
      field("capacity", "sets a load").within(1, limits::units).setting().otherwise("6").like("6"),
      s.capacity);
  v.value(field("least_batch", "a cycle starts with so many sets, or when linger is over")
              .within(1, limits::units)
              .setting()
              .otherwise("3")
              .like("3"),
          s.least_batch);
  v.value(field("linger", "longest wait of a packed set for others to fill the load")
              .as(dimension::duration)
              .setting()
              .otherwise("60 min")
              .like("60 min"),
          s.linger);
  v.value(field("load_and_unload", "staff time for each load")
              .as(dimension::duration)
              .otherwise("{triangular: [3 min, 5 min, 10 min], range: [3 min, 10 min]}",
                         "assumption: no time study found")
              .like("5 min"),
          s.load_and_unload);
}

template <class Visitor>
void describe_machine(Visitor& v, Sterilization& s) {
  describe_batches(v, s);
  v.section(field("programme", "the cycle as validated"), s.programme);
  v.value(field("cycle_cost",
                "energy, water, pouches, chemical indicators; those who load it have their wages")
              .as(dimension::money)
              .otherwise("{value: 1.70 ¤, range: [1 ¤, 4.70 ¤]}", "O25 without its labour")
              .like("1.70 ¤"),
          s.cycle_cost);
  CycleFailureOf failure{s.failure, s.programme.sterilizer_class};
  v.section(field("failure", "how cycles fail"), failure);
  v.section(field("drift", "how a machine slowly fails"), s.drift);
  DryingOf drying{s.drying, s.programme.sterilizer_class};
  v.section(field("drying", "packs that come out wet"), drying);
  v.value(field("mean_cycles_between_breakdowns", "of one machine")
              .within(1, 1e9)
              .in("cycles")
              .otherwise("{value: 1500, range: [500, 4000]}", "I57")
              .like("1500"),
          s.mean_cycles_between_breakdowns);
  v.value(field("repair", "time until it runs again")
              .as(dimension::duration)
              .otherwise("{lognormal: {median: 3 d, sigma: 0.5}, range: [1 d, 10 d]}", "I57")
              .like("3 d"),
          s.repair);
}

template <class Visitor>
void describe_inspection(Visitor& v, Sterilization& s) {
  v.value(field("inspect", "each set, under light")
              .as(dimension::duration)
              .otherwise("{triangular: [30 s, 1 min, 2 min], range: [30 s, 2 min]}",
                         "assumption: no time study found")
              .like("1 min"),
          s.inspect);
  v.value(field("reject", "probability that inspection sends a clean set back to the wash")
              .as(dimension::probability)
              .within(0, 0.9)
              .otherwise("{value: 2 %, range: [0 %, 10 %]}", "assumption: no figure found")
              .like("2 %"),
          s.reject);
  v.value(field("reject_soiled", "the same for a set whose wash removed nothing")
              .as(dimension::probability)
              .within(0, 0.99)
              .otherwise("{value: 30 %, range: [10 %, 80 %]}", "assumption (I7)")
              .like("30 %"),
          s.reject_soiled);
  v.value(field("soil_protection",
                "of a set whose wash removed nothing: time to kill in the cycle, over that of a "
                "clean one")
              .as(dimension::ratio)
              .within(1, 1000)
              .otherwise("{value: 3, range: [1, 30]}",
                         "assumption: dried blood shields; no figure found for steam")
              .like("3"),
          s.soil_protection);
}

template <class Visitor>
void describe_tasks(Visitor& v, Sterilization& s) {
  v.value(field("pre_clean", "at the point of use, each set")
              .as(dimension::duration)
              .otherwise("{triangular: [1 min, 2 min, 4 min], range: [1 min, 4 min]}",
                         "assumption: no time study found")
              .like("2 min"),
          s.pre_clean);
  v.value(field("wash_method", "how sets are washed").otherwise("manual").like("ultrasonic"),
          s.wash_method);
  WashOf wash{s.wash, s.wash_method};
  v.section(field("wash", "the washing task"), wash);
  describe_inspection(v, s);
  v.value(field("pack", "pouching and sealing, each set")
              .as(dimension::duration)
              .otherwise("{triangular: [1 min, 2 min, 3 min], range: [1 min, 3 min]}",
                         "assumption: no time study found")
              .like("2 min"),
          s.pack);
}

// Steam and dry heat kill different reference organisms, so their defaults differ; the class of the
// programme has been read by now. D is at 121.1 C in steam and at 160 C in dry heat.
template <class Visitor>
void describe_lethality(Visitor& v, Sterilization& s) {
  const bool dry = s.programme.sterilizer_class == SterilizerClass::dry_heat;
  const auto d_of_class = [&](const Field& f) {
    return dry ? f.otherwise("{value: 2.25 min, range: [2 min, 2.5 min]}", "I24")
               : f.otherwise("{value: 2 min, range: [1 min, 2.8 min]}", "I17");
  };
  const auto z_of_class = [&](const Field& f) {
    return dry ? f.otherwise("20 K", "I25 (unconfirmed)") : f.otherwise("10 K", "I18");
  };
  v.value(d_of_class(field("d121",
                           "time for one log10 of the reference organism, at 121.1 C; of class "
                           "dry_heat at 160 C, by default 2.25 min (I24)")
                         .as(dimension::minutes)
                         .strictly_within(0, infinite)
                         .like("2 min")),
          s.d121);
  v.value(z_of_class(field("z_value",
                           "temperature difference for a tenfold change of that time; of class "
                           "dry_heat by default 20 K (I25, unconfirmed)")
                         .as(dimension::kelvin)
                         .within(1, 100)
                         .like("10 K")),
          s.z_value);
}

template <class Visitor>
void describe(Visitor& v, Sterilization& s) {
  v.value(field("staff", "skill of those who reprocess").needed().like("nurse"), s.staff);
  v.value(field("priority", "of their tasks; patients have 100, lower is served first")
              .within(-1e6, 1e6)
              .setting()
              .otherwise("120")
              .like("120"),
          s.priority);
  describe_tasks(v, s);
  describe_machine(v, s);
  v.section(field("indicators", "how failures are noticed"), s.indicators);
  v.section(field("bowie_dick", "the test of the day of machines with a vacuum pump"),
            s.bowie_dick);
  v.value(field("release", "when a load may be used")
              .otherwise("on_chemical", "G2")
              .like("on_chemical"),
          s.release);
  v.section(
      field("shortcuts", "what is left out, each load, at ease; more while patients wait for sets"),
      s.shortcuts);
  v.value(field("after_positive", "what becomes of the machine after a positive biological one")
              .otherwise("retest", "G3")
              .like("retest"),
          s.after_positive);
  v.value(field("shelf_life", "sterile packs older than this are reprocessed")
              .as(dimension::duration)
              .sanely(3600e6, dimension::century)
              .setting()
              .otherwise("180 d")
              .like("180 d"),
          s.shelf_life);
  describe_lethality(v, s);
}

}  // namespace asepsim::scenario
