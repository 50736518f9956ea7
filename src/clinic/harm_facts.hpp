// Facts of what may harm and what did: needlings, rules kept, the risk ledger, complications,
// benefit. Rows of a record (observation.hpp).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "base/ids.hpp"
#include "base/sim_time.hpp"
#include "base/units.hpp"
#include "clinic/barriers.hpp"
#include "clinic/fact_index.hpp"
#include "scenario/benefit.hpp"

namespace asepsim::clinic {

/// What can harm. Each entry of the risk ledger has one.
enum class Hazard : std::uint8_t {
  bacterial_infection,
  hbv,
  hcv,
  hiv,
  prolonged_erythema,
  bruise,
  pigmentation,
  scar,  ///< tram-track scar
  mycobacterial_infection,
  herpes,
  granuloma,
  irritant_dermatitis,
  acne_flare,
  blister,
  burn,  ///< deeper than a blister
  hypertrophic_scar,
  swelling,  ///< longer than usual, as is redness
  dryness    ///< the same
};
inline constexpr std::size_t hazards = 18;

constexpr bool is_bloodborne(Hazard hazard) {
  return hazard == Hazard::hbv || hazard == Hazard::hcv || hazard == Hazard::hiv;
}

/// How it reaches the patient.
enum class HarmRoute : std::uint8_t {
  own_skin,
  instrument,
  needling,
  hands,
  surface,
  product,    ///< what is driven in or put on
  water,      ///< tap water on open channels or instruments
  light,      ///< pulses of light
  aftercare,  ///< the patient's own life while the channels are open
  device      ///< what the treatment is done with: the handpiece, not its head
};
inline constexpr std::size_t harm_routes = 10;

/// Where a complication shows itself.
enum class Presentation : std::uint8_t {
  nowhere,       ///< the patient puts up with it
  visit,         ///< comes back to the clinic
  call,          ///< calls the clinic
  other_doctor,  ///< is seen by somebody else
};
inline constexpr std::size_t presentations = 4;

/// One needling of one patient. `depth.csv`
struct NeedlingFact {
  std::uint32_t visit = 0;
  float length = 0;               ///< mm, set
  float depth = 0;                ///< mm, mean reached
  std::array<float, 5> shares{};  ///< stratum corneum, epidermis, papillary, reticular, fat
  float bleeding = 0;             ///< probability of pinpoint bleeding
  std::uint16_t reuses = 0;       ///< patients treated with this head since it was last sterile
  bool prepared = true;           ///< skin preparation was done
  bool undisinfected = false;     ///< the head was to be, after its last patient, and was not
  float skipping = 0;             ///< chance of that; 0: it was not to be disinfected
  HiddenShares failed{};          ///< chance that the last wash or cycle of the head failed
  bool operator==(const NeedlingFact&) const = default;
};

/// A moment at which a rule of hygiene is kept or not.
enum class Moment : std::uint8_t {
  skin_preparation,  ///< done at all
  contact_time,      ///< of the antiseptic kept
  hands_before,      ///< hand hygiene before contact
  fresh_gloves,
  hands_after,
  surfaces,         ///< disinfected
  single_use,       ///< a new head taken
  load_indicators,  ///< put into a load and read
  load_release,     ///< a load waits for what its release rule demands
  full_cycle,       ///< a machine is not opened before the programme is over
  device            ///< disinfected, or its cover changed
};
inline constexpr std::size_t moments = 11;

/// One decision at such a moment. `compliance.csv`
struct ComplianceFact {
  std::uint32_t visit = 0;           ///< index into visits; no_fact: of a load
  std::uint32_t load = no_fact;      ///< index into loads
  std::uint32_t borne_by = no_fact;  ///< visit that meets what it left; no_fact: none did yet
  Moment moment = Moment::skin_preparation;
  bool complied = true;
  float probability = 1;  ///< of complying, under the pressure of that moment
  bool operator==(const ComplianceFact&) const = default;
};

/// What a session did for a patient. The score is what is left of the complaint, higher is worse;
/// `score` is reached when the skin has remodelled, the seen ones lag behind. `benefit.csv`
struct BenefitFact {
  std::uint32_t visit = 0;
  std::uint32_t previous = no_fact;  ///< the session before: index into benefits
  bool followed = false;             ///< another session came after it
  scenario::Modality modality = scenario::Modality::microneedle;
  std::uint16_t sessions = 0;             ///< of the patient so far, this one included
  float gain = 0;                         ///< of 1, by depth or light
  float entry = 0;                        ///< score before the first session
  float score = 0;                        ///< score that this session leads to
  float removed = 0;                      ///< by this session
  float seen = 0;                         ///< when the patient came
  float first_look = 0, second_look = 0;  ///< seen that long after, without further sessions
  Money paid{};                           ///< for sessions so far
  SimTime at{};
  bool operator==(const BenefitFact&) const = default;
};

/// One entry of the risk ledger: an exposure with its conditional probability.
struct LedgerEntry {
  std::uint32_t visit = 0;
  Hazard hazard = Hazard::bacterial_infection;
  HarmRoute route = HarmRoute::own_skin;
  bool happened = false;   ///< the Bernoulli outcome that drives the story (crude count)
  double probability = 0;  ///< exact conditional probability given what was simulated
  double weight = 1;       ///< likelihood ratio; 1 unless tilted (contact: deposit.hpp)
  SimTime at{};
  InstrumentId instrument{};
  LoadId load{};
  std::uint32_t source = no_fact;  ///< of needles: the visit that left most of it on the head
  bool operator==(const LedgerEntry&) const = default;
};

/// The parts of an entry's probability that go through the failure of a hidden barrier.
struct ThroughFact {
  std::uint32_t entry = 0;  ///< index into the ledger
  HiddenShares parts{};     ///< probabilities; they overlap where two barriers failed
  bool operator==(const ThroughFact&) const = default;
};

/// What several infections may have in common.
enum class CommonCause : std::uint8_t { load, source, bottle, water };
inline constexpr std::size_t common_causes = 4;

/// A chance that an exposure makes two patients infected by one cause; sums are expected clusters.
struct ClusterFact {
  std::uint32_t visit = 0;
  Hazard hazard = Hazard::bacterial_infection;
  CommonCause cause = CommonCause::load;
  double probability = 0;  ///< nothing is written where branches are tilted or forced
  bool operator==(const ClusterFact&) const = default;
};

/// A harm that happened, with what followed. `complications.csv`
struct ComplicationFact {
  std::uint32_t visit = 0;  ///< the visit that caused it
  Hazard hazard = Hazard::bacterial_infection;
  std::uint8_t grade = 1;  ///< 1 mild .. 5 death
  bool returned = false;   ///< came back to the clinic
  SimTime onset{};
  Money cost{}, refund{};
  Duration duration{};  ///< from the first sign until it is gone, or has settled if permanent
  bool permanent = false;
  bool reported = false;  ///< to the regulator
  Presentation presented = Presentation::nowhere;
  bool operator==(const ComplicationFact&) const = default;
};

}  // namespace asepsim::clinic
