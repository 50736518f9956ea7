// The fields of where a run begins. Those of a patient are also the columns of the CSV file.
#pragma once

#include "scenario/field.hpp"
#include "scenario/initial_state.hpp"
#include "scenario/read_values.hpp"

namespace asepsim::scenario {

template <class Visitor>
void describe_next_session(Visitor& v, InitialPatient& p) {
  v.value(field("sessions_done", "sessions of the course before the run")
              .within(0, 99)
              .setting()
              .otherwise("0")
              .like("1"),
          p.sessions_done);
  v.value(field("sessions_planned",
                "of the whole course; left out: drawn, and at least one more than are done")
              .within(1, 100)
              .like("3"),
          p.sessions_planned);
  v.value(field("appointment_date", "day of the next appointment").like("2027-01-04"),
          p.appointment_date);
  v.value(field("appointment_time",
                "time of the next appointment, one at which the book has a slot; for no-shows it "
                "counts as asked for when the run starts, and access delay leaves it out")
              .as(dimension::time_of_day)
              .like("\"10:30\""),
          p.appointment_time);
  v.value(field("days_since_session",
                "in place of an appointment: days from the last session to the first day; the "
                "patient asks for the next session when the run starts. Who has had no session "
                "and has no appointment asks for the first one then")
              .within(0, 3650)
              .in("d")
              .like("20"),
          p.days_since_session);
}

template <class Visitor>
void describe(Visitor& v, InitialPatient& p) {
  v.value(field("id", "unique; the patient has the same luck in every scenario that uses it")
              .needed()
              .like("patient_17"),
          p.id);
  v.value(field("stream", "a name in arrivals, of kind booked").needed().like("courses"), p.stream);
  v.value(field("indication", "a name in indications; left out: drawn")
              .otherwise("\"\"")
              .like("pit_scars"),
          p.indication);
  v.value(field("phototype", "Fitzpatrick phototype; left out: drawn").like("III"), p.phototype);
  v.value(field("sex", "left out: drawn").like("female"), p.sex);
  v.value(field("age", "years; left out: drawn").within(0, 120).like("34"), p.age);
  describe_next_session(v, p);
}

template <class Visitor>
void describe(Visitor& v, InitialState& s) {
  v.list(field("patients", "who is under treatment when the run starts").or_rows_of_a_file(),
         s.patients);
}

}  // namespace asepsim::scenario
