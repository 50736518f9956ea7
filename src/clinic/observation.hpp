// Facts: what happened in one replication, as plain rows.
//
// The clinic records facts; the experiment counts them; the report words them. Facts are in the
// order in which they became known, indices point into the other tables of the same record, times
// are on the simulation clock. Nothing here is an average and nothing is left out: warm-up is
// applied when counting. Two records are equal exactly when every fact is equal; that is how two
// calendars are compared.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "base/sim_time.hpp"
#include "base/units.hpp"
#include "clinic/branching.hpp"
#include "clinic/fact_index.hpp"
#include "clinic/harm_facts.hpp"
#include "clinic/load_facts.hpp"
#include "clinic/resource_facts.hpp"

namespace asepsim::clinic {

/// Why an entity left (a visit, a step or a patient).
enum class ExitReason : std::uint8_t {
  done,         ///< finished
  balked,       ///< did not join: the queue was full, or no free appointment within the horizon
  reneged,      ///< gave up waiting
  no_show,      ///< did not come
  cancelled,    ///< cancelled in time, or the clinic had no clean instrument or consumable
  refused,      ///< contraindication
  deferred,     ///< told to come back later
  sent_away,    ///< nobody left on shift who could go on, or what was waited for did not come
  dropped_out,  ///< patients only: did not continue the course
  inside        ///< still there at the end of the run
};
inline constexpr std::size_t exit_reasons = 10;

enum class VisitKind : std::uint8_t { booked, walk_in, follow_up, complication };
inline constexpr std::size_t visit_kinds = 4;

/// One patient, once, with the reason of the end. `patients.csv`
struct PatientFact {
  std::uint64_t key = 0;  ///< scenario-invariant entity key
  SimTime first_contact{};
  std::uint16_t stream = 0;      ///< index into scenario arrivals
  std::uint16_t indication = 0;  ///< index into scenario indications; 65535: none
  std::uint8_t phototype = 0;    ///< 1..6; 0: not modelled
  bool female = false;
  float age = 0;  ///< years
  std::uint16_t sessions_planned = 0, sessions_done = 0;
  ExitReason exit = ExitReason::inside;
  bool operator==(const PatientFact&) const = default;
};

/// One visit (or call). A no-show has arrived_at == left_at == scheduled_at.
struct VisitFact {
  std::uint32_t patient = 0;  ///< index into patients
  VisitKind kind = VisitKind::walk_in;
  ExitReason exit = ExitReason::inside;
  std::uint16_t pathway = 0;        ///< index into scenario pathways
  std::uint16_t session = 0;        ///< 1.. of the course; 0: none
  std::uint16_t caused_by = 65535;  ///< complication visits: the Hazard; otherwise 65535
  bool before_run = false;          ///< the appointment was made before the run, nobody knows when
  SimTime requested_at{};           ///< when the appointment was asked for
  SimTime wanted_at{};              ///< booked: the time the patient wanted; otherwise arrival
  SimTime scheduled_at{};           ///< booked: appointment; otherwise arrival
  SimTime arrived_at{}, left_at{};
  Duration early{};   ///< in queues before the appointed time
  Duration waited{};  ///< in queues after it
  Duration served{};  ///< sum over steps of ended - started
  bool operator==(const VisitFact&) const = default;
};

/// One step of one visit: a row of `visits.csv`.
struct StepFact {
  std::uint32_t visit = 0;             ///< index into visits
  std::uint16_t step = 0;              ///< index into the pathway's steps
  std::uint16_t awaited = 65535;       ///< pool that came last (index into pools); 65535: no wait
  ExitReason exit = ExitReason::done;  ///< done, balked, reneged, sent_away, cancelled, inside
  std::uint16_t pre_emptions = 0;      ///< interruptions, the end of a shift included
  SimTime queued_at{}, started_at{}, ended_at{};
  std::uint32_t staff = nobody;  ///< index into units of the first staff member
  InstrumentId instrument{};
  LoadId load{};
  bool operator==(const StepFact&) const = default;
};

/// The part of a step's queueing that the clinic is to blame for: after the appointed time.
inline Duration wait_of(const StepFact& step, const VisitFact& visit) {
  return std::max(Duration{}, step.started_at - std::max(step.queued_at, visit.scheduled_at));
}

/// A part of a step's queueing that ended before the rest began: supplies and sets come one after
/// the other, before people and rooms. What remains of the queueing is for StepFact::awaited.
struct WaitFact {
  std::uint32_t step = 0;      ///< index into steps; in ascending order
  std::uint16_t pool = 65535;  ///< what was waited for (index into pools)
  SimTime from{}, until{};
  bool operator==(const WaitFact&) const = default;
};

/// The part of it that lies after the appointed time, as for the whole.
inline Duration wait_of(const WaitFact& wait, const VisitFact& visit) {
  return std::max(Duration{}, wait.until - std::max(wait.from, visit.scheduled_at));
}

/// The state of a common cause that a whole replication is given (drift_onset.hpp).
enum class Given : std::uint8_t { nothing, no_drift, drift };
inline constexpr std::size_t given_states = 3;

/// Everything one replication has to tell.
struct ReplicationRecord {
  std::uint64_t replication = 0;
  Given given = Given::nothing;
  SimTime counted_from{};  ///< end of warm-up
  SimTime ended_at{};      ///< end of the run
  std::vector<PatientFact> patients;
  std::vector<VisitFact> visits;
  std::vector<StepFact> steps;
  std::vector<WaitFact> waits;
  std::vector<NeedlingFact> needlings;
  std::vector<ComplianceFact> compliance;
  std::vector<BenefitFact> benefits;
  std::vector<LedgerEntry> ledger;
  std::vector<ThroughFact> through;
  std::vector<ClusterFact> clusters;
  std::vector<ComplicationFact> complications;
  std::vector<LoadFact> loads;
  std::vector<MachineTestFact> machine_tests;
  std::vector<RecallFact> recalls;
  std::vector<UnitFact> units;
  std::vector<PoolFact> pools;
  std::vector<MoneyFact> money;
  std::vector<StockOutFact> stock_outs;
  std::vector<SupplyFact> supplies;
  std::vector<UpkeepFact> upkeep;
  RatioSum lineages{};             ///< likelihood ratios of tilted lineages, each once, at its end
  std::uint64_t events = 0;        ///< events of the calendar
  std::vector<std::string> stuck;  ///< processes that could never go on (a modelling error)
  bool operator==(const ReplicationRecord&) const = default;
};

}  // namespace asepsim::clinic
