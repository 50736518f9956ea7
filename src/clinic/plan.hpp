// A scenario made ready to run: names resolved to indices, dates to times, shares to cumulative
// weights, and the address purposes of every step. Immutable and shared by all replications.
//
// Resource pools of the kernel are numbered in the order they are listed here, which is the order
// in which Clinic creates them: the staff pool (all people, told apart by skill bits), then kinds
// of rooms, kinds of equipment. Pools of the record (PoolFact) are listed for the reader instead:
// one per staff group, then rooms, equipment, instrument kinds (their sterile store), sterilizers,
// consumables with a supply, and the skills that steps ask for (whoever waits for staff waits for a
// skill).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "clinic/base_rates.hpp"
#include "clinic/germs.hpp"
#include "clinic/light_plan.hpp"
#include "clinic/opening_hours.hpp"
#include "clinic/run_replication.hpp"
#include "kernel/kernel.hpp"
#include "scenario/scenario.hpp"
#include "science/inactivation.hpp"
#include "science/needle_length.hpp"

namespace asepsim::clinic {

inline constexpr std::uint16_t no_index = 65535;

/// All people are in the first pool.
inline constexpr kernel::PoolId staff_pool{std::uint32_t{0}};

/// Where a patient may go after a step.
struct RoutePlan {
  std::uint16_t to = no_index;  ///< step; no_index: the end
  double probability = 1;
  Duration after{};
  std::uint64_t indications = ~0ull;  ///< bit per indication
};

/// Something that stays with the patient after a step, or is given back then.
struct KeptPlan {
  kernel::PoolId pool{};
  kernel::SkillMask skills = 0;  ///< of staff: what they were asked for
};

/// A consumable that has a supply.
struct SupplyPlan {
  const scenario::Consumable* consumable = nullptr;
  std::uint16_t record_pool = no_index;
};

/// What a step takes of it.
struct SupplyNeed {
  std::uint16_t item = 0;  ///< index into Plan::supplies
  std::int64_t units = 0;
};

struct StepPlan {
  const scenario::Step* step = nullptr;
  std::uint16_t id = 0;       ///< running number over all pathways
  kernel::Request request{};  ///< priority and patience are the patient's unless declared
  std::uint16_t record_pool_of_staff = no_index;  ///< the first skill: named when staff came last
  std::vector<KeptPlan> kept{};                   ///< stays with the patient
  std::vector<KeptPlan> released{};               ///< kept earlier, given back after this step
  std::uint16_t instrument = no_index;
  Money consumables{};                 ///< price of those that are never lacking
  std::vector<SupplyNeed> supplies{};  ///< of those that may be
  std::vector<RoutePlan> routes{};
  kernel::Purpose duration_purpose{""}, route_purpose{""}, patience_purpose{""};
};

struct PathwayPlan {
  const scenario::Pathway* pathway = nullptr;
  std::vector<StepPlan> steps{};
  bool needles = false;  ///< has a treatment step: a visit of it is a session
};

/// What is in a pool. A device is a machine that a treatment is done with: hands touch it, and
/// germs travel with it from room to room, where the scenario has hygiene.
enum class PoolOf : std::uint8_t { people, rooms, machines, devices };

/// A kernel pool and what happens when a unit of it is given back.
struct PoolPlan {
  std::string name;
  std::int64_t count = 0;  ///< -1: unlimited
  bool named = false;      ///< units of its own (staff; devices; kinds with turnaround or upkeep)
  PoolOf of = PoolOf::people;
  bool listed = false;  ///< its units have rows in the record (kinds with turnaround or upkeep)
  const scenario::Turnaround* turnaround = nullptr;
  kernel::SkillMask turnaround_skills = 0;
  const scenario::Breakdowns* breakdowns = nullptr;
  const scenario::Maintenance* maintenance = nullptr;
  std::uint16_t record_pool = no_index;
};

/// One person of the roster.
struct StaffPlan {
  const scenario::StaffGroup* group = nullptr;
  std::string name;
  std::uint16_t group_index = 0;
  kernel::SkillMask skills = 0;
  kernel::EntityKey key{};
  const std::vector<Interval>* shifts = nullptr;  ///< null: always there
};

/// Shares of a difference in density that a treatment's touches of surfaces and device leave, and
/// all of them together. [F8]
struct TouchPlan {
  double surfaces = 1, device = 1, all = 1;
};

/// How far beyond the end of the run the hours are known for what is planned.
inline constexpr Duration planned_ahead = days(14);

class Plan {
 public:
  explicit Plan(scenario::Scenario scenario);
  Plan(const Plan&) = delete;
  Plan& operator=(const Plan&) = delete;

  scenario::Scenario scenario;
  Horizon horizon{};
  SimTime counted_from{};
  OpeningHours opening{};
  OpeningHours planning{};                 ///< the same, also for a while after the end
  std::vector<std::string> skills{};       ///< bit i is skills[i]
  std::vector<PoolPlan> pools{};           ///< kernel pools in order
  std::vector<RecordPool> record_pools{};  ///< in PoolFact order
  std::vector<SupplyPlan> supplies{};      ///< consumables that may be lacking
  std::vector<StaffPlan> staff{};
  std::vector<std::vector<Interval>> group_shifts{};
  std::vector<PathwayPlan> pathways{};
  std::vector<std::uint16_t> stream_pathways{};  ///< by arrival stream
  std::vector<double> indication_weights{};      ///< cumulative
  std::vector<std::uint16_t> indication_sites{};
  std::vector<std::uint16_t> indication_products{};  ///< no_index: none
  std::array<double, 6> phototype_weights{};         ///< cumulative
  std::uint16_t follow_up_pathway = no_index;
  std::uint16_t complication_pathway = no_index;
  science::Penetration penetration{};                       ///< of the device, means only
  science::DeviceLengths device{};                          ///< what it can be set to
  kernel::QuantileTable fraction_short{}, fraction_long{};  ///< reached; both low in the low case
  LightPlan ipl{}, picosecond{};
  BaseRates base_rates{};  ///< of patients without habits
  kernel::SkillMask sterilization_skills = 0;
  kernel::SkillMask supervisor_skills = 0;
  Duration blood_forgotten_after{};  ///< no virus is left on a dry head
  Branching branching;               ///< how rare decisions are treated
  /// Of each germ, in the heat of the sterilizer (moist or dry).
  std::array<science::HeatResistance, organisms> heat_resistance{};
  std::array<double, organisms> chemical_factor{};  ///< speed of disinfectants, of each organism
  /// Chances that the chemical indicator shows a failed cycle, by fault.
  std::array<double, load_faults> chemical_seen{};
  double bacteria_half_life_h = 48;                ///< on a dry surface or head
  double herpes_half_life_h = 6;                   ///< the same
  double mycobacteria_half_life_h = 48;            ///< on a head that was rinsed
  double herpes_on_skin = 0;                       ///< where it sheds, particles per cm2
  TouchPlan apart{};                               ///< of gloved hands
  std::array<double, viruses> half_life_h{};       ///< on a dry head
  std::array<double, viruses> infectious_share{};  ///< of the patients
  std::uint16_t first_instrument_pool = 0;         ///< in record_pools
  std::uint16_t sterilizer_pool = 0;               ///< in record_pools
  std::uint16_t first_skill_pool = 0;              ///< in record_pools
  std::uint16_t step_count = 0;

  /// Mask of a skill name (asserts that it exists: the scenario is valid).
  [[nodiscard]] kernel::SkillMask skill(const std::string& name) const;

 private:
  void list_skills();
  void list_pools();
  void add_pool(const scenario::RoomKind& kind, PoolOf of);
  [[nodiscard]] bool treats(const std::string& machine) const;
  void list_supplies();
  void list_staff();
  void list_pathways();
  void list_weights();
  void describe_device();
  void describe_germs();
  void describe_touches();
  StepPlan plan_step(const PathwayPlan& pathway, const scenario::Step& step);
  std::uint16_t record_pool_for(const std::string& skill_name);
  void plan_claims(StepPlan& plan);
  void plan_consumables(StepPlan& plan);
  void plan_routes(StepPlan& plan, const scenario::Pathway& pathway);
  [[nodiscard]] KeptPlan kept_named(const std::string& name) const;
};

}  // namespace asepsim::clinic
