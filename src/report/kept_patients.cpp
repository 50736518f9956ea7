#include "clinic/run_replication.hpp"
#include "experiment/counted.hpp"
#include "report/kept_tables.hpp"
#include "report/layouts.hpp"
#include "report/local_time.hpp"

namespace asepsim::report {
namespace {

template <class Named>
std::string_view name_at(const std::vector<Named>& all, std::size_t index) {
  return index < all.size() ? std::string_view(all[index].name) : std::string_view();
}

// The last session of each patient; null: none, or benefit is not modelled.
std::vector<const clinic::BenefitFact*> last_sessions(const clinic::ReplicationRecord& record) {
  std::vector<const clinic::BenefitFact*> last(record.patients.size(), nullptr);
  for (const clinic::BenefitFact& fact : record.benefits) {
    if (!fact.followed) last[record.visits[fact.visit].patient] = &fact;
  }
  return last;
}

// Patients of the first day come first in the record, in the order of their file.
std::string_view id_in_file(const scenario::Scenario& scenario, std::size_t patient) {
  if (!scenario.initial_state) return {};
  const auto& known = scenario.initial_state->patients;
  return patient < known.size() ? std::string_view(known[patient].id) : std::string_view();
}

void add_scores(CsvTable& table, const clinic::BenefitFact* last) {
  if (last == nullptr) {
    table.empty().empty().empty();
  } else {
    table.number(last->entry).number(last->first_look).number(last->second_look);
  }
}

}  // namespace

TableLayout patients_layout() {
  return {
      "patients.csv",
      {scenario_column,
       replication_column,
       {"patient_id", "text", "", "Patient within the replication."},
       {"class", "text", "", "Source of patients."},
       {"indication", "text", "", "What the patient is treated for."},
       {"phototype", "integer", "", "Fitzpatrick I-VI as 1-6; 0 if not modelled."},
       {"female", "boolean", "", "Sex."},
       {"age", "number", "years", "Age."},
       {"first_contact_min", "number", "min", "First contact, since the start of the run."},
       {"first_contact_at", "date-time", "", "The same in local time."},
       {"weekday", "text", "", "Weekday of the first contact."},
       {"hour", "integer", "h", "Hour of the first contact."},
       {"sessions_planned", "integer", "", "Sessions of the course."},
       {"sessions_done", "integer", "", "Sessions the patient had."},
       {"exit_reason", "text", "", "How it ended."},
       {"counted", "boolean", "",
        "FALSE if the first contact was in the warm-up. Key figures count visits, not patients."},
       {"entry_score", "number", "points",
        "Score before the first session; empty, as are the next two, without a session."},
       {"first_look_score", "number", "points", "Score seen at the first look after the last one."},
       {"second_look_score", "number", "points", "Score seen at the second look."},
       {"id_in_file", "text", "",
        "Of patients who are under treatment when the run starts: their id in initial_state."}}};
}

void add_patients(CsvTable& table, const KeptScenario& scenario,
                  const clinic::ReplicationRecord& record) {
  const scenario::Date start = scenario.scenario.run.start;
  const auto last = last_sessions(record);
  for (std::size_t p = 0; p < record.patients.size(); ++p) {
    const clinic::PatientFact& fact = record.patients[p];
    table.text(scenario.name).whole(record.replication).id('P', p);
    table.text(name_at(scenario.scenario.arrivals, fact.stream));
    table.text(name_at(scenario.scenario.indications, fact.indication));
    table.whole(std::int64_t{fact.phototype}).flag(fact.female).number(fact.age);
    table.number(fact.first_contact.since_start().minutes());
    table.text(date_time(start, fact.first_contact)).text(weekday(start, fact.first_contact));
    table.whole(std::int64_t{hour_of_day(fact.first_contact)});
    table.whole(std::int64_t{fact.sessions_planned}).whole(std::int64_t{fact.sessions_done});
    table.text(word(fact.exit)).flag(experiment::is_counted(record, fact));
    add_scores(table, last[p]);
    table.text(id_in_file(scenario.scenario, p));
    table.end_row();
  }
}

}  // namespace asepsim::report
