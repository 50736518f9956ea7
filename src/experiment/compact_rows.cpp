#include "experiment/compact_rows.hpp"

#include <algorithm>
#include <iterator>

#include "experiment/counted.hpp"
#include "experiment/quantity.hpp"

namespace asepsim::experiment {
namespace {

using clinic::Indicator;
using clinic::ReplicationRecord;

void add_exposures(CompactRows& rows, const ReplicationRecord& record,
                   const std::vector<std::uint8_t>& counted) {
  for (const clinic::LedgerEntry& entry : record.ledger) {
    if (counted[entry.visit] == 0) continue;
    ExposureSum& sum = rows.exposures[static_cast<std::size_t>(entry.hazard)]
                                     [static_cast<std::size_t>(entry.route)];
    ++sum.n;
    sum.expected += entry.weight * entry.probability;
    if (entry.happened) ++sum.happened;
    sum.most = std::max(sum.most, entry.probability);
    if (entry.probability > 0) sum.ratios.add(entry.weight);  // the rest enters no estimate
  }
}

void add_harms(CompactRows& rows, const ReplicationRecord& record,
               const std::vector<std::uint8_t>& counted) {
  for (const clinic::ComplicationFact& harm : record.complications) {
    if (counted[harm.visit] == 0) continue;
    const std::size_t grade = std::clamp<std::size_t>(harm.grade, 1, grades) - 1;
    HarmSum& sum = rows.harms[static_cast<std::size_t>(harm.hazard)][grade];
    ++sum.n;
    if (harm.returned) ++sum.returned;
    if (harm.presented == clinic::Presentation::call) ++sum.called;
    if (harm.presented == clinic::Presentation::other_doctor) ++sum.elsewhere;
    if (harm.reported) ++sum.reported;
    if (harm.permanent) ++sum.permanent;
    sum.days += harm.permanent ? permanent_days : harm.duration.days();
    sum.cost += harm.cost;
    sum.refund += harm.refund;
  }
}

void add_loads(CompactRows& rows, const ReplicationRecord& record) {
  for (const clinic::LoadFact& load : record.loads) {
    if (!is_counted(record, load) || !has_ended(load)) continue;
    const bool released = load.released_at < SimTime::never();
    LoadSum& sum = rows.loads[load_outcome(load.fault, joint_indicator(load), released)];
    const double survivors = load.log10_survivors;
    sum.most_log10_survivors =
        sum.n == 0 ? survivors : std::max(sum.most_log10_survivors, survivors);
    ++sum.n;
    sum.sets += load.sets;
    sum.recalled += load.recalled;
    sum.used_before_recall += load.used_before_recall;
    sum.log10_survivors += survivors;
  }
}

void add_target(DepthSum& sum, const clinic::NeedlingFact& needling, const Target& target) {
  const TargetShares shares = target_shares(needling, target);
  sum.target.too_shallow += shares.too_shallow;
  sum.target.on_target += shares.on_target;
  sum.target.too_deep += shares.too_deep;
  const bool shallow = is_too_shallow(needling, target), deep = is_too_deep(needling, target);
  if (shallow) ++sum.too_shallow;
  if (deep) ++sum.too_deep;
  if (shallow || deep) ++sum.off_target;
}

void add_needling(DepthSum& sum, const clinic::NeedlingFact& needling) {
  ++sum.n;
  sum.length += static_cast<double>(needling.length);
  sum.depth += static_cast<double>(needling.depth);
  sum.bleeding += static_cast<double>(needling.bleeding);
  for (std::size_t layer = 0; layer < sum.shares.size(); ++layer) {
    sum.shares[layer] += static_cast<double>(needling.shares[layer]);
  }
  if (needling.reuses > 0) ++sum.reused;
  if (!needling.prepared) ++sum.unprepared;
}

void add_needlings(CompactRows& rows, const ReplicationRecord& record,
                   const std::vector<std::uint8_t>& counted,
                   const std::vector<IndicationRule>& indications) {
  rows.depth.resize(indications.size() + 1);
  for (const clinic::NeedlingFact& needling : record.needlings) {
    if (counted[needling.visit] == 0) continue;
    const clinic::PatientFact& patient = record.patients[record.visits[needling.visit].patient];
    const std::size_t i = std::min<std::size_t>(patient.indication, indications.size());
    add_needling(rows.depth[i], needling);
    add_target(rows.depth[i], needling, i < indications.size() ? indications[i].target : Target{});
  }
}

void add_compliance(CompactRows& rows, const ReplicationRecord& record,
                    const std::vector<std::uint8_t>& counted) {
  for (const clinic::ComplianceFact& fact : record.compliance) {
    const bool of_visit = fact.load == clinic::no_fact;
    if (of_visit ? counted[fact.visit] == 0 : !is_counted(record, record.loads[fact.load]))
      continue;
    ComplianceSum& sum = rows.compliance[static_cast<std::size_t>(fact.moment)];
    ++sum.n;
    if (fact.complied) ++sum.kept;
    sum.expected += static_cast<double>(fact.probability);
  }
}

void add_recalls(CompactRows& rows, const ReplicationRecord& record,
                 const std::vector<std::uint8_t>& counted) {
  std::copy_if(record.recalls.begin(), record.recalls.end(), std::back_inserter(rows.recalls),
               [&](const clinic::RecallFact& fact) { return counted[fact.visit] != 0; });
}

void add_clusters(CompactRows& rows, const ReplicationRecord& record,
                  const std::vector<std::uint8_t>& counted) {
  for (const clinic::ClusterFact& fact : record.clusters) {
    if (counted[fact.visit] == 0) continue;
    rows.clusters[static_cast<std::size_t>(fact.hazard)][static_cast<std::size_t>(fact.cause)] +=
        fact.probability;
  }
}

}  // namespace

bool has_ended(const clinic::LoadFact& load) {
  return load.ended_at < SimTime::never();
}

Indicator joint_indicator(const clinic::LoadFact& load) {
  const auto results = {load.printout, load.chemical, load.biological};
  const auto any = [&](Indicator wanted) {
    return std::find(results.begin(), results.end(), wanted) != results.end();
  };
  if (any(Indicator::failed)) return Indicator::failed;
  return any(Indicator::passed) ? Indicator::passed : Indicator::not_run;
}

CompactRows compact_rows(const ReplicationRecord& record, const std::vector<std::uint8_t>& counted,
                         const std::vector<IndicationRule>& indications) {
  CompactRows rows;
  rows.units = record.units;
  rows.pools = record.pools;
  rows.lineages = record.lineages;
  add_exposures(rows, record, counted);
  add_harms(rows, record, counted);
  add_loads(rows, record);
  add_needlings(rows, record, counted, indications);
  add_compliance(rows, record, counted);
  add_recalls(rows, record, counted);
  rows.barriers = barrier_sums(record, counted);
  add_clusters(rows, record, counted);
  std::vector<double> grade_points;
  grade_points.reserve(indications.size());
  for (const IndicationRule& rule : indications) grade_points.push_back(rule.grade);
  rows.benefit = benefit_sums(record, counted, grade_points);
  return rows;
}

}  // namespace asepsim::experiment
