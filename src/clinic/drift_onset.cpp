#include "clinic/drift_onset.hpp"

#include <algorithm>
#include <cmath>

#include "clinic/clinic.hpp"
#include "clinic/purposes.hpp"
#include "science/forcing.hpp"

namespace asepsim::clinic {
namespace {

constexpr double minute = 60e6;  // microseconds, the unit of durations drawn

// As many cycles as all machines have time for while the clinic is open.
std::uint64_t cycles_in_opening_hours(const Plan& plan) {
  const scenario::Sterilization& s = *plan.scenario.sterilization;
  Duration open{};
  for (const Interval& hours : plan.opening.intervals()) open += hours.to - hours.from;
  if (plan.scenario.calendar.always_open) open = plan.horizon.end - SimTime{};
  const double cycle = std::max(minute, mean_of(s.programme.total) + mean_of(s.load_and_unload));
  const double cycles = std::ceil(static_cast<double>(open.microseconds()) / cycle) *
                        static_cast<double>(s.sterilizers);
  return static_cast<std::uint64_t>(std::clamp(cycles, 1.0, 1e9));
}

}  // namespace

DriftTrials drift_trials(const Plan& plan) {
  const scenario::DriftStrata& strata = plan.scenario.estimation.drift;
  if (strata.mode != scenario::StrataMode::stratify) return {};
  const double onset = plan.scenario.sterilization->drift.onset;
  DriftTrials trials;
  trials.number = strata.within_cycles ? static_cast<std::uint64_t>(*strata.within_cycles)
                                       : cycles_in_opening_hours(plan);
  trials.probability = science::force_within(onset, trials.number, 0.5).probability;
  return trials;
}

DriftOnset given_onset(const Clinic& c, Given given) {
  if (given == Given::nothing) return {};
  const DriftTrials trials = drift_trials(c.plan);
  if (given == Given::no_drift) return {.given = trials.number};
  const double u =
      c.random.uniform(kernel::entity_key(kernel::fnv1a("drift"), 0), purpose::of("strata.drift"));
  const double onset = c.plan.scenario.sterilization->drift.onset;
  const std::uint64_t first = science::force_within(onset, trials.number, u).number;
  return {.given = first, .at = first};
}

bool drift_begins(Clinic& c, kernel::EntityKey key) {
  DriftOnset& onset = c.sterilizing.drift_onset;
  const std::uint64_t trial = ++onset.trials;
  if (trial <= onset.given) return trial == onset.at;
  return c.random.bernoulli(c.plan.scenario.sterilization->drift.onset, key,
                            purpose::of("load.drift"));
}

}  // namespace asepsim::clinic
