#include "experiment/importance.hpp"

#include <algorithm>
#include <cmath>

#include "clinic/run_replication.hpp"

namespace asepsim::experiment {
namespace {

using clinic::Hazard;

constexpr std::string_view method = "delta method";

// Sums of one replication for one harm and one route or barrier.
struct Terms {
  double risk = 0;      // of the harm
  double through = 0;   // the part by the route or through the failure
  double sessions = 0;  // needlings
  double failed = 0;    // of these, expected failures
};

Terms operator+(Terms a, const Terms& b) {
  a.risk += b.risk;
  a.through += b.through;
  a.sessions += b.sessions;
  a.failed += b.failed;
  return a;
}

double risk_of(const CompactRows& rows, Hazard hazard) {
  double sum = 0;
  for (const ExposureSum& route : rows.exposures[static_cast<std::size_t>(hazard)]) {
    sum += route.expected;
  }
  return sum;
}

// One for each replication.
std::vector<Terms> terms_of(const std::vector<ReplicationSummary>& replications,
                            const HarmGroup& harm, const Importance& what) {
  std::vector<Terms> all;
  all.reserve(replications.size());
  for (const ReplicationSummary& replication : replications) {
    const CompactRows& rows = replication.rows;
    Terms terms;
    terms.sessions = rows.barriers.sessions;
    if (what.barrier) {
      terms.failed = rows.barriers.failed[static_cast<std::size_t>(*what.barrier)];
    }
    for (const Hazard hazard : harm.hazards) {
      const auto h = static_cast<std::size_t>(hazard);
      terms.risk += risk_of(rows, hazard);
      terms.through += what.route
                           ? rows.exposures[h][static_cast<std::size_t>(*what.route)].expected
                           : rows.barriers.risk[h][static_cast<std::size_t>(*what.barrier)];
    }
    all.push_back(terms);
  }
  return all;
}

// 1 - (1 - S) / (1 - q), whose logarithm is linear in the sums but for terms of second order.
Estimate fussell_vesely(const std::vector<Terms>& all, const Terms& total, double confidence) {
  const auto n = static_cast<std::int64_t>(all.size());
  const double rest = total.risk - total.through, held = total.sessions - total.failed;
  const double left = rest / total.risk * (total.sessions / held);
  if (!(rest > 0) || n < 2) return without_interval(1 - left, n, method);
  const auto count = static_cast<double>(n);
  double squares = 0;
  for (const Terms& one : all) {
    const double influence = count * left *
                             ((one.risk - one.through) / rest - one.risk / total.risk +
                              one.sessions / total.sessions - (one.sessions - one.failed) / held);
    squares += influence * influence;
  }
  const Estimate half = student_interval(0, squares / (count - 1), n, confidence);
  return make_estimate(1 - left, {1 - left + half.low, 1 - left + half.high}, n, method);
}

// False if there is nothing to tell: no risk, or a failure that never or always happened.
bool measure(Importance& what, const std::vector<Terms>& all, double confidence) {
  Terms total;
  for (const Terms& one : all) total = total + one;
  if (!(total.risk > 0) || !(total.sessions > 0)) return false;
  what.risk = total.risk / total.sessions;
  what.share = std::min(1.0, total.through / total.risk);
  what.chance = total.failed / total.sessions;
  if (what.route && !(what.share > 0)) return false;
  if (what.barrier && !(what.chance > 0 && what.chance < 1)) return false;
  what.fussell_vesely = fussell_vesely(all, total, confidence);
  const double given_held = (1 - what.share) / (1 - what.chance);  // by R, as is the next
  if (given_held > 0) what.reduction = 1 / given_held;
  if (what.route) return true;
  what.achievement = what.share / what.chance;
  what.birnbaum = what.risk * (what.achievement - given_held);
  const double doubled = std::min(1.0, 2 * what.chance);
  what.if_doubled = doubled * what.achievement + (1 - doubled) * given_held;
  return true;
}

void add(std::vector<Importance>& all, Importance what,
         const std::vector<ReplicationSummary>& replications, double confidence) {
  const std::vector<Terms> terms = terms_of(replications, harm_groups()[what.harm], what);
  if (measure(what, terms, confidence)) all.push_back(what);
}

// Barriers against germs; what needles and light do to the skin does not pass them.
bool passes_barriers(const HarmGroup& harm) {
  return std::any_of(harm.hazards.begin(), harm.hazards.end(), [](Hazard hazard) {
    return hazard == Hazard::bacterial_infection || hazard == Hazard::mycobacterial_infection ||
           hazard == Hazard::herpes || hazard == Hazard::hbv || hazard == Hazard::hcv ||
           hazard == Hazard::hiv;
  });
}

}  // namespace

const std::vector<HarmGroup>& harm_groups() {
  static const std::vector<HarmGroup> groups = [] {
    std::vector<HarmGroup> all{{"bloodborne", {Hazard::hbv, Hazard::hcv, Hazard::hiv}}};
    for (std::size_t h = 0; h < clinic::hazards; ++h) {
      const auto hazard = static_cast<Hazard>(h);
      all.push_back({clinic::word(hazard), {hazard}});
    }
    return all;
  }();
  return groups;
}

std::vector<Importance> importance(const std::vector<ReplicationSummary>& replications,
                                   double confidence) {
  std::vector<Importance> all;
  for (std::size_t harm = 0; harm < harm_groups().size(); ++harm) {
    Importance what;
    what.harm = harm;
    for (std::size_t r = 0; r < clinic::harm_routes; ++r) {
      what.route = static_cast<clinic::HarmRoute>(r);
      add(all, what, replications, confidence);
    }
    what.route.reset();
    for (std::size_t b = 0; b < clinic::barriers && passes_barriers(harm_groups()[harm]); ++b) {
      what.barrier = static_cast<clinic::Barrier>(b);
      add(all, what, replications, confidence);
    }
  }
  return all;
}

}  // namespace asepsim::experiment
