// What has no number cannot be cleaned, break down or be maintained one by one.
#include <fmt/format.h>

#include "scenario/checker.hpp"

namespace asepsim::scenario {
namespace {

void check_kind(Checker& c, const RoomKind& kind, const std::string& path) {
  if (kind.count >= 0) return;
  const auto refuse = [&](bool declared, const char* what) {
    if (!declared) return;
    c.error(fmt::format("{}.{}", path, what),
            fmt::format("there is no limit to \"{}\", so none of them is ever missed", kind.name),
            fmt::format("give a count, or leave {} out", what), path + ".count", "the count");
  };
  refuse(kind.turnaround.has_value(), "turnaround");
  refuse(kind.breakdowns.has_value(), "breakdowns");
  refuse(kind.maintenance.has_value(), "maintenance");
}

}  // namespace

void check_upkeep(Checker& c) {
  for (const RoomKind& room : c.scenario.rooms) check_kind(c, room, "rooms." + room.name);
  for (const RoomKind& kind : c.scenario.equipment) check_kind(c, kind, "equipment." + kind.name);
}

}  // namespace asepsim::scenario
