#include "report/screen_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/number_text.hpp"

namespace asepsim::report {
namespace {

using experiment::Estimate;
using experiment::Kpi;
using experiment::KpiGroup;

std::string shown_unit(const Kpi& kpi) {
  if (kpi.unit == "share") return "%";
  const bool said_by_name = kpi.unit.starts_with("1/") || kpi.unit.ends_with("/day");
  if (said_by_name) return {};
  return kpi.group == KpiGroup::money ? kpi.unit.substr(0, kpi.unit.find('/')) : kpi.unit;
}

}  // namespace

std::vector<ScreenGroup> screen_groups() {
  return {
      {"Waits", {KpiGroup::waits}},
      {"Throughput", {KpiGroup::throughput, KpiGroup::resources}},
      {"Complications and safety", {KpiGroup::safety, KpiGroup::depth, KpiGroup::sterilization}},
      {"Benefit", {KpiGroup::benefit}},
      {"Money", {KpiGroup::money}}};
}

bool belongs_to(const ScreenGroup& group, const Kpi& kpi) {
  const auto& groups = group.groups;
  return kpi.headline && std::find(groups.begin(), groups.end(), kpi.group) != groups.end();
}

std::string label(const Kpi& kpi) {
  const std::string unit = shown_unit(kpi);
  return unit.empty() ? kpi.name : kpi.name + ", " + unit;
}

double shown_scale(const Kpi& kpi) {
  return kpi.unit == "share" ? 100 : 1;
}

std::string shown_value(const Kpi& kpi, const Estimate& estimate) {
  if (is_refused(estimate)) return "refused";
  return estimate.n == 0 ? "-" : short_number(estimate.value * shown_scale(kpi));
}

std::string percent(double share) {
  return fmt::format("{:g} %", share * 100);
}

std::string wrapped(const std::string& paragraph) {
  constexpr std::size_t width = 80;
  std::string out;
  std::size_t at = 0;
  while (paragraph.size() - at > width) {
    const std::size_t blank = paragraph.rfind(' ', at + width);
    const std::size_t end = blank == std::string::npos || blank <= at ? at + width : blank;
    out += paragraph.substr(at, end - at) + "\n";
    at = end == blank ? end + 1 : end;
  }
  return out + paragraph.substr(at) + "\n";
}

}  // namespace asepsim::report
