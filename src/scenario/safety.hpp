// What can go wrong with skin and germs: antisepsis, infection, bloodborne viruses, complications
// and aftercare. Depth is in needling.hpp.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "scenario/sourced.hpp"

namespace asepsim::scenario {

/// What the skin is prepared with (I42).
enum class Antiseptic : std::uint8_t { alcohol, chlorhexidine_alcohol, povidone_iodine, soap };

/// Skin preparation and the compliance of those who do it. The kill is of first order in contact
/// time, so a contact cut to a share of the full time takes off that share of the log reduction.
struct SkinPreparation {
  Antiseptic agent = Antiseptic::alcohol;
  Variate log_reduction{};  ///< of the agent at full contact time (I42)
  Number skipped{};         ///< probability that it is left out, at ease
  Number cut_short{};       ///< probability that the contact time is not kept, at ease
  Variate contact_share{};  ///< of the full contact time, when cut short
  bool operator==(const SkinPreparation&) const = default;
};

/// Bacterial infection from skin and needle (F9, F10a).
struct BacterialInfection {
  Variate push_fraction{};          ///< share of skin germs under a channel pushed in (D7)
  Number release_fraction{};        ///< share of a needle's germs left in the skin (D7)
  Variate needle_bioburden{};       ///< log10 CFU on a used head (I5)
  Number bioburden_if_colonised{};  ///< log10 added by a colonised source (I5)
  Number alpha{};                   ///< beta-Poisson (R5)
  Number n50{};                     ///< CFU (R5)
  Number severity{};                ///< share of lesions that are clinically significant (R5)
  Variate lag{};                    ///< duration to symptoms (F12)
  Number mycobacteria{};            ///< probability of infection per CFU of mycobacteria driven in
  bool operator==(const BacterialInfection&) const = default;
};

/// One bloodborne virus (F11).
struct BloodborneVirus {
  Number infectivity{};  ///< per effective puncture, source viraemic, needle untreated (B4)
  Number viraemic{};     ///< share of the infected whose blood infects
  bool operator==(const BloodborneVirus&) const = default;
};

struct Bloodborne {
  BloodborneVirus hbv{}, hcv{}, hiv{};
  Number effective_punctures{};  ///< punctures that count as one needle each, per session
  Number bleeding_needed{};      ///< share of transfer that needs pinpoint bleeding
  bool operator==(const Bloodborne&) const = default;
};

/// What follows from a complication: how bad it is, how long it lasts, who hears of it, what it
/// costs.
struct Consequence {
  Variate grade{};     ///< 1 mild to 5 death, rounded
  Variate duration{};  ///< from the first sign until it has gone
  Number permanent{};  ///< share that never goes away altogether
  Number returns{};    ///< probability of an unscheduled visit
  Number calls{};      ///< of those who do not come: share that calls
  Number elsewhere{};  ///< of those who do neither: share that another doctor sees
  Number reports{};    ///< probability that the regulator is told
  Variate lag{};       ///< from treatment to that visit or call
  Price cost{};        ///< of care
  Number refund{};     ///< share of the session price given back to who comes back
  bool operator==(const Consequence&) const = default;
};

/// A reaction that most have and that is a complication only if it lasts (C19, C20).
struct UsualReaction {
  Number share{};      ///< of patients
  Variate duration{};  ///< at 0.5 mm
  Number per_mm{};     ///< relative increase per mm beyond 0.5
  Time prolonged{};    ///< longer than this is a complication
  bool operator==(const UsualReaction&) const = default;
};

enum class Antiviral : std::uint8_t { nobody, history, everybody };

/// Prophylaxis against herpes (C28).
struct AntiviralPolicy {
  Antiviral given_to = Antiviral::nobody;
  Number factor{};  ///< on the probability of herpes
  Number known{};   ///< share of carriers who know of cold sores
  bool operator==(const AntiviralPolicy&) const = default;
};

/// Harms of a session whose causes are not modelled further: probability of each.
struct HarmRates {
  Number herpes{};               ///< of all comers (C28)
  Number herpes_carriage{};      ///< carriage behind that figure (C27)
  Number granuloma{};            ///< without unapproved products (C16)
  Number irritant_dermatitis{};  ///< without irritants at home
  Number acne_flare{};           ///< comparators C24, C24b
  Number hypertrophic_scar{};    ///< if all punctures reach the reticular dermis
  bool operator==(const HarmRates&) const = default;
};

struct Complications {
  Variate erythema{};                 ///< duration at 0.5 mm (C18)
  Number erythema_per_mm{};           ///< relative increase per mm beyond 0.5 (C18)
  Time erythema_prolonged{};          ///< longer than this counts as a complication
  Number bruise_per_fat_share{};      ///< probability of a bruise per share of punctures in fat
  std::array<Number, 6> pih{};        ///< per course by phototype, average of the reference (C13)
  Number pih_reference_sunscreen{};   ///< share of the reference patients that uses it (A13)
  Number pih_reference_midday_sun{};  ///< ... that is outdoors in the midday sun
  Number pih_reference_depth{};       ///< true depth, mm
  Number pih_per_half_mm{};           ///< logit per 0.5 mm deeper (F13)
  Number pih_sunscreen{};             ///< odds factor with sunscreen (A12)
  Number pih_midday_sun{};            ///< odds factor with unprotected midday sun (A9)
  Number pih_redness{};               ///< odds factor by redness that lasts (A9)
  Number pih_irritant{};              ///< odds factor by irritants in open channels (A16)
  Number pih_burn{};                  ///< added logit after a burn or blister (F13)
  Number scar{};                      ///< tram-track scar per session at the reference share (C8)
  Number scar_reference_share{};      ///< share of punctures beyond the dermis in that series
  UsualReaction usual_swelling{}, usual_dryness{};
  HarmRates rates{};
  AntiviralPolicy antiviral{};
  Consequence prolonged_erythema{}, bruise{}, infection{}, bloodborne{}, pigmentation{}, scarring{};
  Consequence mycobacterial_infection{}, herpes{}, granuloma{}, irritant_dermatitis{}, acne_flare{},
      blister{}, burn{}, hypertrophic_scar{}, swelling{}, dryness{};
  std::string pathway{};       ///< pathway of complication visits; empty: nobody comes back
  std::int64_t priority = 50;  ///< of complication visits
  bool operator==(const Complications&) const = default;
};

}  // namespace asepsim::scenario
