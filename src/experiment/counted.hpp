// What counts: the rules that cut the warm-up off, for counting and for marking rows of facts.
//
// A visit counts by the arrival of its patient (an appointment nobody came to: by its time), with
// everything that follows from it; a load counts by its start; a patient by the first contact.
#pragma once

#include "clinic/observation.hpp"

namespace asepsim::experiment {

inline bool in_counted_time(const clinic::ReplicationRecord& record, SimTime at) {
  return at >= record.counted_from && at < record.ended_at;
}

inline bool is_counted(const clinic::ReplicationRecord& record, const clinic::VisitFact& visit) {
  return in_counted_time(record, visit.arrived_at);
}

inline bool is_counted(const clinic::ReplicationRecord& record, const clinic::LoadFact& load) {
  return load.started_at >= record.counted_from;
}

inline bool is_counted(const clinic::ReplicationRecord& record,
                       const clinic::PatientFact& patient) {
  return in_counted_time(record, patient.first_contact);
}

/// Cancelled by the patient, who never came; the clinic itself cancels only after the arrival.
inline bool cancelled_in_time(const clinic::VisitFact& visit) {
  return visit.exit == clinic::ExitReason::cancelled && visit.left_at <= visit.arrived_at;
}

}  // namespace asepsim::experiment
