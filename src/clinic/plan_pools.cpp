// The pools of a plan: what steps ask for, as the kernel and as the record see it.
#include <algorithm>

#include "clinic/plan.hpp"

namespace asepsim::clinic {

void Plan::list_pools() {
  pools.push_back({"staff", 0, true});
  for (const scenario::StaffGroup& group : scenario.staff)
    record_pools.push_back({group.name, false, true});
  for (const scenario::RoomKind& room : scenario.rooms) add_pool(room, PoolOf::rooms);
  for (const scenario::RoomKind& machine : scenario.equipment) {
    const bool is_device = scenario.hygiene && treats(machine.name);
    add_pool(machine, is_device ? PoolOf::devices : PoolOf::machines);
  }
  first_instrument_pool = static_cast<std::uint16_t>(record_pools.size());
  for (const scenario::InstrumentKind& kind : scenario.instruments) {
    record_pools.push_back({kind.name, true, false});
  }
  sterilizer_pool = static_cast<std::uint16_t>(record_pools.size());
  if (scenario.sterilization) record_pools.push_back({"sterilizer", false, true});
  list_supplies();
  first_skill_pool = static_cast<std::uint16_t>(record_pools.size());
}

// Each device has germs of its own; of devices without number there is no telling which it was.
void Plan::add_pool(const scenario::RoomKind& kind, PoolOf of) {
  PoolPlan pool{kind.name, kind.count};
  pool.of = of;
  pool.listed = kind.turnaround || kind.breakdowns || kind.maintenance;
  pool.named = pool.listed || (of == PoolOf::devices && kind.count > 0);
  if (kind.breakdowns) pool.breakdowns = &*kind.breakdowns;
  if (kind.maintenance) pool.maintenance = &*kind.maintenance;
  if (kind.turnaround) {
    pool.turnaround = &*kind.turnaround;
    pool.turnaround_skills = skill(kind.turnaround->staff);
  }
  pool.record_pool = static_cast<std::uint16_t>(record_pools.size());
  record_pools.push_back({kind.name});
  record_pools.back().breaks_down = kind.breakdowns.has_value();
  record_pools.back().is_maintained = kind.maintenance.has_value();
  pools.push_back(pool);
}

bool Plan::treats(const std::string& machine) const {
  for (const scenario::Pathway& pathway : scenario.pathways) {
    for (const scenario::Step& step : pathway.steps) {
      const bool asked =
          std::find(step.equipment.begin(), step.equipment.end(), machine) != step.equipment.end();
      const bool needles = step.kind == scenario::StepKind::treatment &&
                           step.modality == scenario::Modality::microneedle;
      if (asked && needles) return true;
    }
  }
  return false;
}

void Plan::list_supplies() {
  for (const scenario::Consumable& consumable : scenario.consumables) {
    if (!consumable.supply) continue;
    supplies.push_back({&consumable, static_cast<std::uint16_t>(record_pools.size())});
    record_pools.push_back({consumable.name, true, false, true});
  }
}

}  // namespace asepsim::clinic
