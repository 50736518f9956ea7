// Who comes, when, and for what: population, indications, arrivals, booking.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scenario/benefit.hpp"
#include "scenario/time_settings.hpp"

namespace asepsim::scenario {

/// Attributes of patients, each from a declared distribution (model.md section 2).
struct Population {
  Number female{};                     ///< share (O19)
  Variate age{};                       ///< years
  std::array<Number, 6> phototypes{};  ///< shares of Fitzpatrick I-VI; sum 1
  Number staphylococcus_carriage{};    ///< share of carriers (I68)
  Variate staphylococcus_density{};    ///< log10 CFU per cm2 of a carrier's face (I69)
  Number hbv{};                        ///< prevalence of HBsAg (R17)
  Number hcv{};
  Number hiv{};
  Number hbv_immune{};       ///< share immune to HBV (R19)
  Number herpes_carriage{};  ///< HSV-1 seroprevalence (C27)
  Number sunscreen{};        ///< share that uses sunscreen after treatment (A13)
  Number midday_sun{};       ///< share outdoors in the midday sun (A9)
  Variate punctuality{};     ///< duration after the appointment; negative: early (O10)
  bool operator==(const Population&) const = default;
};

/// Facial site with its skin (S1-S18); thickness in mm.
struct Site {
  std::string name;
  Number epidermis_mean{}, epidermis_cv{};
  Number dermis_male_mean{}, dermis_male_sd{};
  Number dermis_female_mean{}, dermis_female_sd{};
  Number dermis_min{};  ///< the normal is cut off here and at 2.5 sd
  Number dermis_male_by_age{}, dermis_female_by_age{};  ///< correlation with age (S15)
  Number age_mean{}, age_sd{};  ///< years, of those whose dermis was measured
  Number within_cv{};           ///< sd / mean of the thickness within one person's site (S18)
  Length length_by_site{};      ///< needle length of the by_site policy (P9, P10)
  bool operator==(const Site&) const = default;
};

/// What a patient is treated for.
struct Indication {
  std::string name;
  Condition condition = Condition::other;
  Number share{};            ///< of new patients; shares sum to 1
  std::string site;          ///< name of a Site
  std::string product;       ///< name of a Product driven in; empty: none
  Number area{};             ///< cm2 treated
  Variate sessions{};        ///< planned sessions of a course (P6-P8), rounded
  Time interval{};           ///< between sessions (P7)
  Length length_fixed{};     ///< needle length of the fixed policy (P11)
  Number target_fraction{};  ///< by_skin_thickness: share of the dermis to reach (0: DEJ, 1: fat)
  /// A puncture is on target if it ends in one of these layers.
  SkinLayer target_from = SkinLayer::papillary_dermis, target_to = SkinLayer::reticular_dermis;
  IndicationBenefit benefit{};
  bool operator==(const Indication&) const = default;
};

enum class ArrivalKind : std::uint8_t { booked, walk_in };

/// One source of patients.
struct ArrivalStream {
  std::string name;
  ArrivalKind kind = ArrivalKind::walk_in;
  std::string pathway;                    ///< name of the pathway they follow
  std::int64_t priority = 100;            ///< lower is served first
  std::optional<RateTable> rate{};        ///< non-homogeneous Poisson, requests per hour ...
  std::optional<Variate> interarrival{};  ///< ... or renewal (exactly one of the two)
  Number rate_factor{1.0};                ///< scales `rate`, coupled across scenarios
  std::optional<Variate> lead_time{};     ///< booked: how far ahead they want the appointment
  std::optional<Variate> patience{};      ///< longest wait for any one step; none: endless
  std::int64_t balk_at = -1;              ///< walk-ins leave if so many wait already; -1: never
  bool operator==(const ArrivalStream&) const = default;
};

/// How the price of a session makes patients drop out (A18). The odds of dropping out are
/// multiplied by (price / reference) ^ strength, each patient with a strength of its own.
struct PriceSensitivity {
  Variate strength{};  ///< exponent, drawn once for each patient; 0: the price does not matter
  Price reference{};   ///< at this price people drop out as `dropout` says
  bool operator==(const PriceSensitivity&) const = default;
};

/// The appointment book and how people keep appointments (O9).
struct Booking {
  Duration slot = minutes(30);
  std::int64_t per_slot = 1;  ///< appointments a slot
  Number overbooking{0.0};    ///< extra appointments as a share of slots
  Number squeeze_in{0.0};     ///< share of slots that take one more when places are far away
  Time squeeze_after{};       ///< how far away the next free place must be for that
  Time horizon{days(90)};     ///< longest acceptable delay after the wanted date
  Duration last_slot_before_closing = minutes(90);
  Number no_show_at_week{};   ///< probability at 7 days lead
  Number no_show_per_day{};   ///< added logit per day of lead
  Number reminder_odds{1.0};  ///< odds divisor by reminders (O7)
  Number deposit_odds{1.0};   ///< odds factor by deposit (O8)
  Number cancelled{0.0};      ///< probability of cancelling in time (slot freed)
  Number dropout{0.0};        ///< per interval between sessions (A18)
  std::optional<PriceSensitivity> price_sensitivity{};  ///< none: whatever a session costs
  bool operator==(const Booking&) const = default;
};

}  // namespace asepsim::scenario
