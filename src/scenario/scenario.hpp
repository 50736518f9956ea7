// A scenario: everything that is known before a run, as plain values.
//
// A Scenario that exists is valid: every name it mentions exists, every number is in its range,
// shares sum to one. Read one with read_scenario (read_scenario.hpp). Nothing in it depends on a
// thread, a clock or a file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scenario/aftercare.hpp"
#include "scenario/estimation.hpp"
#include "scenario/human_factors.hpp"
#include "scenario/initial_state.hpp"
#include "scenario/instruments.hpp"
#include "scenario/light.hpp"
#include "scenario/needling.hpp"
#include "scenario/organisms.hpp"
#include "scenario/origins.hpp"
#include "scenario/pathway.hpp"
#include "scenario/patients.hpp"
#include "scenario/resources.hpp"
#include "scenario/safety.hpp"

namespace asepsim::scenario {

/// What the author says of the scenario.
struct About {
  std::string question{};
  std::string purpose{};
  std::string author{};
  std::string access{};
  bool operator==(const About&) const = default;
};

/// Prices and costs that belong to no resource.
struct Finance {
  std::string currency = "USD";
  Variate session_price{};  ///< O23
  Price consultation_price{};
  Price rent_per_day{};
  bool operator==(const Finance&) const = default;
};

/// Follow-up phone call after each session (O31).
struct FollowUp {
  std::string pathway{};  ///< empty: no calls
  Variate after{};
  bool operator==(const FollowUp&) const = default;
};

/// Screening at the consultation.
struct Screening {
  Number refused{};   ///< probability of a lasting contraindication
  Number deferred{};  ///< probability of a passing one
  Time deferral{};
  Number sensitivity{};  ///< share of the risk factors that are recognised
  bool operator==(const Screening&) const = default;
};

/// A declared limit on a key figure: broken, met or undecided after the run.
struct Limit {
  std::string kpi;
  std::optional<double> at_most{}, at_least{};
  bool operator==(const Limit&) const = default;
};

struct Scenario {
  std::string name;
  About about{};
  RunSettings run{};
  Estimation estimation{};
  CalendarSettings calendar{};
  std::vector<StaffGroup> staff{};
  std::vector<RoomKind> rooms{};
  std::vector<RoomKind> equipment{};
  std::vector<Consumable> consumables{};
  std::vector<InstrumentKind> instruments{};
  std::optional<Sterilization> sterilization{};
  std::optional<Disinfection> disinfection{};
  std::optional<Population> population{};
  std::optional<RiskFactors> risk_factors{};
  std::vector<Product> products{};
  std::vector<Site> sites{};
  std::vector<Indication> indications{};
  std::vector<ArrivalStream> arrivals{};
  std::optional<Booking> booking{};
  std::optional<InitialState> initial_state{};
  std::vector<Pathway> pathways{};
  std::optional<Screening> screening{};
  std::optional<Needling> needling{};
  std::optional<Benefit> benefit{};
  std::optional<SkinPreparation> skin_preparation{};
  HumanFactors human_factors{};
  std::optional<Hygiene> hygiene{};
  Organisms organisms{};
  std::optional<BacterialInfection> bacterial_infection{};
  std::optional<Bloodborne> bloodborne{};
  std::optional<Complications> complications{};
  std::optional<Light> light{};
  std::optional<Aftercare> aftercare{};
  std::optional<FollowUp> follow_up{};
  Finance finance{};
  std::vector<Limit> limits{};
  Origins origins{};  ///< which values a file gave; all others are defaults
  bool operator==(const Scenario&) const = default;
};

}  // namespace asepsim::scenario
