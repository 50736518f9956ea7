#include "experiment/count_visits.hpp"

#include <algorithm>
#include <cmath>

#include "experiment/counted.hpp"
#include "experiment/counting.hpp"

namespace asepsim::experiment {
namespace {

using clinic::ExitReason;
using clinic::ReplicationRecord;
using clinic::VisitFact;
using clinic::VisitKind;
using Q = Quantity;

bool is_call(const CountingPlan& plan, const VisitFact& visit) {
  return visit.kind == VisitKind::follow_up && visit.pathway == plan.call_pathway;
}

bool is_planned(const VisitFact& visit) {
  return visit.kind == VisitKind::booked || visit.kind == VisitKind::walk_in;
}

void count_exit(Sums& sums, ExitReason exit) {
  switch (exit) {
    case ExitReason::balked:
      ++sums[Q::balked];
      break;
    case ExitReason::reneged:
      ++sums[Q::reneged];
      break;
    case ExitReason::no_show:
      ++sums[Q::no_shows];
      break;
    case ExitReason::cancelled:
      ++sums[Q::cancelled];
      break;
    case ExitReason::refused:
    case ExitReason::deferred:
      ++sums[Q::turned_down];
      break;
    case ExitReason::sent_away:
      ++sums[Q::sent_away];
      break;
    case ExitReason::inside:
      ++sums[Q::inside];
      break;
    case ExitReason::done:
    case ExitReason::dropped_out:
      break;
  }
}

void count_appointment(Sums& sums, const VisitFact& visit) {
  if (visit.kind != VisitKind::booked || visit.exit == ExitReason::balked) return;
  if (!cancelled_in_time(visit)) ++sums[Q::appointments];
  if (visit.before_run) return;
  ++sums[Q::booked];
  sums[Q::access_delay_days] += std::max(0.0, (visit.scheduled_at - visit.wanted_at).days());
  sums[Q::lead_days] += (visit.scheduled_at - visit.requested_at).days();
}

struct Times {
  std::vector<double> waits, stays;  ///< minutes, a visit each
};

void count_times(Sums& sums, Times& times, const VisitFact& visit) {
  const double waited = visit.waited.minutes();
  const double stay = (visit.early + visit.waited + visit.served).minutes();
  ++sums[Q::visits];
  sums[Q::waited_minutes] += waited;
  sums[Q::early_minutes] += visit.early.minutes();
  sums[Q::stay_minutes] += stay;
  if (waited > long_wait_minutes) ++sums[Q::long_waits];
  times.waits.push_back(waited);
  times.stays.push_back(stay);
}

void count_percentiles(Sums& sums, Times times) {
  if (times.waits.empty()) return;
  sums[Q::any_visits] = sums[Q::any_stays] = 1;
  sums[Q::wait_median] = nearest_rank(times.waits, 0.5);
  sums[Q::wait_p90] = nearest_rank(times.waits, 0.9);
  sums[Q::wait_p95] = nearest_rank(times.waits, 0.95);
  sums[Q::stay_p95] = nearest_rank(times.stays, 0.95);
}

// A wait that ended in giving up is a wait for the pool, not for a start of the step. What was
// waited for before, up to `end` of the facts, has its own part.
using WaitRow = std::vector<clinic::WaitFact>::const_iterator;

void count_pool_wait(Sums& sums, const CountingPlan& plan, const clinic::StepFact& fact,
                     const VisitFact& visit, WaitRow first, WaitRow end) {
  if (fact.awaited >= plan.pools || !is_waited_visit(plan, visit)) return;
  const auto add = [&](std::uint16_t pool, Duration waited) {
    sums[plan.pool_slot(pool, PoolQuantity::waited_minutes)] += waited.minutes();
  };
  Duration before{};
  for (; first != end; ++first) {
    add(first->pool, wait_of(*first, visit));
    before += wait_of(*first, visit);
  }
  add(fact.awaited, wait_of(fact, visit) - before);
}

void count_step_waits(Sums& sums, const CountingPlan& plan,
                      std::vector<std::vector<double>>& waits) {
  for (std::size_t step = 0; step < waits.size(); ++step) {
    if (waits[step].empty()) continue;
    sums[plan.step_slot(step, StepQuantity::any)] = 1;
    sums[plan.step_slot(step, StepQuantity::starts)] = static_cast<double>(waits[step].size());
    for (const double wait : waits[step]) {
      sums[plan.step_slot(step, StepQuantity::waited_minutes)] += wait;
    }
    sums[plan.step_slot(step, StepQuantity::wait_p95)] = nearest_rank(waits[step], 0.95);
    if (plan.treatment[step] != 0) sums[Q::sessions] += static_cast<double>(waits[step].size());
  }
}

}  // namespace

void count_visits(Sums& sums, const CountingPlan& plan, const ReplicationRecord& record,
                  const std::vector<std::uint8_t>& counted) {
  Times times;
  times.waits.reserve(record.visits.size());
  times.stays.reserve(record.visits.size());
  for (std::size_t v = 0; v < record.visits.size(); ++v) {
    const VisitFact& visit = record.visits[v];
    if (counted[v] == 0 || is_call(plan, visit)) continue;
    ++sums[Q::requests];
    count_exit(sums, visit.exit);
    count_appointment(sums, visit);
    if (visit.kind == VisitKind::complication) ++sums[Q::complication_visits];
    if (!came_and_left(visit)) continue;
    if (is_planned(visit)) ++sums[Q::planned_visits];
    count_times(sums, times, visit);
  }
  count_percentiles(sums, std::move(times));
}

void count_steps(Sums& sums, const CountingPlan& plan, const ReplicationRecord& record,
                 const std::vector<std::uint8_t>& counted) {
  std::vector<std::vector<double>> waits(plan.steps());
  WaitRow before = record.waits.begin();
  for (const clinic::StepFact& fact : record.steps) {
    const WaitRow first = before;
    while (before != record.waits.end() && &record.steps[before->step] == &fact) ++before;
    if (counted[fact.visit] == 0) continue;
    const VisitFact& visit = record.visits[fact.visit];
    count_pool_wait(sums, plan, fact, visit, first, before);
    if (fact.exit != ExitReason::done) continue;
    waits[plan.first_step[visit.pathway] + fact.step].push_back(wait_of(fact, visit).minutes());
  }
  count_step_waits(sums, plan, waits);
}

bool is_waited_visit(const CountingPlan& plan, const VisitFact& visit) {
  return came_and_left(visit) && !is_call(plan, visit);
}

bool came_and_left(const VisitFact& visit) {
  switch (visit.exit) {
    case ExitReason::balked:
    case ExitReason::no_show:
    case ExitReason::inside:
      return false;
    case ExitReason::cancelled:
      return !cancelled_in_time(visit);
    default:
      return true;
  }
}

double nearest_rank(std::vector<double>& values, double q) {
  const auto n = static_cast<double>(values.size());
  // The small slack keeps q x n = 19.000000000000004 at rank 19.
  const auto rank = static_cast<std::ptrdiff_t>(std::ceil(q * n - 1e-9 * n));
  const auto nth = values.begin() + std::max<std::ptrdiff_t>(rank - 1, 0);
  std::nth_element(values.begin(), nth, values.end());
  return *nth;
}

}  // namespace asepsim::experiment
