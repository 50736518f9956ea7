// The face of the clinic room: one replication of one scenario.
//
// compile() turns a Scenario into a Plan (names resolved to indices, dates to times); the Plan is
// immutable and may be shared by any number of threads. run_replication() is a function: the same
// plan and request give the same record on any thread and on both calendars.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "clinic/observation.hpp"
#include "scenario/scenario.hpp"

namespace asepsim::clinic {

/// Which calendar runs the events.
enum class Engine : std::uint8_t { native, simgrid };

struct ReplicationRequest {
  std::uint64_t seed = 1;
  std::uint64_t replication = 0;
  std::uint64_t domain = 0;  ///< 0: common random numbers; others: independent of them
  Engine engine = Engine::native;
  Given given = Given::nothing;
};

/// A scenario made ready to run. Opaque outside the clinic.
class Plan;

std::shared_ptr<const Plan> compile(const scenario::Scenario& scenario);

/// What a PoolFact is about: a staff group, a kind of room, machine or instrument, a skill.
struct RecordPool {
  std::string name;
  bool awaited = true;     ///< some step may wait for it; who wants a skill waits for no group
  bool has_units = true;   ///< has people, rooms or machines whose hours are counted
  bool is_supply = false;  ///< a consumable that is ordered and used up
  bool breaks_down = false;
  bool is_maintained = false;
  bool operator==(const RecordPool&) const = default;
};

/// The pools of every record of this plan, in PoolFact order.
const std::vector<RecordPool>& record_pools(const Plan& plan);

/// Probability of the state `drift` where replications are given one; 0 where they are not.
double probability_of_drift(const Plan& plan);

/// The scenario the plan was made from.
const scenario::Scenario& scenario_of(const Plan& plan);

/// Runs one replication. Engine::simgrid must not be used from two threads at once.
ReplicationRecord run_replication(const Plan& plan, const ReplicationRequest& request);

/// First difference between two records as a sentence; empty if they are equal.
std::string first_difference(const ReplicationRecord& a, const ReplicationRecord& b);

/// Words for the files: "no_show", "bacterial_infection" ...
const char* word(ExitReason);
const char* word(SupplyEvent);
const char* word(Upkeep);
const char* word(VisitKind);
const char* word(Hazard);
const char* word(HarmRoute);
const char* word(Presentation);
const char* word(Account);
const char* word(LoadFault);
const char* word(Moment);
const char* word(MachineTest);
const char* word(Indicator);
const char* word(CommonCause);
const char* word(Given);
/// True for accounts that bring money in.
bool is_revenue(Account);

}  // namespace asepsim::clinic
