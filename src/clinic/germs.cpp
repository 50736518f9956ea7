#include "clinic/germs.hpp"

#include <algorithm>
#include <cmath>

namespace asepsim::clinic {
namespace {

bool is_gone(const Trace& trace) {
  return *std::min_element(trace.log_reduction.begin(), trace.log_reduction.end()) >=
         negligible_log10;
}

std::vector<Arm> both(const Fork& fork) {
  std::vector<Arm> arms{fork.success};
  arms.front().chance = 1 - fork.failure;
  for (Arm arm : fork.ways) {
    arm.chance *= fork.failure;
    arms.push_back(arm);
  }
  return arms;
}

bool would_be_clean(const History& h, const Arm& arm) {
  const double killed = arm.log10[static_cast<std::size_t>(Organism::s_aureus)];
  if (h.germs > 0 && std::log10(h.germs / negligible_cfu) >= killed) return false;
  return std::all_of(h.blood.begin(), h.blood.end(), [&](const Trace& trace) {
    for (std::size_t v = 0; v < viruses; ++v) {
      if (trace.log_reduction[v] + arm.log10[organism_of_virus(v)] < negligible_log10) return false;
    }
    return true;
  });
}

void add_clean(std::vector<History>& histories, double chance, std::uint8_t cause) {
  for (History& h : histories) {
    if (!h.is_clean() || h.cause != cause) continue;
    h.chance += chance;
    return;
  }
  histories.push_back({chance, 0, 1, cause, {}});
}

void add_after(std::vector<History>& histories, const History& before, const Arm& arm) {
  const double chance = before.chance * arm.chance;
  if (chance <= negligible_chance) return;
  if (would_be_clean(before, arm)) return add_clean(histories, chance, arm.cause);
  History& h = histories.emplace_back(before);
  h.chance = chance;
  h.cause = arm.cause;
  reduce(h, arm.log10);
}

}  // namespace

void reduce(History& history, const LogReductions& log10) {
  history.germs *= std::pow(10.0, -log10[static_cast<std::size_t>(Organism::s_aureus)]);
  if (history.germs < negligible_cfu) history.germs = 0;
  for (Trace& trace : history.blood) {
    for (std::size_t v = 0; v < viruses; ++v) {
      trace.log_reduction[v] += log10[organism_of_virus(v)];
    }
  }
  std::erase_if(history.blood, is_gone);
  if (history.is_clean()) history.ratio = 1;
}

void split(std::vector<History>& histories, const std::vector<Arm>& arms) {
  std::vector<History> next;
  next.reserve(histories.size() * arms.size());
  for (const History& before : histories) {
    for (const Arm& arm : arms) add_after(next, before, arm);
  }
  histories.swap(next);
}

// The two least likely become one of them, by lot and with the chance of both: what is expected of
// the histories stays as it was.
void thin(std::vector<History>& histories, std::size_t most, double u) {
  const auto rarer = [](const History& a, const History& b) { return a.chance < b.chance; };
  while (histories.size() > most) {
    std::iter_swap(histories.begin(), std::min_element(histories.begin(), histories.end(), rarer));
    std::iter_swap(histories.begin() + 1,
                   std::min_element(histories.begin() + 1, histories.end(), rarer));
    const double both = histories[0].chance + histories[1].chance;
    const double share = histories[0].chance / both;
    const bool first = u < share;
    u = first ? u / share : (u - share) / (1 - share);  // what is left of it is uniform again
    if (!first) std::swap(histories[0], histories[1]);
    histories[0].chance = both;
    std::swap(histories[1], histories.back());
    histories.pop_back();
  }
}

void follow(std::vector<History>& histories, const Fork& fork, const Arm& truth,
            const Branching& branching) {
  using scenario::BranchMode;
  const BranchMode mode = branching.mode(fork.branch);
  if (mode == BranchMode::integrate) {
    split(histories, both(fork));
    thin(histories, most_histories, fork.u);
    return;
  }
  if (mode == BranchMode::sample) {
    split(histories, {{1, truth.log10, truth.cause}});
    return;
  }
  Lineage lineage;
  const bool failed = branching.decide(fork.branch, fork.failure, fork.u, lineage);
  for (History& history : histories) {
    history.chance *= lineage.probability;
    history.ratio *= lineage.likelihood_ratio;
  }
  split(histories, failed ? fork.ways : std::vector<Arm>{fork.success});
}

void tidy(std::vector<History>& histories) {
  for (std::size_t i = 0; i < histories.size(); ++i) {
    if (!histories[i].is_clean()) continue;
    for (std::size_t j = histories.size() - 1; j > i; --j) {
      const History& other = histories[j];
      if (!other.is_clean() || other.cause != histories[i].cause) continue;
      histories[i].chance += other.chance;
      histories.erase(histories.begin() + static_cast<std::ptrdiff_t>(j));
    }
  }
}

}  // namespace asepsim::clinic
