#include "experiment/barrier_sums.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "clinic/run_replication.hpp"

namespace asepsim::experiment {
namespace {

using clinic::LedgerEntry;
using clinic::NeedlingFact;
using clinic::no_fact;
using clinic::ReplicationRecord;

constexpr std::size_t not_against = barrier_hazards.size();

constexpr auto rows_of_hazards = [] {
  std::array<std::size_t, clinic::hazards> rows{};
  for (std::size_t& row : rows) row = not_against;
  for (std::size_t i = 0; i < barrier_hazards.size(); ++i) {
    rows[static_cast<std::size_t>(barrier_hazards[i])] = i;
  }
  return rows;
}();

std::size_t row_of(clinic::Hazard hazard) {
  return rows_of_hazards[static_cast<std::size_t>(hazard)];
}

// Counted needlings and what each met, by hazard.
struct Sessions {
  std::vector<std::uint32_t> of_visit{};  // index into `risk`, or no_fact
  std::vector<std::array<double, barrier_hazards.size()>> risk{};
};

Sessions sessions_of(const ReplicationRecord& record, const std::vector<std::uint8_t>& counted) {
  Sessions all;
  all.of_visit.assign(record.visits.size(), no_fact);
  for (const NeedlingFact& needling : record.needlings) {
    if (counted[needling.visit] == 0) continue;
    all.of_visit[needling.visit] = static_cast<std::uint32_t>(all.risk.size());
    all.risk.emplace_back();
  }
  for (const LedgerEntry& entry : record.ledger) {
    const std::size_t row = row_of(entry.hazard);
    if (row == not_against) continue;
    const std::uint32_t session = all.of_visit[entry.visit];
    if (session == no_fact) continue;
    all.risk[session][row] += entry.weight * entry.probability;
  }
  return all;
}

// A decision of known probability of failing, met in one session.
void add_decision(BarrierSums& sums, const Sessions& sessions, std::uint32_t visit,
                  std::size_t barrier, double chance, bool failed) {
  const std::uint32_t session = visit == no_fact ? no_fact : sessions.of_visit[visit];
  if (session == no_fact || !(chance > 0)) return;
  sums.chance[barrier] += chance;
  const double held = failed || chance >= 1 ? 0 : 1 / (1 - chance);
  const double lapsed = failed ? 1 / chance : 0;
  for (std::size_t h = 0; h < barrier_hazards.size(); ++h) {
    const double risk = sessions.risk[session][h];
    sums.risk[h][barrier].gone += risk * (1 - held);
    sums.risk[h][barrier].more += risk * (lapsed - 1);
  }
}

void add_decisions(BarrierSums& sums, const Sessions& sessions, const ReplicationRecord& record) {
  for (const clinic::ComplianceFact& fact : record.compliance) {
    const auto moment = static_cast<std::size_t>(fact.moment);
    add_decision(sums, sessions, fact.borne_by, clinic::first_moment_barrier + moment,
                 1 - static_cast<double>(fact.probability), !fact.complied);
  }
  for (const NeedlingFact& needling : record.needlings) {
    add_decision(sums, sessions, needling.visit, clinic::disinfection_barrier,
                 static_cast<double>(needling.skipping), needling.undisinfected);
  }
}

double sum_of_faults(const clinic::HiddenShares& shares) {
  return std::accumulate(shares.begin() + 1, shares.end(), 0.0);
}

// a - b, where parts and chances have the digits of single precision.
double less(double a, double b) {
  const double difference = a - b;
  return std::abs(difference) < 1e-6 * a ? 0 : difference;
}

// An exposure by a head: the part through a failure is what it is, or what it is when all is well.
void add_hidden(BarrierSums& sums, const LedgerEntry& entry, const clinic::HiddenShares& parts,
                const clinic::HiddenShares& failed) {
  const std::size_t row = row_of(entry.hazard);
  if (row == not_against) return;
  const double p = entry.probability;
  const double faults = sum_of_faults(parts), chance_of_faults = sum_of_faults(failed);
  for (std::size_t b = 0; b < clinic::hidden_barriers; ++b) {
    const double part = static_cast<double>(parts[b]), chance = static_cast<double>(failed[b]);
    if (!(chance > 0)) continue;
    const double other_part = b == 0 ? part : faults;
    const double other_chance = b == 0 ? chance : chance_of_faults;
    const double well = other_chance < 1 ? std::max(0.0, p - other_part) / (1 - other_chance) : 0;
    sums.risk[row][b].gone += entry.weight * less(part, chance * well);
    sums.risk[row][b].more += entry.weight * less(part / chance, p);
  }
}

}  // namespace

BarrierSums barrier_sums(const ReplicationRecord& record,
                         const std::vector<std::uint8_t>& counted) {
  BarrierSums sums;
  const Sessions sessions = sessions_of(record, counted);
  sums.sessions = static_cast<double>(sessions.risk.size());
  add_decisions(sums, sessions, record);
  std::vector<const NeedlingFact*> needled(record.visits.size());
  for (const NeedlingFact& needling : record.needlings) {
    needled[needling.visit] = &needling;
    if (counted[needling.visit] == 0) continue;
    for (std::size_t b = 0; b < clinic::hidden_barriers; ++b) {
      sums.chance[b] += static_cast<double>(needling.failed[b]);
    }
  }
  for (const clinic::ThroughFact& through : record.through) {
    const LedgerEntry& entry = record.ledger[through.entry];
    if (counted[entry.visit] == 0 || needled[entry.visit] == nullptr) continue;
    add_hidden(sums, entry, through.parts, needled[entry.visit]->failed);
  }
  return sums;
}

std::string barrier_word(std::size_t barrier) {
  static constexpr const char* words[] = {"wash",    "cycle",       "programme",   "packing",
                                          "loading", "air_removal", "whole_cycle", "disinfection"};
  static_assert(std::size(words) == clinic::first_moment_barrier);
  if (barrier < clinic::first_moment_barrier) return words[barrier];
  return clinic::word(static_cast<clinic::Moment>(barrier - clinic::first_moment_barrier));
}

}  // namespace asepsim::experiment
