// What people leave out or cut short, and the pressure under which they do.
//
// Every moment of hygiene in a visit is a decision with an address of its own: the same patient in
// the same visit takes the same draw whatever the clinic looks like, so that more pressure turns
// kept rules into lapses and never the other way round. Each decision is a fact.
// Source: model.md section 5; science/compliance.hpp.
#pragma once

#include "clinic/clinic.hpp"
#include "science/compliance.hpp"

namespace asepsim::clinic {

/// What the scenario says of people under pressure; all zero if the workload link is off, but for
/// who they are and whether they are watched.
science::LapseCoefficients lapse_coefficients(const Clinic& clinic);

/// Minutes that the visit runs late, the wait for the present step included.
double minutes_behind_plan(const Clinic& clinic, const Visit& visit);

/// Hours since the person's shift began; 0 of who is always there, or if the link is off.
double hours_on_shift(const Clinic& clinic, std::uint32_t staff);

/// Factor on the errors of the person's hand, 1 at the beginning of the shift.
double tiredness(const Clinic& clinic, std::uint32_t staff);

/// True if the rule is not kept, which has probability `base` at ease; writes the fact.
bool lapses(Clinic& clinic, const Visit& visit, Moment moment, double base, std::uint32_t staff);

/// A decision about a load, by who loaded it.
struct LoadDecision {
  std::uint32_t load = 0;  ///< index into record.loads
  kernel::EntityKey key{};
  std::uint32_t staff = 0xffffffffu;  ///< index into the plan's staff
};

/// The same of a rule for a load, while patients wait for the sets. A rule that nobody breaks at
/// ease (`base` 0) is no decision and writes nothing.
bool lapses(Clinic& clinic, const LoadDecision& of, Moment moment, double base);

/// Probability of an error in reprocessing, which has probability `base` at ease, while patients
/// wait for the sets; `staff` does it, if known.
double error_probability(const Clinic& clinic, double base, std::uint32_t staff);

}  // namespace asepsim::clinic
