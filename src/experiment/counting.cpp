#include "experiment/counting.hpp"

#include <algorithm>
#include <cmath>

#include "clinic/run_replication.hpp"
#include "experiment/count_patients.hpp"
#include "experiment/count_supplies.hpp"
#include "experiment/count_visits.hpp"
#include "experiment/counted.hpp"
#include "experiment/days_open.hpp"
#include "experiment/upkeep_figures.hpp"

namespace asepsim::experiment {
namespace {

using clinic::ReplicationRecord;
using Q = Quantity;

std::vector<std::uint8_t> counted_visits(const ReplicationRecord& record) {
  std::vector<std::uint8_t> counted(record.visits.size());
  for (std::size_t v = 0; v < counted.size(); ++v) {
    counted[v] = is_counted(record, record.visits[v]) ? 1 : 0;
  }
  return counted;
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

// Of needle heads; consumables have figures of their own.
void count_stock_outs(Sums& sums, const CountingPlan& plan, const ReplicationRecord& record,
                      const std::vector<std::uint8_t>& counted) {
  for (const clinic::StockOutFact& fact : record.stock_outs) {
    if (counted[fact.visit] == 0) continue;
    if (is_of_supply(plan, fact)) continue;
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
    for (Slot grade = 0; grade < grades; ++grade) {
      const HarmSum& harm = rows.harms[h][grade];
      const auto n = static_cast<double>(harm.n);
      sums[slot(Q::harms_of_grade_1) + grade] += n;
      if (grade >= 2) sums[Q::serious] += n;
      sums[Q::harm_days] += harm.days;
      sums[Q::harms_reported] += static_cast<double>(harm.reported);
      sums[Q::harms_permanent] += static_cast<double>(harm.permanent);
      sums[Q::harms_elsewhere] += static_cast<double>(harm.elsewhere);
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
    sums[Q::bleeding] += depth.bleeding;
    sums[Q::punctures_too_shallow] += depth.target.too_shallow;
    sums[Q::punctures_on_target] += depth.target.on_target;
    sums[Q::punctures_too_deep] += depth.target.too_deep;
  }
}

void count_benefit(Sums& sums, const CompactRows& rows) {
  for (const BenefitSum& course : rows.benefit) {
    sums[Q::courses] += static_cast<double>(course.n);
    sums[Q::improvement] += course.improvement;
    sums[Q::improvement_second] += course.improvement_second;
    sums[Q::one_grade] += static_cast<double>(course.one_grade);
    sums[Q::no_benefit] += static_cast<double>(course.no_benefit);
    for (Slot q = 0; q < quartiles; ++q) {
      sums[slot(Q::first_quartile) + q] += static_cast<double>(course.by_quartile[q]);
    }
    sums[Q::course_paid] += course.paid;
  }
}

void count_indications(Sums& sums, const CountingPlan& plan, const CompactRows& rows) {
  for (std::size_t i = 0; i < plan.indications.size(); ++i) {
    const auto at = [&](IndicationQuantity quantity) -> double& {
      return sums[plan.indication_slot(i, quantity)];
    };
    const DepthSum& depth = rows.depth[i];
    at(IndicationQuantity::needlings) = static_cast<double>(depth.n);
    at(IndicationQuantity::punctures_too_shallow) = depth.target.too_shallow;
    at(IndicationQuantity::punctures_on_target) = depth.target.on_target;
    at(IndicationQuantity::punctures_too_deep) = depth.target.too_deep;
    const BenefitSum& course = rows.benefit[i];
    at(IndicationQuantity::courses) = static_cast<double>(course.n);
    at(IndicationQuantity::improvement) = course.improvement;
    at(IndicationQuantity::one_grade) = static_cast<double>(course.one_grade);
    at(IndicationQuantity::no_benefit) = static_cast<double>(course.no_benefit);
  }
}

void count_compliance(Sums& sums, const CompactRows& rows) {
  for (std::size_t m = 0; m < clinic::moments; ++m) {
    const auto moment = static_cast<clinic::Moment>(m);
    sums[decision_slot(moment)] += static_cast<double>(rows.compliance[m].n);
    sums[kept_slot(moment)] += static_cast<double>(rows.compliance[m].kept);
  }
}

void count_loads(Sums& sums, const ReplicationRecord& record) {
  for (const clinic::LoadFact& load : record.loads) {
    if (!is_counted(record, load)) continue;
    ++sums[Q::loads];
    if (!has_ended(load)) continue;
    ++sums[Q::loads_ended];
    if (load.fault != clinic::LoadFault::none) ++sums[Q::loads_faulty];
    if (static_cast<double>(load.log10_survivors) > sterile_log10_survivors) {
      ++sums[Q::loads_unsterile];
    }
    if (joint_indicator(load) == clinic::Indicator::failed) ++sums[Q::loads_flagged];
    if (load.wet) ++sums[Q::loads_wet];
    sums[Q::recalled] += load.recalled;
    sums[Q::used_before_recall] += load.used_before_recall;
  }
}

// Clusters are independent and rare: of an expected number m in a year comes the chance 1 - e^-m.
void count_clusters(Sums& sums, const CompactRows& rows) {
  std::array<double, clinic::common_causes> expected{};
  for (const auto& of_hazard : rows.clusters) {
    for (std::size_t cause = 0; cause < expected.size(); ++cause) {
      expected[cause] += of_hazard[cause];
    }
  }
  const double years = sums[Q::years];
  double all = 0;
  for (Slot cause = 0; cause < expected.size() && years > 0; ++cause) {
    all += expected[cause];
    sums[slot(Q::cluster_load) + cause] = -std::expm1(-expected[cause] / years);
  }
  if (years > 0) sums[Q::cluster_any] = -std::expm1(-all / years);
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

ReplicationSummary summarise(const CountingPlan& plan, const ReplicationRecord& record) {
  ReplicationSummary summary;
  const std::vector<std::uint8_t> counted = counted_visits(record);
  summary.replication = record.replication;
  summary.state = plan.strata.state(record.given);
  summary.visits = record.visits.size();
  summary.events = record.events;
  summary.rows = compact_rows(record, counted, plan.indications);
  Sums sums(plan.slots());
  count_window(sums, plan, record);
  count_visits(sums, plan, record, counted);
  count_steps(sums, plan, record, counted);
  count_stock_outs(sums, plan, record, counted);
  count_upkeep(sums, plan, record);
  count_supplies(sums, plan, record, counted);
  count_pools(sums, plan, record);
  count_harms(sums, summary.rows);
  count_patients(sums, record, counted);
  count_depth(sums, summary.rows);
  count_compliance(sums, summary.rows);
  count_benefit(sums, summary.rows);
  count_indications(sums, plan, summary.rows);
  count_loads(sums, record);
  count_clusters(sums, summary.rows);
  count_money(sums, record);
  summary.rows.sessions = sums[Quantity::sessions];
  summary.values = values_of(plan, sums);
  return summary;
}

}  // namespace asepsim::experiment
