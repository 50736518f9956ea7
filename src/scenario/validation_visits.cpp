// How many visits and steps a replication will hold: each is a fact that stays in memory.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "scenario/checker.hpp"
#include "scenario/families.hpp"
#include "scenario/limits.hpp"
#include "scenario/route_matrix.hpp"

namespace asepsim::scenario {
namespace {

using StepsOfVisit = std::map<std::string, double>;  // by pathway

// Mean number of arrivals an hour.
double hourly(const ArrivalStream& stream) {
  if (stream.interarrival) return 3600e6 / mean_of(*stream.interarrival);
  double sum = 0;
  for (const auto& day : *stream.rate)
    for (const double rate : day) sum += rate;
  return sum / (7 * 24) * stream.rate_factor;
}

bool comes_as_written(Checker& c, const ArrivalStream& stream, const std::string& path) {
  if (stream.rate.has_value() == stream.interarrival.has_value()) return false;
  if (stream.rate && hourly(stream) <= 0)
    c.warning(path + ".rate", "nobody ever comes", "all rates are 0");
  if (!stream.interarrival || support(*stream.interarrival).second > 0) return true;
  c.error(path + ".interarrival", "no time passes between arrivals",
          "write a time above 0, for example {exponential: 20 min}");
  return false;
}

// Sessions of the courses of booked patients, as far as the run lasts.
double sessions_of(const Scenario& s, const ArrivalStream& stream) {
  if (stream.kind != ArrivalKind::booked || s.indications.empty()) return 1;
  double mean = 0;
  for (const Indication& indication : s.indications) {
    const double interval = std::max(1.0, indication.interval->hours());
    mean += indication.share *
            std::min(mean_of(indication.sessions), 1 + s.run.whole().hours() / interval);
  }
  return std::max(1.0, mean);
}

// Visits of booked patients for each session: the deferred come again, a slot later at the
// earliest.
double tries_of(const Scenario& s, const ArrivalStream& stream) {
  if (stream.kind != ArrivalKind::booked || !s.screening || !s.booking) return 1;
  const double pause = std::max(s.screening->deferral->hours(), s.booking->slot.hours());
  const double going_on = 1 - s.screening->deferred;
  const double most = 1 + s.run.whole().hours() / std::max(pause, 1.0 / 3600);
  return going_on * most > 1 ? 1 / going_on : most;
}

double steps_in_run(const Scenario& s, const ArrivalStream& stream, const StepsOfVisit& steps) {
  const auto of = [&](const std::string& pathway) {
    const auto found = steps.find(pathway);
    return found == steps.end() ? 0.0 : found->second;
  };
  const double calls = s.follow_up ? of(s.follow_up->pathway) : 0;
  return hourly(stream) * s.run.whole().hours() * sessions_of(s, stream) * tries_of(s, stream) *
         std::max(1.0, of(stream.pathway) + calls);
}

// None if a pathway is broken or refused as endless: its patients are not to be counted.
std::optional<StepsOfVisit> steps_of_visits(const Checker& c) {
  StepsOfVisit steps;
  if (!c.whole("pathways")) return std::nullopt;
  for (const Pathway& pathway : c.scenario.pathways) {
    if (pathway.steps.size() > limits::steps) return std::nullopt;
    const double expected = expected_steps(pathway, c.scenario.indications);
    if (expected > limits::steps_of_visit) return std::nullopt;
    steps[pathway.name] = expected;
  }
  return steps;
}

/// What a replication holds of something that takes memory or time.
struct Volume {
  double expected, most;
  std::string_view said;  ///< "about {:.2g} slots"
};

void check_volume(Checker& c, const std::string& path, const Volume& volume,
                  const std::string& remedy) {
  if (volume.expected <= volume.most) return;
  c.error(path,
          fmt::format("{} in one replication, at most {:.0f} million are possible",
                      fmt::format(fmt::runtime(volume.said), volume.expected), volume.most / 1e6),
          remedy);
}

void check_steps_in_run(Checker& c, const StepsOfVisit& steps) {
  double all = 0, most = 0;
  std::string largest = "arrivals";
  for (const ArrivalStream& stream : c.scenario.arrivals) {
    const std::string path = "arrivals." + stream.name;
    if (!comes_as_written(c, stream, path)) continue;
    const double expected = steps_in_run(c.scenario, stream, steps);
    all += expected;
    if (expected <= most) continue;
    most = expected;
    largest = path;
  }
  check_volume(c, largest, {all, limits::steps_of_run, "about {:.2g} steps of patients"},
               "shorten the run, lower the rate, or run more replications instead");
}

void check_slots(Checker& c) {
  const double slot = c.scenario.booking->slot.hours();
  if (slot <= 0) return;
  check_volume(c, "booking.slot",
               {c.scenario.run.whole().hours() / slot, limits::slots, "about {:.2g} slots"},
               "shorten the run or write longer slots");
}

void check_shifts(Checker& c) {
  double each_day = 0;
  for (const StaffGroup& group : c.scenario.staff)
    each_day += static_cast<double>(group.count) * static_cast<double>(1 + group.breaks.size());
  const double all = each_day * c.scenario.run.whole().hours() / 24;
  check_volume(c, "staff", {all, limits::shifts, "about {:.2g} shifts and breaks"},
               "shorten the run or employ fewer people");
}

// As many cycles as the machines could run one after the other.
void check_cycles(Checker& c) {
  const Sterilization& s = *c.scenario.sterilization;
  const double cycles = static_cast<double>(s.sterilizers) * c.scenario.run.whole().hours() *
                        3600e6 / mean_of(s.programme.total);
  check_volume(c, "sterilization.programme.total",
               {cycles, limits::cycles, "room for about {:.2g} cycles"},
               "shorten the run or write the time of a whole cycle");
}

}  // namespace

void check_visits(Checker& c) {
  if (!c.whole("run")) return;
  if (c.whole("arrivals")) check_steps_in_run(c, steps_of_visits(c).value_or(StepsOfVisit{}));
  if (c.scenario.booking && c.whole("booking")) check_slots(c);
  if (c.whole("staff")) check_shifts(c);
  if (c.scenario.sterilization && c.whole("sterilization")) check_cycles(c);
}

}  // namespace asepsim::scenario
