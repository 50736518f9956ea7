#include <iterator>

#include "clinic/run_replication.hpp"
#include "experiment/kpi_table.hpp"

namespace asepsim::experiment {
namespace {

using enum Direction;
using enum Estimator;
using Q = Quantity;

const char* const from_ledger =
    "From the risk ledger: every exposure adds its conditional probability, so that events too "
    "rare to be seen are still estimated. ";
const char* const as_happened =
    "Crude: outcomes that happened in the simulated story. The ledger estimate beside it is the "
    "one to rely on; the two agree within their intervals. ";

const char* hazard_name(clinic::Hazard hazard) {
  static constexpr const char* names[] = {"Bacterial infection",
                                          "Hepatitis B transmission",
                                          "Hepatitis C transmission",
                                          "HIV transmission",
                                          "Prolonged redness",
                                          "Bruise",
                                          "Pigmentation",
                                          "Scar",
                                          "Mycobacterial infection",
                                          "Herpes",
                                          "Granuloma",
                                          "Irritant dermatitis",
                                          "Acne flare",
                                          "Blister",
                                          "Burn",
                                          "Hypertrophic scar",
                                          "Prolonged swelling",
                                          "Prolonged dryness"};
  static_assert(std::size(names) == clinic::hazards);
  return names[static_cast<std::size_t>(hazard)];
}

// Transmissions and infections have a headline of their own in a unit that suits them.
bool is_everyday(clinic::Hazard hazard) {
  using H = clinic::Hazard;
  return hazard == H::prolonged_erythema || hazard == H::bruise || hazard == H::pigmentation ||
         hazard == H::scar;
}

Kpi harm(std::string id, std::string name, std::string unit, double scale, Slot numerator,
         bool crude, const std::string& what) {
  return {.id = std::move(id) + (crude ? ".crude" : ""),
          .name = std::move(name) + (crude ? ", crude" : ""),
          .unit = std::move(unit),
          .group = KpiGroup::safety,
          .direction = lower_is_better,
          .estimator = crude ? rare_events : ratio_of_totals,
          .scale = scale,
          .numerator = numerator,
          .denominator = slot(Q::sessions),
          .range = Range::not_negative,
          .headline = false,
          .definition = (crude ? as_happened : from_ledger) + what};
}

void add_both(std::vector<Kpi>& all, const std::string& id, const std::string& name,
              const std::string& unit, double scale, Slot ledger, Slot crude, bool headline,
              const std::string& what) {
  all.push_back(harm(id, name, unit, scale, ledger, false, what));
  all.back().headline = headline;
  all.push_back(harm(id, name, unit, scale, crude, true, what));
}

std::vector<Kpi> harms() {
  std::vector<Kpi> all;
  add_both(
      all, "infection.per_10000", "Infections per 10,000", "1/10000 sessions", 10000,
      ledger_slot(clinic::Hazard::bacterial_infection),
      crude_slot(clinic::Hazard::bacterial_infection), true,
      "Bacterial infections after treatment, by germs of the patient's own skin, of instruments, "
      "hands and surfaces, and of everyday life before the channels close, per 10,000 "
      "sessions.");
  add_both(all, "bloodborne.per_million", "Bloodborne per million", "1/1e6 sessions", 1e6,
           slot(Q::bloodborne), slot(Q::bloodborne_crude), true,
           "Transmissions of hepatitis B, hepatitis C and HIV together, per million sessions.");
  add_both(all, "bloodborne.patients_per_million", "Patients with a bloodborne virus per million",
           "1/1e6 patients", 1e6, slot(Q::bloodborne_patients), slot(Q::bloodborne_patients_crude),
           false,
           "Patients who caught hepatitis B, hepatitis C or HIV in any of their sessions counted, "
           "the exposures of one patient combined, per million patients treated.");
  for (std::size_t i = all.size() - 2; i < all.size(); ++i) {
    all[i].denominator = slot(Q::treated_patients);
  }
  for (std::size_t h = 0; h < clinic::hazards; ++h) {
    const auto hazard = static_cast<clinic::Hazard>(h);
    add_both(all, std::string("harm.") + clinic::word(hazard),
             std::string(hazard_name(hazard)) + " per 1,000", "1/1000 sessions", 1000,
             ledger_slot(hazard), crude_slot(hazard), is_everyday(hazard), "Per 1,000 sessions.");
  }
  return all;
}

constexpr KpiRow consequence_rows[] = {
    {"complications.serious", "Complications of grade 3 or more per 1,000", "1/1000 sessions",
     lower_is_better, Q::serious, Q::sessions, RowKind::plain,
     "Harms that happened with grade 3 (needs treatment) to 5 (death).", 1000},
    {"complications.grade_1", "Complications of grade 1 per 1,000", "1/1000 sessions",
     lower_is_better, Q::harms_of_grade_1, Q::sessions, RowKind::plain,
     "Mild: passes without treatment.", 1000},
    {"complications.grade_2", "Complications of grade 2 per 1,000", "1/1000 sessions",
     lower_is_better, Q::harms_of_grade_2, Q::sessions, RowKind::plain,
     "Moderate: treated simply, or seen by others.", 1000},
    {"complications.grade_3", "Complications of grade 3 per 1,000", "1/1000 sessions",
     lower_is_better, Q::harms_of_grade_3, Q::sessions, RowKind::plain,
     "Needs treatment by a doctor.", 1000},
    {"complications.grade_4", "Complications of grade 4 per 1,000", "1/1000 sessions",
     lower_is_better, Q::harms_of_grade_4, Q::sessions, RowKind::plain,
     "Severe: a danger to life, or an infection for life.", 1000},
    {"complications.grade_5", "Deaths per 1,000", "1/1000 sessions", lower_is_better,
     Q::harms_of_grade_5, Q::sessions, RowKind::plain, "Grade 5: death.", 1000},
    {"complications.days", "Days with complications per 1,000", "d/1000 sessions", lower_is_better,
     Q::harm_days, Q::sessions, RowKind::plain,
     "Days from the first sign until a complication has gone; a permanent one counts one year.",
     1000},
    {"complications.permanent", "Permanent complications per 1,000", "1/1000 sessions",
     lower_is_better, Q::harms_permanent, Q::sessions, RowKind::plain,
     "Complications that never go away altogether.", 1000},
    {"complications.reported", "Complications reported per 1,000", "1/1000 sessions", neither,
     Q::harms_reported, Q::sessions, RowKind::plain,
     "Complications that the regulator is told of, by whoever saw them.", 1000},
    {"complications.elsewhere", "Complications seen elsewhere per 1,000", "1/1000 sessions",
     lower_is_better, Q::harms_elsewhere, Q::sessions, RowKind::plain,
     "Complications that the clinic does not hear of: another doctor sees them.", 1000},
    {"complications.visits", "Complication visits per 1,000", "1/1000 sessions", lower_is_better,
     Q::complication_visits, Q::sessions, RowKind::plain,
     "Unscheduled visits because of an earlier treatment; they take a slot again.", 1000},
};

}  // namespace

std::vector<Kpi> safety_kpis() {
  std::vector<Kpi> all = harms();
  for (Kpi& kpi : kpis_of(KpiGroup::safety, consequence_rows)) all.push_back(std::move(kpi));
  return all;
}

}  // namespace asepsim::experiment
