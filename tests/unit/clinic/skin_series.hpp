// A busy clinic where skin is all that matters: many sessions of constant depth, everything at its
// default unless the test says otherwise.
#pragma once

#include <cmath>
#include <functional>

#include "unit/clinic/small_clinic.hpp"

namespace asepsim::clinic {

/// Sessions every ten minutes for `days`, needled 0.9 mm deep at 1 mm (constant fraction, no
/// error) in skin of one thickness. `sections` are added; `patients` go into population.
inline std::string skin_series(const std::string& sections, const std::string& patients = "",
                               int days = 30, const std::string& treatment = "") {
  return "run: {start: 2027-01-04, length: " + std::to_string(days) + R"( d}
calendar: {opening: always}
staff: {operator: {count: 40, skills: [needling], grade: expert}}
population: {phototypes: {I: 0, II: 0, III: 1, IV: 0, V: 0, VI: 0}, sunscreen: 0, midday_sun: 0)" +
         (patients.empty() ? "" : ", " + patients) + R"(}
sites:
  cheek: {dermis_male_mean: 1 mm, dermis_male_sd: 0.000000001 mm, dermis_female_mean: 1 mm,
          dermis_female_sd: 0.000000001 mm, length_by_site: 1 mm, epidermis_cv: 0}
indications:
  acne: {share: 100 %, site: cheek, area: 200 cm2, sessions: 1, length_fixed: 1 mm,
         target_fraction: 0.6}
instruments: {head: {policy: single_use, between_patients: nothing}}
arrivals: {w: {kind: walk_in, pathway: visit, interarrival: {exponential: 10 min}}}
pathways:
  visit: [{step: treat, kind: treatment, staff: needling, )" +
         (treatment.empty() ? "instrument: head" : treatment) + R"(, duration: 5 min}]
needling: {fraction_short: 0.9, fraction_long: 0.9, puncture_cv: 0.125, error_expert: 0 mm}
)" + sections;
}

inline ReplicationRecord record_of_series(const std::string& text) {
  return run_replication(*compile(scenario_from(text)), {});
}

/// The entries of the ledger that `wanted` chooses.
inline std::vector<LedgerEntry> entries(const ReplicationRecord& record,
                                        const std::function<bool(const LedgerEntry&)>& wanted) {
  std::vector<LedgerEntry> found;
  for (const LedgerEntry& entry : record.ledger) {
    if (wanted(entry)) found.push_back(entry);
  }
  return found;
}

inline std::vector<LedgerEntry> entries(const ReplicationRecord& record, Hazard hazard) {
  return entries(record, [&](const LedgerEntry& entry) { return entry.hazard == hazard; });
}

inline std::vector<LedgerEntry> entries(const ReplicationRecord& record, Hazard hazard,
                                        HarmRoute route) {
  return entries(record, [&](const LedgerEntry& entry) {
    return entry.hazard == hazard && entry.route == route;
  });
}

/// Risk of each visit by one hazard, all routes together.
inline std::map<std::uint32_t, double> risk_by_visit(const ReplicationRecord& record,
                                                     Hazard hazard) {
  std::map<std::uint32_t, double> risk;
  for (const LedgerEntry& entry : entries(record, hazard)) risk[entry.visit] += entry.probability;
  return risk;
}

inline double total(const std::vector<LedgerEntry>& list) {
  double sum = 0;
  for (const LedgerEntry& entry : list) sum += entry.probability;
  return sum;
}

inline double odds(double p) {
  return p / (1 - p);
}

/// Standard normal distribution function, from the library and not from the model.
inline double phi(double z) {
  return 0.5 * std::erfc(-z / std::sqrt(2.0));
}

}  // namespace asepsim::clinic
