#include "experiment/counting.hpp"

#include <algorithm>
#include <cmath>

#include "clinic/run_replication.hpp"
#include "experiment/days_open.hpp"

namespace asepsim::experiment {
namespace {

using clinic::ExitReason;
using clinic::ReplicationRecord;
using clinic::VisitFact;
using clinic::VisitKind;
using Q = Quantity;

/// The vector of quantities, addressed by name.
class Sums {
 public:
  explicit Sums(std::size_t slots) : sums_(slots) {}
  double& operator[](Q quantity) { return sums_[slot(quantity)]; }
  double& operator[](Slot index) { return sums_[index]; }

 private:
  std::vector<double> sums_;
};

std::vector<std::uint8_t> counted_visits(const ReplicationRecord& record) {
  std::vector<std::uint8_t> counted(record.visits.size());
  for (std::size_t v = 0; v < counted.size(); ++v) {
    const SimTime arrived = record.visits[v].arrived_at;
    counted[v] = arrived >= record.counted_from && arrived < record.ended_at ? 1 : 0;
  }
  return counted;
}

bool is_call(const CountingPlan& plan, const VisitFact& visit) {
  return visit.kind == VisitKind::follow_up && visit.pathway == plan.call_pathway;
}

void count_window(Sums& sums, const CountingPlan& plan, const ReplicationRecord& record) {
  const Duration window = record.ended_at - record.counted_from;
  sums[Q::one] = 1;
  sums[Q::days] = window.days();
  sums[Q::weeks] = window.days() / 7;
  sums[Q::years] = window.days() / 365;
  sums[Q::hours] = window.hours();
  sums[Q::days_open] = days_open(plan.calendar, plan.start, record.counted_from, record.ended_at);
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

bool cancelled_in_time(const VisitFact& visit) {
  return visit.exit == ExitReason::cancelled && visit.left_at <= visit.arrived_at;
}

void count_appointment(Sums& sums, const VisitFact& visit) {
  if (visit.kind != VisitKind::booked || visit.exit == ExitReason::balked) return;
  ++sums[Q::booked];
  sums[Q::access_delay_days] += (visit.scheduled_at - visit.wanted_at).days();
  sums[Q::lead_days] += (visit.scheduled_at - visit.requested_at).days();
  if (!cancelled_in_time(visit)) ++sums[Q::appointments];
}

struct Times {
  std::vector<double> waits, stays;  ///< minutes, a visit each
};

void count_times(Sums& sums, Times& times, const VisitFact& visit) {
  const double waited = visit.waited.minutes();
  const double stay = (visit.waited + visit.served).minutes();
  ++sums[Q::visits];
  sums[Q::waited_minutes] += waited;
  sums[Q::stay_minutes] += stay;
  if (waited > long_wait_minutes) ++sums[Q::long_waits];
  times.waits.push_back(waited);
  times.stays.push_back(stay);
}

Times count_visits(Sums& sums, const CountingPlan& plan, const ReplicationRecord& record,
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
    if (came_and_left(visit)) count_times(sums, times, visit);
  }
  return times;
}

void count_percentiles(Sums& sums, Times times) {
  if (times.waits.empty()) return;
  sums[Q::any_visits] = sums[Q::any_stays] = 1;
  sums[Q::wait_median] = nearest_rank(times.waits, 0.5);
  sums[Q::wait_p90] = nearest_rank(times.waits, 0.9);
  sums[Q::wait_p95] = nearest_rank(times.waits, 0.95);
  sums[Q::stay_p95] = nearest_rank(times.stays, 0.95);
}

// A wait that ended in giving up is a wait for the pool, not for a start of the step.
void count_pool_wait(Sums& sums, const CountingPlan& plan, const clinic::StepFact& fact,
                     const VisitFact& visit) {
  if (fact.awaited >= plan.pools || is_call(plan, visit) || !came_and_left(visit)) return;
  sums[plan.pool_slot(fact.awaited, PoolQuantity::waited_minutes)] +=
      (fact.started_at - fact.queued_at).minutes();
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

void count_steps(Sums& sums, const CountingPlan& plan, const ReplicationRecord& record,
                 const std::vector<std::uint8_t>& counted) {
  std::vector<std::vector<double>> waits(plan.steps());
  for (const clinic::StepFact& fact : record.steps) {
    if (counted[fact.visit] == 0) continue;
    const VisitFact& visit = record.visits[fact.visit];
    count_pool_wait(sums, plan, fact, visit);
    if (fact.exit != ExitReason::done) continue;
    waits[plan.first_step[visit.pathway] + fact.step].push_back(
        (fact.started_at - fact.queued_at).minutes());
  }
  count_step_waits(sums, plan, waits);
}

void count_stock_outs(Sums& sums, const ReplicationRecord& record,
                      const std::vector<std::uint8_t>& counted) {
  for (const clinic::StockOutFact& fact : record.stock_outs) {
    if (counted[fact.visit] == 0) continue;
    ++sums[Q::stock_outs];
    sums[Q::stock_out_minutes] += (std::min(fact.until, record.ended_at) - fact.from).minutes();
  }
}

void count_pools(Sums& sums, const CountingPlan& plan, const ReplicationRecord& record) {
  for (std::size_t p = 0; p < plan.pools; ++p) {
    const clinic::PoolFact& pool = record.pools[p];
    sums[plan.pool_slot(p, PoolQuantity::queue_hours)] = pool.queue;
    if (!std::isfinite(pool.capacity)) continue;
    sums[plan.pool_slot(p, PoolQuantity::busy_hours)] = pool.busy;
    sums[plan.pool_slot(p, PoolQuantity::capacity_hours)] = pool.capacity;
  }
  for (const clinic::UnitFact& unit : record.units) {
    sums[Q::overtime_hours] += unit.overtime.hours();
    if (unit.pool >= plan.pools) continue;
    const Slot first = plan.pool_slot(unit.pool, PoolQuantity::first_state);
    for (Slot state = 0; state < unit.time_in_state.size(); ++state) {
      const double hours = unit.time_in_state[state].hours();
      const bool off = state + 1 == unit.time_in_state.size();
      sums[first + state] += hours;
      sums[plan.pool_slot(unit.pool, PoolQuantity::all_hours)] += hours;
      if (!off) sums[plan.pool_slot(unit.pool, PoolQuantity::on_duty_hours)] += hours;
    }
  }
}

void count_harms(Sums& sums, const CompactRows& rows) {
  for (std::size_t h = 0; h < clinic::hazards; ++h) {
    const auto hazard = static_cast<clinic::Hazard>(h);
    for (const ExposureSum& exposure : rows.exposures[h]) {
      sums[ledger_slot(hazard)] += exposure.expected;
      sums[crude_slot(hazard)] += static_cast<double>(exposure.happened);
    }
    for (std::size_t grade = 2; grade < grades; ++grade) {
      sums[Q::serious] += static_cast<double>(rows.harms[h][grade].n);
    }
  }
  for (const auto virus : {clinic::Hazard::hbv, clinic::Hazard::hcv, clinic::Hazard::hiv}) {
    sums[Q::bloodborne] += sums[ledger_slot(virus)];
    sums[Q::bloodborne_crude] += sums[crude_slot(virus)];
  }
}

void count_depth(Sums& sums, const CompactRows& rows) {
  for (const DepthSum& depth : rows.depth) {
    sums[Q::needlings] += static_cast<double>(depth.n);
    sums[Q::depth_sum] += depth.depth;
    for (Slot layer = 0; layer < depth.shares.size(); ++layer) {
      sums[slot(Q::share_stratum_corneum) + layer] += depth.shares[layer];
    }
    sums[Q::too_shallow] += static_cast<double>(depth.too_shallow);
    sums[Q::too_deep] += static_cast<double>(depth.too_deep);
    sums[Q::off_target] += static_cast<double>(depth.off_target);
    sums[Q::reused] += static_cast<double>(depth.reused);
    sums[Q::unprepared] += static_cast<double>(depth.unprepared);
  }
}

void count_loads(Sums& sums, const ReplicationRecord& record) {
  for (const clinic::LoadFact& load : record.loads) {
    if (load.started_at < record.counted_from) continue;
    ++sums[Q::loads];
    if (load.fault != clinic::LoadFault::none) ++sums[Q::loads_faulty];
    if (static_cast<double>(load.log10_survivors) > sterile_log10_survivors) {
      ++sums[Q::loads_unsterile];
    }
    if (joint_indicator(load) == clinic::Indicator::failed) ++sums[Q::loads_flagged];
    sums[Q::recalled] += load.recalled;
    sums[Q::used_before_recall] += load.used_before_recall;
  }
}

void count_money(Sums& sums, const ReplicationRecord& record) {
  for (const clinic::MoneyFact& fact : record.money) {
    if (fact.at < record.counted_from) continue;
    sums[account_slot(fact.account)] += fact.amount.units();
  }
  for (std::size_t a = 0; a < clinic::accounts; ++a) {
    const auto account = static_cast<clinic::Account>(a);
    sums[clinic::is_revenue(account) ? Q::revenue : Q::cost] += sums[account_slot(account)];
  }
  sums[Q::contribution] = sums[Q::revenue] - sums[Q::cost];
}

std::vector<KpiValue> values_of(const CountingPlan& plan, Sums& sums) {
  std::vector<KpiValue> values;
  values.reserve(plan.kpis.size());
  for (const Kpi& kpi : plan.kpis) {
    values.push_back({kpi.scale * sums[kpi.numerator], sums[kpi.denominator]});
  }
  return values;
}

}  // namespace

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

ReplicationSummary summarise(const CountingPlan& plan, const ReplicationRecord& record) {
  ReplicationSummary summary;
  const std::vector<std::uint8_t> counted = counted_visits(record);
  summary.replication = record.replication;
  summary.visits = record.visits.size();
  summary.events = record.events;
  summary.rows = compact_rows(record, counted, plan.indications);
  Sums sums(plan.slots());
  count_window(sums, plan, record);
  count_percentiles(sums, count_visits(sums, plan, record, counted));
  count_steps(sums, plan, record, counted);
  count_stock_outs(sums, record, counted);
  count_pools(sums, plan, record);
  count_harms(sums, summary.rows);
  count_depth(sums, summary.rows);
  count_loads(sums, record);
  count_money(sums, record);
  summary.values = values_of(plan, sums);
  return summary;
}

}  // namespace asepsim::experiment
