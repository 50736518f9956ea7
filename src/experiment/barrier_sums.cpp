#include "experiment/barrier_sums.hpp"

namespace asepsim::experiment {
namespace {

using clinic::Barrier;
using clinic::ReplicationRecord;

constexpr std::uint16_t bit(std::size_t barrier) {
  return static_cast<std::uint16_t>(1U << barrier);
}
static_assert(clinic::barriers <= 16);

// By visit: which barriers on record had failed when its patient was treated.
std::vector<std::uint16_t> lapses_of(const ReplicationRecord& record) {
  std::vector<std::uint16_t> lapses(record.visits.size());
  for (const clinic::ComplianceFact& fact : record.compliance) {
    const std::size_t barrier =
        clinic::first_moment_barrier + static_cast<std::size_t>(fact.moment);
    if (fact.complied || fact.borne_by == clinic::no_fact || barrier >= clinic::barriers) continue;
    lapses[fact.borne_by] |= bit(barrier);
  }
  for (const clinic::NeedlingFact& needling : record.needlings) {
    std::uint16_t& mask = lapses[needling.visit];
    if (needling.undisinfected) mask |= bit(static_cast<std::size_t>(Barrier::disinfection));
    if (needling.reuses > 0) mask |= bit(static_cast<std::size_t>(Barrier::unused_head));
  }
  return lapses;
}

template <class Row>
void add_to_each(Row& sums, std::uint16_t mask, double what) {
  for (std::size_t b = clinic::hidden_barriers; b < clinic::barriers; ++b) {
    if ((mask & bit(b)) != 0) sums[b] += what;
  }
}

}  // namespace

BarrierSums barrier_sums(const ReplicationRecord& record,
                         const std::vector<std::uint8_t>& counted) {
  BarrierSums sums;
  const std::vector<std::uint16_t> lapses = lapses_of(record);
  for (const clinic::NeedlingFact& needling : record.needlings) {
    if (counted[needling.visit] == 0) continue;
    ++sums.sessions;
    for (std::size_t b = 0; b < clinic::hidden_barriers; ++b) {
      sums.failed[b] += static_cast<double>(needling.failed[b]);
    }
    add_to_each(sums.failed, lapses[needling.visit], 1.0);
  }
  for (const clinic::LedgerEntry& entry : record.ledger) {
    if (counted[entry.visit] == 0 || lapses[entry.visit] == 0) continue;
    add_to_each(sums.risk[static_cast<std::size_t>(entry.hazard)], lapses[entry.visit],
                entry.weight * entry.probability);
  }
  for (const clinic::ThroughFact& through : record.through) {
    const clinic::LedgerEntry& entry = record.ledger[through.entry];
    if (counted[entry.visit] == 0) continue;
    auto& of_hazard = sums.risk[static_cast<std::size_t>(entry.hazard)];
    for (std::size_t b = 0; b < clinic::hidden_barriers; ++b) {
      of_hazard[b] += entry.weight * static_cast<double>(through.parts[b]);
    }
  }
  return sums;
}

}  // namespace asepsim::experiment
