// Quantities: the sums that one replication is reduced to.
//
// A key figure is a quotient of two quantities (kpi.hpp). Counting (counting.hpp) adds facts up
// into one flat vector of doubles; the first entries are those named here, the entries after them
// belong to the scenario's own steps and pools (counting_plan.hpp). Only what happens after the
// warm-up is added. Units stand in the words: minutes, hours, days, units of currency; all else are
// counts.
#pragma once

#include <cstdint>
#include <string>

#include "clinic/observation.hpp"

namespace asepsim::experiment {

/// Index into the vector of quantities.
using Slot = std::uint32_t;

/// The quantities that every scenario has.
enum class Quantity : Slot {
  one,         ///< 1: makes a figure a plain value of each replication
  any_visits,  ///< 1 if a patient came and left, else 0
  any_stays,   ///< the same for lengths of stay
  days,        ///< calendar days counted
  weeks,
  years,  ///< of 365 days
  days_open,
  hours,     ///< calendar hours counted
  requests,  ///< visits asked for or begun, calls excluded
  visits,    ///< patients came and left
  inside,    ///< patients came and were there at the end of the run
  waited_minutes,
  early_minutes,
  long_waits,  ///< visits that waited longer than long_wait_minutes in all
  wait_median,
  wait_p90,
  wait_p95,
  stay_minutes,
  stay_p95,
  appointments,       ///< booked and not cancelled in time
  booked,             ///< appointments given
  access_delay_days,  ///< sum over booked: appointment - wanted
  lead_days,          ///< sum over booked: appointment - request
  no_shows,
  balked,
  reneged,
  cancelled,
  turned_down,  ///< refused or deferred at the consultation
  sent_away,
  complication_visits,
  planned_visits,  ///< visits that were booked or walked in
  sessions,        ///< treatments finished
  overtime_hours,
  stock_outs,
  stock_out_minutes,
  needlings,
  depth_sum,  ///< mm
  share_stratum_corneum,
  share_epidermis,
  share_papillary,
  share_reticular,
  share_fat,
  too_shallow,
  too_deep,
  off_target,
  reused,      ///< needlings with a head that had met another patient since it was sterile
  unprepared,  ///< needlings without skin preparation
  bleeding,    ///< probabilities of pinpoint bleeding, summed over needlings
  punctures_too_shallow,  ///< shares of punctures, summed over needlings
  punctures_on_target,
  punctures_too_deep,
  courses,      ///< ended, with the last session after the warm-up
  improvement,  ///< shares of the score at entry, summed over courses
  improvement_second,
  one_grade,   ///< courses improved by a grade or more
  no_benefit,  ///< courses improved by less than least_benefit
  first_quartile,
  second_quartile,
  third_quartile,
  fourth_quartile,
  course_paid,       ///< money for the sessions of these courses
  serious,           ///< complications of grade 3 or more
  harms_of_grade_1,  ///< complications that happened, one slot a grade
  harms_of_grade_2,
  harms_of_grade_3,
  harms_of_grade_4,
  harms_of_grade_5,
  harm_days,       ///< lived with complications
  harms_reported,  ///< to the regulator
  harms_permanent,
  harms_elsewhere,  ///< seen by another doctor
  bloodborne,       ///< ledger: hbv + hcv + hiv
  bloodborne_crude,
  bloodborne_patients,  ///< ledger: patients with at least one transmission, all sessions together
  bloodborne_patients_crude,
  treated_patients,    ///< with at least one session counted
  loads,               ///< started
  loads_ended,         ///< of these: not still running at the end of the run
  loads_faulty,        ///< of those that ended, as are the next two
  loads_unsterile,     ///< more than one surviving organism in a million sets expected
  loads_flagged,       ///< an indicator failed
  loads_wet,           ///< came out wet, noticed or not
  recalled,            ///< sets called back unused
  used_before_recall,  ///< sets that had met a patient when they were called back
  cluster_load,        ///< chance in a year that two patients are infected by one load
  cluster_source,      ///< ... by what one patient left
  cluster_bottle,      ///< ... by one bottle of a product
  cluster_water,       ///< ... by rinse water
  cluster_any,         ///< ... by any of these
  revenue,
  cost,
  contribution,
  first_hazard,                                          ///< ledger, one slot a hazard
  first_hazard_crude = first_hazard + clinic::hazards,   ///< outcomes that happened
  first_account = first_hazard_crude + clinic::hazards,  ///< one slot an account
  first_decision = first_account + clinic::accounts,     ///< one slot a moment of hygiene
  first_kept = first_decision + clinic::moments,         ///< ... at which the rule was kept
  count = first_kept + clinic::moments
};

/// A wait longer than this counts as long, in minutes.
inline constexpr double long_wait_minutes = 15;

/// Sterility assurance asked of a load: log10 of expected survivors on a set (EN 556-1).
inline constexpr double sterile_log10_survivors = -6;

/// Needling is too shallow if a smaller share of the punctures reaches the target, and too deep if
/// a larger share goes beyond it or into the fat.
inline constexpr double least_share_at_target = 0.5;
inline constexpr double most_share_too_deep = 0.5;
inline constexpr double most_share_in_fat = 0.05;

/// A course that improves by less, as a share of the score at entry, was of no benefit.
inline constexpr double least_benefit = 0.05;

constexpr Slot slot(Quantity quantity) {
  return static_cast<Slot>(quantity);
}
constexpr Slot ledger_slot(clinic::Hazard hazard) {
  return slot(Quantity::first_hazard) + static_cast<Slot>(hazard);
}
constexpr Slot crude_slot(clinic::Hazard hazard) {
  return slot(Quantity::first_hazard_crude) + static_cast<Slot>(hazard);
}
constexpr Slot account_slot(clinic::Account account) {
  return slot(Quantity::first_account) + static_cast<Slot>(account);
}

constexpr Slot decision_slot(clinic::Moment moment) {
  return slot(Quantity::first_decision) + static_cast<Slot>(moment);
}
constexpr Slot kept_slot(clinic::Moment moment) {
  return slot(Quantity::first_kept) + static_cast<Slot>(moment);
}

/// What a named quantity is, in words for formulas: "minutes waited".
std::string words(Quantity quantity);

}  // namespace asepsim::experiment
