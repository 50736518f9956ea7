// What patients bring with them and do at home, and what is put on or driven into their skin:
// risk factors, products, aftercare (model.md sections 2, 3 and 7; evidence A1-A16, C14-C16, C27).
#pragma once

#include <cstdint>
#include <string>

#include "scenario/sourced.hpp"

namespace asepsim::scenario {

/// What a clinic does with a risk factor that it recognises.
enum class ScreeningAnswer : std::uint8_t { treat, defer, refuse };

/// One risk factor: how common, what it does to the odds of harms, what the screening makes of it.
struct RiskFactor {
  Number share{};  ///< of patients
  ScreeningAnswer answer = ScreeningAnswer::treat;
  Time passes_after{};                                   ///< deferred patients come back after it
  Number infection{}, herpes{}, pigmentation{}, scar{};  ///< odds are multiplied by these
  bool operator==(const RiskFactor&) const = default;
};

struct RiskFactors {
  RiskFactor diabetes{}, immunosuppression{}, keloid_tendency{}, isotretinoin{};
  RiskFactor pregnancy{};  ///< its share is of women below 45
  bool operator==(const RiskFactors&) const = default;
};

/// What is driven into the open channels; indications choose it by name.
struct Product {
  std::string name;
  bool approved = true;   ///< for use within the skin
  Number granuloma{};     ///< factor on the probability of granuloma if not approved (C16)
  Number irritation{};    ///< odds factor of irritant dermatitis
  Number pigmentation{};  ///< odds factor of hyperpigmentation: below 1 for pigment drugs (A10)
  Number benefit{};       ///< factor on what a session improves
  Price price{};          ///< per session
  std::int64_t patients_per_bottle = 1;  ///< 1: single-dose
  Number contaminated{};                 ///< probability that a bottle carries mycobacteria
  Variate germs{};                       ///< log10 CFU of them that a session drives in
  bool operator==(const Product&) const = default;
};

/// A habit after the session: its share, with and without coaching, and what it does to odds.
struct Habit {
  Number share{}, coached{};
  Number reference{};  ///< share among the patients whose average the declared rates are
  Number infection{}, irritation{}, pigmentation{};  ///< odds factors of who has the habit
  bool operator==(const Habit&) const = default;
};

/// The patient's own life after a session, while the channels are open (F4).
struct Aftercare {
  bool coaching = false;          ///< taught well and reminded by messages
  Number sunscreen_coached{};     ///< share that uses sunscreen then (A13)
  Number irritants_per_day{};     ///< probability of an irritant on a day (A15)
  Number irritants_coached{};     ///< odds factor of that with coaching
  Time irritants_until{};         ///< irritants harm within this time (A15)
  Number vitamin_c{};             ///< share of irritants that are strong vitamin C
  Number irritation{};            ///< odds factor of irritant dermatitis by irritants (A16)
  Number granuloma{};             ///< factor on granuloma by vitamin C in open channels (A16)
  Number occlusion{};             ///< share under make-up or film: channels stay open longer (A7)
  Number half_life_factor{};      ///< on the half-lives of A7: the sources conflict (A4, A6)
  Number environment_per_hour{};  ///< bacterial infection by an hour of fully open channels
  bool habits = true;             ///< false: the four habits change nothing
  Habit moisturizer{}, diet{}, sleep{}, exercise{};
  bool operator==(const Aftercare&) const = default;
};

}  // namespace asepsim::scenario
