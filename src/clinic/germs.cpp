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

History after(const History& before, const Arm& arm) {
  History h = before;
  h.chance *= arm.chance;
  h.cause = arm.cause;
  reduce(h, arm.log10);
  return h;
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
    for (const Arm& arm : arms) {
      if (before.chance * arm.chance > negligible_chance) next.push_back(after(before, arm));
    }
  }
  histories.swap(next);
  tidy(histories);
}

void follow(std::vector<History>& histories, const Fork& fork, const Arm& truth,
            const Branching& branching) {
  using scenario::BranchMode;
  const BranchMode mode = branching.mode(fork.branch);
  if (mode == BranchMode::integrate) {
    split(histories, both(fork));
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
