// The first day: patients who are under treatment when the run starts.
//
// They come first in the record, in the order of the file. Their slots are taken before anything
// else. Their random numbers are addressed by their ids in
// the file, whatever else the scenario says. They are going on with the next session: dropping out
// is drawn from the one after it on.
#include <algorithm>

#include "clinic/journeys.hpp"
#include "clinic/new_patient.hpp"

namespace asepsim::clinic {
namespace {

using scenario::InitialPatient;

std::uint16_t stream_of(const Clinic& c, const InitialPatient& known) {
  const auto& streams = c.plan.scenario.arrivals;
  const auto it = std::find_if(streams.begin(), streams.end(),
                               [&](const auto& stream) { return stream.name == known.stream; });
  return static_cast<std::uint16_t>(it - streams.begin());
}

SimTime appointment_of(const Clinic& c, const InitialPatient& known) {
  const auto day = (*known.appointment_date - c.plan.horizon.start).count();
  return SimTime{} + days(day) + *known.appointment_time;
}

// An interval after the last session; at once if that is past, or no session was done.
SimTime next_session_of(const Clinic& c, const InitialPatient& known, const Patient& p) {
  if (p.indication == no_index || !known.days_since_session) return c.now();
  const Duration interval = c.plan.scenario.indications[p.indication].interval;
  return c.now() + std::max(Duration{}, interval - days(*known.days_since_session));
}

void start(Clinic& c, const InitialPatient& known, std::optional<std::size_t> slot) {
  const std::uint16_t stream = stream_of(c, known);
  const auto key = kernel::entity_key(kernel::fnv1a("initial patient"), kernel::fnv1a(known.id));
  const std::uint32_t patient = new_patient(c, stream, key, &known);
  const Patient& p = c.patients[patient];
  const bool sessions = c.plan.pathways[c.plan.stream_pathways[stream]].needles;
  const SimTime wanted =
      known.appointment_date ? appointment_of(c, known) : next_session_of(c, known, p);
  c.sim.spawn(appointment(c, patient, wanted,
                          static_cast<std::uint16_t>(sessions ? p.sessions_done + 1 : 0), slot),
              {"patient", patient});
}

}  // namespace

void start_initial_patients(Clinic& c) {
  if (!c.plan.scenario.initial_state) return;
  const auto& patients = c.plan.scenario.initial_state->patients;
  std::vector<std::optional<std::size_t>> slots;
  slots.reserve(patients.size());
  for (const InitialPatient& known : patients) {
    slots.push_back(known.appointment_date ? c.book.take(appointment_of(c, known)) : std::nullopt);
  }
  for (std::size_t i = 0; i < patients.size(); ++i) start(c, patients[i], slots[i]);
}

}  // namespace asepsim::clinic
