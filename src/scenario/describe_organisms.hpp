// The fields of the germs: what each of them withstands.
#pragma once

#include "scenario/field.hpp"
#include "scenario/organisms.hpp"
#include "scenario/read_values.hpp"

namespace asepsim::scenario {

/// Defaults of one organism and the rows they rest on.
struct OrganismDefaults {
  std::string_view d80, z, half_life, half_life_row, chemical, chemical_row;
  std::string_view heat_row = "assumption: no figure of this virus found";
};

/// An organism with its defaults: those that heads carry share a struct.
template <const OrganismDefaults& defaults>
struct OrganismFields {
  Organism& organism;
};

inline constexpr OrganismDefaults of_s_aureus{"{value: 0.003 min, range: [0.0005 min, 0.05 min]}",
                                              "{value: 6 K, range: [5 K, 9 K]}",
                                              "{value: 48 h, range: [12 h, 336 h]}",
                                              "assumption (I67)",
                                              "{value: 1, range: [0.5, 1.5]}",
                                              "assumption: the reference (I34)",
                                              "assumption (I19)"};
inline constexpr OrganismDefaults of_hbv{
    "{value: 20 min, range: [2 min, 60 min]}", "{value: 10 K, range: [8 K, 14 K]}",
    "{value: 24 h, range: [12 h, 72 h]}",      "assumption (R15)",
    "{value: 0.5, range: [0.2, 1]}",           "assumption (I38)"};
inline constexpr OrganismDefaults of_hcv{"{value: 0.1 min, range: [0.01 min, 1 min]}",
                                         "{value: 8 K, range: [6 K, 12 K]}",
                                         "{value: 6 h, range: [0.4 h, 28 h]}",
                                         "R13",
                                         "{value: 0.7, range: [0.3, 1]}",
                                         "assumption (I38)"};
inline constexpr OrganismDefaults of_hiv{"{value: 0.05 min, range: [0.005 min, 0.5 min]}",
                                         "{value: 8 K, range: [6 K, 12 K]}",
                                         "{value: 1 h, range: [0.5 h, 3 h]}",
                                         "assumption (R16)",
                                         "{value: 1, range: [0.5, 2]}",
                                         "assumption (I38)"};
inline constexpr OrganismDefaults of_hsv{"{value: 0.05 min, range: [0.005 min, 0.5 min]}",
                                         "{value: 8 K, range: [6 K, 12 K]}",
                                         "{value: 6 h, range: [1 h, 48 h]}",
                                         "assumption (I67)",
                                         "{value: 1, range: [0.5, 2]}",
                                         "assumption (I34)"};

template <class Visitor>
void describe_half_life(Visitor& v, std::string_view where, std::string_view standing,
                        std::string_view row, Time& half_life) {
  v.value(field("half_life", where)
              .as(dimension::duration)
              .sanely(1e6, dimension::century)
              .otherwise(standing, row)
              .like("24 h"),
          half_life);
}

template <class Visitor>
void describe_chemical(Visitor& v, std::string_view standing, std::string_view row,
                       Number& chemical) {
  v.value(
      field("chemical", "speed at which disinfectants kill it, over that of vegetative bacteria")
          .as(dimension::ratio)
          .sanely(0, 100)
          .otherwise(standing, row)
          .like("0.5"),
      chemical);
}

template <class Visitor, const OrganismDefaults& defaults>
void describe(Visitor& v, OrganismFields<defaults>& o) {
  v.value(field("heat_d80", "time for one log10 in moist heat at 80 C")
              .as(dimension::minutes)
              .strictly_within(0, infinite)
              .sanely(1e-9, 1e4)
              .otherwise(defaults.d80, defaults.heat_row)
              .like("0.01 min"),
          o.organism.heat_d80);
  v.value(field("heat_z",
                "temperature difference for a tenfold change of that time; in dry heat it is "
                "sterilization.z_value")
              .as(dimension::kelvin)
              .within(1, 100)
              .otherwise(defaults.z, defaults.heat_row)
              .like("8 K"),
          o.organism.heat_z);
  describe_half_life(v, "on a dry surface or head", defaults.half_life, defaults.half_life_row,
                     o.organism.half_life);
  describe_chemical(v, defaults.chemical, defaults.chemical_row, o.organism.chemical);
}

template <class Visitor>
void describe(Visitor& v, Mycobacteria& m) {
  describe_half_life(v, "on a head that was rinsed in tap water",
                     "{value: 48 h, range: [12 h, 336 h]}", "assumption (I67)", m.half_life);
}

template <class Visitor>
void describe(Visitor& v, Organisms& o) {
  OrganismFields<of_s_aureus> s_aureus{o.s_aureus};
  OrganismFields<of_hsv> hsv{o.hsv};
  OrganismFields<of_hbv> hbv{o.hbv};
  OrganismFields<of_hcv> hcv{o.hcv};
  OrganismFields<of_hiv> hiv{o.hiv};
  v.section(field("s_aureus", "Staphylococcus aureus, for all vegetative bacteria of skin"),
            s_aureus);
  v.section(field("mycobacteria", "rapidly growing mycobacteria, of tap water"), o.mycobacteria);
  v.section(field("hsv", "herpes simplex virus"), hsv);
  v.section(field("hbv", "hepatitis B virus"), hbv);
  v.section(field("hcv", "hepatitis C virus"), hcv);
  v.section(field("hiv", "human immunodeficiency virus"), hiv);
  v.value(field("dry_heat_factor", "time to kill in dry heat at 80 C, over that in moist heat")
              .as(dimension::ratio)
              .sanely(1, 1000)
              .otherwise("{value: 10, range: [3, 30]}", "assumption (I23, I24)")
              .like("10"),
          o.dry_heat_factor);
}

}  // namespace asepsim::scenario
