// Breakdowns and maintenance that could not be, or that nobody would ever notice.
//
// What has no number cannot be cleaned, break down or be maintained one by one; what no step uses
// does not break down.
#include <fmt/format.h>

#include <algorithm>

#include "scenario/checker.hpp"

namespace asepsim::scenario {
namespace {

void check_count(Checker& c, const RoomKind& kind, const std::string& path) {
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

void check_length(Checker& c, const RoomKind& kind, const std::string& path) {
  if (!kind.maintenance || !c.whole(path)) return;
  const double hours = mean_of(kind.maintenance->duration.value) / 3600e6;
  const double every = kind.maintenance->every.value.hours();
  if (!(hours >= every)) return;
  c.error(path + ".maintenance.duration",
          fmt::format("it takes {:.6g} h on average and is due every {:.6g} h, so \"{}\" would "
                      "hardly ever be in service",
                      hours, every, kind.name),
          "write a shorter duration, or a longer time for every", path + ".maintenance.every",
          "when it is due");
}

bool is_used(const Scenario& s, const std::string& name, std::vector<std::string> Step::*list) {
  const auto uses = [&](const Step& step) {
    return std::find((step.*list).begin(), (step.*list).end(), name) != (step.*list).end();
  };
  return std::any_of(s.pathways.begin(), s.pathways.end(), [&](const Pathway& pathway) {
    return std::any_of(pathway.steps.begin(), pathway.steps.end(), uses);
  });
}

// Of what is never used, maintenance still costs money.
void check_use(Checker& c, const RoomKind& kind, const std::string& path, bool used) {
  if (kind.count == 0 || !used) {
    const char* why = kind.count == 0 ? "there is none" : "no step uses it";
    if (kind.breakdowns)
      c.warning(path + ".breakdowns", fmt::format("{}; this has no effect here", why));
    if (kind.maintenance && kind.count == 0)
      c.warning(path + ".maintenance", fmt::format("{}; this has no effect here", why));
    if (kind.maintenance && kind.count != 0)
      c.warning(path + ".maintenance", fmt::format("{}; only its cost has an effect here", why));
  }
}

void check_kinds(Checker& c, const std::vector<RoomKind>& kinds, std::string_view section,
                 std::vector<std::string> Step::*list) {
  for (const RoomKind& kind : kinds) {
    const std::string path = fmt::format("{}.{}", section, kind.name);
    check_count(c, kind, path);
    check_length(c, kind, path);
    if (c.whole("pathways")) check_use(c, kind, path, is_used(c.scenario, kind.name, list));
  }
}

}  // namespace

void check_upkeep(Checker& c) {
  check_kinds(c, c.scenario.rooms, "rooms", &Step::rooms);
  check_kinds(c, c.scenario.equipment, "equipment", &Step::equipment);
}

}  // namespace asepsim::scenario
