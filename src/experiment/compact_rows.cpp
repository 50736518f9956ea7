#include "experiment/compact_rows.hpp"

#include <algorithm>

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

void add_needling(DepthSum& sum, const clinic::NeedlingFact& needling) {
  ++sum.n;
  sum.length += static_cast<double>(needling.length);
  sum.depth += static_cast<double>(needling.depth);
  sum.bleeding += static_cast<double>(needling.bleeding);
  for (std::size_t layer = 0; layer < sum.shares.size(); ++layer) {
    sum.shares[layer] += static_cast<double>(needling.shares[layer]);
  }
  if (is_too_shallow(needling)) ++sum.too_shallow;
  if (is_too_deep(needling)) ++sum.too_deep;
  if (is_too_shallow(needling) || is_too_deep(needling)) ++sum.off_target;
  if (needling.reuses > 0) ++sum.reused;
  if (!needling.prepared) ++sum.unprepared;
}

void add_needlings(CompactRows& rows, const ReplicationRecord& record,
                   const std::vector<std::uint8_t>& counted, std::size_t indications) {
  rows.depth.resize(indications + 1);
  for (const clinic::NeedlingFact& needling : record.needlings) {
    if (counted[needling.visit] == 0) continue;
    const clinic::PatientFact& patient = record.patients[record.visits[needling.visit].patient];
    add_needling(rows.depth[std::min<std::size_t>(patient.indication, indications)], needling);
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

bool is_too_shallow(const clinic::NeedlingFact& needling) {
  const auto& shares = needling.shares;
  const double reached = static_cast<double>(shares[2]) + static_cast<double>(shares[3]) +
                         static_cast<double>(shares[4]);
  return reached < least_share_in_dermis;
}

bool is_too_deep(const clinic::NeedlingFact& needling) {
  return static_cast<double>(needling.shares[4]) > most_share_in_fat;
}

CompactRows compact_rows(const ReplicationRecord& record, const std::vector<std::uint8_t>& counted,
                         std::size_t indications) {
  CompactRows rows;
  rows.units = record.units;
  rows.pools = record.pools;
  add_exposures(rows, record, counted);
  add_harms(rows, record, counted);
  add_loads(rows, record);
  add_needlings(rows, record, counted, indications);
  return rows;
}

}  // namespace asepsim::experiment
