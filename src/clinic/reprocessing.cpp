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

// What the wash really removed; nobody knows before the inspection.
void rinse(Clinic& c, Head& head, Draws at, double failure) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  const double reduction = std::max(
      0.0, c.random.sample(s.wash.log_reduction, at.key, purpose::of("wash.reduction"), at.index));
  Fork fork{Branch::wash_failure, failure, {}, {{1, {}, soiled}}};
  fork.success.log10.fill(reduction);
  fork.u = c.random.uniform(at.key, purpose::of("wash.tilt"), at.index);
  const bool failed = c.random.bernoulli(failure, at.key, purpose::of("wash.failure"), at.index);
  const Arm& truth = failed ? fork.ways.front() : fork.success;
  take(head, fork, truth, c.plan.branching, c.record.lineages);
  for (History& history : head.histories) history.soiled = history.cause == soiled;
  head.failed = {static_cast<float>(failure)};
  head.reprocessed_at = c.now();
}

// A machine washes by itself what `who` had in hand last; a hand needs somebody.
kernel::Task<> wash(Clinic& c, std::uint32_t slot, Draws at, std::uint32_t who) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  const Duration length = length_of(c, s.wash.duration, at, purpose::of("wash.duration"));
  const bool manual = s.wash_method == WashMethod::manual;
  if (manual) co_await attended(c, c.plan.sterilization_skills, length, s.priority, &who);
  const double failure = error_probability(c, s.wash.failure, who);
  if (!manual) co_await c.sim.hold(length, kernel::EventPriority::machine);
  rinse(c, c.instruments.heads[slot], at, failure);
}

// Bayes: `if_failed` and `if_not` are the chances of what was seen.
double chance_given(double failed, double if_failed, double if_not) {
  const double seen = failed * if_failed + (1 - failed) * if_not;
  return seen > 0 ? failed * if_failed / seen : failed;
}

// Somebody looks at the set under light; soil is seen more often than it is imagined. What was seen
// says something of the wash.
bool rejected(Clinic& c, Head& head, Draws at) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
  const auto chance = [&](const History& h) -> double {
    return h.cause == soiled ? s.reject_soiled : s.reject;
  };
  const bool again =
      c.random.bernoulli(chance(head.truth), at.key, purpose::of("wash.reject"), at.index);
  reweigh(head.histories, [&](const History& h) { return again ? chance(h) : 1 - chance(h); });
  const double if_soiled = again ? s.reject_soiled : 1 - s.reject_soiled;
  const double if_clean = again ? s.reject : 1 - s.reject;
  float& failed = head.failed[static_cast<std::size_t>(Barrier::wash)];
  failed = static_cast<float>(chance_given(static_cast<double>(failed), if_soiled, if_clean));
  return again;
}

kernel::Task<> pack(Clinic& c, std::uint32_t slot, Draws at) {
  const scenario::Sterilization& s = *c.plan.scenario.sterilization;
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
    co_await wash(c, slot, at, who);
    const Duration look = length_of(c, s.inspect, at, purpose::of("wash.inspect"));
    co_await attended(c, skills, look, s.priority, &who);
    if (!rejected(c, c.instruments.heads[slot], at) || at.index % 16 == 15) break;
    ++at.index;
  }
  co_await pack(c, slot, at);
}

kernel::Task<> repack(Clinic& c, std::uint32_t slot) {
  c.instruments.heads[slot].stage = HeadStage::in_process;
  co_await pack(c, slot, draws_of(c.instruments.heads[slot]));
}

}  // namespace asepsim::clinic
