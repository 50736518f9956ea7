// A clinic where every number is a constant, and the published formulas written down once more.
#pragma once

#include <cmath>
#include <numbers>

#include "unit/clinic/small_clinic.hpp"

namespace asepsim::clinic {

// Everybody is a carrier with 100 CFU/cm2, every number is a constant.
inline const std::string constants = R"(
run: {start: 2027-01-04, length: 1 d}
calendar: {opening: {weekdays: "09:00-17:00"}}
staff: {nurse: {qualification: dermatologist, end_of_shift: finish}}
population:
  punctuality: 0 min
  staphylococcus_carriage: 100 %
  staphylococcus_density: 2
  hbv: 10 %
  hcv: 4 %
  hiv: 2 %
  hbv_immune: 60 %
  phototypes: {I: 0, II: 0, III: 100 %, IV: 0, V: 0, VI: 0}
  sunscreen: 0 %
  midday_sun: 100 %
sites:
  cheek: {epidermis_mean: 0.085 mm, epidermis_cv: 0, dermis_male_mean: 1 mm,
          dermis_male_sd: 0.000000001 mm, dermis_female_mean: 1 mm,
          dermis_female_sd: 0.000000001 mm, within_cv: 0, length_by_site: 1 mm}
indications:
  acne: {share: 100 %, site: cheek, area: 200 cm2, sessions: 2, interval: 1 wk, length_fixed: 1 mm,
         target_fraction: 0.5}
needling: {fraction_short: 0.9, fraction_long: 0.8, puncture_cv: 0.125, density: 250 /cm2,
           channel_radius: 35 um, error_trained: 0 mm}
organisms: {s_aureus: {half_life: 48 h}, hbv: {half_life: 24 h}, hcv: {half_life: 6 h}, hiv: {half_life: 1 h}}
bacterial_infection: {push_fraction: 0.05, release_fraction: 0.04, needle_bioburden: 1.5,
                      bioburden_if_colonised: 1.5, alpha: 0.222, n50: 550, severity: 0.05}
bloodborne:
  hbv: {infectivity: 0.02, viraemic: 30 %}
  hcv: {infectivity: 0.01, viraemic: 100 %}
  hiv: {infectivity: 0.03, viraemic: 50 %}
  effective_punctures: 100
  bleeding_needed: 0.8
disinfection: {duration: 10 min, log_reduction_bacteria: 1, log_reduction_virus: 2}
pathways:
  visit: [{step: treat, kind: treatment, staff: nurse, instrument: head, duration: 20 min}]
)";

inline const std::string single_use =
    "instruments: {head: {policy: single_use, between_patients: nothing}}\n";
inline const std::string wiped =
    "instruments: {head: {policy: reuse_up_to, reuse_limit: 9, between_patients: wipe}}\n";

inline const std::string bare =
    "instruments: {head: {policy: reuse_up_to, reuse_limit: 9, between_patients: nothing}}\n";

// Ann's needles come out at 10:20, bob's at 11:20, cem's at 12:20.
inline const std::vector<std::pair<std::string, std::string>> three{
    {"ann", "10 h"}, {"bob", "11 h"}, {"cem", "12 h"}};

// What is left of bacteria that have been on a head for so long.
inline double left_after(double hours) {
  return std::exp2(-hours / 48);
}

inline double phi(double z) {
  return 0.5 * std::erfc(-z / std::numbers::sqrt2);
}

// F9: skin density x area x channel area per area x share pushed in.
inline double own_dose(double log10_density) {
  const double channels = 250 * std::numbers::pi * 0.0035 * 0.0035;
  return std::pow(10, log10_density) * 200 * channels * 0.05;
}

// F10a with alpha 0.222, N50 550 and a clinical share of 0.05.
inline double infection(double dose) {
  return 0.05 * (1 - std::pow(1 + dose / 550 * (std::pow(2, 1 / 0.222) - 1), -0.222));
}

// F1: the mean over punctures of depth 0.9 +- 0.1125 mm of bleeding below 0.085 + 0.1 mm.
inline double bleeding() {
  return phi((0.9 - 0.185) / std::hypot(0.1125, 0.08));
}

// F11 for a susceptible target: one source, `hours` old, after `log10` of disinfection.
inline double transmission(double prevalence, double viraemic, double infectivity, double half_life,
                           double hours, double log10) {
  const double bled = 1 - 0.8 * (1 - bleeding());
  const double puncture = infectivity * std::exp2(-hours / half_life) * std::pow(10, -log10);
  return prevalence * viraemic * (1 - std::exp(-100 * bled * puncture));
}

// Entries of one visit and hazard.
inline std::vector<LedgerEntry> entries(const Outcome& r, std::uint32_t visit, Hazard hazard) {
  std::vector<LedgerEntry> list;
  for (const LedgerEntry& entry : r.record.ledger) {
    if (entry.visit == visit && entry.hazard == hazard) list.push_back(entry);
  }
  return list;
}

// ... by one route.
inline std::vector<LedgerEntry> by(const ReplicationRecord& record, std::uint32_t visit,
                                   Hazard hazard, HarmRoute route) {
  std::vector<LedgerEntry> list;
  for (const LedgerEntry& entry : record.ledger) {
    if (entry.visit == visit && entry.hazard == hazard && entry.route == route)
      list.push_back(entry);
  }
  return list;
}

// Expected clusters by one cause.
inline double clusters(const ReplicationRecord& record, CommonCause cause, Hazard hazard) {
  double sum = 0;
  for (const ClusterFact& fact : record.clusters) {
    if (fact.cause == cause && fact.hazard == hazard) sum += fact.probability;
  }
  return sum;
}

inline double risk(const Outcome& r, std::uint32_t visit, Hazard hazard) {
  const std::vector<LedgerEntry> list = entries(r, visit, hazard);
  EXPECT_EQ(list.size(), 1u);
  return list.at(0).probability;
}

}  // namespace asepsim::clinic
