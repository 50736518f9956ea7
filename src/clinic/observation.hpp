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
#include "clinic/barriers.hpp"
#include "clinic/branching.hpp"
#include "scenario/benefit.hpp"

namespace asepsim::clinic {

inline constexpr std::uint32_t no_fact = 0xffffffffu;
/// Index of a person: not known, or there was none.
inline constexpr std::uint32_t nobody = 0xffffffffu;

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

/// What can harm. Each entry of the risk ledger has one.
enum class Hazard : std::uint8_t {
  bacterial_infection,
  hbv,
  hcv,
  hiv,
  prolonged_erythema,
  bruise,
  pigmentation,
  scar,  ///< tram-track scar
  mycobacterial_infection,
  herpes,
  granuloma,
  irritant_dermatitis,
  acne_flare,
  blister,
  burn,  ///< deeper than a blister
  hypertrophic_scar,
  swelling,  ///< longer than usual, as is redness
  dryness    ///< the same
};
inline constexpr std::size_t hazards = 18;

constexpr bool is_bloodborne(Hazard hazard) {
  return hazard == Hazard::hbv || hazard == Hazard::hcv || hazard == Hazard::hiv;
}

/// How it reaches the patient.
enum class HarmRoute : std::uint8_t {
  own_skin,
  instrument,
  needling,
  hands,
  surface,
  product,    ///< what is driven in or put on
  water,      ///< tap water on open channels or instruments
  light,      ///< pulses of light
  aftercare,  ///< the patient's own life while the channels are open
  device      ///< what the treatment is done with: the handpiece, not its head
};
inline constexpr std::size_t harm_routes = 10;

/// Where a complication shows itself.
enum class Presentation : std::uint8_t {
  nowhere,       ///< the patient puts up with it
  visit,         ///< comes back to the clinic
  call,          ///< calls the clinic
  other_doctor,  ///< is seen by somebody else
};
inline constexpr std::size_t presentations = 4;

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

/// One needling of one patient. `depth.csv`
struct NeedlingFact {
  std::uint32_t visit = 0;
  float length = 0;               ///< mm, set
  float depth = 0;                ///< mm, mean reached
  std::array<float, 5> shares{};  ///< stratum corneum, epidermis, papillary, reticular, fat
  float bleeding = 0;             ///< probability of pinpoint bleeding
  std::uint16_t reuses = 0;       ///< patients treated with this head since it was last sterile
  bool prepared = true;           ///< skin preparation was done
  bool undisinfected = false;     ///< the head was to be, after its last patient, and was not
  float skipping = 0;             ///< chance of that; 0: it was not to be disinfected
  HiddenShares failed{};          ///< chance that the last wash or cycle of the head failed
  bool operator==(const NeedlingFact&) const = default;
};

/// A moment at which a rule of hygiene is kept or not.
enum class Moment : std::uint8_t {
  skin_preparation,  ///< done at all
  contact_time,      ///< of the antiseptic kept
  hands_before,      ///< hand hygiene before contact
  fresh_gloves,
  hands_after,
  surfaces,         ///< disinfected
  single_use,       ///< a new head taken
  load_indicators,  ///< put into a load and read
  load_release,     ///< a load waits for what its release rule demands
  full_cycle,       ///< a machine is not opened before the programme is over
  device            ///< disinfected, or its cover changed
};
inline constexpr std::size_t moments = 11;

/// One decision at such a moment. `compliance.csv`
struct ComplianceFact {
  std::uint32_t visit = 0;           ///< index into visits; no_fact: of a load
  std::uint32_t load = no_fact;      ///< index into loads
  std::uint32_t borne_by = no_fact;  ///< visit that meets what it left; no_fact: none did yet
  Moment moment = Moment::skin_preparation;
  bool complied = true;
  float probability = 1;  ///< of complying, under the pressure of that moment
  bool operator==(const ComplianceFact&) const = default;
};

/// What a session did for a patient. The score is what is left of the complaint, higher is worse;
/// `score` is reached when the skin has remodelled, the seen ones lag behind. `benefit.csv`
struct BenefitFact {
  std::uint32_t visit = 0;
  std::uint32_t previous = no_fact;  ///< the session before: index into benefits
  bool followed = false;             ///< another session came after it
  scenario::Modality modality = scenario::Modality::microneedle;
  std::uint16_t sessions = 0;             ///< of the patient so far, this one included
  float gain = 0;                         ///< of 1, by depth or light
  float entry = 0;                        ///< score before the first session
  float score = 0;                        ///< score that this session leads to
  float removed = 0;                      ///< by this session
  float seen = 0;                         ///< when the patient came
  float first_look = 0, second_look = 0;  ///< seen that long after, without further sessions
  Money paid{};                           ///< for sessions so far
  SimTime at{};
  bool operator==(const BenefitFact&) const = default;
};

/// One entry of the risk ledger: an exposure with its conditional probability.
struct LedgerEntry {
  std::uint32_t visit = 0;
  Hazard hazard = Hazard::bacterial_infection;
  HarmRoute route = HarmRoute::own_skin;
  bool happened = false;   ///< the Bernoulli outcome that drives the story (crude count)
  double probability = 0;  ///< exact conditional probability given what was simulated
  double weight = 1;       ///< likelihood ratio; 1 unless tilted (contact: deposit.hpp)
  SimTime at{};
  InstrumentId instrument{};
  LoadId load{};
  std::uint32_t source = no_fact;  ///< of needles: the visit that left most of it on the head
  bool operator==(const LedgerEntry&) const = default;
};

/// The parts of an entry's probability that go through the failure of a hidden barrier.
struct ThroughFact {
  std::uint32_t entry = 0;  ///< index into the ledger
  HiddenShares parts{};     ///< probabilities; they overlap where two barriers failed
  bool operator==(const ThroughFact&) const = default;
};

/// What several infections may have in common.
enum class CommonCause : std::uint8_t { load, source, bottle, water };
inline constexpr std::size_t common_causes = 4;

/// A chance that an exposure makes two patients infected by one cause; sums are expected clusters.
struct ClusterFact {
  std::uint32_t visit = 0;
  Hazard hazard = Hazard::bacterial_infection;
  CommonCause cause = CommonCause::load;
  double probability = 0;  ///< nothing is written where branches are tilted or forced
  bool operator==(const ClusterFact&) const = default;
};

/// A harm that happened, with what followed. `complications.csv`
struct ComplicationFact {
  std::uint32_t visit = 0;  ///< the visit that caused it
  Hazard hazard = Hazard::bacterial_infection;
  std::uint8_t grade = 1;  ///< 1 mild .. 5 death
  bool returned = false;   ///< came back to the clinic
  SimTime onset{};
  Money cost{}, refund{};
  Duration duration{};  ///< from the first sign until it is gone, or has settled if permanent
  bool permanent = false;
  bool reported = false;  ///< to the regulator
  Presentation presented = Presentation::nowhere;
  bool operator==(const ComplicationFact&) const = default;
};

enum class Indicator : std::uint8_t { not_run, passed, failed };
/// What went wrong with a load: somebody's error, but for the air pocket.
enum class LoadFault : std::uint8_t {
  none,
  not_run,          ///< shelved without a cycle, or the cycle was broken off before the hold
  wrong_programme,  ///< too short a hold
  packing,
  overload,
  air_pocket,  ///< not removed by the machine
  cut_short    ///< opened before the programme was over, knowingly
};
inline constexpr std::size_t load_faults = 7;
static_assert(load_faults == hidden_barriers, "the wash comes in place of no fault");

/// One load of a sterilizer. `loads.csv`
struct LoadFact {
  LoadId load{};
  std::uint16_t sterilizer = 0;
  std::uint16_t sets = 0;
  LoadFault fault = LoadFault::none;
  bool wet = false;           ///< came out wet, noticed or not
  float drift = 0;            ///< kelvin that the machine ran below its programme
  float temperature = 0;      ///< C reached at the coldest item
  float f0 = 0;               ///< min at 121.1 C, dry heat at 160 C; z of the scenario
  float log10_survivors = 0;  ///< per set, if its germs were as hardy as the indicator's; log10
  Indicator printout = Indicator::not_run, chemical = Indicator::not_run,
            biological = Indicator::not_run;
  SimTime started_at{}, ended_at{}, released_at{};  ///< released never(): not released
  SimTime biological_read_at = SimTime::never();
  std::uint16_t recalled = 0;            ///< sets called back unused
  std::uint16_t used_before_recall = 0;  ///< sets already used on patients
  bool operator==(const LoadFact&) const = default;
};

/// What a sterilizer is tested with when there is no load in it.
enum class MachineTest : std::uint8_t {
  retest,     ///< a cycle with a biological indicator, after one of a load was positive
  bowie_dick  ///< a cycle of its own before the first load of the day
};
inline constexpr std::size_t machine_tests = 2;

/// One test of a sterilizer without a load.
struct MachineTestFact {
  std::uint16_t sterilizer = 0;
  MachineTest test = MachineTest::retest;
  Indicator shown = Indicator::not_run;
  SimTime started_at{}, read_at{};
  bool operator==(const MachineTestFact&) const = default;
};

/// A patient who was treated with a set of a load before that load was called back. `recalls.csv`
struct RecallFact {
  LoadId load{};
  std::uint32_t visit = 0;    ///< index into visits
  std::uint32_t patient = 0;  ///< index into patients
  SimTime treated_at{}, recalled_at{};
  bool operator==(const RecallFact&) const = default;
};

/// A named unit (person, room, machine) and how it spent the run. `resources.csv`
struct UnitFact {
  std::string name;
  std::uint16_t pool = 0;
  std::array<Duration, 6> time_in_state{};  ///< idle, busy, down, break, cleaning, off (UnitState)
  Duration overtime{};
  bool operator==(const UnitFact&) const = default;
};

/// A pool: staff, a kind of room or equipment, sterilizers, the sterile store.
struct PoolFact {
  std::string name;
  double busy = 0, capacity = 0, queue = 0;  ///< integrals, unit-hours over the counted window
  std::uint64_t seizes = 0;
  bool operator==(const PoolFact&) const = default;
};

/// Where money came from and went.
enum class Account : std::uint8_t {
  sessions,
  consultations,
  wages,
  overtime,
  consumables,
  instruments,
  sterilization,
  turnaround,
  rent,
  complications,
  refunds
};
inline constexpr std::size_t accounts = 11;

/// One flow of money; revenue and cost are both positive, the account tells which it is.
struct MoneyFact {
  SimTime at{};
  Account account = Account::sessions;
  Money amount{};
  bool operator==(const MoneyFact&) const = default;
};

/// Times at which a patient about to be served found the sterile store empty, or too few of a
/// consumable: one for each that was lacking.
struct StockOutFact {
  std::uint32_t visit = 0;
  SimTime from{}, until{};     ///< until: served, re-used, bought or cancelled
  std::uint16_t pool = 65535;  ///< what was lacking (index into pools)
  bool operator==(const StockOutFact&) const = default;
};

/// What became of units of a consumable that has a supply.
enum class SupplyEvent : std::uint8_t {
  ordered,
  delivered,  ///< the stock at the start of the run is delivered then
  used,       ///< from the shelf by a step that began, and paid then
  expired,    ///< thrown away, and paid then
  bought,     ///< at once, at a premium, and used; never on the shelf
  left        ///< at the end of the run, on the shelf or in somebody's hands
};

/// One event of a supply.
struct SupplyFact {
  SimTime at{};
  std::uint16_t pool = 0;  ///< the consumable (index into pools)
  SupplyEvent what = SupplyEvent::ordered;
  std::int64_t units = 0;
  bool operator==(const SupplyFact&) const = default;
};

/// Why a room or machine is out of service.
enum class Upkeep : std::uint8_t { breakdown, maintenance };

/// A room or machine that is out of service for a time. `upkeep` of the record
struct UpkeepFact {
  SimTime from{}, until{};  ///< until: even if that is after the end of the run
  std::uint32_t unit = 0;   ///< index into units
  std::uint16_t pool = 0;   ///< index into pools
  Upkeep what = Upkeep::breakdown;
  Duration open{};  ///< of it, while the clinic was open, over the counted window
  bool operator==(const UpkeepFact&) const = default;
};

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
