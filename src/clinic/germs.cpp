#include "clinic/germs.hpp"

#include <algorithm>
#include <cmath>

#include "science/transfer.hpp"

namespace asepsim::clinic {
namespace {

// What an arm takes off, with the share of the bacteria that it leaves: a power of ten is dear, and
// one arm meets many traces.
struct Kill {
  const LogReductions& log10;
  double left;

  explicit Kill(const LogReductions& reductions)
      : log10(reductions),
        left(std::pow(10.0, -reductions[static_cast<std::size_t>(Organism::s_aureus)])) {}
};

void reduce_one(Trace& trace, const Kill& kill) {
  trace.germs *= kill.left;
  for (std::size_t v = 0; v < viruses; ++v) {
    trace.log_reduction[v] += kill.log10[organism_of_virus(v)];
  }
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

bool would_be_gone(const Trace& trace, const Kill& kill) {
  if (trace.germs * kill.left > negligible_cfu) return false;
  for (std::size_t v = 0; v < viruses; ++v) {
    const double still = negligible_log10 - trace.log_reduction[v];
    if (trace.infectious[v] > 0 && kill.log10[organism_of_virus(v)] < still) return false;
  }
  return true;
}

bool would_be_clean(const History& h, const Kill& kill) {
  return std::all_of(h.traces.begin(), h.traces.end(),
                     [&](const Trace& trace) { return would_be_gone(trace, kill); });
}

void take_off(History& history, const Kill& kill) {
  for (Trace& trace : history.traces) reduce_one(trace, kill);
  std::erase_if(history.traces, [](const Trace& trace) { return trace.is_gone(); });
}

// What is gone after it has come to its end.
void note_ended(const History& before, const Kill& kill, double chance, RatioSum* ended) {
  if (ended == nullptr) return;
  for (const Trace& trace : before.traces) {
    if (would_be_gone(trace, kill)) ended->add(trace.ratio, chance);
  }
}

// A history as it may become: only those that are kept are written out.
struct Outlook {
  double chance = 0;
  std::uint8_t cause = 0;
  const History* before = nullptr;  // null: clean
  const Kill* kill = nullptr;
};

void add_clean(std::vector<Outlook>& outlooks, double chance, std::uint8_t cause) {
  for (Outlook& outlook : outlooks) {
    if (outlook.before != nullptr || outlook.cause != cause) continue;
    outlook.chance += chance;
    return;
  }
  outlooks.push_back({chance, cause});
}

std::vector<Outlook> outlooks_of(const std::vector<History>& histories,
                                 const std::vector<Arm>& arms, const std::vector<Kill>& kills,
                                 RatioSum* ended) {
  std::vector<Outlook> all;
  all.reserve(histories.size() * arms.size());
  for (const History& before : histories) {
    for (std::size_t i = 0; i < arms.size(); ++i) {
      const double chance = before.chance * arms[i].chance;
      note_ended(before, kills[i], chance, ended);
      if (chance <= negligible_chance) continue;
      if (would_be_clean(before, kills[i])) {
        add_clean(all, chance, arms[i].cause);
      } else {
        all.push_back({chance, arms[i].cause, &before, &kills[i]});
      }
    }
  }
  return all;
}

std::vector<History> written_out(const std::vector<Outlook>& outlooks) {
  std::vector<History> histories;
  histories.reserve(outlooks.size());
  for (const Outlook& outlook : outlooks) {
    if (outlook.before == nullptr) {
      histories.push_back({outlook.chance, outlook.cause, {}});
      continue;
    }
    History& h = histories.emplace_back(*outlook.before);
    h.chance = outlook.chance;
    h.cause = outlook.cause;
    take_off(h, *outlook.kill);
  }
  return histories;
}

// The two least likely become one of them, by lot and with the chance of both: what is expected of
// them stays as it was.
template <class WithChance>
void join_by_lot(std::vector<WithChance>& all, std::size_t most, double u) {
  const auto rarer = [](const auto& a, const auto& b) { return a.chance < b.chance; };
  while (all.size() > most) {
    std::iter_swap(all.begin(), std::min_element(all.begin(), all.end(), rarer));
    std::iter_swap(all.begin() + 1, std::min_element(all.begin() + 1, all.end(), rarer));
    const double both = all[0].chance + all[1].chance;
    const double share = all[0].chance / both;
    const bool first = u < share;
    u = first ? u / share : (u - share) / (1 - share);  // what is left of it is uniform again
    if (!first) std::swap(all[0], all[1]);
    all[0].chance = both;
    std::swap(all[1], all.back());
    all.pop_back();
  }
}

// Through all arms, and no more than `most` of what may become of them.
void go_through(std::vector<History>& histories, const std::vector<Arm>& arms, std::size_t most,
                double u, RatioSum* ended) {
  std::vector<Kill> kills;
  kills.reserve(arms.size());
  for (const Arm& arm : arms) kills.emplace_back(arm.log10);
  std::vector<Outlook> outlooks = outlooks_of(histories, arms, kills, ended);
  join_by_lot(outlooks, most, u);
  histories = written_out(outlooks);
}

// One way to fail is drawn with what is left of the uniform.
Arm tilted_way(const Fork& fork, const Branching& branching, Lineage& lineage) {
  Arm arm = fork.success;
  if (branching.decide(fork.branch, fork.failure, fork.u, lineage)) {
    double left = fork.u / branching.tilted(fork.branch, fork.failure);
    for (const Arm& way : fork.ways) {
      arm = way;
      left -= way.chance;
      if (left < 0) break;
    }
  }
  arm.chance = 1;
  return arm;
}

}  // namespace

bool Trace::is_gone() const {
  if (germs > negligible_cfu) return false;
  for (std::size_t v = 0; v < viruses; ++v) {
    if (infectious[v] > 0 && log_reduction[v] < negligible_log10) return false;
  }
  return true;
}

double Trace::germs_left(SimTime now, double half_life_h) const {
  return germs * science::share_left((now - at).hours(), half_life_h);
}

double History::germs_left(SimTime now, double half_life_h) const {
  double sum = 0;
  for (const Trace& trace : traces) sum += trace.germs_left(now, half_life_h);
  return sum;
}

void reduce(History& history, const LogReductions& log10, RatioSum* ended) {
  if (history.is_clean()) return;
  const Kill kill(log10);
  note_ended(history, kill, history.chance, ended);
  take_off(history, kill);
}

void split(std::vector<History>& histories, const std::vector<Arm>& arms, RatioSum* ended) {
  go_through(histories, arms, histories.size() * arms.size(), 0.5, ended);
}

void thin(std::vector<History>& histories, std::size_t most, double u) {
  join_by_lot(histories, most, u);
}

void follow(std::vector<History>& histories, const Fork& fork, const Arm& truth,
            const Branching& branching, RatioSum& ended) {
  using scenario::BranchMode;
  RatioSum* const sum = branching.tilts() ? &ended : nullptr;
  switch (branching.mode(fork.branch)) {
    case BranchMode::integrate:
      return go_through(histories, both(fork), most_histories, fork.lot, sum);
    case BranchMode::sample:
      return split(histories, {{1, truth.log10, truth.cause}}, sum);
    case BranchMode::force:
      for (History& history : histories) history.chance *= fork.failure;
      return split(histories, fork.ways, sum);
    case BranchMode::tilt:
      break;
  }
  Lineage lineage;
  const Arm arm = tilted_way(fork, branching, lineage);
  for (History& history : histories) {
    for (Trace& trace : history.traces) trace.ratio *= lineage.likelihood_ratio;
  }
  split(histories, {arm}, sum);
}

void observe(std::vector<History>& histories, scenario::BranchMode mode,
             std::span<const double> likelihood, double predictive, SimTime treated) {
  using scenario::BranchMode;
  if (mode == BranchMode::sample || predictive <= 0) return;
  for (History& history : histories) {
    const double factor = likelihood[history.cause] / predictive;
    if (mode != BranchMode::tilt) history.chance *= factor;
    if (mode != BranchMode::tilt) continue;
    for (Trace& trace : history.traces) {
      if (trace.at < treated) trace.ratio *= factor;
    }
  }
}

void end_all(const std::vector<History>& histories, RatioSum& ended) {
  for (const History& history : histories) {
    for (const Trace& trace : history.traces) ended.add(trace.ratio, history.chance);
  }
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
