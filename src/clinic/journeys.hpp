// The journeys of the clinic: processes that read like the day they describe.
//
// Each start_ function sets processes going; the Task functions are stories told by one process.
// They share the Clinic and write facts into its record.
#pragma once

#include <optional>

#include "clinic/clinic.hpp"

namespace asepsim::clinic {

// Arrivals (arrivals.cpp)
/// Starts every source of patients.
void start_arrivals(Clinic& clinic);

// The first day (initial_state.cpp)
/// Those who are under treatment when the run starts; before anybody else books.
void start_initial_patients(Clinic& clinic);

// Appointments (appointment.cpp)
/// A patient asks now for an appointment at `wanted` or later and keeps it, or not. `taken`: the
/// slot that is theirs already, which begins at `wanted`.
kernel::Task<> appointment(Clinic& clinic, std::uint32_t patient, SimTime wanted,
                           std::uint16_t session, std::optional<std::size_t> taken = {});
/// Probability of not coming, by lead time and what the clinic does about it (O9).
double no_show_probability(const scenario::Booking& booking, Duration lead);

// Visits (visit.cpp)
/// What is known of a visit before it begins.
struct VisitOpening {
  std::uint32_t patient = 0;
  VisitKind kind = VisitKind::walk_in;
  std::uint16_t pathway = 0;
  std::uint16_t first_step = 0;
  std::uint16_t session = 0;
  std::uint16_t caused_by = no_index;
  SimTime requested_at{}, wanted_at{}, scheduled_at{};
  bool before_run = false;  ///< the appointment was made before the run
};
/// The whole visit, from the door to the door.
kernel::Task<> visit(Clinic& clinic, VisitOpening opening);
/// Writes the fact of a visit that begins now; its index.
std::uint32_t open_visit(Clinic& clinic, const VisitOpening& opening);

// One step of a pathway (step.cpp)
/// Waits for what the step needs, does it, and gives back what need not be kept.
kernel::Task<ExitReason> perform_step(Clinic& clinic, Visit& visit, const StepPlan& step,
                                      std::uint16_t index);

// Instruments (heads.cpp, used_heads.cpp)
/// True if the visit has a head of `kind` in hand; one of another kind is put away.
bool has_head(Clinic& clinic, Visit& visit, std::uint16_t kind);
/// True if heads of `kind` are never lacking: new ones, or used ones within reach.
bool is_at_hand(const Clinic& clinic, std::uint16_t kind);
/// Takes a head that is at hand, as `staff` does it: new, or used before.
void take_at_hand(Clinic& clinic, Visit& visit, std::uint16_t kind, std::uint32_t staff);
/// Takes a reprocessed set of `kind`: done, cancelled, or nothing: it has to wait.
std::optional<ExitReason> take_set(Clinic& clinic, Visit& visit, std::uint16_t kind);
/// Waits for a set of `kind`: done, reneged or sent_away.
kernel::Task<ExitReason> wait_for_head(Clinic& clinic, Visit& visit, std::uint16_t kind,
                                       const kernel::Request& request);
/// The head in hand of `staff` touches the patient.
void use_head(Clinic& clinic, Visit& visit, std::uint32_t staff);
/// After the visit: the head is thrown away, disinfected or sent to be reprocessed; one that was
/// not used goes back to where it came from.
void return_head(Clinic& clinic, Visit& visit);
/// A head out of its wrapping: its slot.
std::uint32_t new_head(Clinic& clinic, std::uint16_t kind);
/// The slot may be used for another head.
void discard(Clinic& clinic, std::uint32_t slot);
/// Takes log10 reductions off the germs and the blood on a head.
void reduce(Clinic& c, Head& head, const Kill& kill);
/// Puts a head back where the next visit finds it.
void make_available(Clinic& clinic, std::uint32_t slot);
/// Fills the sterile stores at the start of the run.
void stock_heads(Clinic& clinic);

// Reprocessing (reprocessing.cpp, sterilizer.cpp, machine_care.cpp,
// bowie_dick.cpp, recall.cpp)
/// One used set on its way back to the sterile store.
kernel::Task<> reprocess(Clinic& clinic, std::uint32_t slot);
/// A clean set that only needs to be packed and sterilized again.
kernel::Task<> repack(Clinic& clinic, std::uint32_t slot);
/// The life of one sterilizer.
kernel::Task<> run_sterilizer(Clinic& clinic, std::uint16_t machine);
/// Takes heads out of the sterile store when a biological indicator of this machine turns out
/// positive: what it has sterilized since the last negative one. [G3]
void recall(Clinic& clinic, std::uint16_t machine);
/// A negative indicator of this machine: nothing of it up to `last` will be called back. [G3]
void clear(Clinic& clinic, std::uint16_t machine, std::uint32_t last);

/// The Bowie-Dick test of the day falls due whenever the clinic opens.
kernel::Task<> call_for_bowie_dick(Clinic& clinic);
/// The Bowie-Dick test of a machine, before its first load of the day. [I60]
kernel::Task<> bowie_dick(Clinic& clinic, std::uint16_t machine);
/// A machine out of service: what is to be done about it, until it may run again. [G3]
kernel::Task<> put_right(Clinic& clinic, std::uint16_t machine);
/// What a machine does to itself before a cycle: serviced once a year, it may begin to run cold.
void wear(Clinic& clinic, std::uint16_t machine, kernel::EntityKey key);
/// Out of service until it is repaired, with three test cycles if an indicator had been positive.
kernel::Task<> repair(Clinic& clinic, std::uint16_t machine, kernel::EntityKey key,
                      std::uint64_t occasion = 0);

// Treatment (treatment.cpp)
/// What the needles did: depth, germs, harms; writes needling fact and ledger entries.
void needle(Clinic& clinic, Visit& visit, std::uint32_t staff);
/// Share of the antiseptic's full contact time that the skin gets: 0 if it is left out.
double preparation(Clinic& clinic, const Visit& visit, std::uint32_t staff);

// Screening (risk_factors.cpp)
/// Contraindications found at the consultation: done, refused or deferred.
ExitReason screen(Clinic& clinic, Visit& visit);

// What follows (aftermath.cpp)
/// A harm happened in `visit`: its grade (never below `least_grade`) and course, costs, who hears
/// of it, a visit or call that comes of it.
void suffer(Clinic& clinic, const Visit& visit, Hazard hazard, std::uint8_t least_grade = 1);
/// After a visit ended well or badly: follow-up call, next session or the end of the course.
void after_visit(Clinic& clinic, const Visit& visit, ExitReason exit);
/// Probability of not going on with a course before each further session: `at_reference` if a
/// session costs `reference` (> 0), its odds times (price / reference) ^ strength (>= 0) else.
/// [A18]
double dropout_probability(double at_reference, Money price, Money reference, double strength);
/// The course goes on with a new appointment around `wanted`, or the patient drops out.
void continue_course(Clinic& clinic, std::uint32_t patient, SimTime wanted, std::uint16_t session);

// The end of waiting (end_of_waiting.cpp)
/// True if nobody who could serve `request` is here or comes before patients have to go (or within
/// the run, if the clinic does not close); once it is closed, if what it needs is broken down; or
/// if whoever stands by the patient has no overtime left for a wait.
bool hopeless(const Clinic& clinic, const Visit& visit, const kernel::Request& request);
/// How long a patient may wait from now on: until the end of the day, unless the clinic is open on.
Duration longest_wait(const Clinic& clinic);
/// Why a wait of at most `most` ended without what it was for: reneged if it was the patience of
/// the patient that was over, else sent_away.
ExitReason end_of_wait(kernel::Wake wake, Duration patience, Duration most);
/// Sends away those whose wait has become hopeless.
void send_away_the_hopeless(Clinic& clinic);

// Staff (staffing.cpp)
/// A person begins to serve `process`, which asked for `skills`.
void take_on(Clinic& clinic, kernel::UnitId person, kernel::ProcessId process,
             kernel::SkillMask skills);
/// Rooms are cleaned before sets are washed, after patients are served.
inline constexpr std::int32_t turnaround_priority = 110;
/// Starts the shifts of everybody.
void start_staff(Clinic& clinic);
/// A person's task outside a visit: seize, work, release. Interrupted only while waiting. `who`, if
/// given, learns who did it last; unchanged if it needs nobody.
kernel::Task<kernel::Wake> attended(Clinic& clinic, kernel::SkillMask skills, Duration work,
                                    std::int64_t priority, std::uint32_t* who = nullptr);
/// Cleans a room or machine that has been used, then puts it back into service.
kernel::Task<> turnaround(Clinic& clinic, kernel::UnitId unit, std::uint16_t pool,
                          kernel::EntityKey patient, std::uint64_t use);

}  // namespace asepsim::clinic
