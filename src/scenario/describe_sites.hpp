// The fields of treated sites; those of known_sites.hpp have defaults by their name.
#pragma once

#include <string_view>

#include "scenario/field.hpp"
#include "scenario/known_sites.hpp"
#include "scenario/patients.hpp"
#include "scenario/read_values.hpp"

namespace asepsim::scenario {

/// A length that a known site has and any other must be given; without a name, for the tables, it
/// is one that may be left out.
constexpr Field known_length(std::string_view key, std::string_view says, const Site& s,
                             std::string_view text, std::string_view row) {
  const Field length = field(key, says).as(dimension::length).strictly_within(0, infinite);
  if (s.name.empty()) return length;
  return known_site(s.name) == nullptr ? length.needed() : length.otherwise(text, row);
}

template <class Visitor>
void describe_dermis(Visitor& v, Site& s, const KnownSite& known) {
  v.value(known_length("dermis_male_mean",
                       "thickness of men's dermis; sites named as in S1-S8 (forehead, glabella, "
                       "temple, eyelid, nose, cheek, chin, neck) know theirs",
                       s, known.male_mean, known.row)
              .like("1.14 mm"),
          s.dermis_male_mean);
  v.value(known_length("dermis_male_sd", "its standard deviation", s, known.male_sd, known.row)
              .sanely(0, 10)
              .like("0.21 mm"),
          s.dermis_male_sd);
  v.value(known_length("dermis_female_mean", "thickness of women's dermis, as for men", s,
                       known.female_mean, known.row)
              .like("0.87 mm"),
          s.dermis_female_mean);
  v.value(known_length("dermis_female_sd", "its standard deviation", s, known.female_sd, known.row)
              .sanely(0, 10)
              .like("0.35 mm"),
          s.dermis_female_sd);
}

template <class Visitor>
void describe_ageing(Visitor& v, Site& s, const KnownSite& known) {
  const auto correlation = [](std::string_view key, std::string_view says, std::string_view text,
                              std::string_view row) {
    return field(key, says).within(-0.9, 0.9).otherwise(text, row).like("-0.33");
  };
  v.value(correlation("dermis_male_by_age", "correlation of men's dermis with age (cheek: -0.33)",
                      known.male_age, "S15"),
          s.dermis_male_by_age);
  v.value(correlation("dermis_female_by_age",
                      "correlation of women's dermis with age (forehead, glabella, cheek, chin: "
                      "-0.33)",
                      known.female_age, known.female_age_row),
          s.dermis_female_by_age);
  v.value(field("age_mean", "of the adults whose dermis was measured")
              .as(dimension::years)
              .otherwise("{value: 43 years, range: [35 years, 50 years]}", "assumption (S1-S8)")
              .like("43 years"),
          s.age_mean);
  v.value(field("age_sd", "of the adults whose dermis was measured")
              .as(dimension::years)
              .strictly_within(0, infinite)
              .sanely(0.1, 100)
              .otherwise("{value: 14 years, range: [8 years, 20 years]}", "assumption (S1-S8)")
              .like("14 years"),
          s.age_sd);
}

template <class Visitor>
void describe(Visitor& v, Site& s) {
  static constexpr KnownSite nowhere{"", "", "",           "",           "",   "",
                                     "", "", not_with_age, not_with_age, "S15"};
  const KnownSite* found = known_site(s.name);
  const KnownSite& known = found == nullptr ? nowhere : *found;
  v.value(field("epidermis_mean", "thickness by histology, not ultrasound")
              .as(dimension::length)
              .strictly_within(0, infinite)
              .otherwise("0.085 mm", "S9")
              .like("0.085 mm"),
          s.epidermis_mean);
  v.value(field("epidermis_cv", "coefficient of variation")
              .as(dimension::ratio)
              .sanely(0, 10)
              .otherwise("0.2", "S9")
              .like("0.2"),
          s.epidermis_cv);
  describe_dermis(v, s, known);
  v.value(field("dermis_min", "no dermis is thinner: the normal is cut off there and at 2.5 sd")
              .as(dimension::length)
              .strictly_within(0, infinite)
              .otherwise("{value: 0.2 mm, range: [0.1 mm, 0.4 mm]}",
                         "assumption: thinner skin is a slip of the normal")
              .like("0.2 mm"),
          s.dermis_min);
  describe_ageing(v, s, known);
  v.value(field("within_cv", "spread of the thickness within the site of one person")
              .as(dimension::ratio)
              .sanely(0, 10)
              .otherwise("{value: 0.125, range: [0.10, 0.15]}", "S18")
              .like("0.125"),
          s.within_cv);
  v.value(known_length("length_by_site",
                       "needle length of the policy by_site; sites named as in S1-S8 know theirs",
                       s, known.length, known.length_row)
              .like("1 mm"),
          s.length_by_site);
}

}  // namespace asepsim::scenario
