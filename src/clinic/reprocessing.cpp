// A used set on its way back: pre-clean, wash, inspect, pack. What follows is in sterilizer.cpp.
#include <algorithm>

#include "clinic/compliance.hpp"
#include "clinic/journeys.hpp"
#include "clinic/purposes.hpp"

namespace asepsim::clinic {
namespace {

using scenario::WashMethod;

// Index of a set's draws: its uses, and how often this use sent it back to the wash.
struct Draws {
  kernel::EntityKey key;
  std::uint64_t index;
};

Duration length_of(Clinic& c, const scenario::Variate& duration, Draws at, kernel::Purpose what) {
  return std::max(Duration{}, c.random.duration(duration, at.key, what, at.index));
}

constexpr std::uint8_t soiled = 1;  // what became of a head whose wash removed nothing

// How a wash went; nobody knows before the inspection.
struct Wash {
  double failure = 0;  // chance, given what was seen
  double log10 = 0;    // taken off if it did not fail
  bool failed = false;
};

Wash rinse(Clinic& c, Draws at, double failure) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  Wash wash;
  wash.log10 = std::max(
      0.0, c.random.sample(s.wash.log_reduction, at.key, purpose::of("wash.reduction"), at.index));
  wash.failure = failure;
  wash.failed = c.random.bernoulli(wash.failure, at.key, purpose::of("wash.failure"), at.index);
  return wash;
}

// A machine washes by itself what `who` had in hand last; a hand needs somebody, who is `who` then.
// Sets the chance that it fails.
kernel::Task<> wash(Clinic& c, Draws at, std::uint32_t& who, double& failure) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  const Duration length = length_of(c, s.wash.duration, at, purpose::of("wash.duration"));
  const bool manual = s.wash_method == WashMethod::manual;
  if (manual) co_await attended(c, c.plan.sterilization_skills, length, s.priority, &who);
  failure = error_probability(c, s.wash.failure, who);
  if (!manual) co_await c.sim.hold(length, kernel::EventPriority::machine);
}

// Somebody looks at the set under light; soil is seen more often than it is imagined. What was seen
// says something of the wash (Bayes).
bool rejected(Clinic& c, Wash& wash, Draws at) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  const double chance = wash.failed ? s.reject_soiled : s.reject;
  const bool again = c.random.bernoulli(chance, at.key, purpose::of("wash.reject"), at.index);
  const double if_failed = again ? s.reject_soiled : 1 - s.reject_soiled;
  const double if_not = again ? s.reject : 1 - s.reject;
  const double seen = wash.failure * if_failed + (1 - wash.failure) * if_not;
  if (seen > 0) wash.failure *= if_failed / seen;
  return again;
}

// What the wash did to the set, as the story has it and as the clinic may believe. Soil that a wash
// has taken off since the last use does not come back.
void settle(Clinic& c, Head& head, const Wash& wash, Draws at) {
  LogReductions log10;
  log10.fill(wash.log10);
  Fork fork{Branch::wash_failure, wash.failure, {1, log10}, {{1, {}, soiled}}};
  fork.u = fork.lot = c.random.uniform(at.key, purpose::of("wash.tilt"), at.index);
  if (c.plan.branching.mode(fork.branch) == scenario::BranchMode::split) {  // both are looked at
    fork.lot = c.random.uniform(at.key, purpose::of("wash.lot"), at.index);
  }
  const bool first = head.reprocessed_at <= head.used_at;
  const Arm& truth = wash.failed ? fork.ways.front() : fork.success;
  take(head, fork, truth, c.plan.branching, c.record.lineages);
  head.truth.soiled = wash.failed && (first || head.truth.soiled);
  for (History& history : head.histories) {
    history.soiled = history.cause == soiled && (first || history.soiled);
  }
  head.failed = {static_cast<float>(wash.failure)};
  head.reprocessed_at = c.now();
  head.heated_in = {};
}

// A use may be packed several times: loads are rejected, packs are recalled and expire.
kernel::Task<> pack(Clinic& c, std::uint32_t slot, Draws at) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  at.index += c.instruments.heads[slot].packings++ << 32;
  const Duration length = length_of(c, s.pack, at, purpose::of("wash.pack"));
  co_await attended(c, c.plan.sterilization_skills, length, s.priority);
  c.instruments.heads[slot].packed_at = c.now();
  c.sterilizing.packed.push_back(slot);
  c.sterilizing.packed_changed.notify_all();
}

Draws draws_of(const Head& head) {
  return {head.key, head.uses * 16};
}

}  // namespace

kernel::Task<> reprocess(Clinic& c, std::uint32_t slot) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  Draws at = draws_of(c.instruments.heads[slot]);
  const Duration first = length_of(c, s.pre_clean, at, purpose::of("wash.pre_clean"));
  const kernel::SkillMask skills = c.plan.sterilization_skills;
  std::uint32_t who = nobody;
  const kernel::Wake begun = co_await attended(c, skills, first, s.priority, &who);
  if (begun != kernel::Wake::completed) co_return;  // taken out of the sink for the next patient
  c.instruments.heads[slot].stage = HeadStage::in_process;
  while (true) {
    double failure = 0;
    co_await wash(c, at, who, failure);
    Wash washed = rinse(c, at, failure);
    const Duration look = length_of(c, s.inspect, at, purpose::of("wash.inspect"));
    co_await attended(c, skills, look, s.priority, &who);
    const bool again = rejected(c, washed, at);
    settle(c, c.instruments.heads[slot], washed, at);
    if (!again || at.index % 16 == 15) break;
    ++at.index;
  }
  co_await pack(c, slot, at);
}

kernel::Task<> repack(Clinic& c, std::uint32_t slot) {
  c.instruments.heads[slot].stage = HeadStage::in_process;
  co_await pack(c, slot, draws_of(c.instruments.heads[slot]));
}

}  // namespace asepsim::clinic
