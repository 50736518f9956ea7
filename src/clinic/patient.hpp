// Patients and their visits: the live state of those the clinic knows.
//
// A patient's attributes are drawn once, each at its own address under the patient's scenario-
// invariant key (arrival stream, layer, ordinal), so that the same person walks in whatever the
// clinic looks like. Units: mm, years, log10 CFU per cm2.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/ids.hpp"
#include "base/units.hpp"
#include "clinic/germs.hpp"
#include "clinic/observation.hpp"
#include "kernel/kernel.hpp"
#include "science/tissue.hpp"

namespace asepsim::clinic {

/// One person.
struct Patient {
  kernel::EntityKey key{};
  std::uint32_t fact = 0;  ///< index into record.patients
  std::uint16_t stream = 0;
  std::uint16_t indication = 65535;
  std::uint8_t phototype = 0;
  bool carrier = false;  ///< of S. aureus
  bool sunscreen = false, midday_sun = false;
  std::array<bool, viruses> infectious{};  ///< carries the virus and its blood infects (the story)
  bool hbv_immune = false;
  bool treated_before_run = false;                  ///< what those sessions did is not known
  bool herpes_carrier = false, cold_sores = false;  ///< cold sores: knows of them and says so
  std::uint8_t factors = 0;                         ///< bit per risk factor (risk_factors.hpp)
  std::uint8_t habits = 0;                          ///< bit per habit after a session (aftercare)
  double skin_density = 0;                          ///< log10 CFU per cm2, carriers only
  science::SkinLayers skin{};
  Money price{};
  std::uint16_t sessions_planned = 0, sessions_done = 0;
  std::uint32_t last_benefit = no_fact;             ///< index into record.benefits
  std::uint32_t appointments = 0;                   ///< asked for so far: index of booking draws
  std::array<std::uint16_t, visit_kinds> visits{};  ///< so far by kind: index of visit draws
};

/// Units of a consumable in hand for the step in progress.
struct SupplyPortion {
  std::uint16_t item = 0;  ///< index into Plan::supplies
  bool to_buy = false;     ///< not from the shelf: bought when the step ends
  SimTime expires = SimTime::never();
  std::int64_t units = 0;
};

/// One visit in progress. Lives in the frame of its process.
struct Visit {
  std::uint32_t patient = 0;  ///< index into Clinic::patients
  std::uint32_t fact = 0;     ///< index into record.visits
  std::uint32_t number = 0;   ///< kind and ordinal of the patient's visits of that kind:
                              ///< index of its draws, whatever other visits there were
  std::uint16_t pathway = 0;
  std::uint16_t session = 0;
  kernel::ProcessId process{};
  std::vector<kernel::Holding> kept{};        ///< what stays with the patient between steps
  std::vector<SupplyPortion> supplies{};      ///< taken for the step in hand
  std::vector<WaitFact> waits{};              ///< for the step in hand, before the last one
  std::vector<std::uint16_t> turned_round{};  ///< pools whose units were given back to be cleaned
  const kernel::Request* waiting_for = nullptr;  ///< while seizing
  std::int32_t priority = 100;                   ///< of the step in hand
  InstrumentId head{};                           ///< slot of the needle head in hand
  bool head_used = false;                        ///< its pack is open
  bool needled = false;                          ///< what is touched carries the patient's own
  SimTime working_since = SimTime::never();      ///< start of the step in hand; never(): waiting
  double preparation = 0;   ///< share of the antiseptic's contact time that the skin had
  double odds_by_hand = 1;  ///< of adverse events, by who treats (W7)
  Duration deferral{};      ///< by a risk factor; 0: as declared for all
  ExitReason verdict = ExitReason::done;  ///< of the screening
  std::uint32_t rounds = 0;   ///< times a route led back: index of draws when steps repeat
  std::uint32_t treated = 0;  ///< times needled or lit so far, the one in hand not counted
};

/// Index of the draws of the step in hand, whatever other steps the pathway has. `attempt` counts
/// work drawn anew after a pre-emption.
inline std::uint64_t draw_of(const Visit& v, std::uint32_t attempt = 0) {
  constexpr unsigned round_bits = 16, visit_bits = 18;
  const std::uint64_t round = v.rounds & ((1u << round_bits) - 1);
  return (((std::uint64_t{attempt} << visit_bits) | v.number) << round_bits) | round;
}

/// What the treatment in hand adds to an index of draws: nothing to those of the first in a visit.
/// It lies between visit, hazard or moment below it and the rounds above (bit 32 and up).
inline std::uint64_t of_treatment(const Visit& v) {
  constexpr unsigned below_rounds = 24, treatment_bits = 8;
  return std::uint64_t{v.treated & ((1u << treatment_bits) - 1)} << below_rounds;
}

/// Index of the draws of the treatment in hand.
inline std::uint64_t draw_of_treatment(const Visit& v) {
  return v.number + of_treatment(v);
}

}  // namespace asepsim::clinic
