// Facial sites whose skin was measured: a site of one of these names needs no numbers.
//
// Dermis by ultrasound of 49 men and 69 women (S1-S8), mean and standard deviation; the correlation
// of the dermis with age (S15) is published for men's cheeks, for women only its direction.
#pragma once

#include <array>
#include <string_view>

namespace asepsim::scenario {

/// Defaults of one site, as YAML; lengths of the by_site policy after P9.
struct KnownSite {
  std::string_view name;
  std::string_view male_mean, male_sd, female_mean, female_sd;
  std::string_view row;
  std::string_view length, length_row;
  std::string_view male_age, female_age, female_age_row;  ///< correlation of the dermis with age
};

inline constexpr std::string_view not_with_age = "0";
inline constexpr std::string_view thinner_with_age = "{value: -0.33, range: [-0.5, -0.2]}";
inline constexpr std::string_view size_assumed = "assumption (S15: direction only)";

inline constexpr std::array known_sites{
    KnownSite{"forehead", "1.17 mm", "0.28 mm", "0.86 mm", "0.16 mm", "S1", "0.5 mm", "P9",
              not_with_age, thinner_with_age, size_assumed},
    KnownSite{"glabella", "1.14 mm", "0.30 mm", "0.90 mm", "0.23 mm", "S2", "0.5 mm",
              "P9 (forehead)", not_with_age, thinner_with_age, size_assumed},
    KnownSite{"temple", "1.06 mm", "0.20 mm", "0.80 mm", "0.19 mm", "S3", "0.5 mm", "P9 (forehead)",
              not_with_age, not_with_age, "S15"},
    KnownSite{"eyelid", "0.67 mm", "0.14 mm", "0.58 mm", "0.11 mm", "S4", "0.5 mm", "P9",
              not_with_age, not_with_age, "S15"},
    KnownSite{"nose", "1.03 mm", "0.16 mm", "0.93 mm", "0.25 mm", "S5", "0.5 mm", "P9",
              not_with_age, not_with_age, "S15"},
    KnownSite{"cheek", "1.14 mm", "0.21 mm", "0.87 mm", "0.35 mm", "S6", "1 mm", "P9",
              "{value: -0.33, range: [-0.5, 0]}", thinner_with_age, size_assumed},
    KnownSite{"chin", "1.02 mm", "0.24 mm", "0.91 mm", "0.34 mm", "S7", "1 mm", "P9", not_with_age,
              thinner_with_age, size_assumed},
    KnownSite{"neck", "0.98 mm", "0.22 mm", "0.99 mm", "0.20 mm", "S8", "0.5 mm",
              "assumption (P10: 1.5 mm with radio frequency)", not_with_age, not_with_age, "S15"}};

/// The site of this name, or null.
constexpr const KnownSite* known_site(std::string_view name) {
  for (const KnownSite& site : known_sites) {
    if (site.name == name) return &site;
  }
  return nullptr;
}

}  // namespace asepsim::scenario
