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

// What a decision can touch: own skin, what hands, surfaces and device bring, what is on the head,
// and what no barrier of these stands against. Risk that a decision cannot touch would only add
// noise.
enum Way : std::size_t { by_own_skin, by_contact, by_head, otherwise, ways };

constexpr Way way_of(clinic::HarmRoute route) {
  switch (route) {
    case clinic::HarmRoute::own_skin:
      return by_own_skin;
    case clinic::HarmRoute::hands:
    case clinic::HarmRoute::surface:
    case clinic::HarmRoute::device:
      return by_contact;
    case clinic::HarmRoute::instrument:
    case clinic::HarmRoute::water:
      return by_head;
    default:
      return otherwise;
  }
}

// Whether what a moment decides can change what comes that way.
constexpr bool touches(clinic::Moment moment, Way way) {
  switch (moment) {
    case clinic::Moment::skin_preparation:
    case clinic::Moment::contact_time:
      return way == by_own_skin || way == by_contact;
    case clinic::Moment::hands_before:
    case clinic::Moment::fresh_gloves:
    case clinic::Moment::hands_after:
    case clinic::Moment::surfaces:
    case clinic::Moment::device:
      return way == by_contact;
    case clinic::Moment::single_use:
    case clinic::Moment::load_indicators:
    case clinic::Moment::load_release:
    case clinic::Moment::full_cycle:
      return way == by_head;
  }
  return true;
}

using RiskByWay = std::array<double, ways>;

// A counted visit with needles: what it met by hazard, and the chances of its head. Of several
// heads in one visit the worst is asked.
struct Session {
  std::array<RiskByWay, barrier_hazards.size()> risk{};
  clinic::HiddenShares failed{};
  float skipping = 0;
  bool undisinfected = false;
};

struct Sessions {
  std::vector<std::uint32_t> of_visit{};  // index into `all`, or no_fact
  std::vector<Session> all{};

  Session* of(std::uint32_t visit) {
    const std::uint32_t session = visit == no_fact ? no_fact : of_visit[visit];
    return session == no_fact ? nullptr : &all[session];
  }
};

void add_head(Session& session, const NeedlingFact& needling) {
  for (std::size_t b = 0; b < clinic::hidden_barriers; ++b) {
    session.failed[b] = std::max(session.failed[b], needling.failed[b]);
  }
  if (needling.skipping <= session.skipping) return;
  session.skipping = needling.skipping;
  session.undisinfected = needling.undisinfected;
}

Sessions sessions_of(const ReplicationRecord& record, const std::vector<std::uint8_t>& counted) {
  Sessions sessions;
  sessions.of_visit.assign(record.visits.size(), no_fact);
  for (const NeedlingFact& needling : record.needlings) {
    if (counted[needling.visit] == 0) continue;
    std::uint32_t& session = sessions.of_visit[needling.visit];
    if (session == no_fact) {
      session = static_cast<std::uint32_t>(sessions.all.size());
      sessions.all.emplace_back();
    }
    add_head(sessions.all[session], needling);
  }
  for (const LedgerEntry& entry : record.ledger) {
    const std::size_t row = row_of(entry.hazard);
    if (row == not_against) continue;
    Session* const session = sessions.of(entry.visit);
    if (session == nullptr) continue;
    session->risk[row][way_of(entry.route)] += entry.weight * entry.probability;
  }
  return sessions;
}

// A decision of known probability of failing.
struct Decision {
  std::size_t barrier = 0;
  double chance = 0;
  bool failed = false;
  std::array<bool, ways> touched{};
};

void add_decision(BarrierSums& sums, const Session& session, const Decision& decision) {
  if (!(decision.chance > 0)) return;
  sums.chance[decision.barrier] += decision.chance;
  const double held = decision.failed || decision.chance >= 1 ? 0 : 1 / (1 - decision.chance);
  const double lapsed = decision.failed ? 1 / decision.chance : 0;
  for (std::size_t h = 0; h < barrier_hazards.size(); ++h) {
    double risk = 0;
    for (std::size_t way = 0; way < ways; ++way) {
      if (decision.touched[way]) risk += session.risk[h][way];
    }
    sums.risk[h][decision.barrier].gone += risk * (1 - held);
    sums.risk[h][decision.barrier].more += risk * (lapsed - 1);
  }
}

void add_moments(BarrierSums& sums, Sessions& sessions, const ReplicationRecord& record) {
  for (const clinic::ComplianceFact& fact : record.compliance) {
    const Session* const session = sessions.of(fact.borne_by);
    if (session == nullptr) continue;
    Decision decision{clinic::first_moment_barrier + static_cast<std::size_t>(fact.moment),
                      1 - static_cast<double>(fact.probability), !fact.complied};
    for (std::size_t way = 0; way < ways; ++way) {
      decision.touched[way] = touches(fact.moment, static_cast<Way>(way));
    }
    add_decision(sums, *session, decision);
  }
}

void add_heads(BarrierSums& sums, const Sessions& sessions) {
  for (const Session& session : sessions.all) {
    Decision decision{clinic::disinfection_barrier, static_cast<double>(session.skipping),
                      session.undisinfected};
    decision.touched[by_head] = true;
    add_decision(sums, session, decision);
    for (std::size_t b = 0; b < clinic::hidden_barriers; ++b) {
      sums.chance[b] += static_cast<double>(session.failed[b]);
    }
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
  Sessions sessions = sessions_of(record, counted);
  sums.needled = static_cast<double>(sessions.all.size());
  add_moments(sums, sessions, record);
  add_heads(sums, sessions);
  for (const clinic::ThroughFact& through : record.through) {
    const LedgerEntry& entry = record.ledger[through.entry];
    const Session* const session = sessions.of(entry.visit);
    if (session != nullptr) add_hidden(sums, entry, through.parts, session->failed);
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
