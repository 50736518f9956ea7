#include "clinic/germs.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "science/transfer.hpp"

namespace asepsim::clinic {
namespace {

void reduce_one(Trace& trace, const Kill& kill) {
  trace.germs *= kill.left;
  trace.herpes *= kill.herpes_left;
  for (std::size_t v = 0; v < viruses; ++v) {
    trace.log_reduction[v] += kill.log10[organism_of_virus(v)];
  }
}

bool would_be_gone(const Trace& trace, const Kill& kill) {
  if (trace.germs * kill.left > negligible_cfu) return false;
  if (trace.herpes * kill.herpes_left > negligible_cfu) return false;
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
  double chance;
  std::uint8_t cause;
  const History* before;
  const Kill* kill;
};

// Of the histories that go on through arms; the ratios of what ends are added to `ended` if given.
class Outlooks {
 public:
  Outlooks(std::size_t most, bool told_apart, RatioSum* ended)
      : told_apart_(told_apart), ended_(ended) {
    soiled_.reserve(most);
    clean_.reserve(1 + most_soiled);  // room for what is written out
  }

  // `before` may go on through `arm`, which has this chance.
  void add(const History& before, const Arm& arm, double chance) {
    chance *= before.chance;
    const Kill& kill = arm.kill_in(before.soiled);
    note_ended(before, kill, chance, ended_);
    if (chance <= negligible_chance) return;
    if (would_be_clean(before, kill)) {
      add_clean(chance, told_apart_ ? arm.cause : 0);
    } else {
      soiled_.push_back({chance, arm.cause, &before, &kill});
    }
  }

  void keep_by_lot(std::size_t most, double u);

  [[nodiscard]] std::vector<History> written_out() && {
    std::vector<History> histories = std::move(clean_);
    histories.reserve(histories.size() + soiled_.size());
    for (const Outlook& outlook : soiled_) {
      History& h = histories.emplace_back();
      h.chance = outlook.chance;
      h.cause = outlook.cause;
      h.traces.reserve(outlook.before->traces.size() + 1);  // the next patient's comes to it
      h.traces = outlook.before->traces;
      h.soiled = outlook.before->soiled;
      take_off(h, *outlook.kill);
    }
    return histories;
  }

 private:
  void add_clean(double chance, std::uint8_t cause) {
    const auto same = [cause](const History& h) { return h.cause == cause; };
    const auto found = std::find_if(clean_.begin(), clean_.end(), same);
    if (found == clean_.end()) {
      clean_.push_back({chance, cause});
    } else {
      found->chance += chance;
    }
  }

  std::vector<History> clean_{};
  std::vector<Outlook> soiled_{};
  bool told_apart_;  // clean ones, by cause
  RatioSum* ended_;
};

// Of those that left something no more than `most`: the likely ones for certain, the others by lot
// in proportion to their chances. Those drawn share the chances of all the others, so that what is
// expected stays as it was (systematic sampling; Madow 1949).
void Outlooks::keep_by_lot(std::size_t most, double u) {
  if (soiled_.size() <= most) return;
  std::sort(soiled_.begin(), soiled_.end(),
            [](const Outlook& a, const Outlook& b) { return a.chance < b.chance; });
  auto certain = soiled_.begin();
  double sum = 0, places = 1;
  const auto one_more = [&] { sum += certain++->chance; };
  while (soiled_.end() - certain >= static_cast<std::ptrdiff_t>(most)) one_more();
  for (; certain != soiled_.end() && certain->chance * places < sum; ++places) one_more();
  const double share = sum / places;
  double passed = 0, next = u * share;
  const auto is_passed_over = [&](Outlook& outlook) {
    passed += outlook.chance;
    if (passed < next) return true;
    next += share;
    outlook.chance = share;
    return false;
  };
  soiled_.erase(std::remove_if(soiled_.begin(), certain, is_passed_over), certain);
}

// Through all arms, and no more than `most_soiled` of what may become of them but clean.
void go_through(std::vector<History>& histories, const Fork& fork, RatioSum* ended) {
  Outlooks outlooks(histories.size() * (1 + fork.ways.size()), fork.told_apart, ended);
  for (const History& before : histories) {
    outlooks.add(before, fork.success, 1 - fork.failure);
    for (const Arm& way : fork.ways) outlooks.add(before, way, way.chance * fork.failure);
  }
  outlooks.keep_by_lot(most_soiled, fork.lot);
  histories = std::move(outlooks).written_out();
}

// In equal parts, each of which draws its way; no more than `most_soiled` of what is not clean.
void go_in_parts(std::vector<History>& histories, const Fork& fork, std::int64_t parts,
                 RatioSum* ended) {
  Outlooks outlooks(histories.size() * (1 + fork.ways.size()), fork.told_apart, ended);
  for (const History& before : histories) {
    Parts shares(parts, fork.u);
    outlooks.add(before, fork.success, shares.share_of(1 - fork.failure));
    for (const Arm& way : fork.ways) {
      outlooks.add(before, way, shares.share_of(way.chance * fork.failure));
    }
  }
  outlooks.keep_by_lot(most_soiled, fork.lot);
  histories = std::move(outlooks).written_out();
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

Kill::Kill(const LogReductions& reductions)
    : log10(reductions),
      left(std::pow(10.0, -reductions[static_cast<std::size_t>(Organism::s_aureus)])),
      herpes_left(std::pow(10.0, -reductions[static_cast<std::size_t>(Organism::hsv)])) {}

bool Trace::is_gone() const {
  if (germs > negligible_cfu || herpes > negligible_cfu) return false;
  for (std::size_t v = 0; v < viruses; ++v) {
    if (infectious[v] > 0 && log_reduction[v] < negligible_log10) return false;
  }
  return true;
}

double Trace::germs_left(SimTime now, double half_life_h) const {
  return germs * science::share_left((now - at).hours(), half_life_h);
}

double Trace::herpes_left(SimTime now, double half_life_h) const {
  return herpes > 0 ? herpes * science::share_left((now - at).hours(), half_life_h) : 0;
}

double History::germs_left(SimTime now, double half_life_h) const {
  double sum = 0;
  for (const Trace& trace : traces) sum += trace.germs_left(now, half_life_h);
  return sum;
}

void reduce(History& history, const Kill& kill, RatioSum* ended) {
  note_ended(history, kill, history.chance, ended);
  take_off(history, kill);
}

void split(std::vector<History>& histories, const std::vector<Arm>& arms, RatioSum* ended) {
  Outlooks outlooks(histories.size() * arms.size(), true, ended);
  for (const History& before : histories) {
    for (const Arm& arm : arms) outlooks.add(before, arm, arm.chance);
  }
  histories = std::move(outlooks).written_out();
}

void follow(std::vector<History>& histories, const Fork& fork, const Arm& truth,
            const Branching& branching, RatioSum& ended) {
  using scenario::BranchMode;
  RatioSum* const sum = branching.tilts() ? &ended : nullptr;
  switch (branching.mode(fork.branch)) {
    case BranchMode::integrate:
      return go_through(histories, fork, sum);
    case BranchMode::sample:
      return split(histories, {{1, truth.kill, truth.cause, truth.in_soil}}, sum);
    case BranchMode::force:
      for (History& history : histories) history.chance *= fork.failure;
      return split(histories, fork.ways, sum);
    case BranchMode::split:
      return go_in_parts(histories, fork, branching.parts(fork.branch), sum);
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
