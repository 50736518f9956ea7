// The fields of indicators: print-out, chemical by type, biological, and the Bowie-Dick test.
#pragma once

#include "scenario/field.hpp"
#include "scenario/instruments.hpp"
#include "scenario/read_values.hpp"

namespace asepsim::scenario {

/// What an indicator of one type is by default.
struct ChemicalDefaults {
  std::string_view sensitivity, not_run, wrong_programme, packing, overload, air_pocket;
};

/// Of these weights the mean sensitivity over the default causes is that of I58. A strip outside
/// the pack says that it was in a hot machine, and little of what reached the inside.
inline constexpr ChemicalDefaults of_type_1{
    "{value: 0.2, range: [0.05, 0.5]}", "{value: 13, range: [5, 30]}",
    "{value: 0.5, range: [0.1, 1.5]}",  "{value: 0.7, range: [0.2, 2]}",
    "{value: 1.5, range: [0.5, 3]}",    "{value: 0.2, range: [0, 1]}"};
inline constexpr ChemicalDefaults of_type_4{
    "{value: 0.6, range: [0.3, 0.8]}", "{value: 4, range: [2, 8]}",
    "{value: 0.9, range: [0.4, 1.5]}", "{value: 1, range: [0.5, 2]}",
    "{value: 1, range: [0.5, 2]}",     "{value: 1, range: [0.3, 2]}"};
inline constexpr ChemicalDefaults of_type_5{
    "{value: 0.85, range: [0.6, 0.95]}", "{value: 3, range: [1, 5]}",
    "{value: 1.1, range: [0.6, 2]}",     "{value: 1, range: [0.5, 2]}",
    "{value: 1, range: [0.5, 2]}",       "{value: 0.7, range: [0.3, 1.5]}"};
inline constexpr ChemicalDefaults of_type_6{
    "{value: 0.85, range: [0.6, 0.95]}", "{value: 3, range: [1, 5]}",
    "{value: 1.5, range: [0.8, 3]}",     "{value: 0.9, range: [0.4, 2]}",
    "{value: 0.9, range: [0.4, 2]}",     "{value: 0.7, range: [0.3, 1.5]}"};

constexpr const ChemicalDefaults& defaults_of(ChemicalType type) {
  switch (type) {
    case ChemicalType::type_1:
      return of_type_1;
    case ChemicalType::type_4:
      return of_type_4;
    case ChemicalType::type_5:
      break;
    case ChemicalType::type_6:
      return of_type_6;
  }
  return of_type_5;
}

/// Weights with the defaults of the type of indicator.
struct CauseWeightsOf {
  CauseWeights& weights;
  ChemicalType type;
};

template <class Visitor>
void describe(Visitor& v, CauseWeightsOf& of) {
  const ChemicalDefaults& by_type = defaults_of(of.type);
  const auto weight = [](std::string_view key, std::string_view says, std::string_view value) {
    return field(key, says).within(0, 100).otherwise(value, "assumption (I58)").like("1");
  };
  CauseWeights& w = of.weights;
  v.value(weight("not_run", "of a cycle that was not run", by_type.not_run), w.not_run);
  v.value(weight("wrong_programme", "of too short a hold", by_type.wrong_programme),
          w.wrong_programme);
  v.value(weight("packing", "of a set packed too tightly", by_type.packing), w.packing);
  v.value(weight("overload", "of too full a machine", by_type.overload), w.overload);
  v.value(weight("air_pocket", "of air that was not removed", by_type.air_pocket), w.air_pocket);
}

template <class Visitor>
void describe(Visitor& v, BowieDick& b) {
  v.value(field("daily",
                "classes b and s: an empty test cycle shows, before the first load of the "
                "day, if air is not removed")
              .otherwise("false")
              .like("true"),
          b.daily);
  v.value(field("duration", "of its cycle")
              .as(dimension::duration)
              .otherwise("{triangular: [15 min, 20 min, 30 min], range: [15 min, 30 min]}",
                         "assumption (I15 without drying)")
              .like("20 min"),
          b.duration);
  v.value(field("sensitivity", "chance that it shows air that was not removed")
              .as(dimension::probability)
              .otherwise("{value: 0.9, range: [0.7, 0.99]}", "assumption: no figure found")
              .like("0.9"),
          b.sensitivity);
  v.value(field("price", "of one test pack")
              .as(dimension::money)
              .otherwise("{value: 4 ¤, range: [2 ¤, 8 ¤]}", "assumption: by product")
              .like("4 ¤"),
          b.price);
}

// Chemical indicators: which, how sharply they look, and at what.
template <class Visitor>
void describe_chemical(Visitor& v, Indicators& i) {
  v.value(field("chemical_type", "type of chemical indicator (ISO 11140-1)")
              .otherwise("type_5", "I58")
              .like("type_4"),
          i.chemical_type);
  v.value(field("chemical_sensitivity",
                "chance that the chemical indicator shows it (type_1: 0.2, type_4: 0.6)")
              .as(dimension::probability)
              .otherwise(defaults_of(i.chemical_type).sensitivity, "I58")
              .like("0.85"),
          i.chemical_sensitivity);
  CauseWeightsOf weights{i.chemical_weights, i.chemical_type};
  v.section(field("chemical_weights",
                  "it misses a cause of weight w with the chance (1 - chemical_sensitivity)^w; by "
                  "default what its type does"),
            weights);
}

template <class Visitor>
void describe(Visitor& v, Indicators& i) {
  const auto sees = [](std::string_view key, std::string_view says) {
    return field(key, says).as(dimension::probability);
  };
  v.value(sees("printout_sensitivity", "chance that the print-out shows a lethal failure")
              .otherwise("{value: 0.7, range: [0.4, 0.95]}", "I58")
              .like("0.7"),
          i.printout_sensitivity);
  describe_chemical(v, i);
  v.value(sees("biological_sensitivity", "chance that the biological indicator shows it")
              .otherwise("{value: 0.98, range: [0.9, 1]}", "I58")
              .like("0.98"),
          i.biological_sensitivity);
  v.value(field("biological_every", "a biological indicator rides the first load after this time")
              .as(dimension::duration)
              .setting()
              .otherwise("7 d", "I59")
              .like("7 d"),
          i.biological_every);
  v.value(field("biological_delay", "until it is read")
              .as(dimension::duration)
              .otherwise("{value: 24 h, range: [1 h, 48 h]}", "assumption: by product")
              .like("24 h"),
          i.biological_delay);
  v.value(
      sees("false_positive", "of print-out and chemical indicator, each cycle")
          .otherwise("{value: 0.001, range: [0.0001, 0.01]}", "assumption: rare, no figure found")
          .like("0.001"),
      i.false_positive);
  v.value(sees("biological_false_positive", "of each biological indicator")
              .otherwise("0", "I56 (its figures count every positive one)")
              .like("0.0005"),
          i.biological_false_positive);
  v.value(field("biological_price", "of one biological indicator")
              .as(dimension::money)
              .otherwise("{value: 10 ¤, range: [5 ¤, 15 ¤]}", "O25")
              .like("10 ¤"),
          i.biological_price);
}

}  // namespace asepsim::scenario
