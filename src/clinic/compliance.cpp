#include "clinic/compliance.hpp"

#include <algorithm>

#include "clinic/purposes.hpp"

namespace asepsim::clinic {
namespace {

using scenario::Grade;

// Moments of a visit when its draws were first addressed: another number would move all of them.
constexpr std::uint64_t address_stride = 7;
// When a route leads back, and for every treatment, each decision is taken anew.
constexpr unsigned round_shift = 32;

bool on_duty(const Clinic& c, const Worker& worker) {
  const kernel::UnitState state = c.resources.state(worker.unit);
  return state == kernel::UnitState::idle || state == kernel::UnitState::busy;
}

bool is_watched(const Clinic& c, std::uint32_t staff) {
  const kernel::SkillMask asked = c.plan.supervisor_skills;
  if (asked == 0) return false;
  for (std::uint32_t i = 0; i < c.workers.size(); ++i) {
    if (i != staff && (c.plan.staff[i].skills & asked) == asked && on_duty(c, c.workers[i])) {
      return true;
    }
  }
  return false;
}

// Of somebody unknown only the delay counts.
science::Pressure pressure_on(const Clinic& c, double minutes_behind, std::uint32_t staff) {
  science::Pressure pressure;
  pressure.minutes_behind = minutes_behind;
  if (staff >= c.plan.staff.size()) return pressure;
  const scenario::HumanFactors& people = c.plan.scenario.human_factors;
  const Grade grade = c.plan.staff[staff].group->grade;
  pressure.hours_on_shift = hours_on_shift(c, staff);
  pressure.training = grade == Grade::expert      ? people.expert
                      : grade == Grade::untrained ? people.untrained
                                                  : 0.0;
  pressure.supervised = is_watched(c, staff);
  return pressure;
}

struct Address {
  kernel::Purpose what;
  std::uint64_t first;
};

// Moments beyond the stride would fall on those of the patient's next visit.
Address address_of(const Visit& v, Moment moment) {
  if (moment == Moment::device) return {purpose::of("compliance.device_lapse"), v.number};
  return {purpose::of("compliance.lapse"),
          v.number * address_stride + static_cast<std::uint64_t>(moment)};
}

// What it decides is borne by whoever comes next.
constexpr bool leaves_behind(Moment moment) {
  return moment == Moment::hands_after || moment == Moment::surfaces || moment == Moment::device;
}

// The longest that somebody has been waiting for a sterile set.
double minutes_without_sets(const Clinic& c) {
  std::size_t waiting = 0;
  for (const auto& store : c.instruments.stores) waiting += store ? store->waiting() : 0;
  double longest = 0;
  const std::vector<StockOutFact>& facts = c.record.stock_outs;
  for (std::size_t i = facts.size(); i-- > 0 && waiting > 0;) {
    const bool for_set = !c.plan.record_pools[facts[i].pool].is_supply;
    if (!for_set || facts[i].until != SimTime::never()) continue;
    longest = (c.now() - facts[i].from).minutes();
    --waiting;
  }
  return longest;
}

}  // namespace

science::LapseCoefficients lapse_coefficients(const Clinic& c) {
  const scenario::HumanFactors& people = c.plan.scenario.human_factors;
  science::LapseCoefficients k;
  k.supervision = people.supervision;
  if (!people.workload_link) return k;
  k.per_minute_behind = people.per_minute_behind;
  k.most_minutes = people.most_behind->minutes();
  k.per_hour_on_shift = people.per_hour_on_shift;
  return k;
}

// Since the appointed time, or since the patient came if that was later, less the work that was
// done; the step in hand counts as of its start.
double minutes_behind_plan(const Clinic& c, const Visit& v) {
  const VisitFact& visit = c.record.visits[v.fact];
  const SimTime at = std::min(c.now(), v.working_since);
  const Duration since = at - std::max(visit.scheduled_at, visit.arrived_at);
  return std::max(0.0, (since - visit.served).minutes());
}

double hours_on_shift(const Clinic& c, std::uint32_t staff) {
  if (!c.plan.scenario.human_factors.workload_link || staff >= c.workers.size()) return 0;
  if (c.plan.staff[staff].shifts == nullptr) return 0;
  return std::max(0.0, (c.now() - c.workers[staff].on_since).hours());
}

double tiredness(const Clinic& c, std::uint32_t staff) {
  return 1 + c.plan.scenario.human_factors.fatigue * hours_on_shift(c, staff);
}

bool lapses(Clinic& c, const Visit& v, Moment moment, double base, std::uint32_t staff) {
  const science::Pressure pressure = pressure_on(c, minutes_behind_plan(c, v), staff);
  const double p = science::lapse_probability(base, pressure, lapse_coefficients(c));
  ComplianceFact fact;
  fact.visit = v.fact;
  fact.moment = moment;
  fact.borne_by = leaves_behind(moment) ? no_fact : v.fact;
  fact.probability = static_cast<float>(1 - p);
  const Address address = address_of(v, moment);
  fact.complied = !c.random.bernoulli(
      p, c.patients[v.patient].key, address.what,
      address.first + (std::uint64_t{v.rounds} << round_shift) + of_treatment(v));
  c.record.compliance.push_back(fact);
  return !fact.complied;
}

bool lapses(Clinic& c, const LoadDecision& of, Moment moment, double base) {
  if (base <= 0) return false;
  const double p = error_probability(c, base, of.staff);
  ComplianceFact fact;
  fact.visit = no_fact;
  fact.load = of.load;
  fact.moment = moment;
  fact.probability = static_cast<float>(1 - p);
  fact.complied = !c.random.bernoulli(p, of.key, purpose::of("shortcut.lapse"),
                                      static_cast<std::uint64_t>(moment));
  c.record.compliance.push_back(fact);
  return !fact.complied;
}

double error_probability(const Clinic& c, double base, std::uint32_t staff) {
  const science::Pressure pressure = pressure_on(c, minutes_without_sets(c), staff);
  return science::lapse_probability(base, pressure, lapse_coefficients(c));
}

}  // namespace asepsim::clinic
