// Recall: what a positive biological indicator calls back, and what a negative one clears (G3).
//
// Of the machine in question, every load since its last negative indicator: sets that lie unused
// are taken off the shelf and sterilized again, patients treated with the rest are listed.
#include <algorithm>

#include "clinic/journeys.hpp"

namespace asepsim::clinic {
namespace {

// Who was treated with these loads; patients of loads that were cleared are forgotten.
void look_back(Clinic& c, const std::vector<std::uint32_t>& loads) {
  for (RecallFact treated : c.sterilizing.treated) {
    if (!std::binary_search(loads.begin(), loads.end(), treated.load.index())) continue;
    treated.recalled_at = c.now();
    c.record.recalls.push_back(treated);
  }
}

}  // namespace

void recall(Clinic& c, std::uint16_t machine) {
  std::vector<std::uint32_t>& suspect = c.sterilizing.machines[machine].loads_since_negative;
  std::vector<std::uint32_t> recalled;
  for (const std::uint32_t load : suspect) {
    LoadFact& fact = c.record.loads[load];
    fact.used_before_recall = c.sterilizing.used_of_load[load];
    for (std::size_t i = 0; i < c.instruments.heads.size(); ++i) {
      const Head& head = c.instruments.heads[i];
      if (head.load != LoadId{load} || head.stage != HeadStage::sterile) continue;
      const auto slot = static_cast<std::uint32_t>(i);
      if (!c.instruments.stores[head.kind]->remove(slot)) continue;
      ++fact.recalled;
      recalled.push_back(slot);
    }
  }
  look_back(c, suspect);
  suspect.clear();
  for (const std::uint32_t slot : recalled) c.sim.spawn(repack(c, slot), {"set", slot});
}

void clear(Clinic& c, std::uint16_t machine, std::uint32_t last) {
  std::erase_if(c.sterilizing.machines[machine].loads_since_negative,
                [&](std::uint32_t load) { return load <= last; });
  std::erase_if(c.sterilizing.treated, [&](const RecallFact& treated) {
    const LoadFact& load = c.record.loads[treated.load.index()];
    return load.sterilizer == machine && load.load.index() <= last;
  });
}

}  // namespace asepsim::clinic
