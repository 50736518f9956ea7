// Supplies of consumables: orders that can be placed, stock that is used, names of their own.
#include <fmt/format.h>

#include <algorithm>

#include "scenario/checker.hpp"

namespace asepsim::scenario {
namespace {

// Most units of a consumable that one step takes.
std::int64_t largest_need(const Scenario& s, const std::string& name) {
  std::int64_t largest = 0;
  for (const Pathway& pathway : s.pathways) {
    for (const Step& step : pathway.steps) {
      const auto need = step.consumables.find(name);
      if (need != step.consumables.end()) largest = std::max(largest, need->second);
    }
  }
  return largest;
}

void check_order(Checker& c, const Supply& supply, const std::string& path) {
  if (supply.reorder_point) {
    if (!supply.lead_time) {
      c.error(path + ".reorder_point", "an order needs the time until it is delivered",
              "add  lead_time: 3 d");
    }
    if (!supply.pack) {
      c.error(path + ".reorder_point", "an order needs the units of a pack", "add  pack: 100");
    }
    return;
  }
  for (const auto& [given, key] :
       {std::pair{supply.lead_time.has_value(), "lead_time"}, {supply.pack.has_value(), "pack"}}) {
    if (given) {
      c.error(fmt::format("{}.{}", path, key), "nothing is ordered without a reorder point",
              "add  reorder_point: 50");
    }
  }
  if (supply.when_empty == WhenOut::wait) {
    c.error(path, "patients would wait for ever: nothing is ordered",
            "add reorder_point, pack and lead_time, or write when_empty: cancel or buy");
  }
}

// What is left below the need of a step must have been ordered for already.
void check_reach(Checker& c, const Supply& supply, std::int64_t need, const std::string& path) {
  if (!supply.reorder_point || *supply.reorder_point >= need - 1) return;
  c.error(path + ".reorder_point",
          fmt::format("it may never be reached: with {} left nothing is ordered, but a step takes "
                      "{} at a time",
                      *supply.reorder_point + 1, need),
          fmt::format("write at least {}", need - 1));
}

// Waits for a supply are reported under its name.
void check_own_name(Checker& c, const std::string& name) {
  for (const Names* names : {&c.skills, &c.rooms, &c.equipment, &c.instruments}) {
    if (names->known.contains(name)) {
      c.error("consumables." + name, fmt::format("a {} has this name too", names->one),
              "rename one of the two");
    }
  }
}

void check_supply(Checker& c, const Consumable& consumable) {
  const Supply& supply = *consumable.supply;
  const std::string path = "consumables." + consumable.name + ".supply";
  check_order(c, supply, path);
  check_own_name(c, consumable.name);
  if (supply.when_empty != WhenOut::buy && supply.premium.value != Supply{}.premium.value) {
    c.warning(path + ".premium", "only what is bought has a premium; this has no effect here",
              "write  when_empty: buy");
  }
  if (!c.whole("pathways")) return;
  const std::int64_t need = largest_need(c.scenario, consumable.name);
  if (need == 0) c.warning(path, "no step uses it; this has no effect here");
  check_reach(c, supply, need, path);
}

}  // namespace

void check_supplies(Checker& c) {
  for (const Consumable& consumable : c.scenario.consumables) {
    if (consumable.supply && c.whole("consumables." + consumable.name)) check_supply(c, consumable);
  }
}

}  // namespace asepsim::scenario
